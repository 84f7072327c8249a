import { Temporal } from 'temporal-polyfill';
import { rollForward, workingDaysBetween, type WorkCalendar } from './calendar.ts';
import { dateOf, dayText } from './time.ts';

export { addWorkingDays, createCalendar, type WorkCalendar } from './calendar.ts';
export { dateOf, dayText, fullDay, minute, endOfDay, time } from './time.ts';
export { limits, limitRule, type LimitId } from './limits.ts';
export { alarmsOf } from './alarms.ts';

/** The unit a limit is counted in. */
export type Unit = 'workingDay' | 'calendarDay' | 'hour' | 'month';

/** How long: so many of a unit; negative counts backwards. */
export interface Span { amount: number; unit: Unit }

/** Days that do not count, both ends included (检验、检测、鉴定、专家评审、补正). */
export interface Suspension { from: string; to: string }

/** The end of a limit. */
export interface Due {
  /** ISO date before rolling. */
  rawDate: string;
  /** ISO date by which it must be done. */
  dueDate: string;
  /** ISO instant of 24:00 in Beijing on `dueDate`, or the exact moment of an hour limit. */
  dueAt: string;
  /** True where the count touches a year whose holiday notice is not imported. */
  provisional: boolean;
}

/** What a count needs besides its start. `roll` false leaves the raw date as the end. */
export interface CountOptions {
  calendar: WorkCalendar;
  suspensions?: readonly Suspension[];
  roll?: boolean;
}

/** Why one run of days was counted or skipped; `days` are the ordinal numbers of the first and last counted day. */
export interface Line {
  from: string;
  to: string;
  kind: 'counted' | 'weekend' | 'holiday' | 'makeUp' | 'suspended' | 'rolled';
  days: [number, number] | null;
}

const dayOf = (text: string): Temporal.PlainDate => Temporal.PlainDate.from(text);

function suspended(date: string, suspensions: readonly Suspension[] = []): boolean {
  return suspensions.some(({ from, to }) => from <= date && date <= to);
}

/** Working days left: from tomorrow, due day included; 0 on the due day and after. */
export function workingDaysLeft(now: Date, dueDate: string, calendar: WorkCalendar): number {
  return workingDaysBetween(dateOf(now), dueDate, calendar);
}

/** Working days gone since the due day, today included; 0 up to the due day. */
export function workingDaysOver(now: Date, dueDate: string, calendar: WorkCalendar): number {
  return workingDaysBetween(dueDate, dateOf(now), calendar);
}

/** 还有 3 个工作日, 今天到期, or 已过 1 个工作日. */
export function leftText(now: Date, dueDate: string, calendar: WorkCalendar): string {
  const today = dateOf(now);
  if (today === dueDate) return '今天到期';
  return today < dueDate
    ? `还有 ${workingDaysLeft(now, dueDate, calendar)} 个工作日`
    : `已过 ${workingDaysOver(now, dueDate, calendar)} 个工作日`;
}

function countDays(start: string, amount: number, counts: (day: Temporal.PlainDate) => boolean): string {
  const step = Math.sign(amount);
  let day = dayOf(start);
  for (let left = Math.abs(amount); left > 0; ) {
    day = day.add({ days: step });
    if (counts(day)) left -= 1;
  }
  return day.toString();
}

// A month limit has no day count, so each suspended day inside it moves its end by one.
function monthEnd(start: string, months: number, suspensions: readonly Suspension[]): string {
  const end = dayOf(start).add({ months }, { overflow: 'constrain' });
  let last = end;
  for (let day = dayOf(start).add({ days: 1 }); Temporal.PlainDate.compare(day, last) <= 0; day = day.add({ days: 1 })) {
    if (suspended(day.toString(), suspensions)) last = last.add({ days: 1 });
  }
  return last.toString();
}

function rawDate(start: string, limit: { amount: number; unit: Exclude<Unit, 'hour'> }, options: CountOptions): string {
  const { amount, unit } = limit;
  const free = (day: Temporal.PlainDate): boolean => !suspended(day.toString(), options.suspensions);
  if (unit === 'month') return monthEnd(start, amount, options.suspensions ?? []);
  if (unit === 'calendarDay') return countDays(start, amount, free);
  return countDays(start, amount, (day) => options.calendar.isWorkingDay(day) && free(day));
}

function uncovered(from: string, to: string, calendar: WorkCalendar): boolean {
  const years = [dayOf(from).year, dayOf(to).year].sort((a, b) => a - b);
  for (let year = years[0] ?? 0; year <= (years[1] ?? 0); year += 1) if (!calendar.covers(year)) return true;
  return false;
}

const midnightAfter = (date: string): string =>
  new Date(`${dayOf(date).add({ days: 1 }).toString()}T00:00:00+08:00`).toISOString();

