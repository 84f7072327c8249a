import { announceRecall, wireMentions } from '../../chat/announce.ts';
import { post, privateChat, show } from '../../chat/rooms.ts';
import { cardOf } from '../../chat/views.ts';
import { editCard } from '../../card/edit.ts';
import { fields, isFields, parse, text, type Fields } from '../../json.ts';
import type { Chat, Message } from '../../state/chats.ts';
import type { World } from '../../world.ts';
import { once, param, type Call, type Route } from '../call.ts';
import { checkCard, checkContent, readBack } from './content.ts';
import { badField, fail } from '../errors.ts';
import type { Window } from '../limits.ts';
import { needPerson } from '../contact/people.ts';

const DAY_MS = 86_400_000;

/** The message of the path; throws when unknown, deleted or in a chat without the bot. */
export function needMessage(call: Call, id = param(call, 'message_id')): { message: Message; chat: Chat } {
  const message = call.world.state.messages[id];
  const chat = message === undefined ? undefined : call.world.state.chats[message.chat];
  if (message === undefined || chat === undefined) throw fail(id.startsWith('om_') ? 99992354 : 230001);
  if (!chat.bots.includes(call.app.appId)) throw fail(230002);
  return { message, chat };
}

/** A message of this app that still stands. */
export function needOwn(call: Call, id?: string): { message: Message; chat: Chat } {
  const found = needMessage(call, id);
  if (found.message.sender.id !== call.app.appId) throw fail(230012);
  if (found.message.recalled) throw fail(230011);
  return found;
}

/** A group or one-to-one chat the bot may write to. */
export function needChat(call: Call, id: string, outside = 230002): Chat {
  const chat = call.world.state.chats[id];
  if (chat === undefined) throw fail(outside === 230002 ? 230034 : 232006);
  if (chat.dissolved) throw fail(232009);
  if (!chat.bots.includes(call.app.appId)) throw fail(outside);
  return chat;
}

/** A message as the API gives it back. */
export function wireMessage(world: World, message: Message, authored = false): Fields {
  const card = authored && message.type === 'interactive' ? JSON.stringify(cardOf(world, message)) : undefined;
  const mentions = wireMentions(world, message).map((mention) => ({
    key: mention['key'],
    id: fields(mention['id'])['open_id'],
    id_type: 'open_id',
    name: mention['name'],
    tenant_key: world.state.tenantKey,
  }));
  const app = message.sender.kind === 'app';
  return {
    message_id: message.id,
    ...(message.root === undefined ? {} : { root_id: message.root }),
    ...(message.parent === undefined ? {} : { parent_id: message.parent }),
    ...(message.thread === undefined ? {} : { thread_id: message.thread }),
    ...(message.upper === undefined ? {} : { upper_message_id: message.upper }),
    msg_type: message.type,
    create_time: String(message.at),
    update_time: String(message.updatedAt),
    deleted: message.recalled,
    updated: message.edits > 0 || message.revision > 1,
    chat_id: message.chat,
    sender: {
      id: message.sender.id,
      id_type: app ? 'app_id' : 'open_id',
      sender_type: app ? 'app' : 'user',
      tenant_key: world.state.tenantKey,
    },
    body: { content: message.recalled ? 'This message was recalled' : readBack(message, card) },
    ...(mentions.length > 0 ? { mentions } : {}),
  };
}

function receiver(call: Call): Chat {
  const type = call.query.get('receive_id_type') ?? '';
  const id = text(call.body['receive_id']);
  if (!['open_id', 'union_id', 'user_id', 'email', 'chat_id'].includes(type))
    throw badField('receive_id_type', 'receive_id_type is required');
  if (type === 'chat_id') return needChat(call, id);
  if (type === 'open_id' && !id.startsWith('ou_')) throw fail(230034);
  return privateChat(call.world, call.app, needPerson(call, id, type));
}

interface Sending {
  chat: Chat;
  parent?: Message;
  inThread?: boolean;
}

