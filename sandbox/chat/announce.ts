import type { Fields } from '../json.ts';
import { bundle, stub } from '../platform/im/content.ts';
import { botIds, idsOf } from '../platform/contact/people.ts';
import type { Chat, Message, Reaction } from '../state/chats.ts';
import type { App, Person } from '../state/tenant.ts';
import type { World } from '../world.ts';
import { botsOf } from './rooms.ts';

/** The `mentions` of a message on the wire. */
export function wireMentions(world: World, message: Message): Fields[] {
  return message.mentions.map((mention) => {
    const person = world.state.people[mention.id];
    const app = Object.values(world.state.apps).find((each) => each.botId === mention.id);
    const id = person === undefined ? (app === undefined ? { open_id: mention.id } : botIds(app)) : idsOf(person);
    return {
      key: mention.key,
      id,
      name: mention.name,
      tenant_key: world.state.tenantKey,
      mentioned_type: person === undefined ? 'bot' : 'user',
    };
  });
}

function received(world: World, message: Message, person: Person): Fields {
  const chat = world.state.chats[message.chat];
  const mentions = wireMentions(world, message);
  return {
    sender: { sender_id: idsOf(person), sender_type: 'user', tenant_key: world.state.tenantKey },
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
      content: receivedContent(message),
      ...(mentions.length > 0 ? { mentions } : {}),
    },
  };
}

function receivedContent(message: Message): string {
  const stand: Record<string, string> = { merge_forward: bundle, interactive: stub };
  return stand[message.type] ?? message.content;
}

/** Pushes `im.message.receive_v1` to every bot of the chat (contract 5.1). */
export function announceMessage(world: World, chat: Chat, message: Message): void {
  const person = world.state.people[message.sender.id];
  if (person === undefined) return;
  const event = received(world, message, person);
  for (const app of botsOf(world, chat)) {
    world.events.push(app, { type: 'im.message.receive_v1', event, title: `消息（${message.type}）` });
  }
}

/** Pushes `im.message.recalled_v1` to every bot of the chat. */
export function announceRecall(world: World, chat: Chat, message: Message): void {
  const event = { message_id: message.id, chat_id: chat.id, recall_time: String(world.clock.now()), recall_type: 'message_owner' };
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

/** Pushes the member events of people to the bots of the chat. */
export function announceMembers(world: World, chat: Chat, change: { operator: Fields; people: Person[]; added: boolean }): void {
  if (change.people.length === 0) return;
  const users = change.people.map((person) => ({ name: person.name, tenant_key: world.state.tenantKey, user_id: idsOf(person) }));
  const event = { ...operation(world, chat, change.operator), users };
  for (const app of botsOf(world, chat)) {
    world.events.push(app, {
      type: `im.chat.member.user.${change.added ? 'added' : 'deleted'}_v1`,
      event,
      title: change.added ? '成员进群' : '成员出群',
    });
  }
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
