import type { MessageView, ReadersView } from '../api/chats.ts';
import { firstPlace, walk, type Sight } from '../chat/history.ts';
import { addressees, hasRead, viewMessage, visible } from '../chat/views.ts';
import { beijing } from '../clock.ts';
import type { Chat, Message } from '../state/chats.ts';
import type { World } from '../world.ts';
import { refuse } from './refusal.ts';
import { actor, seen } from './speak.ts';

/** What to read: a page of one chat, or the newest of all chats of the person when `chat` is absent (see api/chats.ts). */
export interface Reading extends Sight {
  chat?: string;
  before?: string;
  after?: string;
  around?: string;
  from?: string;
  thread?: string;
  limit: number;
}

function chatsWith(world: World, person: string): Chat[] {
  return Object.values(world.state.chats).filter((chat) => chat.people.includes(person));
}

function placeOf(world: World, chat: Chat, id: string): number {
  const seq = world.state.messages[id]?.seq;
  if (seq === undefined) throw refuse(404, '没有这条消息');
  return firstPlace(world, chat, (message) => message.seq >= seq);
}

function threadFrom(world: World, reading: Reading, id: string): Message[] {
  const { messages } = world.state;
  const root = messages[id];
  return [root, ...(root?.replies ?? []).map((each) => messages[each])].filter((message) => message !== undefined).filter((message) => visible(message, reading.as));
}

function pageOf(world: World, chat: Chat, reading: Reading): Message[] {
  const go = (place: number, step: 1 | -1, limit = reading.limit): Message[] => walk(world, chat, { sight: reading, place, step, limit });
  if (reading.thread !== undefined) return threadFrom(world, reading, reading.thread);
  if (reading.after !== undefined) return go(placeOf(world, chat, reading.after) + 1, 1);
  if (reading.before !== undefined) return go(placeOf(world, chat, reading.before) - 1, -1);
  if (reading.around !== undefined) {
    const place = placeOf(world, chat, reading.around);
    const half = Math.ceil(reading.limit / 2);
    return [...go(place - 1, -1, half), ...go(place, 1, half)];
  }
  if (reading.from === undefined) return go(chat.messages.length - 1, -1);
  const since = Date.parse(reading.from);
  if (Number.isNaN(since)) throw refuse(400, 'from 应为 ISO 时间');
  const place = firstPlace(world, chat, (message) => message.at >= since);
  const found = go(place, 1);
  return found.length > 0 ? found : go(chat.messages.length - 1, -1);
}

/** Messages a person sees, oldest first; reads no more of a chat than the page needs. */
export function messagesOf(world: World, reading: Reading): MessageView[] {
  if (reading.chat !== undefined) {
    const chat = world.state.chats[reading.chat];
    if (chat === undefined || !chat.people.includes(reading.as)) throw refuse(404, '没有这个会话');
    return pageOf(world, chat, reading).map((message) => viewMessage(world, message));
  }
  const below = reading.before === undefined ? Infinity : (world.state.messages[reading.before]?.seq ?? Infinity);
  return chatsWith(world, reading.as)
    .flatMap((chat) => walk(world, chat, { sight: reading, place: firstPlace(world, chat, (message) => message.seq >= below) - 1, step: -1, limit: reading.limit }))
    .toSorted((a, b) => a.seq - b.seq)
    .slice(-reading.limit)
    .map((message) => viewMessage(world, message));
}

/** What to look for. */
export interface Search {
  as: string;
  text: string;
  chat?: string;
  limit: number;
}

/** Messages of a person's chats that contain the words, newest first; cards by the words they show. */
export function searchMessages(world: World, search: Search): MessageView[] {
  const wanted = search.text.trim().toLowerCase();
  if (wanted === '') return [];
  // Inside the content string, a quote or a line break stands escaped.
  const inside = JSON.stringify(wanted).slice(1, -1);
  const chats = chatsWith(world, search.as).filter((chat) => search.chat === undefined || chat.id === search.chat);
  const hit = (message: Message): boolean => !message.recalled && message.type !== 'system' && visible(message, search.as) && message.content.toLowerCase().includes(inside);
  return chats
    .flatMap((chat) => hitsIn(world, chat, { hit, limit: search.limit }))
    .toSorted((a, b) => b.seq - a.seq)
    .slice(0, search.limit)
    .map((message) => viewMessage(world, message));
}

function hitsIn(world: World, chat: Chat, { hit, limit }: { hit: (message: Message) => boolean; limit: number }): Message[] {
  const found: Message[] = [];
  for (let at = chat.messages.length - 1; at >= 0 && found.length < limit; at -= 1) {
    const message = world.state.messages[chat.messages[at] ?? ''];
    if (message !== undefined && hit(message)) found.push(message);
  }
  return found;
}

/** Who has read a message; only its sender may ask. */
export function readersOf(world: World, as: string, id: string): ReadersView {
  const person = actor(world, as);
  const { message } = seen(world, person, id);
  if (message.sender.id !== person.openId) throw refuse(403, '只能查看自己消息的已读');
  const meant = addressees(world, message);
  return {
    read: meant
      .filter((each) => hasRead(world, message, each))
      .map((id) => ({ id, ...(message.readBy[id] === undefined ? {} : { at: beijing(message.readBy[id]) }) })),
    unread: meant.filter((each) => !hasRead(world, message, each)),
  };
}
