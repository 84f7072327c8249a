import { addWorkingDays } from '../time/deadlines.ts';
import { instantAt } from '../time/time.ts';
import type { Fired } from '../time/clock-rows.ts';
import type { Alarm, Document, EffectRequest, World } from '../document.ts';
import { toPerson, toRole } from '../effects.ts';
import { center, type StaffRole } from '../people.ts';
import { tasksOf, type Meeting } from './meeting.ts';

/** Reminders of each resolution: one working day before, on the day, and the first, third and fifth working day after. */
export function resolutionAlarms(meeting: Meeting, world: World): readonly Alarm[] {
  const stages = [['before1', -1], ['dueDay', 0], ['over1', 1], ['over3', 3], ['over5', 5]] as const;
  return tasksOf(meeting)
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

/** What an alarm of a resolution brings: its card to its organ; overdue ones climb as those of a forward do: deputy and the Center, then the head, then the head of the Center. */
export function taskReminders({ data }: Document<Meeting>, fired: Fired, { directory }: World): readonly EffectRequest[] {
  const [id = '', stage = ''] = fired.stage.split('-');
  const task = tasksOf(data).find((resolution) => resolution.id === id && !resolution.doneAt);
  if (!task) return [];
  const tell = (organ: string, ...roles: StaffRole[]) => toRole(directory, { organ, roles, face: task.id }, 'task');
  const convener = directory.people.has(data.convener) ? [toPerson(data.convener, 'task', task.id)] : tell(center, 'SECRETARY');
  switch (stage) {
    case 'over1':
      return [...tell(task.organ, 'LIAISON', 'DEPUTY'), ...convener];
    case 'over3':
      return [...tell(task.organ, 'HEAD', 'DEPUTY'), ...convener];
    case 'over5':
      return tell(center, 'C_HEAD');
    default:
      return tell(task.organ, 'LIAISON');
  }
}
