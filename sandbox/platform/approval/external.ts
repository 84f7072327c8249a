import { assistantChat, remark } from '../../chat/rooms.ts';
import { digits, fields, list, text, type Fields } from '../../json.ts';
import type { ExternalDefinition, ExternalInstance } from '../../state/approval.ts';
import type { World } from '../../world.ts';
import { param, type Call, type Route } from '../call.ts';
import { fail } from '../errors.ts';
import { personBy } from '../contact/people.ts';
import { checkInstance, checkWords, dictionary, invalid } from './external-fields.ts';

function define(call: Call): Fields {
  const { body, world, app } = call;
  const code = text(body['approval_code']);
  const external = fields(body['external']);
  const callback = text(external['action_callback_url']);
  if (code === '' || text(body['group_code']) === '') throw invalid('approval_code and group_code');
  if (external['support_pc'] !== true && external['support_mobile'] !== true) throw invalid('external.support_pc or support_mobile');
  if (callback !== '' && !URL.canParse(callback)) throw invalid('external.action_callback_url');
  checkWords(dictionary(body), { approval_name: body['approval_name'], 'external.biz_name': external['biz_name'] });
  const known = world.state.approvals.external[code];
  if (known !== undefined && known.appId !== app.appId) throw invalid('approval_code is taken');
  world.state.approvals.external[code] = { code, appId: app.appId, fields: body };
  return { approval_code: code };
}

function need(call: Call, code: string): ExternalDefinition {
  const definition = call.world.state.approvals.external[code];
  if (definition === undefined || definition.appId !== call.app.appId) throw fail(1390002);
  return definition;
}

function merged(known: unknown, fresh: unknown, id: string): unknown[] {
  const news = list(fresh).map(fields);
  return [...list(known).filter((each) => !news.some((other) => other[id] === fields(each)[id])), ...news];
}

/** The person a task is for. */
export function taskHolder(world: World, task: Fields): string | undefined {
  const openId = text(task['open_id']);
  return openId === '' ? personBy(world, text(task['user_id']), 'user_id')?.openId : openId;
}

function tell(world: World, instance: ExternalInstance, before: Fields | undefined): void {
  const open = (task: Fields): boolean => task['status'] === 'PENDING';
  const known = new Set(
    list(before?.['task_list'])
      .map(fields)
      .filter(open)
      .map((task) => task['task_id']),
  );
  const title = dictionary(instance.fields).get(text(instance.fields['title'])) ?? '审批';
  for (const task of list(instance.fields['task_list']).map(fields)) {
    const person = taskHolder(world, task);
    if (!open(task) || known.has(task['task_id']) || person === undefined || world.state.people[person] === undefined) continue;
    remark(world, assistantChat(world, '审批助手', person), `“${title}”等待你审批`);
  }
}

function synchronise(call: Call): Fields {
  const { body, world } = call;
  const definition = need(call, text(body['approval_code']));
  checkInstance(body);
  const key = `${definition.code} ${text(body['instance_id'])}`;
  const known = world.state.approvals.externalInstances[key];
  const updateTime = Number(digits(body['update_time']));
  if (known !== undefined && updateTime <= known.updateTime) {
    call.notes.push('update_time 不比已有的新，没有更新');
    return { data: known.fields };
  }
  const replace = text(body['update_mode']) !== 'UPDATE' || known === undefined;
  const kept = replace
    ? body
    : {
        ...known.fields,
        ...body,
        task_list: merged(known.fields['task_list'], body['task_list'], 'task_id'),
        cc_list: merged(known.fields['cc_list'], body['cc_list'], 'cc_id'),
      };
  const instance: ExternalInstance = { definition: definition.code, id: text(body['instance_id']), updateTime, fields: kept };
  world.state.approvals.externalInstances[key] = instance;
  tell(world, instance, known?.fields);
  return { data: kept };
}

/** Those of the caller's instances that are unknown here or have another version, whole or in a task. */
function check(call: Call): Fields {
  const own = Object.values(call.world.state.approvals.externalInstances).filter(
    (each) => call.world.state.approvals.external[each.definition]?.appId === call.app.appId,
  );
  const asked = list(call.body['instances']).map(fields);
  if (asked.length === 0) throw invalid('instances');
  const diff = asked.filter((each) => {
    const known = own.find((one) => one.id === each['instance_id']);
    if (known === undefined || String(known.updateTime) !== digits(each['update_time'])) return true;
    const tasks = new Map(
      list(known.fields['task_list'])
        .map(fields)
        .map((task) => [task['task_id'], digits(task['update_time'])]),
    );
    return list(each['tasks'])
      .map(fields)
      .some((task) => tasks.get(task['task_id']) !== digits(task['update_time']));
  });
  return { diff_instances: diff };
}

const base = '/approval/v4/external';
const scopes = ['approval:approval', 'approval:external_approval', 'approval:external_instance'];

/** Approvals of other systems that people find in 审批中心 (contract 9.7). */
export const externalRoutes: Route[] = [
  { method: 'POST', path: `${base}_approvals`, title: '建三方审批', scopes, run: define },
  {
    method: 'GET',
    path: `${base}_approvals/:approval_code`,
    title: '查三方审批',
    scopes,
    run: (call) => need(call, param(call, 'approval_code')).fields,
  },
  { method: 'POST', path: `${base}_instances`, title: '同步三方审批', scopes, run: synchronise },
  { method: 'POST', path: `${base}_instances/check`, title: '校验三方审批', scopes, run: check },
];
