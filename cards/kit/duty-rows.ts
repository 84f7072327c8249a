import { opens } from './draw.ts';
import type { WorkCalendar } from '../../src/domain/time/calendar.ts';
import { addWorkingDays, dateOf } from '../../src/domain/time/deadlines.ts';
import type { Duty } from '../../src/domain/duties.ts';
import { dayText, minute } from '../../src/domain/time/time.ts';
import { plain, tapRow, type Child } from './kit.ts';

/** How pressing duties are, the most pressing first. */
export const dutyGroups = ['已过期限', '今天到期', '三个工作日内', '以后'] as const;

/** How pressing a duty is. */
export type DutyGroup = (typeof dutyGroups)[number];

/** Duties by how pressing they are, groups in order, empty ones left out. */
export function groupedDuties(duties: readonly Duty[], now: Date, calendar: WorkCalendar): { group: DutyGroup; list: Duty[] }[] {
  const soon = addWorkingDays(dateOf(now), 3, calendar);
  return dutyGroups.map((group) => ({ group, list: duties.filter((duty) => groupOf(duty, now, soon) === group) })).filter(({ list }) => list.length);
}

/** A row that says what is to be done, on what, by when; a tap sends that card afresh. */
export function dutyRow(duty: Duty, now: Date): Child {
  return tapRow([plain(`${duty.verb}　${duty.no}　${dueText(duty, now)}${duty.insteadOf ? `　代 ${duty.insteadOf}` : ''}`, 2)], opens(duty.doc, duty.card, duty.face));
}

function dueText(duty: Duty, now: Date): string {
  if (duty.standing) return '期限中止';
  if (duty.urgentHours && duty.dueAt) return `${minute(duty.dueAt)} 前`;
  if (!duty.dueDate) return '未设期限';
  if (duty.dueDate === dateOf(now)) return '今天 24:00 前';
  return duty.dueDate < dateOf(now) ? dayText(duty.dueDate) : `${dayText(duty.dueDate)}前`;
}

function groupOf({ dueDate, dueAt, urgentHours }: Duty, now: Date, soon: string): DutyGroup {
  const today = dateOf(now);
  if (urgentHours && dueAt) return Date.parse(dueAt) < now.getTime() ? '已过期限' : '今天到期';
  if (!dueDate) return '以后';
  if (dueDate <= today) return dueDate < today ? '已过期限' : '今天到期';
  return dueDate <= soon ? '三个工作日内' : '以后';
}
