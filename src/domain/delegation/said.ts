import { daysLater } from '../time/time.ts';

/** What somebody said of his absence; empty where he did not say it. */
export interface LeaveSaid { from: string; to: string; name: string }

const date = '(?:(?:\\d{1,2}月)?\\d{1,2}[日号]|今天|明天|后天)';
const days = new RegExp(`(${date})(?:[起]?(?:至|到|-|—|~)(${date}))?`);

const byName = [/(?:由|让|找|请(?!假))([\p{Script=Han}·]{2,10}?)来?代为?办/u, /[，,、\s]([\p{Script=Han}·]{2,10}?)来?代为?办/u];

/** Reads 「12月21日到25日请假，萨仁代办」; a day without month belongs to the month before it, a day that has passed this year to the next. */
export function leaveSaid(text: string, today: string): LeaveSaid {
  const [, first = '', last = ''] = days.exec(text) ?? [];
  const from = dayOf(first, today, today);
  const to = dayOf(last, from || today, today);
  const name = byName.map((find) => find.exec(text)?.[1]).find(Boolean) ?? '';
  return { from, to: to || from, name };
}

function dayOf(said: string, near: string, today: string): string {
  const relative = ['今天', '明天', '后天'].indexOf(said);
  if (relative >= 0) return daysLater(today, relative);
  const [, month, day] = /^(?:(\d{1,2})月)?(\d{1,2})[日号]$/.exec(said) ?? [];
  if (!day) return '';
  const date = `${near.slice(0, 4)}-${(month ?? near.slice(5, 7)).padStart(2, '0')}-${day.padStart(2, '0')}`;
  if (Number.isNaN(Date.parse(date)) || !isReal(date)) return '';
  return date < today && month ? `${Number(date.slice(0, 4)) + 1}${date.slice(4)}` : date;
}

function isReal(date: string): boolean {
  return new Date(`${date}T00:00:00Z`).toISOString().startsWith(date);
}
