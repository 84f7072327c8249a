import type { Task } from '../../state/office.ts';
import type { World } from '../../world.ts';
import { taskChanged } from './task-news.ts';

const ALL = 1;

function assignees(task: Task): string[] {
  return task.members.filter((member) => member.role === 'assignee').map((member) => member.id);
}

/** Completes or reopens a whole task; `at` 0 reopens. */
export function completeTask(world: World, task: Task, at: number): void {
  task.doneAt = at;
  task.doneBy = at > 0 ? Object.fromEntries(assignees(task).map((id) => [id, at])) : {};
  taskChanged(world, task, { change: at > 0 ? 'done' : 'undone' });
}

/** An assignee ticks or unticks a task: done by one of them, or in mode 1 (会签) once all of them have. */
export function tickTask(world: World, task: Task, { person, done }: { person: string; done: boolean }): void {
  const now = world.clock.now();
  const others = assignees(task).filter((id) => id !== person);
  const parts = { ...task.doneBy, [person]: done ? now : 0 };
  const waiting = task.fields['mode'] === ALL && others.some((id) => (parts[id] ?? 0) === 0);
  if (done && !waiting) {
    completeTask(world, task, now);
    return;
  }
  const reopened = task.doneAt > 0;
  Object.assign(task, { doneAt: 0, doneBy: parts });
  taskChanged(world, task, { change: reopened ? 'undone' : 'detail' });
}
