import type { Urgency } from '../../push/push.ts';
import type { Meeting } from '../meeting.ts';

/** What is said in the group of a meeting. */
export const groupLines = ['day', 'hour', 'ten', 'moved', 'cancelled', 'confirmed'] as const;
/** One of them. */
export type GroupLine = (typeof groupLines)[number];

const hurryMs = 2 * 3_600_000;

/** Whether a meeting was moved or cancelled so late that those who come must hear of it at any hour: within two hours of its time, the old or the new (experience section 2, 3). */
export function isHurried({ start, movedFrom }: Pick<Meeting, 'start' | 'movedFrom'>, { now }: { now: Date }): boolean {
  return [start, movedFrom].some((time) => time !== '' && Math.abs(Date.parse(time) - now.getTime()) <= hurryMs);
}

/** How much a line in the group may disturb: the last reminders come at their time, that the minutes hold is only to know. */
export function urgencyOfLine(text: GroupLine, meeting: Pick<Meeting, 'start' | 'movedFrom'>, at: { now: Date }): Urgency {
  if (text === 'hour' || text === 'ten') return 'first';
  if (text === 'confirmed') return 'news';
  return text !== 'day' && isHurried(meeting, at) ? 'alarm' : 'duty';
}
