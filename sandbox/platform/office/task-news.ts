import { inForce, names } from '../../state/console.ts';
import type { Task } from '../../state/office.ts';
import type { World } from '../../world.ts';
import { idsOf } from '../contact/people.ts';

/** What changed, as `obj_type` of `task.task.updated_v1` counts it, and the name the user-access event has for it. */
const changes = {
  detail: [1, 'task_summary_update'],
  assignees: [2, 'task_assignees_update'],
  followers: [3, 'task_followers_update'],
  reminders: [4, 'task_reminders_update'],
  done: [5, 'task_completed_update'],
  undone: [6, 'task_completed_update'],
  deleted: [7, 'task_deleted'],
  created: [1, 'task_create'],
} as const satisfies Record<string, readonly [number, string]>;

/** A way a task changes. */
export type TaskChange = keyof typeof changes;

function people(world: World, task: Task): string[] {
  const all = [...task.members.map((member) => member.id), ...(task.creator === undefined ? [] : [task.creator])];
  return [...new Set(all)].filter((id) => world.state.people[id] !== undefined);
}

function tellMaker(world: World, task: Task, kind: number): void {
  const app = world.state.apps[task.appId];
  if (app === undefined || task.creator !== undefined) return;
  world.events.push(app, { type: 'task.task.updated_v1', title: '任务变更', event: { task_id: task.guid, obj_type: kind } });
}

function tellTenant(world: World, task: Task, concerned: string[]): void {
  const type = 'task.task.update_tenant_v1';
  const ids = concerned.flatMap((id) => (world.state.people[id] === undefined ? [] : [idsOf(world.state.people[id])]));
  for (const app of Object.values(world.state.apps)) {
    if (!names(inForce(world.state, app.appId).events, type)) continue;
    world.events.push(app, {
      type,
      title: '租户任务变更',
      event: { task_id: task.guid, object_type: 'task', user_id_list: { user_id_list: ids } },
    });
  }
}

/** Redraws open pages and pushes the task events (contract 5.5): to the app that made it with its own token, to apps that named the tenant's event, and to those that watch a person concerned. */
export function taskChanged(world: World, task: Task, { change, also = [] }: { change: TaskChange; also?: string[] }): void {
  const [kind, name] = changes[change];
  const concerned = [...new Set([...people(world, task), ...also])];
  task.updatedAt = world.clock.now();
  world.touch();
  world.hub.publish({ type: 'task' }, concerned);
  if (change !== 'created') tellMaker(world, task, kind);
  tellTenant(world, task, concerned);
  for (const watch of world.state.taskWatches) {
    const [appId = '', openId = ''] = watch.split(' ');
    const app = world.state.apps[appId];
    if (app === undefined || !concerned.includes(openId)) continue;
    world.events.push(app, {
      type: 'task.task.update_user_access_v2',
      title: '个人任务变更',
      event: { event_types: [name], task_guid: task.guid },
    });
  }
}

/** Pushes `task.task.comment.updated_v1` to the app that made the task: 1 created, 2 replied, 3 changed, 4 deleted. */
export function commentChanged(world: World, task: Task, what: { comment: string; parent?: string; kind: 1 | 2 | 3 | 4 }): void {
  const app = world.state.apps[task.appId];
  world.touch();
  world.hub.publish({ type: 'task' }, people(world, task));
  if (app === undefined || task.creator !== undefined) return;
  world.events.push(app, {
    type: 'task.task.comment.updated_v1',
    title: '任务评论',
    event: { task_id: task.guid, comment_id: what.comment, parent_id: what.parent ?? '0', obj_type: what.kind },
  });
}
