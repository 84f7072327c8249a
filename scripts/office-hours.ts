import type { Clock, ClockMove } from '../sandbox/api/clock.ts';
import { createCalendar } from '../src/domain/time/calendar.ts';
import { holidayYears } from '../src/domain/time/holidays.ts';
import { isQuiet, loudMoment } from '../src/domain/time/quiet.ts';
import { minute } from '../src/domain/time/time.ts';

/** The moment at which a demo begins: `now`, or where nobody may be disturbed then a quarter past nine of the next working day. */
export function demoMoment(now: Date): Date {
  const calendar = createCalendar(holidayYears());
  return isQuiet(now, calendar) ? new Date(loudMoment(now, calendar).getTime() + 15 * 60_000) : now;
}

/** Moves the clock of the sandbox at `url` out of night and rest days, in which the bot would leave everybody in peace; answers a sentence where it did. */
export async function intoOfficeHours(url: string): Promise<string> {
  const { now } = (await (await fetch(`${url}/sandbox/clock`)).json()) as Clock;
  const start = demoMoment(new Date(now));
  if (start.getTime() === Date.parse(now)) return '';
  const move: ClockMove = { to: start.toISOString() };
  const answer = await fetch(`${url}/sandbox/clock`, { method: 'POST', headers: { 'content-type': 'application/json' }, body: JSON.stringify(move) });
  return answer.ok ? `夜间和休息日不打扰人，沙盘时间从 ${minute(start)} 开始` : '';
}
