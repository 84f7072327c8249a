import { post } from '../../push/post.ts';
import { fields, list, text, type Fields } from '../../json.ts';
import type { ExternalDefinition, ExternalInstance } from '../../state/approval.ts';
import type { Person } from '../../state/tenant.ts';
import { encrypt } from '../../wire/crypto.ts';
import type { World } from '../../world.ts';
import { taskHolder } from './external.ts';

const DEADLINE_MS = 10_000;

/** A tap on 同意 or 拒绝 in 审批中心. */
export interface QuickTap {
  person: Person;
  definition: ExternalDefinition;
  instance: ExternalInstance;
  task: string;
  action: 'APPROVE' | 'REJECT';
  reason: string;
}

/** The open task of a person with the button tapped; a Chinese sentence when he cannot. */
export function quickTask(world: World, { person, instance, task, action, reason }: QuickTap): Fields | string {
  const found = list(instance.fields['task_list'])
    .map(fields)
    .find((each) => each['task_id'] === task);
  if (found === undefined || taskHolder(world, found) !== person.openId) return '没有这个待办';
  if (found['status'] !== 'PENDING') return '这个待办已处理';
  const config = list(found['action_configs'])
    .map(fields)
    .find((each) => each['action_type'] === action);
  if (config === undefined) return '这个待办不能快捷处理，请打开原系统';
  return config['is_need_reason'] === true && reason === '' ? '请写理由' : found;
}

/** Posts the quick approval to the app's own address, encrypted when it gave a key; true when it was answered with 200 in ten seconds. The state stays until the app synchronises it. */
export async function postQuick(world: World, tap: QuickTap, task: Fields): Promise<boolean> {
  const external = fields(tap.definition.fields['external']);
  world.state.serial += 1;
  const plain = {
    action_type: tap.action,
    action_context: text(task['action_context']),
    user_id: tap.person.userId,
    approval_code: tap.definition.code,
    instance_id: tap.instance.id,
    task_id: tap.task,
    message_id: world.state.serial,
    reason: tap.reason,
    attachments: [],
    token: text(external['action_callback_token']),
  };
  const key = text(external['action_callback_key']);
  const body = JSON.stringify(key === '' ? plain : { encrypt: encrypt(key, JSON.stringify(plain)) });
  const reply = await post({ url: text(external['action_callback_url']), body, headers: {}, within: DEADLINE_MS });
  const taken = reply.kind === 'answered' && reply.status === 200;
  world.log.add({
    kind: 'callback',
    title: '推 快捷审批',
    path: text(external['action_callback_url']),
    request: plain,
    breaches: taken ? [] : ['快捷审批回调没有在 10 秒内以 200 应答'],
    ...(reply.kind === 'answered' ? { status: reply.status } : {}),
  });
  return taken;
}
