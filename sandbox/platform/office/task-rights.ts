import type { Task } from '../../state/office.ts';
import { param, type Call } from '../call.ts';
import { fail } from '../errors.ts';

function involved(call: Call, task: Task, roles: readonly string[]): boolean {
  const caller = call.user?.openId ?? call.app.appId;
  if ((task.creator ?? task.appId) === caller) return true;
  return task.members.some((member) => member.id === caller && roles.includes(member.role));
}

/** A task by guid that the caller may read: as its creator or one of its members; 1470404, 1470403. */
export function readableTask(call: Call, guid: string): Task {
  const task = call.world.state.tasks[guid];
  if (task === undefined) throw fail(1470404);
  if (!involved(call, task, ['assignee', 'follower'])) throw fail(1470403);
  return task;
}

/** The task of the path, readable by the caller. */
export function taskToRead(call: Call): Task {
  return readableTask(call, param(call, 'task_guid'));
}

/** The task of the path that the caller may change: as its creator or an assignee. */
export function taskToChange(call: Call): Task {
  const task = taskToRead(call);
  if (!involved(call, task, ['assignee'])) throw fail(1470403);
  return task;
}
