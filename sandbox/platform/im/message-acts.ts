import { announceReaction } from '../../chat/announce.ts';
import { show, showChat } from '../../chat/rooms.ts';
import { fields, list, text, texts, type Fields } from '../../json.ts';
import { freshId } from '../../state/ids.ts';
import { page, param, type Call, type Route } from '../call.ts';
import { fail } from '../errors.ts';
import { idOf, idType, personBy } from '../contact/people.ts';
import { needChat, needMessage, needOwn, wireMessage } from './messages.ts';

const DAY_MS = 86_400_000;

function readers(call: Call): Fields {
  const { message } = needOwn(call);
  if (call.query.get('user_id_type') === null) throw fail(230001);
  if (call.world.clock.now() - message.at > 7 * DAY_MS) throw fail(230033);
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

function react(call: Call): Fields {
  const { message, chat } = needMessage(call);
  if (message.recalled) throw fail(230011);
  const emoji = text(fields(call.body['reaction_type'])['emoji_type']);
  if (!/^[A-Za-z0-9_]{1,40}$/.test(emoji)) throw fail(231001);
  const known = message.reactions.find((each) => each.by === call.app.appId && each.emoji === emoji);
  const reaction = known ?? { id: freshId('ZCa'), emoji, by: call.app.appId, app: true, at: call.world.clock.now() };
  if (known === undefined) {
    message.reactions.push(reaction);
    show(call.world, message);
    announceReaction(call.world, chat, { message, reaction, created: true });
  }
  return {
    reaction_id: reaction.id,
    operator: { operator_id: call.app.appId, operator_type: 'app' },
    action_time: String(reaction.at),
    reaction_type: { emoji_type: emoji },
  };
}

function unreact(call: Call): Fields {
  const { message, chat } = needMessage(call);
  const reaction = message.reactions.find((each) => each.id === param(call, 'reaction_id') && each.by === call.app.appId);
  if (reaction === undefined) throw fail(231003);
  message.reactions.splice(message.reactions.indexOf(reaction), 1);
  show(call.world, message);
  announceReaction(call.world, chat, { message, reaction, created: false });
  return { reaction_id: reaction.id, reaction_type: { emoji_type: reaction.emoji } };
}

function pin(call: Call): Fields {
  const { message, chat } = needMessage(call, text(call.body['message_id']));
  if (message.recalled) throw fail(230011);
  if (!chat.pins.includes(message.id)) chat.pins.push(message.id);
  showChat(call.world, chat);
  return {
    pin: {
      message_id: message.id,
      chat_id: chat.id,
      operator_id: call.app.appId,
      operator_id_type: 'app_id',
      create_time: String(call.world.clock.now()),
    },
  };
}

function unpin(call: Call): Fields {
  const { message, chat } = needMessage(call);
  chat.pins = chat.pins.filter((id) => id !== message.id);
  showChat(call.world, chat);
  return {};
}

function followUp(call: Call): Fields {
  const { message, chat } = needOwn(call);
  const bubbles = list(call.body['follow_ups']).map((each) => text(fields(each)['content']));
  if (bubbles.length < 1 || bubbles.length > 3 || bubbles.some((each) => each === '' || [...each].length > 200)) throw fail(230001);
  const newest = chat.messages.findLast((id) => call.world.state.messages[id]?.sender.kind === 'app');
  if (chat.mode !== 'p2p' || newest !== message.id || call.world.clock.now() - message.at > 600_000) throw fail(230054);
  message.followUps = bubbles;
  show(call.world, message);
  return {};
}

function urgent(call: Call): Fields {
  const { message, chat } = needOwn(call);
  const type = idType(call);
  const ids = texts(call.body['user_id_list']);
  if (ids.length === 0) throw fail(230001);
  const found = ids.map((id) => personBy(call.world, id, type));
  const inside = found.filter((person) => person !== undefined).filter((person) => chat.people.includes(person.openId));
  message.urgent = [...new Set([...message.urgent, ...inside.map((person) => person.openId)])];
  show(call.world, message);
  const reached = new Set(inside.map((person) => idOf(person, type)));
  return { invalid_user_id_list: ids.filter((id) => !reached.has(id)) };
}

function history(call: Call): Fields {
  const type = call.query.get('container_id_type');
  const id = call.query.get('container_id') ?? '';
  const { messages } = call.world.state;
  const inThread = Object.values(messages).filter((message) => message.thread === id);
  const chat = needChat(call, type === 'thread' ? (inThread[0]?.chat ?? '') : id);
  const from = Number(call.query.get('start_time') ?? '0') * 1000;
  const to = Number(call.query.get('end_time') ?? '9999999999') * 1000 + 999;
  const all = type === 'thread' ? inThread : chat.messages.map((each) => messages[each]).filter((message) => message !== undefined);
  const found = all.filter((message) => message.at >= from && message.at <= to && message.only === undefined);
  if (call.query.get('sort_type') === 'ByCreateTimeDesc') found.reverse();
  const authored = (call.query.get('card_msg_content_type') ?? '') !== '';
  return page(
    call,
    found.map((message) => wireMessage(call.world, message, authored)),
    50,
  );
}

function many(call: Call): Fields {
  const ids = call.query.getAll('message_ids');
  if (ids.length === 0 || ids.length > 50) throw fail(99992402);
  return { items: ids.map((id) => wireMessage(call.world, needMessage(call, id).message)) };
}

/** Reading lists, reactions, pins, bubbles and urgent marks (contract 9.1). */
export const messageActRoutes: Route[] = [
  { method: 'GET', path: '/im/v1/messages', title: '列消息', run: history },
  { method: 'GET', path: '/im/v1/messages/mget', title: '批量读消息', run: many },
  { method: 'GET', path: '/im/v1/messages/:message_id/read_users', title: '查已读', run: readers },
  { method: 'POST', path: '/im/v1/messages/:message_id/reactions', title: '表情回复', run: react },
  { method: 'DELETE', path: '/im/v1/messages/:message_id/reactions/:reaction_id', title: '取消表情', run: unreact },
  { method: 'POST', path: '/im/v1/pins', title: '标记', run: pin },
  { method: 'DELETE', path: '/im/v1/pins/:message_id', title: '取消标记', run: unpin },
  { method: 'POST', path: '/im/v1/messages/:message_id/push_follow_up', title: '跟随气泡', run: followUp },
  { method: 'PATCH', path: '/im/v1/messages/:message_id/urgent_app', title: '加急', run: urgent },
];
