import type { Say, SendRaw } from '../api/acts.ts';
import { announceMessage } from '../chat/announce.ts';
import { meet } from '../chat/meeting.ts';
import { openGroup, post } from '../chat/rooms.ts';
import { visible } from '../chat/views.ts';
import type { Chat, Mention, Message } from '../state/chats.ts';
import type { App, Person } from '../state/tenant.ts';
import type { World } from '../world.ts';
import { keepFile } from '../platform/im/files.ts';
import { refuse } from './refusal.ts';

/** The person who acts; throws 404 for an unknown open id. */
export function actor(world: World, openId: string): Person {
  const person = world.state.people[openId];
  if (person === undefined) throw refuse(404, '没有这个人');
  return person;
}

/** The app with an id; throws 404. */
export function appOf(world: World, appId: string): App {
  const app = world.state.apps[appId];
  if (app === undefined) throw refuse(404, '没有这个应用');
  return app;
}

/** The chat a person means by a chat id or an app id; throws when he is not in it. */
export function chatFor(world: World, person: Person, to: string): Chat {
  if (world.state.apps[to] !== undefined) return meet(world, appOf(world, to), { person, byBot: false });
  const chat = world.state.chats[to];
  if (chat === undefined || !chat.people.includes(person.openId)) throw refuse(404, '没有这个会话');
  if (chat.dissolved) throw refuse(409, '群已解散');
  return chat;
}

/** A message a person can see; throws 404. */
export function seen(world: World, person: Person, id: string): { message: Message; chat: Chat } {
  const message = world.state.messages[id];
  const chat = message === undefined ? undefined : world.state.chats[message.chat];
  if (message === undefined || chat === undefined || !chat.people.includes(person.openId) || !visible(message, person.openId)) {
    throw refuse(404, '没有这条消息');
  }
  return { message, chat };
}

function mentionOf(world: World, id: string, index: number): Mention {
  const app = world.state.apps[id] ?? Object.values(world.state.apps).find((each) => each.botId === id);
  const target = app === undefined ? world.state.people[id] : { openId: app.botId, name: app.name };
  if (target === undefined) throw refuse(404, '没有要提到的人');
  return { key: `@_user_${index + 1}`, id: target.openId, name: target.name };
}

/** The line on the wire: each mention by its key where the text has its `@name`, else at the end; everybody is `@_all`. */
function lineOf(text: string, mentions: Mention[], all: boolean): string {
  const placed = (all ? [...mentions, { key: '@_all', name: '所有人' }] : mentions).reduce(
    (line, { key, name }) => (line.includes(key) ? line : line.includes(`@${name}`) ? line.replace(`@${name}`, key) : [line, key].filter((part) => part !== '').join(' ')),
    text,
  );
  return placed.trim();
}

/** A person's text message with its mentions; pushed to the bots of the chat. */
export function say(world: World, what: Say): Message {
  const person = actor(world, what.as);
  const chat = chatFor(world, person, what.to);
  const wanted = what.mention ?? [];
  const mentions = wanted.filter((id) => id !== 'all').map((id, index) => mentionOf(world, id, index));
  const line = lineOf(what.text, mentions, wanted.includes('all'));
  if (line === '') throw refuse(400, '消息是空的');
  const parent = what.reply === undefined ? undefined : seen(world, person, what.reply).message;
  const message = post(world, {
    chat,
    sender: { kind: 'user', id: person.openId },
    type: 'text',
    content: JSON.stringify({ text: line }),
    mentions,
    ...(parent === undefined ? {} : { parent, inThread: what.inThread === true }),
  });
  announceMessage(world, chat, message);
  return message;
}

/** A person's message of any type with its received-form content. */
export function sendRaw(world: World, what: SendRaw): Message {
  const person = actor(world, what.as);
  const chat = chatFor(world, person, what.to);
  const message = post(world, {
    chat,
    sender: { kind: 'user', id: person.openId },
    type: what.type,
    content: JSON.stringify(what.content ?? {}),
  });
  announceMessage(world, chat, message);
  return message;
}

/** A file a person sends; `size` may pretend more bytes than there are. */
export interface SentFile {
  as: string;
  to: string;
  kind: string;
  name: string;
  mime: string;
  bytes: Buffer;
  size?: number;
  duration?: number;
}

const contents: Record<string, (key: string, file: SentFile) => unknown> = {
  image: (key) => ({ image_key: key }),
  file: (key, file) => ({ file_key: key, file_name: file.name }),
  audio: (key, file) => ({ file_key: key, duration: file.duration ?? 2000 }),
  media: (key, file) => ({ file_key: key, image_key: '', file_name: file.name, duration: file.duration ?? 2000 }),
};

/** Keeps the bytes and posts them as an image, file, audio or media message. */
export async function sendFile(world: World, sent: SentFile): Promise<Message> {
  const person = actor(world, sent.as);
  const chat = chatFor(world, person, sent.to);
  const content = contents[sent.kind];
  if (content === undefined) throw refuse(400, 'kind 应为 file、image、audio 或 media');
  const file = await keepFile(world, {
    kind: sent.kind === 'image' ? 'image' : 'file',
    name: sent.name,
    mime: sent.mime,
    owner: person.openId,
    bytes: sent.bytes,
    ...(sent.size === undefined ? {} : { size: sent.size }),
  });
  const message = post(world, {
    chat,
    sender: { kind: 'user', id: person.openId },
    type: sent.kind,
    content: JSON.stringify(content(file.key, sent)),
  });
  announceMessage(world, chat, message);
  return message;
}

/** A group made by a person, e.g. to pull bots in by hand. */
export function startGroup(world: World, plan: { as: string; name: string; people: string[]; apps: string[] }): Chat {
  const person = actor(world, plan.as);
  const people = [...new Set([person.openId, ...plan.people.map((id) => actor(world, id).openId)])];
  return openGroup(world, {
    name: plan.name,
    description: '',
    creator: person.openId,
    ownerId: person.openId,
    people,
    bots: plan.apps.map((id) => appOf(world, id).appId),
    settings: {},
  });
}
