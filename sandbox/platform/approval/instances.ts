import { fields, list, parse, text, texts, type Fields } from '../../json.ts';
import type { ApprovalDefinition, ApprovalInstance, ApprovalTask } from '../../state/approval.ts';
import type { Person } from '../../state/tenant.ts';
import { param, type Call, type Route } from '../call.ts';
import { fail } from '../errors.ts';
import { personBy } from '../contact/people.ts';
import { invalid } from './external-fields.ts';
import { cancelApproval, decide, startApproval, type Decision } from './flow.ts';

const MOST_PEOPLE = 20;

function definitionBy(call: Call, code: string): ApprovalDefinition {
  const definition = call.world.state.approvals.definitions[code];
  if (definition === undefined) throw fail(1390002);
  return definition;
}

/** The person named by `open_id`, or by `user_id` in the type of the query, else whichever of the two fits; 1390001 when there is none. */
function personOf(call: Call, body: Fields): Person {
  const id = text(body['open_id']) || text(body['user_id']);
  const type = call.query.get('user_id_type');
  const person =
    type === null ? (personBy(call.world, id, 'user_id') ?? personBy(call.world, id, 'open_id')) : personBy(call.world, id, type);
  if (person === undefined || person.resigned === true) throw invalid('user_id');
  return person;
}

function checkForm(definition: ApprovalDefinition, form: unknown): string {
  const widgets = typeof form === 'string' ? parse(form) : undefined;
  if (!Array.isArray(widgets)) throw invalid('form must be a JSON string of a list');
  const filled = widgets.map(fields);
  const known = new Map(definition.widgets.map((widget) => [widget.id, widget]));
  for (const each of filled) if (known.get(text(each['id']))?.type !== each['type']) throw invalid(`form widget ${text(each['id'])}`);
  const missing = definition.widgets.find(
    (widget) => widget.required === true && !filled.some((each) => each['id'] === widget.id && each['value'] !== ''),
  );
  if (missing !== undefined) throw invalid(`form widget ${missing.id} is required`);
  return text(form);
}

/** People named for steps, by node: open ids, or user ids in the list of that name. */
function named(call: Call, key: string): Record<string, string[]> {
  const read = (name: string, type: string): [string, string[]][] =>
    list(call.body[name]).map((entry) => {
      const people = texts(fields(entry)['value']).map((id) => personBy(call.world, id, type)?.openId);
      if (people.length > MOST_PEOPLE || people.includes(undefined)) throw invalid(name);
      return [text(fields(entry)['key']), people.filter((id) => id !== undefined)];
    });
  return Object.fromEntries([...read(`node_${key}_user_id_list`, 'user_id'), ...read(`node_${key}_open_id_list`, 'open_id')]);
}

function create(call: Call): Fields {
  const { body, world, app } = call;
  const definition = definitionBy(call, text(body['approval_code']));
  if (!definition.enabled) throw fail(1390015);
  const uuid = text(body['uuid']);
  if (uuid === '') call.notes.push('没有 uuid：超时重发会建两个审批');
  else if (Object.values(world.state.approvals.instances).some((each) => each.uuid === uuid && each.appId === app.appId)) throw fail(60012);
  const starter = personOf(call, body);
  const form = checkForm(definition, body['form']);
  const chosen = named(call, 'approver');
  const empty = definition.nodes.find((node) => (chosen[node.id] ?? node.approvers).length === 0);
  if (empty !== undefined) throw invalid(`node_approver_open_id_list: nobody for ${empty.id}`);
  const instance = startApproval(world, definition, {
    appId: app.appId,
    starter: starter.openId,
    form,
    uuid,
    chosen,
    cc: Object.values(named(call, 'cc')).flat(),
    title: text(body['title']) || definition.name,
    forbidRevoke: body['forbid_revoke'] === true,
  });
  return { instance_code: instance.code };
}

function instanceBy(call: Call, id: string): ApprovalInstance {
  const { instances } = call.world.state.approvals;
  const found = instances[id] ?? Object.values(instances).find((each) => each.uuid !== '' && each.uuid === id);
  if (found === undefined) throw fail(1390003);
  return found;
}

function taskView(call: Call, definition: ApprovalDefinition | undefined, task: ApprovalTask): Fields {
  const node = definition?.nodes.find((each) => each.id === task.node);
  return {
    id: task.id,
    user_id: call.world.state.people[task.person]?.userId ?? '',
    open_id: task.person,
    status: task.status,
    node_id: task.node,
    node_name: node?.name ?? '',
    custom_node_id: task.node,
    type: node?.type ?? 'OR',
    start_time: String(task.start),
    end_time: String(task.end),
  };
}

