import type { Fired } from '../time/clock-rows.ts';
import type { Document, EffectRequest, World } from '../document.ts';
import { callingReminders } from './calling/calling-reminders.ts';
import type { Meeting } from './meeting.ts';
import { minutesReminders, resolutionReminders } from './task-reminders.ts';

/** What an alarm of a meeting brings, by how far the meeting is. */
export function meetingReminders(doc: Document<Meeting>, fired: Fired, world: World): readonly EffectRequest[] {
  if (doc.state === 'c.notified' || doc.state === 'c.proposed') return callingReminders(doc, fired, world);
  return doc.state === 'c.minutes' ? minutesReminders(doc, fired, world) : resolutionReminders(doc, fired, world);
}
