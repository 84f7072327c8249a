import { upgraded } from '../card/legacy.ts';
import type { ChatView, MessageView } from '../api/chats.ts';
import { beijing } from '../clock.ts';
import { fields, isFields, list, parse, text } from '../json.ts';
import type { Chat, Message } from '../state/chats.ts';
import type { Ground } from '../world.ts';

/** Whether a person sees a message: he is in the chat and it is not meant for another alone. */
export function visible(message: Message, person: string): boolean {
  return message.only === undefined || message.only === person;
}

/** The name behind an open id, a bot's open id or an app id; '' for nobody. */
export function nameOf(world: Ground, id: string): string {
  const { people, apps, customBots } = world.state;
  const custom = customBots[id.replace('hook ', '')];
  return custom?.name ?? people[id]?.name ?? apps[id]?.name ?? Object.values(apps).find((app) => app.botId === id)?.name ?? '';
}

function sender(world: Ground, message: Message): MessageView['from'] {
  const { kind, id } = message.sender;
  if (kind === 'system') return { id: '', name: '', bot: false };
  if (kind === 'user') return { id, name: nameOf(world, id), bot: false };
  return { id: world.state.apps[id]?.botId ?? id, name: nameOf(world, id), bot: true };
}

function named(world: Ground, message: Message, source: string): string {
  const placed = message.mentions.reduce((line, mention) => line.replaceAll(mention.key, `@${mention.name}`), source);
  return placed.replace(
    /<at (?:user_)?id="?([^">]*)"?>([^<]*)<\/at>/g,
    (_all, id: string, shown: string) => `@${id === 'all' ? '所有人' : shown || nameOf(world, id)}`,
  );
}

/** The content as the page draws it: parsed, with mentions by name in texts and the size of files. */
export function shownContent(world: Ground, message: Message): unknown {
  const content = parse(message.content);
  if (message.type === 'interactive') return upgraded(fields(cardOf(world, message)));
  if (message.type === 'text' && isFields(content)) return { ...content, text: named(world, message, text(content['text'])) };
  if (message.type === 'post' && isFields(content)) return content['zh_cn'] ?? content;
  const file = isFields(content) ? world.state.files[text(content['file_key'])] : undefined;
  return isFields(content) && file !== undefined ? { ...content, file_size: file.size } : content;
}

/** The authored card of a card message; for a card entity the entity's current card. */
export function cardOf(world: Ground, message: Message): unknown {
  const entity = message.cardId === undefined ? undefined : world.state.cards[message.cardId];
  return parse(entity?.card ?? message.content);
}

/** The people a person's message was meant for: everybody else in its chat. */
export function addressees(world: Ground, message: Message): string[] {
  const people = world.state.chats[message.chat]?.people ?? [];
  return message.sender.kind === 'user' ? people.filter((id) => id !== message.sender.id) : [];
}

/** Whether a person has read a message: he looked at it, or he has since said or read something later in its chat. */
export function hasRead(world: Ground, message: Message, person: string): boolean {
  return message.readBy[person] !== undefined || (world.state.chats[message.chat]?.read[person] ?? 0) >= message.seq;
}

function readingOf(world: Ground, message: Message): Pick<MessageView, 'read'> {
  const meant = addressees(world, message);
  return meant.length === 0 ? {} : { read: { count: meant.filter((id) => hasRead(world, message, id)).length, of: meant.length } };
}

/** A message as the page sees it. */
export function viewMessage(world: Ground, message: Message): MessageView {
  const byEmoji = new Map<string, string[]>();
  for (const reaction of message.reactions) byEmoji.set(reaction.emoji, [...(byEmoji.get(reaction.emoji) ?? []), reaction.by]);
  return {
    id: message.id,
    chat: message.chat,
    at: beijing(message.at),
    from: sender(world, message),
    type: message.type,
    content: message.recalled ? null : shownContent(world, message),
    ...(message.parent === undefined ? {} : { parent: message.parent, ...quoteOf(world, message.parent) }),
    ...(message.thread === undefined ? {} : { thread: message.thread }),
    recalled: message.recalled,
    edited: message.edits > 0,
    reactions: [...byEmoji].map(([emoji, by]) => ({ emoji, by })),
    revision: message.revision,
    updatedAt: beijing(message.updatedAt),
    ...(message.previews === undefined
      ? {}
      : {
          previews: Object.entries(message.previews).map(([url, { title, card }]) => ({
            url,
            title,
            ...(card === undefined ? {} : { card }),
          })),
        }),
    ...(message.followUps === undefined ? {} : { followUps: message.followUps }),
    ...(message.replies === undefined ? {} : { replies: message.replies.length }),
    ...readingOf(world, message),
    ...(message.urgent.length > 0 ? { urgent: message.urgent } : {}),
    ...(message.only === undefined ? {} : { only: true as const }),
  };
}

