import { Temporal } from 'temporal-polyfill';
import { addWorkingDays, type WorkCalendar } from './calendar.ts';
import { clock, dateOf, dayBefore, instantAt } from './time.ts';

/** The hours of a day, Beijing time, in which nobody is disturbed without need; `from` is in the evening, `to` in the morning after. */
export interface QuietHours { from: string; to: string }

/** What everybody has who chose nothing else (experience section 2, 3). */
export const usualQuiet: QuietHours = { from: '21:00', to: '08:00' };

/** The clock time of the morning's digest for everybody who chose nothing else. */
export const usualMorning = '09:00';

/** Whether an ISO date is worked: no weekend, no holiday, or made up for one (调休). */
export function isWorked(date: string, calendar: WorkCalendar): boolean {
  return calendar.isWorkingDay(Temporal.PlainDate.from(date));
}

/** Whether a moment lies in the quiet hours or on a rest day. */
export function isQuiet(at: Date, calendar: WorkCalendar, hours: QuietHours = usualQuiet): boolean {
  return isNight(at, hours) || !isWorked(dateOf(at), calendar);
}

/** Whether an office is closed: a day off, or before 08:30 or from 18:00 on. */
export function isOffHours(at: Date, calendar: WorkCalendar): boolean {
  return !isWorked(dateOf(at), calendar) || clock(at) < '08:30' || clock(at) >= '18:00';
}

/** The moment itself, or where it is quiet the next 09:00 of a working day. */
export function loudMoment(at: Date, calendar: WorkCalendar): Date {
  if (!isQuiet(at, calendar)) return at;
  const today = dateOf(at);
  const stillToCome = isWorked(today, calendar) && clock(at) < usualQuiet.to;
  return instantAt(stillToCome ? today : addWorkingDays(today, 1, calendar), usualMorning);
}

/** The moment itself, or where it is quiet 20:30 of the last working evening before; never before `earliest`, where a night gives its own evening and a rest day the moment itself. */
export function eveningBefore(at: Date, earliest: Date, calendar: WorkCalendar): Date {
  if (!isQuiet(at, calendar)) return at;
  const evening = isNight(at, usualQuiet) && clock(at) < usualQuiet.to ? dayBefore(dateOf(at)) : dateOf(at);
  const nearest = instantAt(evening, lastCall);
  const worked = isWorked(evening, calendar) && nearest <= at ? nearest : instantAt(addWorkingDays(evening, -1, calendar), lastCall);
  if (worked > earliest) return worked;
  return isNight(at, usualQuiet) && nearest > earliest ? nearest : at;
}

const lastCall = '20:30';

function isNight(at: Date, { from, to }: QuietHours): boolean {
  return clock(at) >= from || clock(at) < to;
}
