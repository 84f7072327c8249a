import type { World } from '../../document.ts';
import type { Settings } from '../../settings.ts';
import type { WorkCalendar } from '../../time/calendar.ts';
import { addWorkingDays, dateOf } from '../../time/deadlines.ts';
import { instantAt } from '../../time/time.ts';

/** A time for a meeting: its beginning (ISO instant) and the organs whose expected person is free then. */
export interface Slot { start: string; free: readonly string[] }

/** What an organ answered to the poll: the beginnings that suit it, perhaps none. */
export interface Answer { organ: string; by: string; starts: readonly string[] }

/** The poll K41: which round, until when (ISO instant), who answered. `asked` holds what the first round offered. */
export interface Poll { round: number; until: string; answers: readonly Answer[]; asked: readonly string[] }

/** When an organ's expected person is busy, as ISO instants. */
export interface Busy { organ: string; spans: readonly { from: string; to: string }[] }

/** A consultation lasts an hour and a half. */
export const lengthMs = 90 * 60_000;

const hour = 3_600_000;
/** Beginnings inside working hours; the earlier in the list, the better where as many can come. */
const beginnings = ['15:00', '09:30', '14:30', '09:00', '16:00', '10:30', '15:30', '10:00'];
const days = 10;
const urgentNoticeMs = 2 * hour;

/** The first day of a meeting that keeps the notice of T11. */
export function earliestDay({ now, calendar, settings }: Pick<World, 'now' | 'calendar'> & { settings: Pick<Settings, 'noticeDays'> }): string {
  return addWorkingDays(dateOf(now), settings.noticeDays + 1, calendar);
}

/** Whether a beginning keeps the notice of T11. */
export function keepsNotice(start: string, world: Pick<World, 'now' | 'calendar' | 'settings'>): boolean {
  return dateOf(new Date(start)) >= earliestDay(world);
}

/** Whether even an urgent meeting is announced in time: two hours before. */
export function keepsUrgentNotice(start: string, { now }: Pick<World, 'now'>): boolean {
  return Date.parse(start) - now.getTime() >= urgentNoticeMs;
}

/** The window for which free and busy are asked: ISO instants, never longer than the platform's two weeks. */
export function windowFrom(day: string): { from: string; to: string } {
  const from = instantAt(day, '00:00');
  return { from: from.toISOString(), to: new Date(from.getTime() + 14 * 24 * hour).toISOString() };
}

/** Up to three times from a day on, at most one each half day, best first: most organs, then earliest, then the usual beginnings. `not` are beginnings already asked for. */
export function proposeTimes({ busy, day, not = [] }: { busy: readonly Busy[]; day: string; not?: readonly string[] }, calendar: WorkCalendar): readonly Slot[] {
  const { to } = windowFrom(day);
  const dates = Array.from({ length: days }, (_, index) => (index === 0 ? addWorkingDays(addWorkingDays(day, -1, calendar), 1, calendar) : addWorkingDays(day, index, calendar)));
  const all = dates.flatMap((date) => beginnings.map((at) => instantAt(date, at).toISOString())).filter((start) => endOf(start) <= to && !not.includes(start));
  const ranked = all.map((start) => ({ start, free: busy.filter(({ spans }) => isFree(start, spans)).map(({ organ }) => organ) })).sort(better);
  const chosen: Slot[] = [];
  for (const slot of ranked) if (chosen.length < 3 && !chosen.some((other) => halfDay(other.start) === halfDay(slot.start))) chosen.push(slot);
  return chosen;
}

/** The end of a meeting, as ISO instant. */
export function endOf(start: string): string {
  return new Date(Date.parse(start) + lengthMs).toISOString();
}

/** The times with what the organs answered: who answered counts by his answer, who did not by the calendar; best first. */
export function withAnswers(times: readonly Slot[], answers: readonly Answer[]): readonly Slot[] {
  const counted = times.map(({ start, free }) => {
    const silent = free.filter((organ) => !answers.some((answer) => answer.organ === organ));
    return { start, free: [...silent, ...answers.filter((answer) => answer.starts.includes(start)).map((answer) => answer.organ)] };
  });
  return counted.sort((a, b) => b.free.length - a.free.length || (a.start < b.start ? -1 : 1));
}

/** Whether the poll found no time: the best one suits fewer than half of the organs, or fewer than two. */
export function isConflict(times: readonly Slot[], organs: number): boolean {
  const most = withAnswers(times, [])[0]?.free.length ?? 0;
  return most < 2 || most * 2 < organs;
}

/** Until when organs answer a poll: noon of the next working day. */
export function pollUntil({ now, calendar }: Pick<World, 'now' | 'calendar'>): string {
  return instantAt(addWorkingDays(dateOf(now), 1, calendar), '12:00').toISOString();
}

function isFree(start: string, spans: Busy['spans']): boolean {
  const [from, to] = [Date.parse(start), Date.parse(start) + lengthMs];
  return !spans.some((span) => Date.parse(span.from) < to && Date.parse(span.to) > from);
}

function halfDay(start: string): string {
  const local = new Date(Date.parse(start) + 8 * hour);
  return `${local.toISOString().slice(0, 10)} ${local.getUTCHours() < 12 ? 'am' : 'pm'}`;
}

function better(a: Slot, b: Slot): number {
  const order = (slot: Slot): string => `${dateOf(new Date(slot.start))} ${beginnings.findIndex((at) => instantAt(dateOf(new Date(slot.start)), at).toISOString() === slot.start)}`;
  return b.free.length - a.free.length || (order(a) < order(b) ? -1 : 1);
}
