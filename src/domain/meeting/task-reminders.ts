import { addWorkingDays } from '../time/deadlines.ts';
import { instantAt } from '../time/time.ts';
import type { Fired } from '../time/clock-rows.ts';
import type { Alarm, Document, EffectRequest, World } from '../document.ts';
import { toRole } from '../effects.ts';
import { center } from '../people.ts';
import type { Meeting } from './meeting.ts';

/** Reminders of each resolution: one working day before, on the day, and the first and third working day after. */
export function resolutionAlarms(meeting: Meeting, world: World): readonly Alarm[] {
  const stages = [['before1', -1], ['dueDay', 0], ['over1', 1], ['over3', 3]] as const;
  return meeting.resolutions
    .flatMap((task) => stages.map(([stage, days]) => ({
      id: `task-${task.id}-${stage}`, at: instantAt(days === 0 ? task.dueDate : addWorkingDays(task.dueDate, days, world.calendar), '09:00').toISOString(), rule: '', stage: `${task.id}-${stage}`,
    })))
    .filter((alarm) => Date.parse(alarm.at) > world.now.getTime());
}

/** What an alarm of the minutes brings: their card again to those present who have not answered. */
export function minutesReminders({ data }: Document<Meeting>, { stage }: Fired, { directory }: World): readonly EffectRequest[] {
  const silent = stage === 'start' ? [] : data.guests.filter((guest) => guest.present && !guest.confirmed);
  return silent.flatMap((guest) => toRole(directory, { organ: guest.organ, roles: ['LIAISON'] }, 'minutes'));
}

/** What an alarm of a resolution brings: its card to its organ, and to the Center once it is long overdue. */
export function taskReminders({ data }: Document<Meeting>, fired: Fired, { directory }: World): readonly EffectRequest[] {
  const [id = '', stage = ''] = fired.stage.split('-');
  const task = data.resolutions.find((resolution) => resolution.id === id && !resolution.doneAt);
  if (!task) return [];
  const tell = (organ: string, role: 'LIAISON' | 'C_HEAD') => toRole(directory, { organ, roles: [role], face: task.id }, 'task');
  return stage === 'over3' ? [...tell(task.organ, 'LIAISON'), ...tell(center, 'C_HEAD')] : tell(task.organ, 'LIAISON');
}
