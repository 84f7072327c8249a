import type { Announced, Announcement } from '../sandbox/api/agenda.ts';
import { limits } from '../src/domain/time/deadlines.ts';
import { kinds, type Alarm, type Kind } from '../src/domain/document.ts';
import { connect } from '../src/store/connection.ts';

const most = 300;
const named: Readonly<Partial<Record<string, { what: string }>>> = limits;

/** An alarm with the number of its document. */
interface NumberedAlarm extends Alarm { no: string; /** What it is about where no limit says so. */ what: string }

/** What a document tells of its alarms; the matter's own number is what people know. */
interface AlarmRow { _id: string; no: string; matter: string; alarms: Alarm[] }

/** Alarms in words, for a clock that is moved by hand: ends of limits are due, everything else reminds. */
export function announcedAlarms(alarms: readonly NumberedAlarm[]): Announced[] {
  const seen = new Set<string>();
  return alarms.toSorted((a, b) => a.at.localeCompare(b.at)).flatMap(({ no, at, rule, stage, what }) => {
    const kind = stage === 'end' || stage.startsWith('over') ? 'due' : 'reminder';
    const words = `${no ? `${no} ` : ''}${named[rule]?.what.replace(/（.*?）/g, '') ?? what}${kind === 'due' ? '期限到' : '提醒'}`;
    if (seen.has(`${at} ${words}`)) return [];
    seen.add(`${at} ${words}`);
    return [{ at, words, kind } as const];
  }).slice(0, most);
}

/** Tells the sandbox at `url` every `everyMs` what the bot's database has to remind of; a fault is tried again. Returns a stop function. */
export async function announceAlarms(parts: { mongo: string; url: string; everyMs: number }): Promise<() => Promise<void>> {
  const connection = await connect(parts.mongo);
  const rows = async (kind: Kind, filter: object): Promise<AlarmRow[]> =>
    connection.collection<AlarmRow>(`${kind}s`).find(filter, { projection: { no: 1, matter: 1, alarms: 1 } }).limit(most).toArray();
  let told = '';
  const turn = async (): Promise<void> => {
    const waiting = await Promise.all(kinds.map(async (kind) => (await rows(kind, { nextAlarm: { $exists: true } })).map((row) => ({ ...row, kind }))));
    const matters = await rows('matter', { _id: { $in: waiting.flat().map((row) => row.matter) } });
    const numbers = new Map(matters.map((row) => [row._id, row.no]));
    const alarms = waiting.flat().flatMap((row) => row.alarms.map((alarm) => ({ ...alarm, no: numbers.get(row.matter) ?? row.no, what: row.kind === 'delegation' ? '代办' : '会商' })));
    const said: Announcement = { from: 'bot', entries: announcedAlarms(alarms) };
    const body = JSON.stringify(said);
    if (body === told) return;
    const answer = await fetch(`${parts.url}/sandbox/agenda`, { method: 'POST', headers: { 'content-type': 'application/json' }, body, signal: AbortSignal.timeout(5_000) });
    if (answer.ok) told = body;
  };
  const timer = setInterval(() => void turn().catch(() => undefined), parts.everyMs);
  timer.unref();
  await turn().catch(() => undefined);
  return async () => {
    clearInterval(timer);
    await connection.close();
  };
}
