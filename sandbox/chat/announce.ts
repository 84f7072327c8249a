import type { Fields } from '../json.ts';
import { botIds, idsOf } from '../platform/contact/people.ts';
import { readBack } from '../platform/im/wire.ts';
import type { Chat, Message, Reaction } from '../state/chats.ts';
import type { App, Person } from '../state/tenant.ts';
import type { World } from '../world.ts';
import { hears } from './hearing.ts';
import { wireMentions } from './mentions.ts';
import { botsOf } from './rooms.ts';

function senderOf(world: World, message: Message): Fields {
  const tenant_key = world.state.tenantKey;
  const person = world.state.people[message.sender.id];
  if (person !== undefined) return { sender_id: idsOf(person), sender_type: 'user', tenant_key };
  const app = world.state.apps[message.sender.id];
  return { sender_id: app === undefined ? {} : botIds(app), sender_type: 'app', tenant_key };
}

function received(world: World, message: Message): Fields {
  const chat = world.state.chats[message.chat];
  const mentions = wireMentions(world, message);
  return {
    sender: senderOf(world, message),
    message: {
      message_id: message.id,
      ...(message.root === undefined ? {} : { root_id: message.root }),
      ...(message.parent === undefined ? {} : { parent_id: message.parent }),
      ...(message.thread === undefined ? {} : { thread_id: message.thread }),
      create_time: String(message.at),
      update_time: String(message.updatedAt),
      chat_id: message.chat,
      chat_type: chat?.mode ?? 'p2p',
      message_type: message.type,
      content: readBack(world, message, 'stub'),
      ...(mentions.length > 0 ? { mentions } : {}),
    },
  };
}

/** Pushes `im.message.receive_v1` to the bots of the chat that may hear it (contract 5.1). */
export function announceMessage(world: World, chat: Chat, message: Message): void {
  const event = received(world, message);
  for (const app of botsOf(world, chat)) {
    if (hears(world, app, { chat, message }))
      world.events.push(app, { type: 'im.message.receive_v1', event, title: `消息（${message.type}）` });
  }
}

/** Pushes `p2p_chat_create`, an event of the old envelope, when a person and a bot have their first chat. */
export function announceFirstChat(world: World, app: App, first: { chat: Chat; person: Person; byBot: boolean }): void {
  if (!world.state.settings.firstChatEvent) return;
  const { openId: open_id, userId: user_id, name } = first.person;
  world.events.push(app, {
    type: 'p2p_chat_create',
    title: '首次会话',
    event: {
      chat_id: first.chat.id,
      operator: first.byBot ? { open_id: app.botId } : { open_id, user_id },
      user: { name, open_id, user_id },
    },
  });
}

/** Pushes `im.message.recalled_v1` to every bot of the chat. */
export function announceRecall(world: World, chat: Chat, message: Message): void {
  const event = {
    message_id: message.id,
    chat_id: chat.id,
    recall_time: String(world.clock.now()),
    recall_type: message.recalledBy ?? 'message_owner',
  };
  for (const app of botsOf(world, chat)) world.events.push(app, { type: 'im.message.recalled_v1', event, title: '撤回' });
}

/** Pushes `im.message.message_read_v1` for a bot's messages in a one-to-one chat. */
export function announceRead(world: World, app: App, { person, messages }: { person: Person; messages: string[] }): void {
  world.events.push(app, {
    type: 'im.message.message_read_v1',
    title: '已读',
    event: {
      reader: { reader_id: idsOf(person), read_time: String(world.clock.now()), tenant_key: world.state.tenantKey },
      message_id_list: messages,
    },
  });
}

/** Pushes `im.message.reaction.created_v1` or `deleted_v1` to every bot of the chat. */
export function announceReaction(world: World, chat: Chat, change: { message: Message; reaction: Reaction; created: boolean }): void {
  const { message, reaction, created } = change;
  const person = world.state.people[reaction.by];
  const event = {
    message_id: message.id,
    reaction_type: { emoji_type: reaction.emoji },
    operator_type: reaction.app ? 'app' : 'user',
    ...(person === undefined ? { app_id: reaction.by } : { user_id: idsOf(person) }),
    action_time: String(world.clock.now()),
  };
  for (const app of botsOf(world, chat)) {
    world.events.push(app, { type: `im.message.reaction.${created ? 'created' : 'deleted'}_v1`, event, title: '表情回复' });
  }
}

