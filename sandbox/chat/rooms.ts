import { cityIds, freshId } from '../state/ids.ts';
import type { Chat, Message, Mention } from '../state/chats.ts';
import type { App, Person } from '../state/tenant.ts';
import type { Ground, World } from '../world.ts';
import { viewMessage } from './views.ts';

/** Everybody who sees a chat on the page. */
export function audience(chat: Chat): string[] {
  return chat.people;
}

function emptyChat(id: string, at: number): Chat {
  return {
    id,
    mode: 'group',
    name: '',
    description: '',
    creator: '',
    people: [],
    bots: [],
    dissolved: false,
    pins: [],
    messages: [],
    read: {},
    settings: {},
    at,
  };
}

/** The one-to-one chat of a person with a bot, made on first use. */
export function privateChat(world: Ground, app: App, person: Person): Chat {
  const id = cityIds.privateChat(world.state.tenant, app.appId, person.openId);
  const known = world.state.chats[id];
  if (known !== undefined) return known;
  const chat: Chat = {
    ...emptyChat(id, world.clock.now()),
    mode: 'p2p',
    name: app.name,
    creator: app.appId,
    people: [person.openId],
    bots: [app.appId],
  };
  world.state.chats[id] = chat;
  return chat;
}

/** A person's chat with one of the platform's own assistants, e.g. 日历助手: it holds grey lines only. */
export function assistantChat(world: Ground, name: string, openId: string): Chat {
  const id = cityIds.assistantChat(world.state.tenant, name, openId);
  const known = world.state.chats[id];
  if (known !== undefined) return known;
  const chat: Chat = { ...emptyChat(id, world.clock.now()), mode: 'p2p', name, people: [openId] };
  world.state.chats[id] = chat;
  return chat;
}

/** The one-to-one chat of two people, made on first use. */
export function directChat(world: Ground, people: [Person, Person]): Chat {
  const ids = people.map((person) => person.openId);
  const id = cityIds.directChat(world.state.tenant, ...ids);
  const known = world.state.chats[id];
  if (known !== undefined) return known;
  const chat: Chat = { ...emptyChat(id, world.clock.now()), mode: 'p2p', creator: ids[0] ?? '', people: ids };
  world.state.chats[id] = chat;
  return chat;
}

/** A new group; the caller adds members. */
export function openGroup(
  world: Ground,
  start: Pick<Chat, 'name' | 'description' | 'creator' | 'people' | 'bots' | 'settings'> & { ownerId?: string },
): Chat {
  const chat: Chat = { ...emptyChat(freshId('oc_'), world.clock.now()), ...start };
  world.state.chats[chat.id] = chat;
  return chat;
}

/** A message about to be posted. */
export interface Draft {
  chat: Chat;
  sender: Message['sender'];
  type: string;
  content: string;
  mentions?: Mention[];
  parent?: Message;
  inThread?: boolean;
  /** Only this person sees it. */
  only?: string;
  /** The forwarded bundle this message belongs to; such a message is not listed in the chat. */
  upper?: string;
}

function threadOf(draft: Draft): { thread?: string } {
  if (draft.parent?.thread !== undefined) return { thread: draft.parent.thread };
  return draft.inThread === true ? { thread: freshId('omt_') } : {};
}

/** The message that began the thread in which a message is answered; that message itself when its thread begins now. */
function starterOf(world: Ground, parent: Message): Message {
  let found = parent;
  while (found.thread !== undefined && found.replies === undefined) {
    const above = world.state.messages[found.parent ?? ''];
    if (above === undefined) break;
    found = above;
  }
  return found;
}

/** Puts a message into its chat and shows it; reading is implied for its sender. */
export function post(world: Ground, draft: Draft): Message {
  const { state } = world;
  state.serial += 1;
  const now = world.clock.now();
  const message: Message = {
    id: freshId('om_'),
    seq: state.serial,
    chat: draft.chat.id,
    at: now,
    updatedAt: now,
    sender: draft.sender,
    type: draft.type,
    content: draft.content,
    mentions: draft.mentions ?? [],
    recalled: false,
    edits: 0,
    reactions: [],
    revision: 1,
    readBy: {},
    urgent: [],
    ...(draft.parent === undefined ? {} : { parent: draft.parent.id, root: draft.parent.root ?? draft.parent.id }),
    ...threadOf(draft),
    ...(draft.only === undefined ? {} : { only: draft.only }),
    ...(draft.upper === undefined ? {} : { upper: draft.upper }),
  };
  const starter = draft.parent === undefined || message.thread === undefined ? undefined : starterOf(world, draft.parent);
  if (starter !== undefined) {
    (starter.replies ??= []).push(message.id);
    if (message.thread !== undefined) starter.thread ??= message.thread;
  }
  state.messages[message.id] = message;
  if (draft.upper === undefined) {
    draft.chat.messages.push(message.id);
    if (draft.sender.kind === 'user') draft.chat.read[draft.sender.id] = message.seq;
    show(world, message);
    if (starter !== undefined) show(world, starter);
    world.hub.publish({ type: 'news' });
  }
  return message;
}

/** Tells the open pages that a message is new or changed. */
export function show(world: Ground, message: Message): void {
  const chat = world.state.chats[message.chat];
  if (chat === undefined) return;
  world.touch();
  const people = message.only === undefined ? audience(chat) : [message.only];
  world.hub.publish({ type: 'message', chat: chat.id, message: viewMessage(world, message) }, people);
}

/** Tells the open pages that a chat's members, name or state changed. */
export function showChat(world: Ground, chat: Chat, also: string[] = []): void {
  world.touch();
  world.hub.publish({ type: 'chat', chat: chat.id }, [...audience(chat), ...also]);
  world.hub.publish({ type: 'news' });
}

/** A grey line in the chat, e.g. who joined. */
export function remark(world: Ground, chat: Chat, sentence: string): void {
  post(world, {
    chat,
    sender: { kind: 'system', id: '' },
    type: 'system',
    content: JSON.stringify({ template: sentence, text: sentence }),
  });
}

/** The apps whose bots are in a chat. */
export function botsOf(world: World, chat: Chat): App[] {
  return chat.bots.map((id) => world.state.apps[id]).filter((app) => app !== undefined);
}
