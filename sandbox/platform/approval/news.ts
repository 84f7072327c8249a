import { assistantChat, remark } from '../../chat/rooms.ts';
import { inForce, names } from '../../state/console.ts';
import type { ApprovalInstance, ApprovalTask } from '../../state/approval.ts';
import { freshHex } from '../../state/ids.ts';
import type { App } from '../../state/tenant.ts';
import type { Happening, World } from '../../world.ts';
import { idsOf } from '../contact/people.ts';

function listeners(world: World, code: string): App[] {
  return world.state.approvals.watches
    .map((watch) => watch.split(' '))
    .flatMap(([appId = '', watched]) => (watched === code && world.state.apps[appId] !== undefined ? [world.state.apps[appId]] : []));
}

/** Pushes `approval_instance` in the old envelope to the apps that subscribed to the definition, and its v2 sister to apps that named it (contract 5.5, 16.8). */
export function instanceChanged(world: World, instance: ApprovalInstance): void {
  const now = String(world.clock.now());
  const about = { approval_code: instance.definition, instance_code: instance.code, status: instance.status };
  world.touch();
  for (const app of listeners(world, instance.definition)) {
    world.events.push(app, {
      type: 'approval_instance',
      title: '审批实例变更',
      event: { ...about, operate_time: now, instance_operate_time: now, uuid: instance.uuid || freshHex().slice(0, 8) },
    });
  }
  const starter = world.state.people[instance.starter];
  const event = { ...about, external_id: '', operate_time: now, ...(starter === undefined ? {} : { start_user: idsOf(starter) }) };
  tellNaming(world, { type: 'approval.instance.status_changed_v4', title: '审批实例变更', event });
}

/** The v2 sisters come only to apps that name them: a console nobody has narrowed would hear everything twice. */
function tellNaming(world: World, happening: Happening): void {
  for (const app of Object.values(world.state.apps)) {
    if (names(inForce(world.state, app.appId).events, happening.type)) world.events.push(app, happening);
  }
}

/** Pushes `approval_task` in the old envelope, and writes into 审批助手 of whoever has to decide. */
export function taskChanged(world: World, instance: ApprovalInstance, task: ApprovalTask): void {
  const person = world.state.people[task.person];
  world.touch();
  if (task.status === 'PENDING') {
    const starter = world.state.people[instance.starter]?.name ?? '';
    remark(world, assistantChat(world, '审批助手', task.person), `${starter}提交的“${instance.title}”等待你审批`);
  }
  const about = {
    task_id: task.id,
    instance_code: instance.code,
    approval_code: instance.definition,
    status: task.status,
    operate_time: String(world.clock.now()),
  };
  for (const app of listeners(world, instance.definition)) {
    world.events.push(app, {
      type: 'approval_task',
      title: '审批任务变更',
      event: { ...about, open_id: task.person, user_id: person?.userId ?? '', custom_key: task.node, def_key: task.node, extra: '' },
    });
  }
  tellNaming(world, {
    type: 'approval.task.status_changed_v4',
    title: '审批任务变更',
    event: { ...about, ...(person === undefined ? {} : { operate_user: idsOf(person) }) },
  });
}
