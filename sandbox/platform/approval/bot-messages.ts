import { assistantChat, remark } from '../../chat/rooms.ts';
import { fields, text, type Fields } from '../../json.ts';
import { freshNumber } from '../../state/ids.ts';
import { once, type Call, type Route } from '../call.ts';
import { personBy } from '../contact/people.ts';
import { invalid } from './external-fields.ts';

const LIFE_MS = 30 * 86_400_000;
const CHANGEABLE = '1008';
const states: Record<string, string> = {
  APPROVED: '已同意',
  REJECTED: '已拒绝',
  CANCELLED: '已撤回',
  FORWARDED: '已转交',
  ROLLBACK: '已回退',
  ADD: '已加签',
  DELETED: '已删除',
  PROCESSED: '已处理',
  CUSTOM: '',
};

function words(value: unknown): string {
  return text(value).replace(/^@i18n@.*/, '');
}

function send(call: Call): Fields {
  const { body, world, app } = call;
  const template = text(body['template_id']);
  if (!/^10\d\d$/.test(template)) throw invalid('template_id');
  const person = world.state.people[text(body['open_id'])] ?? personBy(world, text(body['user_id']), 'user_id');
  if (person === undefined) throw invalid('open_id');
  const uuid = text(body['uuid']);
  if (uuid === '') call.notes.push('没有 uuid：超时重发会发两条');
  return once(call, { key: uuid === '' ? '' : `approval ${uuid}`, hours: 1 }, () => {
    const id = freshNumber(19);
    world.state.approvals.messages[id] = { id, appId: app.appId, person: person.openId, template, fields: body, at: world.clock.now() };
    const summary = words(fields(body['content'])['summary']) || words(body['comment']);
    const line = [words(body['approval_name']) || '审批', summary].filter((part) => part !== '').join('：');
    remark(world, assistantChat(world, '审批助手', person.openId), line);
    return { message_id: id };
  });
}

function update(call: Call): Fields {
  const { body, world, app } = call;
  const message = world.state.approvals.messages[text(body['message_id'])];
  const status = text(body['status']);
  if (message === undefined || message.appId !== app.appId) throw invalid('message_id');
  if (message.template !== CHANGEABLE) throw invalid(`only messages of template ${CHANGEABLE} can be updated`);
  if (world.clock.now() - message.at > LIFE_MS) throw invalid('message is older than 30 days');
  if (states[status] === undefined) throw invalid('status');
  message.status = status;
  const shown = states[status] || text(body['status_name']);
  remark(world, assistantChat(world, '审批助手', message.person), `${words(message.fields['approval_name']) || '审批'}：${shown}`);
  return { message_id: message.id };
}

const base = '/approval/v1/message';
const scopes = ['approval:approval', 'approval:message'];

/** Messages of the approval bot (contract 9.7). */
export const approvalMessageRoutes: Route[] = [
  { method: 'POST', path: `${base}/send`, title: '发审批消息', scopes, run: send },
  { method: 'POST', path: `${base}/update`, title: '改审批消息', scopes, run: update },
];
