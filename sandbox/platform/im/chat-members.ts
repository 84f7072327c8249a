import { announceBot, announceMembers } from '../../chat/announce.ts';
import { remark, showChat } from '../../chat/rooms.ts';
import { texts, type Fields } from '../../json.ts';
import type { App, Person } from '../../state/tenant.ts';
import { page, param, type Call, type Route } from '../call.ts';
import { needGroup } from './chats.ts';
import { fail } from '../errors.ts';
import { botIds, idOf, personBy } from '../contact/people.ts';

interface Members {
  people: Person[];
  apps: App[];
  invalid: string[];
}

function resolveMembers(call: Call): Members {
  const type = call.query.get('member_id_type') ?? 'open_id';
  const ids = texts(call.body['id_list']);
  if (ids.length === 0 || ids.length > (type === 'app_id' ? 5 : 50)) throw fail(232001);
  const { apps } = call.world.state;
  if (type === 'app_id') {
    return {
      people: [],
      apps: ids.map((id) => apps[id]).filter((app) => app !== undefined),
      invalid: ids.filter((id) => apps[id] === undefined),
    };
  }
  const people = ids.map((id) => personBy(call.world, id, type));
  return {
    people: people.filter((person) => person !== undefined),
    apps: [],
    invalid: ids.filter((_id, index) => people[index] === undefined),
  };
}

function addMembers(call: Call): Fields {
  const chat = needGroup(call);
  const { people, apps, invalid } = resolveMembers(call);
  if (invalid.length > 0 && (call.query.get('succeed_type') ?? '0') !== '1') throw fail(232043);
  const newcomers = people.filter((person) => !chat.people.includes(person.openId));
  const bots = apps.filter((app) => !chat.bots.includes(app.appId));
  chat.people.push(...newcomers.map((person) => person.openId));
  chat.bots.push(...bots.map((app) => app.appId));
  const names = [...newcomers, ...bots].map((each) => each.name).join('、');
  if (names !== '') remark(call.world, chat, `${call.app.name} 邀请 ${names} 加入群聊`);
  announceMembers(call.world, chat, { operator: botIds(call.app), people: newcomers, how: 'added' });
  for (const app of bots) announceBot(call.world, chat, { operator: botIds(call.app), app, added: true });
  showChat(call.world, chat);
  return { invalid_id_list: [], not_existed_id_list: invalid, pending_approval_id_list: [] };
}

function removeMembers(call: Call): Fields {
  const chat = needGroup(call);
  const { people, apps, invalid } = resolveMembers(call);
  const leaving = people.filter((person) => chat.people.includes(person.openId));
  const bots = apps.filter((app) => chat.bots.includes(app.appId));
  announceMembers(call.world, chat, { operator: botIds(call.app), people: leaving, how: 'deleted' });
  for (const app of bots) announceBot(call.world, chat, { operator: botIds(call.app), app, added: false });
  chat.people = chat.people.filter((id) => !leaving.some((person) => person.openId === id));
  chat.bots = chat.bots.filter((id) => !bots.some((app) => app.appId === id));
  const names = [...leaving, ...bots].map((each) => each.name).join('、');
  if (names !== '') remark(call.world, chat, `${call.app.name} 将 ${names} 移出群聊`);
  showChat(
    call.world,
    chat,
    leaving.map((person) => person.openId),
  );
  return { invalid_id_list: invalid };
}

function members(call: Call): Fields {
  const chat = needGroup(call);
  const type = call.query.get('member_id_type') ?? 'open_id';
  const people = chat.people.map((id) => call.world.state.people[id]).filter((person) => person !== undefined);
  const items = people.map((person) => ({
    member_id_type: type,
    member_id: idOf(person, type),
    name: person.name,
    tenant_key: call.world.state.tenantKey,
  }));
  return { ...page(call, items, 100), member_total: items.length };
}

/** Who is in a group (contract 9.2). */
export const chatMemberRoutes: Route[] = [
  { method: 'POST', path: '/im/v1/chats/:chat_id/members', title: '加群成员', run: addMembers },
  { method: 'DELETE', path: '/im/v1/chats/:chat_id/members', title: '移出群成员', run: removeMembers },
  { method: 'GET', path: '/im/v1/chats/:chat_id/members', title: '查群成员', run: members },
  {
    method: 'GET',
    path: '/im/v1/chats/:chat_id/members/is_in_chat',
    title: '是否在群',
    run: (call) => {
      const chat = call.world.state.chats[param(call, 'chat_id')];
      if (chat === undefined) throw fail(232006);
      return { is_in_chat: chat.bots.includes(call.app.appId) };
    },
  },
];
