import { announceEntered, announceMenu, announceMessage, announceReaction, announceRead, announceRecall } from '../chat/announce.ts';
import { markRead } from '../chat/history.ts';
import { meet } from '../chat/meeting.ts';
import { botsOf, directChat, post, show, showChat } from '../chat/rooms.ts';
import { cardOf, shownContent } from '../chat/views.ts';
import { fields, text, texts, type Fields } from '../json.ts';
import { coversPerson, inForce } from '../state/console.ts';
import { freshId } from '../state/ids.ts';
import type { Chat, Message } from '../state/chats.ts';
import type { World } from '../world.ts';
import { refuse } from './refusal.ts';
import { groupActs, type Act } from './group-acts.ts';
import { approvalActs } from './approval-acts.ts';
import { directoryActs } from './directory-acts.ts';
import { loginActs } from './login-acts.ts';
import { meetingActs } from './meeting-acts.ts';
import { officeActs } from './office-acts.ts';
import { actor, appOf, chatFor, seen } from './speak.ts';
import { customBot } from './custom-bots.ts';
import { showLinks } from './previews.ts';
import { template } from './templates.ts';

const open: Act = (world, asked) => {
  const person = actor(world, text(asked['as']));
  if (asked['person'] !== undefined) {
    const other = actor(world, text(asked['person']));
    if (other.openId === person.openId) throw refuse(400, '不能和自己会话');
    const chat = directChat(world, [person, other]);
    showChat(world, chat);
    return { chat: chat.id };
  }
  const app = appOf(world, text(asked['app']));
  if (!coversPerson(world.state, inForce(world.state, app.appId).availability, person)) throw refuse(403, '此人不在应用的可用范围内');
  const chat = meet(world, app, { person, byBot: false });
  announceEntered(world, app, { chat, person });
  world.touch();
  return { chat: chat.id };
};

const menu: Act = (world, asked) => {
  const person = actor(world, text(asked['as']));
  announceMenu(world, appOf(world, text(asked['app'])), { person, key: text(asked['key']) });
  return {};
};

const recall: Act = (world, asked) => {
  const person = actor(world, text(asked['as']));
  const { message, chat } = seen(world, person, text(asked['message']));
  const own = message.sender.id === person.openId;
  const keeper = chat.mode === 'group' && (chat.ownerId === person.openId || chat.managers?.includes(person.openId) === true);
  if (!own && !keeper && asked['administrator'] !== true) throw refuse(403, '只能撤回自己的消息');
  message.recalled = true;
  message.recalledBy = own
    ? 'message_owner'
    : !keeper
      ? 'enterprise_manager'
      : chat.ownerId === person.openId
        ? 'group_owner'
        : 'group_manager';
  show(world, message);
  announceRecall(world, chat, message);
  return {};
};

const edit: Act = (world, asked) => {
  const person = actor(world, text(asked['as']));
  const { message } = seen(world, person, text(asked['message']));
  if (message.sender.id !== person.openId || message.type !== 'text') throw refuse(403, '只能编辑自己的文字消息');
  if (message.recalled) throw refuse(409, '消息已撤回，不能编辑');
  if (text(asked['text']).trim() === '') throw refuse(400, '消息是空的');
  Object.assign(message, {
    content: JSON.stringify({ text: text(asked['text']) }),
    edits: message.edits + 1,
    updatedAt: world.clock.now(),
  });
  show(world, message);
  return {};
};

/** A card that forbids it or is still being written cannot be forwarded. */
function staysHere(world: World, message: Message): boolean {
  if (message.type !== 'interactive') return false;
  const config = fields(fields(cardOf(world, message))['config']);
  return config['enable_forward'] === false || config['streaming_mode'] === true;
}

