import { z } from 'zod';
import { rows, type EffectRequest, type Situation } from '../document.ts';
import { post, redraw, toPerson, toRole } from '../effects.ts';
import { center, holders, onDuty, type Directory } from '../people.ts';
import { addWorkingDays, dateOf, dayText } from '../time/deadlines.ts';
import { isOffHours } from '../time/quiet.ts';
import { workingDaysBetween } from '../time/calendar.ts';
import { isReportedIn } from './access.ts';
import type { Forward } from './forward.ts';
import { openInput } from './inputs.ts';

const row = rows<Forward>();
const article = '第九条';

/** How a forward comes to a department: to its liaison, or, where it has none, it waits with the Center, whose clock runs, until one is named (AC-3.3). */
export const arrivalRows = [
  row({
    act: 'open', verb: '收到转办', code: 'FWD_SEND', article, from: ['new'], by: ['system'], input: openInput,
    to: ({ input, world }) => (isMute(world.directory, input) ? 'unnamed' : 'sent'),
    change: ({ input }) => input,
    clocks: ({ input, world }) => ({ start: isMute(world.directory, input) ? [{ rule: 'T01' }] : [{ rule: 'T03', dueDate: input.dueDate, origin: '中心设定' }, { rule: 'T04' }] }),
    follow: (s) => [post('write-paper', { paper: s.doc.data.paper, docNo: s.doc.data.docNo }), ...(s.doc.state === 'unnamed' ? [...warned(s), post('ask-liaison', { organ: s.doc.data.organ })] : arrived(s)), post('tell-matter')],
    note: ({ doc, input }) => (doc.state === 'unnamed' ? '本单位没有联络员，待指定' : `反馈截止 ${dayText(input.dueDate)}`),
  }),
  row({
    act: 'release', verb: '已指定联络员，送达', code: 'FWD_SEND', article, from: ['unnamed'], to: 'sent', by: ['system'], input: z.object({}).loose(),
    change: (s) => ({ dueDate: answerDay(s) }),
    clocks: (s) => ({ stop: ['T01'], start: [{ rule: 'T03', dueDate: answerDay(s), origin: '中心设定' }, { rule: 'T04' }] }),
    follow: (s) => [...arrived(s), ...warned(s), post('tell-matter'), redraw()],
    note: ({ doc }) => `反馈截止 ${dayText(doc.data.dueDate)}`,
  }),
];

// Nobody there signs for what comes, or only people who must not know of it.
function isMute(directory: Directory, { organ, brief, out }: Pick<Forward, 'organ' | 'brief' | 'out'>): boolean {
  return holders(directory, organ, 'LIAISON').every(({ id }) => isReportedIn(brief, id, directory) || out.includes(id));
}

// The liaisons, and outside working hours or where it is urgent whoever is on duty as well.
function arrived({ doc, world }: Pick<Situation<Forward, unknown>, 'doc' | 'world'>): EffectRequest[] {
  const { organ, brief } = doc.data;
  const liaisons = holders(world.directory, organ, 'LIAISON').map(({ id }) => id);
  const late = brief.urgent || isOffHours(world.now, world.calendar);
  const watch = late ? onDuty(world.directory, organ, dateOf(world.now)).map(({ id }) => id) : [];
  return [...new Set([...liaisons, ...watch])].map((id) => toPerson(id, 'forward'));
}

function warned({ doc, world }: Pick<Situation<Forward, unknown>, 'doc' | 'world'>): EffectRequest[] {
  const clerk = world.directory.people.has(doc.data.clerk) ? [toPerson(doc.data.clerk, 'forward')] : [];
  return [...clerk, ...(doc.state === 'unnamed' || !clerk.length ? toRole(world.directory, { organ: center, roles: ['C_HEAD'] }, 'forward') : [])];
}

// The days that it waited are not the department's: it gets as many as the Center had set.
function answerDay({ doc, world }: Pick<Situation<Forward, unknown>, 'doc' | 'world'>): string {
  const set = workingDaysBetween(dateOf(new Date(doc.createdAt)), doc.data.dueDate, world.calendar);
  return addWorkingDays(dateOf(world.now), Math.max(set, 1), world.calendar);
}
