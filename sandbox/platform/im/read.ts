import { allows, inForce } from '../../state/console.ts';
import { type Fields } from '../../json.ts';
import type { Message } from '../../state/chats.ts';
import { page, type Call, type Route } from '../call.ts';
import { idOf, idType } from '../contact/people.ts';
import { badField, fail } from '../errors.ts';
import { needChat, needMessage, needOwn } from './find.ts';
import { wireMessage, type CardReading } from './wire.ts';

const WEEK_MS = 7 * 86_400_000;
const cardReadings = ['user_card_content', 'raw_card_content'] as const;
const groupScope = 'im:message.group_msg';

function reading(call: Call): CardReading {
  const wish = call.query.get('card_msg_content_type') ?? '';
  return cardReadings.find((each) => each === wish) ?? call.world.state.settings.cardReadBack;
}

function get(call: Call): Fields {
  const { message } = needMessage(call);
  if (message.only !== undefined) throw fail(230050);
  const bundled = message.type === 'merge_forward' ? Object.values(call.world.state.messages) : [];
  const children = bundled.filter((each) => each.upper === message.id);
  return { items: [message, ...children].map((each) => wireMessage(call.world, each, reading(call))) };
}

function many(call: Call): Fields {
  const ids = call.query.getAll('message_ids');
  if (ids.length === 0 || ids.length > 50) throw badField('message_ids', 'must be 1 to 50 ids');
  return { items: ids.map((id) => wireMessage(call.world, needMessage(call, id).message, reading(call))) };
}

function secondsOf(call: Call, name: string): number | undefined {
  const value = call.query.get(name);
  if (value === null || value === '') return undefined;
  if (!/^\d{1,10}$/.test(value)) throw badField(name, `${name} must be a timestamp in seconds`, value);
  return Number(value) * 1000;
}

function contained(call: Call): Message[] {
  const id = call.query.get('container_id') ?? '';
  const { messages } = call.world.state;
  const inThread = call.query.get('container_id_type') === 'thread';
  const found = inThread ? Object.values(messages).filter((message) => message.thread === id) : [];
  if (inThread && found.length === 0) throw fail(230019);
  const chat = needChat(call, found[0]?.chat ?? id);
  const { scopes } = inForce(call.world.state, call.app.appId);
  if (chat.mode === 'group' && !allows(scopes, groupScope) && !allows(scopes, 'im:message')) {
    throw fail(230027, { message: `Lack of necessary permissions, ext=need scope: ${groupScope}` });
  }
  return inThread ? found : chat.messages.map((each) => messages[each]).filter((message) => message !== undefined);
}

function history(call: Call): Fields {
  const from = secondsOf(call, 'start_time') ?? 0;
  const to = (secondsOf(call, 'end_time') ?? 9_999_999_999_000) + 999;
  const found = contained(call).filter((message) => message.at >= from && message.at <= to && message.only === undefined);
  if (call.query.get('sort_type') === 'ByCreateTimeDesc') found.reverse();
  const items = found.map((message) => wireMessage(call.world, message, reading(call)));
  return page(call, items, 50);
}

function readers(call: Call): Fields {
  const { message } = needOwn(call);
  if (call.world.clock.now() - message.at > WEEK_MS) throw fail(230033);
  const type = idType(call);
  const items = Object.entries(message.readBy).map(([openId, at]) => {
    const person = call.world.state.people[openId];
    return {
      user_id_type: type,
      user_id: person === undefined ? openId : idOf(person, type),
      timestamp: String(at),
      tenant_key: call.world.state.tenantKey,
    };
  });
  return page(call, items, 100);
}

const scopes = ['im:message', 'im:message:readonly'];
const cardQuery = { card_msg_content_type: { one: cardReadings } };
const listQuery = {
  container_id_type: { need: true, one: ['chat', 'thread'] },
  container_id: { need: true },
  sort_type: { one: ['ByCreateTimeAsc', 'ByCreateTimeDesc'] },
} as const;

/** Reading messages and who has read them (contract 9.1). */
export const readRoutes: Route[] = [
  { method: 'GET', path: '/im/v1/messages', title: '列消息', scopes, query: { ...listQuery, ...cardQuery }, run: history },
  { method: 'GET', path: '/im/v1/messages/mget', title: '批量读消息', scopes, query: cardQuery, run: many },
  { method: 'GET', path: '/im/v1/messages/:message_id', title: '读消息', scopes, query: cardQuery, run: get },
  {
    method: 'GET',
    path: '/im/v1/messages/:message_id/read_users',
    title: '查已读',
    scopes,
    query: { user_id_type: { need: true, one: ['open_id', 'union_id', 'user_id'] } },
    run: readers,
  },
];
