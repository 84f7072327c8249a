import { addWorkingDays, type WorkCalendar } from './calendar.ts';
import type { Due } from './deadlines.ts';
import type { LimitRule } from './limits.ts';
import { eveningBefore, loudMoment, usualMorning as morning } from './quiet.ts';
import { clock, dateOf, instantAt } from './time.ts';

/** How a limit reminds (domain section 4). */
export type Profile = LimitRule['profile'];

/** What an alarm asks about. */
export type Stage =
  | 'start' | 'half' | 'before10' | 'before5' | 'before3' | 'before1' | 'before2h' | 'dueDay' | 'end'
  | 'over1' | 'over3' | 'over5' | 'hour12' | 'hour20' | 'hour23';

/** A moment at which somebody may have to be reminded. */
export interface Alarm {
  /** ISO instant. */
  at: string;
  stage: Stage;
}

const hour = 3_600_000;

// A reminder after the organ's own raw date would come too late to be of use: then the last afternoon before it.
function halfTime(startedAt: Date, due: Due, calendar: WorkCalendar): Date {
  const end = instantAt(due.rawDate, '24:00');
  const middle = new Date((startedAt.getTime() + end.getTime()) / 2);
  const later = loudMoment(middle, calendar);
  if (later < end) return later;
  const earlier = instantAt(addWorkingDays(dateOf(middle), -1, calendar), '15:30');
  return earlier > startedAt ? earlier : later;
}

function shortAlarms(startedAt: Date, due: Due, calendar: WorkCalendar): [Stage, Date][] {
  const end = new Date(due.dueAt);
  const exact = clock(end) !== '00:00';
  const last: [Stage, Date] = exact
    ? ['before2h', new Date(end.getTime() - 2 * hour)]
    : ['dueDay', instantAt(due.dueDate, '15:30')];
  return [
    ['start', startedAt],
    ['half', halfTime(startedAt, due, calendar)],
    last,
    ['end', exact ? end : instantAt(addWorkingDays(due.dueDate, 1, calendar), morning)],
  ];
}

function dayAlarms(before: readonly (10 | 5 | 3 | 1)[], due: Due, calendar: WorkCalendar): [Stage, Date][] {
  const at = (date: string, days: number): Date => instantAt(addWorkingDays(date, days, calendar), morning);
  return [
    ...before.map((days): [Stage, Date] => [`before${days}`, at(due.rawDate, -days)]),
    ['dueDay', instantAt(due.dueDate, morning)],
    ...([1, 3, 5] as const).map((days): [Stage, Date] => [`over${days}`, at(due.dueDate, days)]),
  ];
}

// The first two of the 24 hours are moved out of the night and off rest days to the evening before; the last ones never (experience 2.3).
function hourAlarms(startedAt: Date, due: Due, calendar: WorkCalendar): [Stage, Date][] {
  const after = (hours: number): Date => new Date(startedAt.getTime() + hours * hour);
  const twelve = eveningBefore(after(12), startedAt, calendar);
  const twenty = eveningBefore(after(20), startedAt, calendar);
  const first: [Stage, Date][] = twelve.getTime() === twenty.getTime() ? [] : [['hour12', twelve]];
  return [...first, ['hour20', twenty], ['hour23', after(23)], ['end', new Date(due.dueAt)]];
}

function moments(profile: Profile, limit: { startedAt: Date; due: Due }, calendar: WorkCalendar): [Stage, Date][] {
  const { startedAt, due } = limit;
  if (profile === 'short') return shortAlarms(startedAt, due, calendar);
  if (profile === 'std') return dayAlarms([3, 1], due, calendar);
  if (profile === 'long') return dayAlarms([10, 5, 3, 1], due, calendar);
  return profile === 'hour24' ? hourAlarms(startedAt, due, calendar) : [];
}

/** The alarms of a limit in order; those not after the start are left out, but for `start` itself. */
export function alarmsOf(profile: Profile, { startedAt, due }: { startedAt: Date; due: Due }, calendar: WorkCalendar): Alarm[] {
  return moments(profile, { startedAt, due }, calendar)
    .filter(([stage, at]) => stage === 'start' || at > startedAt)
    .map(([stage, at]) => ({ at: at.toISOString(), stage }))
    .sort((a, b) => (a.at < b.at ? -1 : a.at > b.at ? 1 : 0));
}
