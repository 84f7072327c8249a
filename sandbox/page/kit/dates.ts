import { t } from '../language/language.ts';
const shanghai = 8 * 3_600_000;

/** The parts of a moment as read off a wall clock in China. */
export interface WallTime {
  year: number;
  month: number;
  day: number;
  weekday: string;
  time: string;
}

/** Reads an ISO moment (or epoch milliseconds) as China's wall clock. */
export function wallTime(moment: string | number): WallTime {
  const date = new Date(new Date(moment).getTime() + shanghai);
  const two = (value: number) => String(value).padStart(2, '0');
  return {
    year: date.getUTCFullYear(),
    month: date.getUTCMonth() + 1,
    day: date.getUTCDate(),
    weekday: t(`weekday${date.getUTCDay() as 0 | 1 | 2 | 3 | 4 | 5 | 6}`),
    time: `${two(date.getUTCHours())}:${two(date.getUTCMinutes())}`,
  };
}

/** 「2026年11月24日（周二）」 */
export function fullDay(moment: string | number): string {
  const at = wallTime(moment);
  return t('fullDay', { ...at });
}

/** 「11月24日（周二）」 */
export function shortDay(moment: string | number): string {
  const at = wallTime(moment);
  return t('shortDay', { ...at });
}

/** `2026-11-24`, for comparing days. */
export function dayKey(moment: string | number): string {
  return new Date(new Date(moment).getTime() + shanghai).toISOString().slice(0, 10);
}

/** Time for the chat list: the clock on the same day, else month and day. */
export function listTime(moment: string, now: string | number): string {
  const at = wallTime(moment);
  return dayKey(moment) === dayKey(now) ? at.time : t('bareDay', { ...at });
}

/** Clock with seconds, for the inspector. */
export function seconds(moment: string): string {
  return new Date(new Date(moment).getTime() + shanghai).toISOString().slice(11, 19);
}

/** A calendar day without time zone: `date` is `yyyy-MM-dd`. */
export interface GridDay {
  date: string;
  day: number;
  inMonth: boolean;
}

/** The six weeks shown for a month (`yyyy-MM`), Monday first. */
export function monthGrid(month: string): GridDay[] {
  const first = new Date(`${month}-01T00:00:00Z`);
  const lead = (first.getUTCDay() + 6) % 7;
  return Array.from({ length: 42 }, (_, index) => {
    const date = new Date(first.getTime() + (index - lead) * 86_400_000).toISOString().slice(0, 10);
    return { date, day: Number(date.slice(8)), inMonth: date.startsWith(month) };
  });
}

/** `yyyy-MM-dd` moved by days. */
export function addDays(date: string, days: number): string {
  return new Date(new Date(`${date}T00:00:00Z`).getTime() + days * 86_400_000).toISOString().slice(0, 10);
}

/** `yyyy-MM` moved by months. */
export function addMonths(month: string, months: number): string {
  const at = new Date(`${month}-01T00:00:00Z`);
  at.setUTCMonth(at.getUTCMonth() + months);
  return at.toISOString().slice(0, 7);
}
