import type { Alarm, EffectRequest, World } from './document.ts';
import { toRole } from './effects.ts';
import { center, type Directory, type StaffRole } from './people.ts';
import { addWorkingDays } from './time/deadlines.ts';
import { instantAt } from './time/time.ts';

/** Something that an organ has to do by a day (ISO) of its own, inside a document that holds several of them. */
export interface Task { id: string; organ: string; dueDate: string }

const stages = [['before3', -3], ['before1', -1], ['dueDay', 0], ['over1', 1], ['over3', 3], ['over5', 5]] as const;

/** Reminders of each task at 09:00: three and one working day before, on the day, and the first, third and fifth working day after; none that has passed. */
export function taskAlarms(tasks: readonly Pick<Task, 'id' | 'dueDate'>[], { now, calendar }: Pick<World, 'now' | 'calendar'>): readonly Alarm[] {
  return tasks
    .flatMap((task) => stages.map(([stage, days]) => ({
      id: `task-${task.id}-${task.dueDate}-${stage}`, at: instantAt(days === 0 ? task.dueDate : addWorkingDays(task.dueDate, days, calendar), '09:00').toISOString(), rule: '', stage: `${task.id}-${stage}`,
    })))
    .filter((alarm) => Date.parse(alarm.at) > now.getTime());
}

/** The id of the task and the stage of an alarm that `taskAlarms` set. */
export function firedTask(stage: string): { id: string; stage: string } {
  const [id = '', of = ''] = stage.split('-');
  return { id, stage: of };
}

/** What a stage of a task shows: to its organ the card `card`, to the head of the Center `above`. */
interface Due { organ: string; stage: string; card: string; above: string; face: string }

/** Whom a stage of a task tells: the liaisons of its organ; overdue ones climb as those of a forward do: deputy and whoever coordinates, then the head, then the head of the Center. */
export function taskReminders({ organ, stage, card, above, face }: Due, coordinator: readonly EffectRequest[], directory: Directory): readonly EffectRequest[] {
  const tell = (...roles: StaffRole[]) => toRole(directory, { organ, roles, face }, card);
  switch (stage) {
    case 'over1':
      return [...tell('LIAISON', 'DEPUTY'), ...coordinator];
    case 'over3':
      return [...tell('HEAD', 'DEPUTY'), ...coordinator];
    case 'over5':
      return toRole(directory, { organ: center, roles: ['C_HEAD'], face }, above);
    default:
      return tell('LIAISON');
  }
}