const forward: Act = (world, asked) => {
  const person = actor(world, text(asked['as']));
  const chat = chatFor(world, person, text(asked['to']));
  const originals = texts(asked['messages']).map((id) => seen(world, person, id).message);
  if (originals.length === 0) throw refuse(400, '没有要转发的消息');
  if (originals.some((each) => staysHere(world, each))) throw refuse(409, '这张卡片不能转发');
  const sender = { kind: 'user' as const, id: person.openId };
  if (asked['merged'] !== true) {
    const copies = originals.map((each) => post(world, { chat, sender, type: each.type, content: each.content, mentions: each.mentions }));
    for (const copy of copies) announceMessage(world, chat, copy);
    return { messages: copies.map((copy) => copy.id) };
  }
  const children = originals.map((each) => ({ type: each.type, content: shownContent(world, each), from: each.sender.id, at: each.at }));
  const bundle = post(world, {
    chat,
    sender,
    type: 'merge_forward',
    content: JSON.stringify({ content: 'Merged and Forwarded Message', children }),
  });
  for (const each of originals) {
    const child = post(world, {
      chat,
      sender: each.sender,
      type: each.type,
      content: each.content,
      mentions: each.mentions,
      upper: bundle.id,
    });
    child.at = each.at;
  }
  announceMessage(world, chat, bundle);
  return { messages: [bundle.id] };
};

const react: Act = (world, asked) => {
  const person = actor(world, text(asked['as']));
  const { message, chat } = seen(world, person, text(asked['message']));
  const emoji = text(asked['emoji']);
  const known = message.reactions.find((each) => each.by === person.openId && each.emoji === emoji);
  const reaction = known ?? { id: freshId('ZCa'), emoji, by: person.openId, app: false, at: world.clock.now() };
  if (known === undefined) message.reactions.push(reaction);
  else message.reactions.splice(message.reactions.indexOf(known), 1);
  show(world, message);
  announceReaction(world, chat, { message, reaction, created: known === undefined });
  return {};
};

/** Whose open page hears that a message was read: the senders of the newest ones. */
const shownAsRead = 30;

const read: Act = (world, asked) => {
  const person = actor(world, text(asked['as']));
  const chat = world.state.chats[text(asked['chat'])];
  if (chat === undefined || !chat.people.includes(person.openId)) throw refuse(404, '没有这个会话');
  const fresh = markRead(world, chat, person.openId);
  if (fresh.length === 0) return {};
  for (const message of fresh.slice(-shownAsRead)) if (message.sender.kind === 'user') show(world, message);
  showChat(world, chat);
  const [app] = chat.mode === 'p2p' ? botsOf(world, chat) : [];
  const sent = fresh.filter((message) => message.sender.kind === 'app').map((message) => message.id);
  if (app !== undefined && sent.length > 0) announceRead(world, app, { person, messages: sent });
  return {};
};

/** The message and its chat, where the person may arrange things for all. */
function placed(world: World, asked: Fields): { message: Message; chat: Chat } {
  const found = seen(world, actor(world, text(asked['as'])), text(asked['message']));
  if (found.chat.dissolved) throw refuse(409, '群已解散');
  if (found.message.recalled) throw refuse(409, '消息已撤回');
  return found;
}

const top: Act = (world, asked) => {
  const { message, chat } = placed(world, asked);
  if (asked['on'] === false) delete chat.top;
  else chat.top = message.id;
  showChat(world, chat);
  return {};
};

const pin: Act = (world, asked) => {
  const { message, chat } = placed(world, asked);
  chat.pins = chat.pins.filter((id) => id !== message.id);
  if (asked['on'] !== false) chat.pins.push(message.id);
  showChat(world, chat);
  return {};
};

const typing: Act = (world, asked) => {
  const person = actor(world, text(asked['as']));
  const chat = chatFor(world, person, text(asked['chat']));
  world.hub.publish(
    { type: 'typing', chat: chat.id, person: person.openId },
    chat.people.filter((id) => id !== person.openId),
  );
  return {};
};

/** A person stops a bot from writing to him, or lets it again. */
const stop: Act = (world, asked) => {
  const person = actor(world, text(asked['as']));
  const { appId } = appOf(world, text(asked['app']));
  const others = (person.stopped ?? []).filter((id) => id !== appId);
  person.stopped = asked['on'] === false ? others : [...others, appId];
  world.touch();
  return {};
};

/** What people can do besides speaking and tapping, by the last part of the path. */
export const acts: Record<string, Act> = {
  open,
  menu,
  recall,
  edit,
  forward,
  react,
  read,
  top,
  pin,
  typing,
  stop,
  links: showLinks,
  template,
  'custom-bot': customBot,
  ...groupActs,
  ...officeActs,
  ...meetingActs,
  ...directoryActs,
  ...loginActs,
  ...approvalActs,
};
