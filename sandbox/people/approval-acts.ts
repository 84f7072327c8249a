import { fields, isFields, list, text, texts, type Fields } from '../json.ts';
import { approvalCode, cancelApproval, decide, startApproval } from '../platform/approval/flow.ts';
import { postQuick, quickTask, type QuickTap } from '../platform/approval/quick.ts';
import type { ApprovalDefinition, ApprovalInstance, ApprovalNode } from '../state/approval.ts';
import type { World } from '../world.ts';
import type { Act } from './group-acts.ts';
import { refuse } from './refusal.ts';
import { actor } from './speak.ts';

function nodeFrom(world: World, value: unknown, index: number): ApprovalNode {
  const given = fields(value);
  const approvers = texts(given['approvers']);
  if (approvers.some((id) => world.state.people[id] === undefined)) throw refuse(404, '审批人里有不认识的人');
  return {
    id: text(given['id']) || `node_${index + 1}`,
    name: text(given['name']) || `第 ${index + 1} 步`,
    type: given['type'] === 'AND' ? 'AND' : 'OR',
    approvers,
  };
}

const define: Act = (world, asked) => {
  const name = text(asked['name']);
  if (name === '') throw refuse(400, '请写审批的名称');
  const definition: ApprovalDefinition = {
    code: text(asked['code']) || approvalCode(),
    name,
    widgets: list(asked['widgets'])
      .filter(isFields)
      .map((each) => ({ id: text(each['id']), type: text(each['type']), name: text(each['name']), required: each['required'] === true })),
    nodes: list(asked['nodes']).map((each, index) => nodeFrom(world, each, index)),
    enabled: asked['enabled'] !== false,
  };
  world.state.approvals.definitions[definition.code] = definition;
  world.touch();
  return { approval: definition.code };
};

function instanceOf(world: World, code: string): ApprovalInstance {
  const instance = world.state.approvals.instances[code];
  if (instance === undefined) throw refuse(404, '没有这个审批');
  return instance;
}

const apply: Act = (world, asked) => {
  const person = actor(world, text(asked['as']));
  const definition = world.state.approvals.definitions[text(asked['approval'])];
  if (definition === undefined || !definition.enabled) throw refuse(404, '没有这种审批');
  const chosen = Object.fromEntries(Object.entries(fields(asked['approvers'])).map(([node, people]) => [node, texts(people)]));
  if (definition.nodes.some((node) => (chosen[node.id] ?? node.approvers).length === 0)) throw refuse(400, '请选审批人');
  const instance = startApproval(world, definition, {
    appId: '',
    starter: person.openId,
    form: JSON.stringify(list(asked['form'])),
    uuid: '',
    chosen,
    cc: [],
    title: text(asked['title']) || definition.name,
    forbidRevoke: false,
  });
  return { instance: instance.code };
};

const decideOn: Act = (world, asked) => {
  const person = actor(world, text(asked['as']));
  const instance = instanceOf(world, text(asked['instance']));
  const comment = text(asked['comment']);
  const kind = text(asked['do']);
  if (kind === 'cancel') {
    if (instance.starter !== person.openId || instance.forbidRevoke) throw refuse(403, '不能撤回');
    if (instance.status !== 'PENDING') throw refuse(409, '审批已结束');
    cancelApproval(world, instance);
    return {};
  }
  const task = instance.tasks.find((each) => each.person === person.openId && each.status === 'PENDING');
  if (task === undefined) throw refuse(409, '没有等他审批的事');
  if (kind === 'transfer') decide(world, instance, { task, decision: { do: kind, to: actor(world, text(asked['to'])).openId, comment } });
  else if (kind === 'approve' || kind === 'reject') decide(world, instance, { task, decision: { do: kind, comment } });
  else throw refuse(400, 'do 应为 approve、reject、transfer 或 cancel');
  return {};
};

const quick: Act = async (world, asked) => {
  const { external, externalInstances } = world.state.approvals;
  const definition = external[text(asked['approval'])];
  const instance = externalInstances[`${text(asked['approval'])} ${text(asked['instance'])}`];
  const action = text(asked['do']);
  if (definition === undefined || instance === undefined) throw refuse(404, '没有这个审批');
  if (action !== 'APPROVE' && action !== 'REJECT') throw refuse(400, 'do 应为 APPROVE 或 REJECT');
  const tap: QuickTap = {
    person: actor(world, text(asked['as'])),
    definition,
    instance,
    task: text(asked['task']),
    action,
    reason: text(asked['reason']),
  };
  const task = quickTask(world, tap);
  if (typeof task === 'string') throw refuse(409, task);
  if (!(await postQuick(world, tap, task))) throw refuse(502, '操作没有成功，请稍后再试');
  return {};
};

function mine(world: World, openId: string): Fields[] {
  return Object.values(world.state.approvals.instances)
    .filter((each) => each.starter === openId || each.cc.includes(openId) || each.tasks.some((task) => task.person === openId))
    .toSorted((a, b) => b.at - a.at)
    .map((each) => ({
      instance: each.code,
      title: each.title,
      status: each.status,
      starter: each.starter,
      waiting: each.tasks.some((task) => task.person === openId && task.status === 'PENDING'),
    }));
}

const approvals: Act = (world, asked) => ({ approvals: mine(world, actor(world, text(asked['as'])).openId) });

/** Setting up native approvals, applying, deciding, and the quick buttons of third-party approvals. */
export const approvalActs: Record<string, Act> = {
  'define-approval': define,
  apply,
  decide: decideOn,
  'quick-approve': quick,
  approvals,
};
