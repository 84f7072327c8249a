import type { ApprovalDefinition, ApprovalInstance, ApprovalTask, TaskStatus } from '../../state/approval.ts';
import { freshHex, freshNumber } from '../../state/ids.ts';
import type { World } from '../../world.ts';
import { instanceChanged, taskChanged } from './news.ts';

/** A new native approval: who applies, with which form, and whom he named for steps without approvers. */
export interface Application extends Pick<ApprovalInstance, 'appId' | 'starter' | 'form' | 'uuid' | 'chosen' | 'cc' | 'forbidRevoke'> {
  title: string;
}

/** An id in the platform's spelling, e.g. `7C468A54-8745-2245-9675-08B7C63E7A85`. */
export function approvalCode(): string {
  const hex = freshHex().toUpperCase();
  return [hex.slice(0, 8), hex.slice(8, 12), hex.slice(12, 16), hex.slice(16, 20), hex.slice(20)].join('-');
}

function definitionOf(world: World, instance: ApprovalInstance): ApprovalDefinition | undefined {
  return world.state.approvals.definitions[instance.definition];
}

function close(world: World, instance: ApprovalInstance, status: ApprovalInstance['status']): void {
  const now = world.clock.now();
  for (const task of instance.tasks) if (task.status === 'PENDING') settle(world, instance, { task, status: 'DONE' });
  Object.assign(instance, { status, end: now });
  instanceChanged(world, instance);
}

function settle(world: World, instance: ApprovalInstance, { task, status }: { task: ApprovalTask; status: TaskStatus }): void {
  Object.assign(task, { status, end: world.clock.now() });
  taskChanged(world, instance, task);
}

function ask(world: World, instance: ApprovalInstance, { person, node }: { person: string; node: string }): void {
  const task: ApprovalTask = { id: freshNumber(19), person, node, status: 'PENDING', start: world.clock.now(), end: 0 };
  instance.tasks.push(task);
  taskChanged(world, instance, task);
}

/** Opens the step at which the instance stands; past the last one it is approved. */
function step(world: World, instance: ApprovalInstance): void {
  const node = definitionOf(world, instance)?.nodes[instance.node];
  if (node === undefined) {
    close(world, instance, 'APPROVED');
    return;
  }
  const approvers = instance.chosen[node.id] ?? node.approvers;
  for (const person of approvers) ask(world, instance, { person, node: node.id });
}

/** Starts an approval; it is pending at its first step. */
export function startApproval(world: World, definition: ApprovalDefinition, wish: Application): ApprovalInstance {
  const now = world.clock.now();
  const { state } = world;
  const instance: ApprovalInstance = {
    ...wish,
    code: approvalCode(),
    definition: definition.code,
    serial: `${new Date(now).toISOString().slice(0, 10).replaceAll('-', '')}${String(Object.keys(state.approvals.instances).length + 1).padStart(4, '0')}`,
    node: 0,
    status: 'PENDING',
    tasks: [],
    timeline: [{ type: 'START', at: now, person: wish.starter }],
    at: now,
    end: 0,
  };
  state.approvals.instances[instance.code] = instance;
  instanceChanged(world, instance);
  step(world, instance);
  return instance;
}

/** What an approver does with his task. */
export type Decision = { do: 'approve' | 'reject'; comment: string } | { do: 'transfer'; to: string; comment: string };

/** Carries out a decision on an open task: a rejection ends the approval, the last needed consent opens the next step. */
export function decide(world: World, instance: ApprovalInstance, { task, decision }: { task: ApprovalTask; decision: Decision }): void {
  const node = definitionOf(world, instance)?.nodes.find((each) => each.id === task.node);
  const line = { at: world.clock.now(), person: task.person, task: task.id, comment: decision.comment };
  if (decision.do === 'transfer') {
    instance.timeline.push({ type: 'TRANSFER', ...line });
    settle(world, instance, { task, status: 'TRANSFERRED' });
    ask(world, instance, { person: decision.to, node: task.node });
    return;
  }
  instance.timeline.push({ type: decision.do === 'approve' ? 'PASS' : 'REJECT', ...line });
  settle(world, instance, { task, status: decision.do === 'approve' ? 'APPROVED' : 'REJECTED' });
  if (decision.do === 'reject') {
    close(world, instance, 'REJECTED');
    return;
  }
  const others = instance.tasks.filter((each) => each.node === task.node && each.status === 'PENDING');
  if (others.length > 0 && node?.type === 'AND') return;
  for (const each of others) settle(world, instance, { task: each, status: 'DONE' });
  instance.node += 1;
  step(world, instance);
}

/** The applicant takes his approval back. */
export function cancelApproval(world: World, instance: ApprovalInstance): void {
  instance.timeline.push({ type: 'CANCEL', at: world.clock.now(), person: instance.starter });
  close(world, instance, 'CANCELED');
}
