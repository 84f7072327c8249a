import { meet } from '../../chat/meeting.ts';
import { showChat } from '../../chat/rooms.ts';
import { fields, texts, text, type Fields } from '../../json.ts';
import { freshHex } from '../../state/ids.ts';
import type { Chat } from '../../state/chats.ts';
import type { Person } from '../../state/tenant.ts';
import { param, type Call, type Route } from '../call.ts';
import { idType, needPerson } from '../contact/people.ts';
import { badField } from '../errors.ts';
import { needChat, needReachable } from './find.ts';

function peopleOf(call: Call): Person[] {
  const ids = texts(call.body['user_ids']);
  if (ids.length === 0 || ids.length > 50) throw badField('user_ids', 'must be 1 to 50 ids');
  return ids.map((id) => needPerson(call, id, idType(call)));
}

function mark(call: Call, chat: Chat, person: Person): void {
  const others = (chat.sensitive ?? []).filter((id) => id !== person.openId);
  chat.sensitive = call.body['time_sensitive'] === true ? [...others, person.openId] : others;
  showChat(call.world, chat);
}

function needSwitch(call: Call): void {
  if (typeof call.body['time_sensitive'] !== 'boolean') throw badField('time_sensitive', 'time_sensitive is required');
}

function groupCard(call: Call): Fields {
  needSwitch(call);
  const chat = needChat(call, param(call, 'feed_card_id'));
  const people = peopleOf(call);
  const inside = people.filter((person) => chat.people.includes(person.openId));
  for (const person of inside) mark(call, chat, person);
  const outside = people.filter((person) => !inside.includes(person));
  return { failed_user_reasons: outside.map((person) => ({ user_id: person.openId, error_message: 'user is not in the chat' })) };
}

function botCard(call: Call): Fields {
  needSwitch(call);
  for (const person of peopleOf(call)) {
    needReachable(call, person);
    mark(call, meet(call.world, call.app, { person, byBot: true }), person);
  }
  return { failed_user_reasons: [] };
}

function appCard(call: Call): Fields {
  const card = fields(call.body['app_feed_card']);
  if (text(fields(card['link'])['link']) === '') throw badField('app_feed_card.link.link', 'is required');
  if ([...text(card['title'])].length > 60) throw badField('app_feed_card.title', 'the length must be at most 60');
  const biz = text(card['biz_id']) || freshHex();
  const people = peopleOf(call).map((person) => person.openId);
  call.world.state.feedCards[biz] = { appId: call.app.appId, people, card };
  return { biz_id: biz, failed_cards: [] };
}

const sensitive = ['im:datasync.feed_card.time_sensitive:write'];

/** Chats and cards held at the head of somebody's list (contract 9.2). */
export const feedRoutes: Route[] = [
  { method: 'PATCH', path: '/im/v2/feed_cards/bot_time_sentive', title: '即时提醒（机器人）', scopes: sensitive, run: botCard },
  { method: 'PATCH', path: '/im/v2/feed_cards/:feed_card_id', title: '即时提醒', scopes: sensitive, run: groupCard },
  { method: 'POST', path: '/im/v2/app_feed_card', title: '应用消息流卡片', tier: 7, scopes: ['im:app_feed_card:write'], run: appCard },
];
