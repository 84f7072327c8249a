import { createCalendar } from '../../src/domain/time/calendar.ts';
import holidays from '../../src/domain/data/holidays.json' with { type: 'json' };
import organRows from '../../src/domain/data/organs.json' with { type: 'json' };
import { decide, numbersFor, type Decision } from '../../src/domain/decide.ts';
import type { Asker, Command, Document, Kind, World } from '../../src/domain/document.ts';
import { flows } from '../../src/domain/flows.ts';
import type { Directory, Person, StaffRole, Watch } from '../../src/domain/people.ts';
import { defaultSettings } from '../../src/domain/settings.ts';

const person = (id: string, organ: string, roles: StaffRole[], more: Partial<Person> = {}): [string, Person] => [id, { id, name: id, organ, roles, title: '', ...more }];

const departmentStaff = (organ: string): [string, Person][] => {
  const at = organ.toLowerCase();
  return [
    person(`${at}-head`, organ, ['HEAD']), person(`${at}-deputy`, organ, ['DEPUTY']), person(`${at}-liaison`, organ, ['LIAISON']),
    person(`${at}-one`, organ, ['HANDLER'], { licence: '15060001', ...(organ === 'ZJJ' ? { identity: 'one' } : {}) }), person(`${at}-two`, organ, ['HANDLER'], { licence: '15060002' }), person(`${at}-new`, organ, ['HANDLER']),
  ];
};

/** Duty rosters by organ; empty until a test fills one. */
export const watches = new Map<string, readonly Watch[]>();

/** A small directory: the Center, a few departments, one auditor. */
export const directory: Directory = {
  organs: new Map(organRows.map((row) => [row.code, { ...row, docPrefix: 'docPrefix' in row && row.docPrefix ? row.docPrefix : row.code, kind: row.code === 'GGZY' ? ('center' as const) : ('department' as const) }])),
  people: new Map([
    person('clerk', 'GGZY', ['C_CLERK', 'DUTY']), person('chief', 'GGZY', ['C_HEAD', 'HEAD']), person('secretary', 'GGZY', ['SECRETARY']), person('auditor', 'GGZY', ['AUDITOR']), person('keeper', 'GGZY', ['VAULT']), person('keeper-two', 'GGZY', ['VAULT']), person('admin', 'GGZY', ['ADMIN']), person('staff', 'GGZY', []), person('staff-two', 'GGZY', []), person('center-deputy', 'GGZY', ['DEPUTY']),
    ...['ZJJ', 'SLJ', 'RSJ', 'CZJ'].flatMap(departmentStaff),
    person('zjj-three', 'ZJJ', ['HANDLER'], { licence: '15060003' }), person('zjj-one-phone', 'ZJJ', ['HANDLER'], { licence: '15060001', identity: 'one' }),
    person('slj-acting', 'SLJ', ['HANDLER', 'ACTING_HEAD'], { licence: '15060009', acting: { document: '鄂组任〔2026〕8号', from: '2026-12-01', to: '2026-12-31' } }),
    ...departmentStaff('NMJ').filter(([, { roles }]) => !roles.includes('DEPUTY')),
  ]),
  standIns: [],
  watches,
};

/** The world at an instant; numbers as a test gives them. */
export function worldAt(now: string | Date, numbers: Record<string, string> = {}): World {
  return { now: new Date(now), directory, calendar: createCalendar(holidays), settings: defaultSettings, numbers };
}

/** A document that does not exist yet. */
export function blank(kind: Kind, id: string, matter = id): Document {
  const at = '2026-11-23T01:12:00.000Z';
  return { id, kind, no: '', matter, version: 0, round: 0, state: 'new', createdAt: at, updatedAt: at, data: flows[kind].empty(), clocks: [], alarms: [], audit: [], effects: [] };
}

let causes = 0;
let issued = 0;

/** Somebody by his id; `reporter` is the one who reported. */
export function as(id: string, reporter = false): Asker {
  return id === 'system' || id === 'clock' ? { role: id } : { role: 'person', id, ref: `ref-${id}`, reporter };
}

/** Runs one command, with numbers issued in a row. */
export function run(doc: Document, command: { act: string; by: Asker; input?: unknown; cause?: string; seen?: number }, now: string | Date = '2026-11-24T10:00:00+08:00'): Decision<unknown> {
  causes += 1;
  const whole: Command = { kind: doc.kind, id: doc.id, cause: `cause-${causes}`, input: {}, ...command };
  const series = numbersFor(flows[doc.kind], { doc, command: whole, world: worldAt(now) });
  const numbers = Object.fromEntries(series.map((one) => {
    issued += 1;
    return [one.key, one.form.replace('{date}', '20261123').replace('{nnnn}', String(issued).padStart(4, '0')).replace('{year}', '2026').replace('{n}', String(issued))];
  }));
  return decide(flows[doc.kind], { doc, command: whole, world: worldAt(now, numbers) });
}

/** The document after a command that must succeed. */
export function after(doc: Document, command: Parameters<typeof run>[1], now?: string | Date): Document {
  const decision = run(doc, command, now);
  if (decision.kind !== 'done') throw new Error(`${command.act}: ${decision.kind === 'refused' ? decision.refusal.code : decision.kind}`);
  return decision.doc;
}

/** The refusal code of a command that must be refused. */
export function refusal(doc: Document, command: Parameters<typeof run>[1], now?: string | Date): string {
  const decision = run(doc, command, now);
  return decision.kind === 'refused' ? decision.refusal.code : decision.kind;
}