function quoteOf(world: Ground, id: string): Pick<MessageView, 'quote'> {
  const parent = world.state.messages[id];
  return parent === undefined || parent.only !== undefined
    ? {}
    : { quote: { name: sender(world, parent).name, text: summary(world, parent) } };
}

function plain(value: unknown): string {
  return text(fields(value)['content']);
}

function postText(content: unknown): string {
  const body = fields(content);
  const words = list(body['content']).flatMap((row) => list(row).map((node) => text(fields(node)['text'])));
  return [text(body['title']), ...words].filter((word) => word !== '').join(' ');
}

const words: Record<string, string> = {
  image: '[图片]',
  audio: '[语音]',
  media: '[视频]',
  sticker: '[表情]',
  merge_forward: '[聊天记录]',
  location: '[位置]',
  share_chat: '[群名片]',
  share_user: '[个人名片]',
  hongbao: '[红包]',
  folder: '[文件夹]',
};

/** One line for the list of chats. */
export function summary(world: Ground, message: Message): string {
  if (message.recalled) return '已撤回一条消息';
  const content = shownContent(world, message);
  const body = fields(content);
  if (message.type === 'text' || message.type === 'system') return text(body['text']);
  if (message.type === 'post') return postText(content);
  if (message.type === 'file') return `[文件] ${text(body['file_name'])}`;
  if (message.type !== 'interactive') return words[message.type] ?? '[消息]';
  return plain(fields(body['config'])['summary']) || plain(fields(body['header'])['title']) || '[卡片]';
}

const mostUnread = 1000;

/** What a person has not read in a chat: how many, counted up to `most` (1000), the first of them and the last. */
export function unreadOf(
  world: Ground,
  chat: Chat,
  reader: { person: string; most?: number },
): { count: number; first?: Message; last?: Message } {
  const { person, most = mostUnread } = reader;
  const upTo = chat.read[person] ?? 0;
  const found: Message[] = [];
  for (let index = chat.messages.length - 1; index >= 0 && found.length < most; index -= 1) {
    const message = world.state.messages[chat.messages[index] ?? ''];
    if (message === undefined || message.seq <= upTo) break;
    if (message.sender.kind !== 'system' && message.sender.id !== person && !message.recalled && visible(message, person))
      found.push(message);
  }
  const [last] = found;
  const first = found.at(-1);
  return { count: found.length, ...(first === undefined || last === undefined ? {} : { first, last }) };
}

/** A chat as one of its members sees it. */
export function viewChat(world: Ground, chat: Chat, person: string): ChatView {
  const lastId = chat.messages.findLast((id) => {
    const message = world.state.messages[id];
    return message !== undefined && visible(message, person);
  });
  const last = lastId === undefined ? undefined : world.state.messages[lastId];
  const bots = chat.bots.map((id) => ({ id: world.state.apps[id]?.botId ?? id, name: nameOf(world, id), bot: true }));
  const unread = unreadOf(world, chat, { person });
  return {
    id: chat.id,
    name: chat.name,
    mode: chat.mode,
    ...(chat.mode === 'p2p' && chat.bots[0] !== undefined ? { appId: chat.bots[0] } : {}),
    members: [...chat.people.map((id) => ({ id, name: nameOf(world, id), bot: false })), ...bots],
    unread: unread.count,
    ...(unread.first === undefined ? {} : { unreadFrom: unread.first.id }),
    ...(last === undefined ? {} : { last: { at: beijing(last.at), text: summary(world, last), by: sender(world, last).name } }),
    dissolved: chat.dissolved,
    ...(chat.ownerId === undefined ? {} : { owner: chat.ownerId }),
    ...(chat.top === undefined ? {} : { pinned: chat.top }),
    pins: chat.pins,
  };
}
