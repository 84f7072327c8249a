import { post, show } from '../../chat/rooms.ts';
import { announceMessage } from '../../chat/announce.ts';
import { meet } from '../../chat/meeting.ts';
import { text, type Fields } from '../../json.ts';
import type { Chat, Message } from '../../state/chats.ts';
import { once, type Call, type Route } from '../call.ts';
import { needPerson } from '../contact/people.ts';
import { badField, fail } from '../errors.ts';
import type { Window } from '../limits.ts';
import { checkContent } from './content.ts';
import { needChat, needMessage, needReachable, needStanding, needVoice } from './find.ts';
import { wireMessage } from './wire.ts';

const PER_SECOND = 5;

/** Scopes of which any lets a bot write (contract 9.1). */
export const sendScopes = ['im:message', 'im:message:send_as_bot', 'im:message:send'];

function receiver(call: Call): Chat {
  const { world, app } = call;
  const type = call.query.get('receive_id_type') ?? '';
  const id = text(call.body['receive_id']);
  if (type === 'chat_id') return needChat(call, id);
  if (type === 'open_id' && !id.startsWith('ou_')) throw fail(230034);
  const person = needPerson(call, id, type);
  needReachable(call, person);
  return meet(world, app, { person, byBot: true });
}

interface Sending {
  chat: Chat;
  parent?: Message;
  inThread?: boolean;
}

function deliver(call: Call, window: Window, sending: Sending): Message {
  const { chat } = sending;
  const { world, app } = call;
  needVoice(call, chat);
  const type = text(call.body['msg_type']);
  const content = checkContent(call, { type, raw: call.body['content'], chat });
  const lane = chat.mode === 'group' ? `chat ${chat.id}` : `user ${app.appId} ${chat.people[0] ?? ''}`;
  if (!window.take(lane, PER_SECOND, 1000)) throw fail(230020);
  const message = post(world, {
    chat,
    sender: { kind: 'app', id: app.appId },
    type,
    content: content.content,
    mentions: content.mentions,
    ...(sending.parent === undefined ? {} : { parent: sending.parent }),
    ...(sending.inThread === undefined ? {} : { inThread: sending.inThread }),
  });
  if (content.cardId !== undefined) {
    message.cardId = content.cardId;
    const entity = world.state.cards[content.cardId];
    if (entity !== undefined) entity.message = message.id;
    show(world, message);
  }
  if (world.state.settings.botsHearBots) announceMessage(world, chat, message);
  return message;
}

function sendOnce(call: Call, window: Window, sending: () => Sending): Fields {
  const uuid = text(call.body['uuid']);
  if (uuid === '') call.notes.push('没有 uuid：超时重发会变成两条');
  if (uuid.length > 50) throw badField('uuid', 'the length must be at most 50');
  const key = uuid === '' ? '' : `send ${uuid}`;
  const known = call.world.state.repeats[`${call.app.appId} ${key}`];
  if (call.world.state.settings.repeatedUuid === 'busy' && known !== undefined && known.until > call.world.clock.now()) throw fail(230049);
  const id = once(call, { key, hours: 1 }, () => deliver(call, window, sending()).id);
  const message = call.world.state.messages[id];
  return message === undefined ? {} : wireMessage(call.world, message, 'words');
}

function reply(call: Call, window: Window): Fields {
  return sendOnce(call, window, () => {
    const { message, chat } = needMessage(call);
    needStanding(message);
    if (chat.dissolved) throw fail(232009);
    if (message.only !== undefined) throw fail(230050);
    const inThread = call.body['reply_in_thread'] === true;
    if (inThread && call.world.state.settings.threadlessChats.includes(chat.id)) throw fail(230071);
    if (inThread && message.type === 'merge_forward') throw fail(230072);
    return { chat, parent: message, inThread: inThread || chat.settings['group_message_type'] === 'thread' };
  });
}

const receiveIdType = { need: true, one: ['open_id', 'union_id', 'user_id', 'email', 'chat_id'] } as const;

/** Sending and answering (contract 9.1). */
export function sendRoutes(window: Window): Route[] {
  return [
    {
      method: 'POST',
      path: '/im/v1/messages',
      title: '发消息',
      scopes: sendScopes,
      query: { receive_id_type: receiveIdType },
      run: (call) => sendOnce(call, window, () => ({ chat: receiver(call) })),
    },
    { method: 'POST', path: '/im/v1/messages/:message_id/reply', title: '回复', scopes: sendScopes, run: (call) => reply(call, window) },
  ];
}
