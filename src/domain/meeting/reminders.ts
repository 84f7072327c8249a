import { addWorkingDays } from '../time/deadlines.ts';
import { instantAt } from '../time/time.ts';
import type { Fired } from '../time/clock-rows.ts';
import type { Alarm, Document, EffectRequest, World } from '../document.ts';
import { post, toRole } from '../effects.ts';
import { center } from '../people.ts';
import type { Meeting } from './meeting.ts';

const hour = 3_600_000;

/** Reminders of a meeting in its group: a day, an hour and ten minutes before; none after it began. */
export function meetingAlarms(start: string): readonly Alarm[] {
  const at = Date.parse(start);
  const stages = [['day', 24 * hour], ['hour', hour], ['ten', 10 * 60_000]] as const;
  return stages.map(([stage, before]) => ({ id: `meet-${at.toString(36)}-${stage}`, at: new Date(at - before).toISOString(), rule: '', stage }));
}

/** Reminders of each resolution: one working day before, on the day, and the first and third working day after. */
export function resolutionAlarms(meeting: Meeting, world: World): readonly Alarm[] {
  const stages = [['before1', -1], ['dueDay', 0], ['over1', 1], ['over3', 3]] as const;
  return meeting.resolutions
    .flatMap((task) => stages.map(([stage, days]) => ({
      id: `task-${task.id}-${stage}`, at: instantAt(days === 0 ? task.dueDate : addWorkingDays(task.dueDate, days, world.calendar), '09:00').toISOString(), rule: '', stage: `${task.id}-${stage}`,
    })))
    .filter((alarm) => Date.parse(alarm.at) > world.now.getTime());
}

/** What an alarm of a meeting brings: a line in the group, a card to those who have not answered, an overdue task to its organ and then to the Center. */
export function meetingReminders(doc: Document<Meeting>, fired: Fired, world: World): readonly EffectRequest[] {
  const liaisons = (organ: string, card: string) => toRole(world.directory, { organ, roles: ['LIAISON'] }, card);
  if (doc.state === 'c.notified') {
    const silent = fired.stage === 'day' ? doc.data.guests.filter((guest) => !guest.reply) : [];
    return ['day', 'hour', 'ten'].includes(fired.stage) ? [post('say-group', { text: fired.stage }), ...silent.flatMap((guest) => liaisons(guest.organ, 'invitation'))] : [];
  }
  if (doc.state === 'c.minutes') {
    return fired.stage === 'start' ? [] : doc.data.guests.filter((guest) => guest.present && !guest.confirmed).flatMap((guest) => liaisons(guest.organ, 'minutes'));
  }
  const [id = '', stage = ''] = fired.stage.split('-');
  const task = doc.data.resolutions.find((resolution) => resolution.id === id && !resolution.doneAt);
  if (!task) return [];
  const tell = (organ: string, role: 'LIAISON' | 'C_HEAD') => toRole(world.directory, { organ, roles: [role], face: task.id }, 'task');
  return stage === 'over3' ? [...tell(task.organ, 'LIAISON'), ...tell(center, 'C_HEAD')] : tell(task.organ, 'LIAISON');
}
