import type { Fired } from '../time/clock-rows.ts';
import type { Alarm, Document, EffectRequest, World } from '../document.ts';
import { toPerson, toRole } from '../effects.ts';
import { center, type Directory } from '../people.ts';
import { firedTask, taskAlarms, taskReminders } from '../tasks.ts';
import { byLetter } from './guests.ts';
import { tasksOf, type Meeting, type Resolution } from './meeting.ts';

/** Reminders of each decision that is a task. */
export function resolutionAlarms(meeting: Meeting, world: World): readonly Alarm[] {
  return taskAlarms(tasksOf(meeting), world);
}

/** What an alarm of the minutes brings: their card again to those present who have not answered. */
export function minutesReminders({ data }: Document<Meeting>, { stage }: Fired, { directory }: World): readonly EffectRequest[] {
  const silent = stage === 'start' ? [] : data.guests.filter((guest) => guest.present && !guest.confirmed);
  return silent.flatMap((guest) => toRole(directory, { organ: guest.organ, roles: ['LIAISON'] }, 'minutes'));
}

/** The card of a decision to the liaisons of its organ; of an organ without an account to whoever convened, who writes to it. */
export function taskTo(meeting: Meeting, task: Resolution, { directory }: World): readonly EffectRequest[] {
  return byLetter(meeting, directory).includes(task.organ) ? toConvener(meeting, task, directory) : toRole(directory, { organ: task.organ, roles: ['LIAISON'], face: task.id }, 'task');
}

function toConvener({ convener }: Meeting, { id }: Resolution, directory: Directory): readonly EffectRequest[] {
  return directory.people.has(convener) ? [toPerson(convener, 'task', id)] : toRole(directory, { organ: center, roles: ['SECRETARY'], face: id }, 'task');
}

/** What an alarm of a decision brings: its card to its organ, and as it grows old to those above and to whoever convened. */
export function resolutionReminders({ data }: Document<Meeting>, fired: Fired, { directory }: World): readonly EffectRequest[] {
  const { id, stage } = firedTask(fired.stage);
  const task = tasksOf(data).find((resolution) => resolution.id === id && !resolution.doneAt);
  if (!task) return [];
  const convener = toConvener(data, task, directory);
  return byLetter(data, directory).includes(task.organ) ? convener : taskReminders({ organ: task.organ, stage, card: 'task', above: 'task', face: task.id }, convener, directory);
}