function get(call: Call): Fields {
  const instance = instanceBy(call, param(call, 'instance_id'));
  const { people, approvals } = call.world.state;
  const definition = approvals.definitions[instance.definition];
  const starter = people[instance.starter];
  return {
    approval_name: definition?.name ?? '',
    approval_code: instance.definition,
    instance_code: instance.code,
    start_time: String(instance.at),
    end_time: String(instance.end),
    user_id: starter?.userId ?? '',
    open_id: instance.starter,
    department_id: starter?.departments[0] ?? '',
    serial_number: instance.serial,
    status: instance.status,
    uuid: instance.uuid,
    form: instance.form,
    reverted: false,
    task_list: instance.tasks.map((task) => taskView(call, definition, task)),
    comment_list: [],
    timeline: instance.timeline.map((line) => ({
      type: line.type,
      create_time: String(line.at),
      user_id: people[line.person]?.userId ?? '',
      open_id: line.person,
      ...(line.task === undefined ? {} : { task_id: line.task }),
      ...(line.comment === undefined ? {} : { comment: line.comment }),
    })),
  };
}

function all(call: Call): Fields {
  const definition = definitionBy(call, call.query.get('approval_code') ?? '');
  const [from, to] = ['start_time', 'end_time'].map((name) => Number(call.query.get(name)));
  if (!(Number(from) > 0) || !(Number(to) > 0)) throw invalid('start_time and end_time must be milliseconds');
  const found = Object.values(call.world.state.approvals.instances).filter(
    (each) => each.definition === definition.code && each.at >= Number(from) && each.at <= Number(to),
  );
  return { instance_code_list: found.map((each) => each.code), has_more: false };
}

/** The instance a decision is about, which must belong to the definition named beside it. */
function decided(call: Call): ApprovalInstance {
  const { body } = call;
  const definition = definitionBy(call, text(body['approval_code']));
  const instance = instanceBy(call, text(body['instance_code']));
  if (instance.definition !== definition.code) throw fail(1390003);
  return instance;
}

function act(call: Call, kind: Decision['do']): Fields {
  const { body } = call;
  const instance = decided(call);
  const person = personOf(call, body);
  const task = instance.tasks.find((each) => each.id === text(body['task_id']));
  if (task === undefined || task.person !== person.openId) throw invalid('task_id');
  if (task.status !== 'PENDING') throw invalid(`task is ${task.status}`);
  const comment = text(body['comment']);
  const to = kind === 'transfer' ? personOf(call, { user_id: body['transfer_user_id'] }).openId : '';
  decide(call.world, instance, { task, decision: kind === 'transfer' ? { do: kind, to, comment } : { do: kind, comment } });
  return {};
}

function cancel(call: Call): Fields {
  const instance = decided(call);
  if (personOf(call, call.body).openId !== instance.starter) throw invalid('user_id');
  if (instance.status !== 'PENDING' || instance.forbidRevoke) throw invalid('instance can not be canceled');
  cancelApproval(call.world, instance);
  return {};
}

const base = '/approval/v4';
const scopes = ['approval:approval', 'approval:instance'];
const reading = ['approval:approval', 'approval:approval:readonly', 'approval:instance'];
const deciding = ['approval:approval', 'approval:task'];

/** Native approvals: instances and the tasks in them (contract 9.7). */
export const approvalRoutes: Route[] = [
  { method: 'POST', path: `${base}/instances`, title: '提交审批', tier: 3, scopes, run: create },
  { method: 'GET', path: `${base}/instances`, title: '列审批实例', scopes: reading, run: all },
  { method: 'POST', path: `${base}/instances/cancel`, title: '撤回审批', scopes, run: cancel },
  { method: 'GET', path: `${base}/instances/:instance_id`, title: '查审批实例', scopes: reading, run: get },
  { method: 'POST', path: `${base}/tasks/approve`, title: '同意审批', tier: 3, scopes: deciding, run: (call) => act(call, 'approve') },
  { method: 'POST', path: `${base}/tasks/reject`, title: '拒绝审批', tier: 3, scopes: deciding, run: (call) => act(call, 'reject') },
  { method: 'POST', path: `${base}/tasks/transfer`, title: '转交审批', tier: 3, scopes: deciding, run: (call) => act(call, 'transfer') },
];
