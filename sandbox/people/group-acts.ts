import { announceBot, announceDisband, announceMembers } from '../chat/announce.ts';
import { botsOf, remark, showChat } from '../chat/rooms.ts';
import { text, texts, type Fields } from '../json.ts';
import { idsOf } from '../platform/contact/people.ts';
import type { Chat } from '../state/chats.ts';
import type { Person } from '../state/tenant.ts';
import type { World } from '../world.ts';
import { refuse } from './refusal.ts';
import { actor, appOf, chatFor, startGroup } from './speak.ts';

/** One act of a person: takes the request's fields, answers JSON. */
export type Act = (world: World, asked: Fields) => Fields;

function groupOf(world: World, asked: Fields): { person: Person; chat: Chat } {
  const person = actor(world, text(asked['as']));
  const chat = chatFor(world, person, text(asked['chat']));
  if (chat.mode !== 'group') throw refuse(400, '这不是群');
  return { person, chat };
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
  const { person, chat } = groupOf(world, asked);
  announceMembers(world, chat, { operator: idsOf(person), people: [person], added: false });
  chat.people = chat.people.filter((id) => id !== person.openId);
  remark(world, chat, `${person.name} 退出了群聊`);
  showChat(world, chat, [person.openId]);
  return {};
};

const kick: Act = (world, asked) => {
  const { person, chat } = groupOf(world, asked);
  const app = appOf(world, text(asked['app']));
  if (!chat.bots.includes(app.appId)) throw refuse(404, '群里没有这个机器人');
  announceBot(world, chat, { operator: idsOf(person), app, added: false });
  chat.bots = chat.bots.filter((id) => id !== app.appId);
  remark(world, chat, `${person.name} 将 ${app.name} 移出群聊`);
  showChat(world, chat);
  return {};
};

const disband: Act = (world, asked) => {
  const { person, chat } = groupOf(world, asked);
  announceDisband(world, chat, idsOf(person));
  chat.dissolved = true;
  showChat(world, chat);
  return {};
};

/** Making a group, leaving it, sending a bot away, dissolving it. */
export const groupActs: Record<string, Act> = { group, leave, kick, disband };
