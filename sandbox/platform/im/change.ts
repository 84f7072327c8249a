import { editCard } from '../../card/edit.ts';
import { announceRecall } from '../../chat/announce.ts';
import { show } from '../../chat/rooms.ts';
import { fields, isFields, parse, text, type Fields } from '../../json.ts';
import type { Chat } from '../../state/chats.ts';
import type { Call, Route } from '../call.ts';
import { checkCard } from '../cards/check.ts';
import { fail } from '../errors.ts';
import type { Window } from '../limits.ts';
import { checkContent, wrong } from './content.ts';
import { needMessage, needOwn, needStanding, rules } from './find.ts';
import { wireMessage } from './wire.ts';

const HOUR_MS = 3_600_000;
const WINDOW_MS = 14 * 24 * HOUR_MS;
const PER_SECOND = 5;

/** A shared card says so: 1.0 by `update_multi: true`, 2.0 by nothing else. */
function shared(card: Fields): boolean {
  return card['schema'] === '2.0' || fields(card['config'])['update_multi'] === true;
}

function patch(call: Call, window: Window): Fields {
  const { message, chat } = needOwn(call);
  const raw = call.body['content'];
  if (chat.dissolved) throw fail(232009);
  if (message.type !== 'interactive') throw wrong('This message is NOT a card.');
  if (typeof raw !== 'string') {
    call.breaches.push('content 必须是 JSON 字符串，不是对象');
    throw wrong('content is not a string in json format');
  }
  if (message.only !== undefined || message.batch !== undefined) throw fail(230054);
  if (call.world.clock.now() - message.at > WINDOW_MS) throw fail(230031);
  if (Buffer.byteLength(raw) > 30 * 1024) throw fail(230025);
  const card = parse(raw);
  if (!isFields(card)) throw wrong('content is not a string in json format');
  if (![card, fields(parse(message.content))].every(shared)) throw wrong('the card is not shared, update_multi must be true');
  checkCard(call, card);
  if (!window.take(`patch ${message.id}`, PER_SECOND, 1000)) throw fail(230020);
  editCard(call.world, message, raw);
  return {};
}

function edit(call: Call): Fields {
  const { message, chat } = needOwn(call);
  const type = text(call.body['msg_type']);
  if (type !== 'text' && type !== 'post') throw wrong('invalid msg_type');
  if (message.type !== 'text' && message.type !== 'post') throw fail(230054);
  if (message.edits >= 20) throw wrong('The message has reached the number of times it can be edited.');
  if (call.world.clock.now() - message.at > call.world.state.settings.editHours * HOUR_MS)
    throw wrong('The message has exceeded the time it can be edited.');
  const content = checkContent(call, { type, raw: call.body['content'], chat });
  Object.assign(message, {
    type,
    content: content.content,
    mentions: content.mentions,
    edits: message.edits + 1,
    updatedAt: call.world.clock.now(),
  });
  show(call.world, message);
  return wireMessage(call.world, message);
}

function recallType(chat: Chat, call: Call, own: boolean): 'message_owner' | 'group_owner' | 'group_manager' {
  if (own) return 'message_owner';
  return chat.ownerId === undefined && chat.creator === call.app.appId ? 'group_owner' : 'group_manager';
}

function recall(call: Call): Fields {
  const { message, chat } = needMessage(call);
  needStanding(message);
  const own = message.sender.id === call.app.appId;
  if (!own && !(chat.mode === 'group' && rules(chat, call.app.appId))) throw fail(230026);
  if (call.world.clock.now() - message.at > call.world.state.settings.recallHours * HOUR_MS) throw fail(230009);
  message.recalled = true;
  message.recalledBy = recallType(chat, call, own);
  show(call.world, message);
  announceRecall(call.world, chat, message);
  return {};
}

const path = '/im/v1/messages/:message_id';

/** Changing a card, editing and recalling (contract 8 and 9.1). */
export function changeRoutes(window: Window): Route[] {
  const update = ['im:message', 'im:message:send_as_bot', 'im:message:update'];
  const withdraw = ['im:message', 'im:message:send_as_bot', 'im:message:recall'];
  return [
    { method: 'PATCH', path, title: '更新卡片', scopes: update, run: (call) => patch(call, window) },
    { method: 'PUT', path, title: '编辑消息', scopes: update, run: edit },
    { method: 'DELETE', path, title: '撤回消息', scopes: withdraw, run: recall },
  ];
}
