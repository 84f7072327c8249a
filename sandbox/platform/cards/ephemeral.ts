import { post, show } from '../../chat/rooms.ts';
import { isFields, text, type Fields } from '../../json.ts';
import type { Person } from '../../state/tenant.ts';
import type { Call, Route } from '../call.ts';
import { needPerson } from '../contact/people.ts';
import { fail } from '../errors.ts';
import { wrong } from '../im/content.ts';
import { needChat } from '../im/find.ts';
import { sendScopes } from '../im/send.ts';
import type { Window } from '../limits.ts';
import { checkCard } from './check.ts';

const PER_SECOND = 40;
const names = ['open_id', 'user_id', 'email'] as const;

function receiver(call: Call): Person {
  const name = names.find((each) => text(call.body[each]) !== '');
  if (name === undefined) throw wrong('open_id, user_id or email is required');
  return needPerson(call, text(call.body[name]), name);
}

function send(call: Call, window: Window): Fields {
  const { body, world, app } = call;
  const chat = needChat(call, text(body['chat_id']));
  const person = receiver(call);
  const { card } = body;
  if (body['msg_type'] !== 'interactive' || !isFields(card)) throw wrong('msg_type must be interactive, with a card');
  if (chat.mode !== 'group' || chat.settings['group_message_type'] === 'thread') throw wrong('only normal group chats are supported');
  if (!chat.people.includes(person.openId)) throw fail(230013);
  if (JSON.stringify(card).includes('"tag":"audio"')) throw fail(230054);
  checkCard(call, card);
  if (!window.take(`ephemeral ${chat.id}`, PER_SECOND, 1000)) throw fail(230020);
  const sender = { kind: 'app' as const, id: app.appId };
  const message = post(world, { chat, sender, type: 'interactive', content: JSON.stringify(card), only: person.openId });
  return { data: { message_id: message.id } };
}

function remove(call: Call): Fields {
  const message = call.world.state.messages[text(call.body['message_id'])];
  if (message === undefined || message.only === undefined || message.sender.id !== call.app.appId) throw fail(230001);
  if (message.recalled) throw fail(18051);
  message.recalled = true;
  show(call.world, message);
  return {};
}

/** Cards for one person's eyes in a group (contract 8.2). */
export function ephemeralRoutes(window: Window): Route[] {
  return [
    { method: 'POST', path: '/ephemeral/v1/send', title: '发临时卡片', flat: true, scopes: sendScopes, run: (call) => send(call, window) },
    { method: 'POST', path: '/ephemeral/v1/delete', title: '删临时卡片', flat: true, scopes: sendScopes, run: remove },
  ];
}