function deliver(call: Call, window: Window, sending: Sending): Message {
  const type = text(call.body['msg_type']);
  const content = checkContent(call, type, call.body['content']);
  const { chat } = sending;
  const lane = chat.mode === 'group' ? `chat ${chat.id}` : `user ${call.app.appId} ${chat.people[0] ?? ''}`;
  if (!window.take(lane, 5, 1000)) throw fail(230020);
  const message = post(call.world, {
    chat,
    sender: { kind: 'app', id: call.app.appId },
    type,
    content: content.content,
    mentions: content.mentions,
    ...(sending.parent === undefined ? {} : { parent: sending.parent }),
    ...(sending.inThread === undefined ? {} : { inThread: sending.inThread }),
  });
  if (content.cardId !== undefined) {
    message.cardId = content.cardId;
    const entity = call.world.state.cards[content.cardId];
    if (entity !== undefined) entity.message = message.id;
    show(call.world, message);
  }
  return message;
}

function sendOnce(call: Call, window: Window, sending: () => Sending): Fields {
  const uuid = text(call.body['uuid']);
  if (uuid === '') call.notes.push('没有 uuid：超时重发会变成两条');
  if (uuid.length > 50) throw badField('uuid', 'the length must be at most 50');
  const id = once(call, { key: uuid === '' ? '' : `send ${uuid}`, hours: 1 }, () => deliver(call, window, sending()).id);
  const message = call.world.state.messages[id];
  return message === undefined ? {} : wireMessage(call.world, message);
}

function reply(call: Call, window: Window): Fields {
  return sendOnce(call, window, () => {
    const { message, chat } = needMessage(call);
    if (message.recalled) throw fail(230011);
    if (chat.dissolved) throw fail(232009);
    return { chat, parent: message, inThread: call.body['reply_in_thread'] === true };
  });
}

function patch(call: Call, window: Window): Fields {
  const { message } = needOwn(call);
  const raw = call.body['content'];
  if (message.type !== 'interactive')
    throw fail(230001, { message: 'Your request contains an invalid request parameter, ext=This message is NOT a card.' });
  if (typeof raw !== 'string') {
    call.breaches.push('content 必须是 JSON 字符串，不是对象');
    throw fail(230001);
  }
  if (message.only !== undefined) throw fail(230054);
  if (call.world.clock.now() - message.at > 14 * DAY_MS) throw fail(230031);
  if (Buffer.byteLength(raw) > 30 * 1024) throw fail(230025);
  const card = parse(raw);
  if (!isFields(card)) throw fail(230001);
  checkCard(call, card);
  if (!window.take(`patch ${message.id}`, 5, 1000)) throw fail(230020);
  editCard(call.world, message, raw);
  return {};
}

function edit(call: Call): Fields {
  const { message } = needOwn(call);
  const type = text(call.body['msg_type']);
  if (type !== 'text' && type !== 'post')
    throw fail(230001, { message: 'Your request contains an invalid request parameter, ext=invalid msg_type' });
  if (message.type !== 'text' && message.type !== 'post') throw fail(230054);
  if (message.edits >= 20) throw fail(230001, { message: 'The message has reached the number of times it can be edited.' });
  const content = checkContent(call, type, call.body['content']);
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

function recall(call: Call): Fields {
  const { message, chat } = needMessage(call);
  if (message.recalled) throw fail(230011);
  const owner = chat.mode === 'group' && chat.ownerId === undefined && chat.creator === call.app.appId;
  if (message.sender.id !== call.app.appId && !owner) throw fail(230026);
  message.recalled = true;
  show(call.world, message);
  announceRecall(call.world, chat, message);
  return {};
}

function get(call: Call): Fields {
  const { message } = needMessage(call);
  const authored = (call.query.get('card_msg_content_type') ?? '') !== '';
  const bundled = message.type === 'merge_forward' ? Object.values(call.world.state.messages) : [];
  const children = bundled.filter((each) => each.upper === message.id);
  return { items: [message, ...children].map((each) => wireMessage(call.world, each, authored)) };
}

/** Messages: send, reply, read, change, recall (contract 9.1 and 8). */
export function messageRoutes(window: Window): Route[] {
  const base = '/im/v1/messages';
  return [
    { method: 'POST', path: base, title: '发消息', run: (call) => sendOnce(call, window, () => ({ chat: receiver(call) })) },
    { method: 'POST', path: `${base}/:message_id/reply`, title: '回复', run: (call) => reply(call, window) },
    { method: 'PATCH', path: `${base}/:message_id`, title: '更新卡片', run: (call) => patch(call, window) },
    { method: 'PUT', path: `${base}/:message_id`, title: '编辑消息', run: edit },
    { method: 'DELETE', path: `${base}/:message_id`, title: '撤回消息', run: recall },
    { method: 'GET', path: `${base}/:message_id`, title: '读消息', run: get },
  ];
}
