import { Temporal } from 'temporal-polyfill';

const zone = 'Asia/Shanghai';
const weekdays = ['一', '二', '三', '四', '五', '六', '日'];

/** A day: an ISO date (2026-12-15), an ISO instant, or a Date; the latter two are read as Beijing time. */
export type Day = string | Date;

function plain(day: Day): Temporal.PlainDate {
  if (typeof day === 'string' && day.length === 10) return Temporal.PlainDate.from(day);
  return local(day).toPlainDate();
}

function local(at: Day): Temporal.ZonedDateTime {
  const epoch = typeof at === 'string' ? Date.parse(at) : at.getTime();
  return Temporal.Instant.fromEpochMilliseconds(epoch).toZonedDateTimeISO(zone);
}

/** The date in Beijing at an instant, as ISO text. */
export function dateOf(at: Date): string {
  return plain(at).toString();
}

/** The ISO date before another. */
export function dayBefore(date: string): string {
  return plain(date).subtract({ days: 1 }).toString();
}

/** The ISO date so many days after another. */
export function daysLater(date: string, days: number): string {
  return plain(date).add({ days }).toString();
}

/** The instant of a clock time on a Beijing day. */
export function instantAt(date: string, clock: string): Date {
  return new Date(`${date}T${clock}:00+08:00`);
}

/** 12月15日（周二）, or with `year` 2026年12月15日（周二）; empty for an empty day. */
export function dayText(day: Day, options: { year?: boolean } = {}): string {
  if (day === '') return '';
  const date = plain(day);
  const year = options.year ? `${date.year}年` : '';
  return `${year}${date.month}月${date.day}日（周${weekdays[date.dayOfWeek - 1]}）`;
}

/** 2026年12月15日（周二）, for documents and the headline of a duty. */
export function fullDay(day: Day): string {
  return dayText(day, { year: true });
}

/** 12月10日（周四）16:20, Beijing time. */
export function minute(at: Day, options: { year?: boolean } = {}): string {
  return at === '' ? '' : `${dayText(dateOf(new Date(at)), options)}${clock(at)}`;
}

/** 16:20, Beijing time. */
export function clock(at: Day): string {
  const time = local(at);
  return `${String(time.hour).padStart(2, '0')}:${String(time.minute).padStart(2, '0')}`;
}

/** 12月15日（周二）24:00 前; never 0:00 of the next day. */
export function endOfDay(day: Day, options: { year?: boolean } = {}): string {
  return day === '' ? '' : `${dayText(day, options)}24:00 前`;
}

/** The end of a limit as cards write it, marked where the year's holidays are not yet known. */
export function dueText(due: { dueDate: string; provisional: boolean }, options: { year?: boolean } = {}): string {
  return `${dayText(due.dueDate, options)}${due.provisional ? '（暂按周末推算，待放假通知发布后更新）' : ''}`;
}

/** A span with its unit: 15 个工作日, 3 日（自然日）, 24 小时（含节假日）, 6 个月. */
export function spanText(amount: number, unit: 'workingDay' | 'calendarDay' | 'hour' | 'month'): string {
  const forms = { workingDay: ' 个工作日', calendarDay: ' 日（自然日）', hour: ' 小时（含节假日）', month: ' 个月' };
  return `${Math.abs(amount)}${forms[unit]}`;
}

/** Every way a date is written for people (experience 7.1). */
export const time = { dayText, fullDay, minute, clock, endOfDay, dueText, spanText };
