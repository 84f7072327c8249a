import { announceBot, announceMembers } from '../../chat/announce.ts';
import { remark, showChat } from '../../chat/rooms.ts';
import { texts, type Fields } from '../../json.ts';
import { coversPerson, inForce } from '../../state/console.ts';
import type { Chat } from '../../state/chats.ts';
import type { App, Person } from '../../state/tenant.ts';
import { page, param, type Call, type Route } from '../call.ts';
import { botIds, idOf, personBy } from '../contact/people.ts';
import { fail } from '../errors.ts';
import { alone, mayRule, needGroup } from './chat-hold.ts';
import { needBots } from './chats.ts';

interface Members {
  people: Person[];
  apps: App[];
  /** Ids of nobody, and of people who cannot see the app. */
  missing: string[];
  unseen: string[];
}

function resolve(call: Call): Members {
  const type = call.query.get('member_id_type') ?? 'open_id';
  const ids = texts(call.body['id_list']);
  if (ids.length === 0 || ids.length > (type === 'app_id' ? 5 : 50)) throw fail(232001);
  if (type === 'app_id') return { people: [], apps: needBots(call, ids), missing: [], unseen: [] };
  const { state } = call.world;
  const range = inForce(state, call.app.appId).availability;
  const found = ids.map((id) => ({ id, person: personBy(call.world, id, type) }));
  const known = found.filter((each) => each.person !== undefined);
  const people = known.map((each) => each.person).filter((person) => person !== undefined);
  return {
    apps: [],
    people: people.filter((person) => person.resigned !== true && coversPerson(state, range, person)),
    missing: found.filter((each) => each.person === undefined).map((each) => each.id),
    unseen: known.filter(({ person }) => person !== undefined && !coversPerson(state, range, person)).map((each) => each.id),
  };
}

function checkWhole(call: Call, members: Members): void {
  if ((call.query.get('succeed_type') ?? '0') === '1') return;
  if (members.missing.length > 0) throw fail(232043);
  if (members.unseen.length > 0) throw fail(232024);
}

function join(call: Call, chat: Chat, members: Members): void {
  const { world, app } = call;
  const newcomers = members.people.filter((person) => !chat.people.includes(person.openId));
  const bots = members.apps.filter((each) => !chat.bots.includes(each.appId));
  if (chat.people.length + newcomers.length > world.state.settings.chatMembers) throw fail(232013);
  chat.people.push(...newcomers.map((person) => person.openId));
  chat.bots.push(...bots.map((each) => each.appId));
  const names = [...newcomers, ...bots].map((each) => each.name).join('、');
  if (names !== '') remark(world, chat, `${app.name} 邀请 ${names} 加入群聊`);
  announceMembers(world, chat, { operator: botIds(app), people: newcomers, how: 'added' });
  for (const each of bots) announceBot(world, chat, { operator: botIds(app), app: each, added: true });
  showChat(world, chat);
}

function addMembers(call: Call): Promise<Fields> {
  const chat = needGroup(call);
  const members = resolve(call);
  const ruling = mayRule(call, chat);
  if (!ruling && chat.settings['add_member_permission'] === 'only_owner') throw fail(232016);
  checkWhole(call, members);
  return alone(call, chat, () => {
    const pending = !ruling && chat.settings['membership_approval'] === 'approval_required';
    const type = call.query.get('member_id_type') ?? 'open_id';
    if (!pending) join(call, chat, members);
    return {
      invalid_id_list: members.unseen,
      not_existed_id_list: members.missing,
      pending_approval_id_list: pending ? members.people.map((person) => idOf(person, type)) : [],
    };
  });
}

function removeMembers(call: Call): Promise<Fields> {
  const chat = needGroup(call);
  const { world, app } = call;
  const { people, apps, missing, unseen } = resolve(call);
  const itself = people.length === 0 && apps.every((each) => each.appId === app.appId);
  if (!mayRule(call, chat) && !itself) throw fail(232017);
  return alone(call, chat, () => {
    const leaving = people.filter((person) => chat.people.includes(person.openId));
    const bots = apps.filter((each) => chat.bots.includes(each.appId));
    announceMembers(world, chat, { operator: botIds(app), people: leaving, how: 'deleted' });
    for (const each of bots) announceBot(world, chat, { operator: botIds(app), app: each, added: false });
    chat.people = chat.people.filter((id) => !leaving.some((person) => person.openId === id));
    chat.bots = chat.bots.filter((id) => !bots.some((each) => each.appId === id));
    const names = [...leaving, ...bots].map((each) => each.name).join('、');
    if (names !== '') remark(world, chat, `${app.name} 将 ${names} 移出群聊`);
    showChat(
      world,
      chat,
      leaving.map((person) => person.openId),
    );
    return { invalid_id_list: [...missing, ...unseen] };
  });
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

function standing(call: Call): Chat {
  const chat = call.world.state.chats[param(call, 'chat_id')];
  if (chat === undefined) throw fail(232006);
  if (chat.dissolved) throw fail(232009);
  return chat;
}

function comeIn(call: Call): Fields {
  const chat = standing(call);
  if (chat.settings['chat_type'] !== 'public') throw fail(232014);
  if (!chat.bots.includes(call.app.appId)) join(call, chat, { people: [], apps: [call.app], missing: [], unseen: [] });
  return {};
}

const path = '/im/v1/chats/:chat_id/members';
const write = ['im:chat', 'im:chat.members:write_only'];
const read = ['im:chat', 'im:chat.members:read', 'im:chat:readonly'];
const person = { member_id_type: { one: ['open_id', 'union_id', 'user_id'] } };
const anybody = { member_id_type: { one: ['open_id', 'union_id', 'user_id', 'app_id'] } };

/** Who is in a group (contract 9.2). */
export const chatMemberRoutes: Route[] = [
  {
    method: 'POST',
    path,
    title: '加群成员',
    scopes: write,
    query: { ...anybody, succeed_type: { one: ['0', '1', '2'] } },
    run: addMembers,
  },
  { method: 'DELETE', path, title: '移出群成员', scopes: write, query: anybody, run: removeMembers },
  { method: 'GET', path, title: '查群成员', scopes: read, query: person, run: members },
  { method: 'PATCH', path: `${path}/me_join`, title: '进公开群', scopes: write, run: comeIn },
  {
    method: 'GET',
    path: `${path}/is_in_chat`,
    title: '是否在群',
    scopes: read,
    run: (call) => ({ is_in_chat: standing(call).bots.includes(call.app.appId) }),
  },
];
