import { showChat } from '../../chat/rooms.ts';
import { text, type Fields } from '../../json.ts';
import type { Chat } from '../../state/chats.ts';
import { page, type Call, type Route } from '../call.ts';
import { fail } from '../errors.ts';
import type { Window } from '../limits.ts';
import { needChat, needMessage, needStanding, rules } from './find.ts';

const PER_SECOND = 5;

/** In groups that leave pins to their owner nobody else may pin. */
function needHand(call: Call, chat: Chat): void {
  const open = (chat.settings['pin_manage_setting'] ?? 'all_members') === 'all_members';
  if (chat.mode === 'group' && !open && !rules(chat, call.app.appId)) throw fail(230046);
}

function view(call: Call, chat: Chat, id: string): Fields {
  return {
    message_id: id,
    chat_id: chat.id,
    operator_id: call.app.appId,
    operator_id_type: 'app_id',
    create_time: String(call.world.clock.now()),
  };
}

function pin(call: Call, window: Window): Fields {
  const { message, chat } = needMessage(call, text(call.body['message_id']));
  needStanding(message);
  needHand(call, chat);
  if (!window.take(`pin ${message.id}`, PER_SECOND, 1000)) throw fail(230020);
  if (!chat.pins.includes(message.id)) chat.pins.push(message.id);
  showChat(call.world, chat);
  return { pin: view(call, chat, message.id) };
}

function unpin(call: Call, window: Window): Fields {
  const { message, chat } = needMessage(call);
  needHand(call, chat);
  if (!window.take(`pin ${message.id}`, PER_SECOND, 1000)) throw fail(230020);
  chat.pins = chat.pins.filter((id) => id !== message.id);
  showChat(call.world, chat);
  return {};
}

function pins(call: Call): Fields {
  const chat = needChat(call, call.query.get('chat_id') ?? '');
  return page(
    call,
    chat.pins.map((id) => view(call, chat, id)),
    50,
  );
}

/** Marked messages (contract 9.1). */
export function pinRoutes(window: Window): Route[] {
  const scopes = ['im:message', 'im:message.pins:write_only'];
  return [
    { method: 'POST', path: '/im/v1/pins', title: '标记', scopes, run: (call) => pin(call, window) },
    { method: 'DELETE', path: '/im/v1/pins/:message_id', title: '取消标记', scopes, run: (call) => unpin(call, window) },
    {
      method: 'GET',
      path: '/im/v1/pins',
      title: '查标记',
      scopes: ['im:message', 'im:message.pins:read'],
      query: { chat_id: { need: true } },
      run: pins,
    },
  ];
}