/** Counts a limit by domain section 4: the start day is not counted, a negative amount counts backward and never rolls. */
export function due(start: Date, { amount, unit }: Span, options: CountOptions): Due {
  if (unit === 'hour') {
    const end = new Date(start.getTime() + amount * 3_600_000);
    return { rawDate: dateOf(end), dueDate: dateOf(end), dueAt: end.toISOString(), provisional: false };
  }
  const from = dateOf(start);
  const raw = rawDate(from, { amount, unit }, options);
  const rolls = (options.roll ?? true) && amount > 0 && unit !== 'workingDay';
  const end = rolls ? rollForward(raw, options.calendar) : raw;
  const usesCalendar = rolls || unit === 'workingDay';
  const touched = unit === 'workingDay' ? dayOf(from).add({ days: Math.sign(amount) }).toString() : raw;
  return {
    rawDate: raw,
    dueDate: end,
    dueAt: midnightAfter(end),
    provisional: usesCalendar && uncovered(touched, end, options.calendar),
  };
}

/** A limit whose day was set by hand: that very day, never rolled and never provisional, because no calendar made it (T03: 以载明日期为准). Pauses move it as they move a count of as many working days; a day so moved is counted. */
export function dueOnDay(start: Date, date: string, { calendar, suspensions = [] }: CountOptions): Due {
  const from = dateOf(start);
  const counts = (day: Temporal.PlainDate): boolean => calendar.isWorkingDay(day) || day.toString() === date;
  const amount = daysBetween(from, date).filter(counts).length;
  const end = amount ? countDays(from, amount, (day) => counts(day) && !suspended(day.toString(), suspensions)) : date;
  return { rawDate: end, dueDate: end, dueAt: midnightAfter(end), provisional: end !== date && uncovered(from, end, calendar) };
}

/** How many working days the pauses of a limit took off: those that it would have counted, from the day after its start to its end. */
export function workingDaysOff(start: Date, end: string, { calendar, suspensions = [] }: CountOptions): number {
  return daysBetween(dateOf(start), end).filter((day) => suspended(day.toString(), suspensions) && calendar.isWorkingDay(day)).length;
}

// The days after one and up to another, the latter included.
function daysBetween(after: string, until: string): Temporal.PlainDate[] {
  const length = dayOf(after).until(dayOf(until)).days;
  return Array.from({ length: Math.max(length, 0) }, (_, index) => dayOf(after).add({ days: index + 1 }));
}

/** The lines of 期限说明 (K35): every run of days from the day after the start to the due day, counted or skipped and why. */
export function explain(start: Date, { amount, unit }: Span, options: CountOptions): Line[] {
  const end = due(start, { amount, unit }, options);
  const from = dateOf(start);
  if (unit === 'hour') return [{ from, to: end.dueDate, kind: 'counted', days: null }];
  const lines: Line[] = [];
  let number = 0;
  const step = amount < 0 ? -1 : 1;
  for (let day = dayOf(from).add({ days: step }); ; day = day.add({ days: step })) {
    const date = day.toString();
    if (step * (date < end.dueDate ? -1 : date > end.dueDate ? 1 : 0) > 0) break;
    const kind = kindOf(day, { unit, end }, options);
    const counts = kind === 'counted' || kind === 'makeUp';
    if (counts) number += 1;
    append(lines, { from: date, to: date, kind, days: counts ? [number, number] : null });
  }
  return joinHolidays(lines);
}

function kindOf(day: Temporal.PlainDate, count: { unit: Unit; end: Due }, options: CountOptions): Line['kind'] {
  const { unit, end } = count;
  const date = day.toString();
  if (end.rawDate < end.dueDate && date > end.rawDate) return 'rolled';
  if (suspended(date, options.suspensions)) return 'suspended';
  if (unit !== 'workingDay') return 'counted';
  const weekend = day.dayOfWeek > 5;
  if (options.calendar.isWorkingDay(day)) return weekend ? 'makeUp' : 'counted';
  return weekend ? 'weekend' : 'holiday';
}

function append(lines: Line[], line: Line): void {
  const last = lines.at(-1);
  if (last?.kind !== line.kind) {
    lines.push(line);
    return;
  }
  last.to = line.to;
  if (last.days && line.days) last.days[1] = line.days[1];
}

// Weekends within a holiday belong to it, as the State Council notice counts them.
function joinHolidays(lines: readonly Line[]): Line[] {
  const joined: Line[] = [];
  const off = (line: Line | undefined): boolean => line?.kind === 'holiday' || line?.kind === 'weekend';
  for (const line of lines) {
    const last = joined.at(-1);
    if (last && off(last) && off(line)) {
      last.to = line.to;
      last.kind = 'holiday';
    } else joined.push(line);
  }
  return joined;
}

const reasons: Readonly<Record<Exclude<Line['kind'], 'counted'>, string>> = {
  weekend: '周末，不计', holiday: '放假，不计', makeUp: '调休上班，计入', suspended: '期间不计，已扣除', rolled: '到期日放假，顺延',
};

/** One line of 期限说明 in words: 「10月8日（周四）至 10月9日（周五）　第 1–2 日」. */
export function lineText(line: Line): string {
  const span = line.from === line.to ? dayText(line.from) : `${dayText(line.from)}至 ${dayText(line.to)}`;
  const [first, last] = line.days ?? [0, 0];
  const days = line.days ? `第 ${first === last ? first : `${first}–${last}`} 日` : '';
  return `${span}　${[days, line.kind === 'counted' ? '' : reasons[line.kind]].filter(Boolean).join('，')}`;
}
