import type { Fired } from '../time/clock-rows.ts';
import type { Alarm, Document, EffectRequest, World } from '../document.ts';
import { toPerson, toRole } from '../effects.ts';
import { center } from '../people.ts';
import { firedTask, taskAlarms, taskReminders } from '../tasks.ts';
import { tasksOf, type Meeting } from './meeting.ts';

/** Reminders of each decision that is a task. */
export function resolutionAlarms(meeting: Meeting, world: World): readonly Alarm[] {
  return taskAlarms(tasksOf(meeting), world);
}

/** What an alarm of the minutes brings: their card again to those present who have not answered. */
export function minutesReminders({ data }: Document<Meeting>, { stage }: Fired, { directory }: World): readonly EffectRequest[] {
  const silent = stage === 'start' ? [] : data.guests.filter((guest) => guest.present && !guest.confirmed);
  return silent.flatMap((guest) => toRole(directory, { organ: guest.organ, roles: ['LIAISON'] }, 'minutes'));
}

/** What an alarm of a decision brings: its card to its organ, and as it grows old to those above and to whoever convened. */
export function resolutionReminders({ data }: Document<Meeting>, fired: Fired, { directory }: World): readonly EffectRequest[] {
  const { id, stage } = firedTask(fired.stage);
  const task = tasksOf(data).find((resolution) => resolution.id === id && !resolution.doneAt);
  if (!task) return [];
  const convener = directory.people.has(data.convener) ? [toPerson(data.convener, 'task', task.id)] : toRole(directory, { organ: center, roles: ['SECRETARY'], face: task.id }, 'task');
  return taskReminders({ organ: task.organ, stage, card: 'task', above: 'task', face: task.id }, convener, directory);
}
