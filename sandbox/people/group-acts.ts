import { announceBot, announceDisband, announceMembers, announceUpdated } from '../chat/announce.ts';
import { botsOf, remark, showChat } from '../chat/rooms.ts';
import { text, texts, type Fields } from '../json.ts';
import { idsOf } from '../platform/contact/people.ts';
import type { Chat } from '../state/chats.ts';
import type { Person } from '../state/tenant.ts';
import type { World } from '../world.ts';
import { refuse } from './refusal.ts';
import { actor, appOf, chatFor, startGroup } from './speak.ts';

/** One act of a person: takes the request's fields, answers JSON. */
export type Act = (world: World, asked: Fields) => Fields | Promise<Fields>;

/** The acting person's group that a request names; throws when it is none. */
export function groupFor(world: World, asked: Fields): { person: Person; chat: Chat } {
  const person = actor(world, text(asked['as']));
  const chat = chatFor(world, person, text(asked['chat']));
  if (chat.mode !== 'group') throw refuse(400, '这不是群');
  return { person, chat };
}

/** The group, when the person owns it; one that a bot owns is the bot's to change. */
function ownGroup(world: World, asked: Fields): { person: Person; chat: Chat } {
  const found = groupFor(world, asked);
  if (found.chat.ownerId === undefined) throw refuse(403, '群主是机器人，只有它能这样做');
  if (found.chat.ownerId !== found.person.openId) throw refuse(403, '只有群主能这样做');
  return found;
}

function memberOf(world: World, chat: Chat, asked: Fields): Person {
  const person = actor(world, text(asked['person']));
  if (!chat.people.includes(person.openId)) throw refuse(404, '此人不在群里');
  return person;
}

const group: Act = (world, asked) => {
  const person = actor(world, text(asked['as']));
  const chat = startGroup(world, {
    as: person.openId,
    name: text(asked['name']),
    people: texts(asked['people']),
    apps: texts(asked['apps']),
  });
  remark(world, chat, `${person.name} 建立了群聊`);
  for (const app of botsOf(world, chat)) announceBot(world, chat, { operator: idsOf(person), app, added: true });
  showChat(world, chat);
  return { chat: chat.id };
};

const leave: Act = (world, asked) => {
  const { person, chat } = groupFor(world, asked);
  announceMembers(world, chat, { operator: idsOf(person), people: [person], how: 'deleted' });
  chat.people = chat.people.filter((id) => id !== person.openId);
  // The group goes to whoever has been in it longest, as on the platform.
  const [heir] = chat.people;
  if (chat.ownerId === person.openId && heir !== undefined) chat.ownerId = heir;
  remark(world, chat, `${person.name} 退出了群聊`);
  showChat(world, chat, [person.openId]);
  return {};
};

const kick: Act = (world, asked) => {
  const { person, chat } = groupFor(world, asked);
  const app = appOf(world, text(asked['app']));
  if (!chat.bots.includes(app.appId)) throw refuse(404, '群里没有这个机器人');
  announceBot(world, chat, { operator: idsOf(person), app, added: false });
  chat.bots = chat.bots.filter((id) => id !== app.appId);
  remark(world, chat, `${person.name} 将 ${app.name} 移出群聊`);
  showChat(world, chat);
  return {};
};

const disband: Act = (world, asked) => {
  const { person, chat } = ownGroup(world, asked);
  announceDisband(world, chat, idsOf(person));
  chat.dissolved = true;
  showChat(world, chat);
  return {};
};

const invite: Act = (world, asked) => {
  const { person, chat } = groupFor(world, asked);
  const people = texts(asked['people'])
    .map((id) => actor(world, id))
    .filter((each) => !chat.people.includes(each.openId));
  const apps = texts(asked['apps'])
    .map((id) => appOf(world, id))
    .filter((each) => !chat.bots.includes(each.appId));
  if (people.length + apps.length === 0) throw refuse(400, '没有可以加入的人');
  chat.people.push(...people.map((each) => each.openId));
  chat.bots.push(...apps.map((each) => each.appId));
  remark(world, chat, `${person.name} 邀请 ${[...people, ...apps].map((each) => each.name).join('、')} 加入群聊`);
  announceMembers(world, chat, { operator: idsOf(person), people, how: 'added' });
  for (const app of apps) announceBot(world, chat, { operator: idsOf(person), app, added: true });
  showChat(world, chat);
  return {};
};

const remove: Act = (world, asked) => {
  const { person, chat } = ownGroup(world, asked);
  const gone = memberOf(world, chat, asked);
  if (gone.openId === person.openId) throw refuse(400, '自己离开请用退出群聊');
  announceMembers(world, chat, { operator: idsOf(person), people: [gone], how: 'deleted' });
  chat.people = chat.people.filter((id) => id !== gone.openId);
  remark(world, chat, `${person.name} 将 ${gone.name} 移出群聊`);
  showChat(world, chat, [gone.openId]);
  return {};
};

const owner: Act = (world, asked) => {
  const { person, chat } = ownGroup(world, asked);
  const next = memberOf(world, chat, asked);
  const before = { owner_id: idsOf(person) };
  chat.ownerId = next.openId;
  announceUpdated(world, chat, { operator: idsOf(person), before, after: { owner_id: idsOf(next) } });
  remark(world, chat, `${person.name} 将群主转让给 ${next.name}`);
  showChat(world, chat);
  return {};
};

const rename: Act = (world, asked) => {
  const { person, chat } = groupFor(world, asked);
  const name = text(asked['name']).trim();
  if (name === '' || [...name].length > 60) throw refuse(400, '群名应为 1 到 60 个字');
  const before = { name: chat.name };
  chat.name = name;
  announceUpdated(world, chat, { operator: idsOf(person), before, after: { name } });
  remark(world, chat, `${person.name} 将群名改为「${name}」`);
  showChat(world, chat);
  return {};
};

/** Who comes by a link that still holds, or into a public group. */
const join: Act = (world, asked) => {
  const person = actor(world, text(asked['as']));
  const token = /link_token=(\w+)/.exec(text(asked['link']))?.[1] ?? '';
  const chat = Object.values(world.state.chats).find((each) => each.id === asked['chat'] || each.links?.[token] !== undefined);
  if (chat === undefined || chat.dissolved) throw refuse(404, '没有这个群');
  const until = chat.links?.[token];
  const byLink = until !== undefined && (until === 0 || until > world.clock.now());
  if (!byLink && chat.settings['chat_type'] !== 'public') throw refuse(403, until === undefined ? '这个群不公开' : '链接已过期');
  if (chat.people.includes(person.openId)) return { chat: chat.id };
  chat.people.push(person.openId);
  remark(world, chat, `${person.name} 加入群聊`);
  announceMembers(world, chat, { operator: idsOf(person), people: [person], how: 'added' });
  showChat(world, chat);
  return { chat: chat.id };
};

/** Takes back an invitation that somebody has just sent. */
const withdraw: Act = (world, asked) => {
  const { person, chat } = groupFor(world, asked);
  const gone = memberOf(world, chat, asked);
  chat.people = chat.people.filter((id) => id !== gone.openId);
  remark(world, chat, `${person.name} 撤销了对 ${gone.name} 的邀请`);
  announceMembers(world, chat, { operator: idsOf(person), people: [gone], how: 'withdrawn' });
  showChat(world, chat, [gone.openId]);
  return {};
};

/** Making a group, changing who is in it and what it is called, leaving it, dissolving it. */
export const groupActs: Record<string, Act> = { group, leave, kick, disband, invite, remove, owner, rename, join, withdraw };