function operation(world: World, chat: Chat, operator: Fields): Fields {
  return {
    chat_id: chat.id,
    operator_id: operator,
    external: false,
    operator_tenant_key: world.state.tenantKey,
    name: chat.name,
    i18n_names: { zh_cn: chat.name, en_us: '', ja_jp: '' },
  };
}

/** How people came into a group or out of it; `withdrawn` is an invitation taken back. */
export interface MemberChange {
  operator: Fields;
  people: Person[];
  how: 'added' | 'deleted' | 'withdrawn';
}

const comings: Record<MemberChange['how'], string> = { added: '成员进群', deleted: '成员出群', withdrawn: '撤销拉人' };

/** Pushes the member events of people to the bots of the chat. */
export function announceMembers(world: World, chat: Chat, change: MemberChange): void {
  if (change.people.length === 0) return;
  const users = change.people.map((person) => ({ name: person.name, tenant_key: world.state.tenantKey, user_id: idsOf(person) }));
  const event = { ...operation(world, chat, change.operator), users };
  for (const app of botsOf(world, chat))
    world.events.push(app, { type: `im.chat.member.user.${change.how}_v1`, event, title: comings[change.how] });
}

/** Pushes `im.chat.updated_v1` with only what changed, to the bots of the chat. */
export function announceUpdated(world: World, chat: Chat, change: { operator: Fields; before: Fields; after: Fields }): void {
  const changed = Object.keys(change.after).filter((key) => JSON.stringify(change.before[key]) !== JSON.stringify(change.after[key]));
  if (changed.length === 0) return;
  const pick = (source: Fields): Fields => Object.fromEntries(changed.map((key) => [key, source[key]]));
  const moderators = (chat.moderators ?? []).map((id) => world.state.people[id]).filter((person) => person !== undefined);
  const event = {
    ...operation(world, chat, change.operator),
    before_change: pick(change.before),
    after_change: pick(change.after),
    moderator_list: { added_member_list: moderators.map((person) => ({ user_id: idsOf(person) })), removed_member_list: [] },
  };
  for (const app of botsOf(world, chat)) world.events.push(app, { type: 'im.chat.updated_v1', event, title: '群信息变更' });
}

/** Pushes `im.chat.member.bot.added_v1` or `deleted_v1` to the bot concerned. */
export function announceBot(world: World, chat: Chat, change: { operator: Fields; app: App; added: boolean }): void {
  const event = operation(world, chat, change.operator);
  world.events.push(change.app, {
    type: `im.chat.member.bot.${change.added ? 'added' : 'deleted'}_v1`,
    event,
    title: change.added ? '机器人进群' : '机器人出群',
  });
}

/** Pushes `im.chat.disbanded_v1` to the bots of the chat. */
export function announceDisband(world: World, chat: Chat, operator: Fields): void {
  const event = operation(world, chat, operator);
  for (const app of botsOf(world, chat)) world.events.push(app, { type: 'im.chat.disbanded_v1', event, title: '群解散' });
}

/** Pushes `im.chat.access_event.bot_p2p_chat_entered_v1`. */
export function announceEntered(world: World, app: App, entry: { chat: Chat; person: Person }): void {
  const lastId = entry.chat.messages.at(-1);
  const last = lastId === undefined ? undefined : world.state.messages[lastId];
  world.events.push(app, {
    type: 'im.chat.access_event.bot_p2p_chat_entered_v1',
    title: '进入会话',
    event: {
      chat_id: entry.chat.id,
      operator_id: idsOf(entry.person),
      ...(last === undefined ? {} : { last_message_id: last.id, last_message_create_time: String(last.at) }),
    },
  });
}

/** Pushes `application.bot.menu_v6`; its `timestamp` is an integer of seconds. */
export function announceMenu(world: World, app: App, press: { person: Person; key: string }): void {
  world.events.push(app, {
    type: 'application.bot.menu_v6',
    title: '菜单',
    event: {
      operator: { operator_name: press.person.name, operator_id: idsOf(press.person) },
      event_key: press.key,
      timestamp: Math.floor(world.clock.now() / 1000),
    },
  });
}
