import { announceBot, announceDisband, announceUpdated } from '../../chat/announce.ts';
import { botsOf, openGroup, remark, showChat } from '../../chat/rooms.ts';
import { text, texts, type Fields } from '../../json.ts';
import { consoleOf, coversPerson, inForce } from '../../state/console.ts';
import type { App, Person } from '../../state/tenant.ts';
import { once, page, param, type Call, type Route } from '../call.ts';
import { botIds, idType, idsOf, needPerson } from '../contact/people.ts';
import { fail } from '../errors.ts';
import { mayRule, needGroup } from './chat-hold.ts';
import { checkNames, settingsOf, viewOf } from './chat-view.ts';

/** A person who may be put into a group of the app; the resigned are left out, those who cannot see the app refuse the whole. */
function guests(call: Call, ids: string[]): Person[] {
  const { state } = call.world;
  const people = ids.map((id) => needPerson(call, id, idType(call))).filter((person) => person.resigned !== true);
  if (people.some((person) => !coversPerson(state, inForce(state, call.app.appId).availability, person))) throw fail(232024);
  return people;
}

/** The apps with these ids; throws for one that is unknown, switched off or without a bot. */
export function needBots(call: Call, ids: string[]): App[] {
  const { state } = call.world;
  return ids.map((id) => {
    const app = state.apps[id];
    if (app === undefined) throw fail(232004);
    if (consoleOf(state, id).enabled === false) throw fail(232034);
    if (consoleOf(state, id).bot === false) throw fail(232025);
    return app;
  });
}

function create(call: Call): Fields {
  const { body, world, app } = call;
  const settings = settingsOf(call);
  checkNames(body, settings['chat_type'] === 'public');
  const ids = texts(body['user_id_list']);
  const bots = texts(body['bot_id_list']);
  if (ids.length > 50 || bots.length > 5) throw fail(232001);
  const [owner] = text(body['owner_id']) === '' ? [] : guests(call, [text(body['owner_id'])]);
  const people = new Set([...(owner === undefined ? [] : [owner]), ...guests(call, ids)].map((person) => person.openId));
  const chat = openGroup(world, {
    name: text(body['name']),
    description: text(body['description']),
    creator: app.appId,
    people: [...people],
    bots: [...new Set([app.appId, ...needBots(call, bots).map((each) => each.appId)])],
    settings,
    ...(owner === undefined ? {} : { ownerId: owner.openId }),
  });
  if (owner !== undefined && call.query.get('set_bot_manager') === 'true') chat.botManagers = [app.appId];
  remark(world, chat, `${app.name} 建立了群聊`);
  showChat(world, chat);
  for (const other of botsOf(world, chat)) {
    if (other.appId !== app.appId) announceBot(world, chat, { operator: botIds(app), app: other, added: true });
  }
  return { chat: chat.id };
}

function createOnce(call: Call): Fields {
  const uuid = call.query.get('uuid') ?? text(call.body['uuid']);
  if (uuid === '') call.notes.push('没有 uuid：超时重发会建两个群');
  const key = uuid === '' ? '' : `chat ${uuid} ${text(call.body['owner_id'])}`;
  const { chat } = once(call, { key, hours: 10 }, () => create(call));
  const made = call.world.state.chats[text(chat)];
  if (made === undefined) throw fail(232006);
  return viewOf(call, made);
}

/** What anybody may edit where the group lets all its members edit. */
const common = ['name', 'description', 'avatar', 'i18n_names'];

function handOver(call: Call, id: string): string {
  const chat = needGroup(call);
  const owner = needPerson(call, id);
  if (!mayRule(call, chat) || chat.botManagers?.includes(call.app.appId) === true) throw fail(232017);
  if (!chat.people.includes(owner.openId)) throw fail(232043);
  return owner.openId;
}

function update(call: Call): Fields {
  const chat = needGroup(call);
  const { body, world } = call;
  const settings = settingsOf(call);
  const type = settings['chat_type'] ?? chat.settings['chat_type'];
  checkNames({ name: chat.name, ...body }, type === 'public');
  const open = (chat.settings['edit_permission'] ?? 'all_members') === 'all_members';
  const beyond = Object.keys(body).some((key) => !common.includes(key));
  if (!mayRule(call, chat) && (!open || beyond)) throw fail(232016);
  const before = viewOf(call, chat);
  const ownerBefore = world.state.people[chat.ownerId ?? ''];
  if (typeof body['name'] === 'string') chat.name = body['name'];
  if (typeof body['description'] === 'string') chat.description = body['description'];
  if (text(body['owner_id']) !== '') chat.ownerId = handOver(call, text(body['owner_id']));
  Object.assign(chat.settings, settings);
  const owner = world.state.people[chat.ownerId ?? ''];
  const ids = (person: Person | undefined): Fields => (person === undefined ? {} : { owner_id: idsOf(person) });
  announceUpdated(world, chat, {
    operator: botIds(call.app),
    before: { ...changeable(before), ...ids(ownerBefore) },
    after: { ...changeable(viewOf(call, chat)), ...ids(owner) },
  });
  showChat(world, chat);
  return {};
}

/** What `im.chat.updated_v1` tells of. */
function changeable(view: Fields): Fields {
  const counts = new Set(['user_count', 'bot_count', 'owner_id', 'owner_id_type', 'user_manager_id_list', 'bot_manager_id_list']);
  return Object.fromEntries(Object.entries(view).filter(([key]) => !counts.has(key)));
}

function disband(call: Call): Fields {
  const chat = needGroup(call);
  if (!mayRule(call, chat) || (chat.botManagers?.includes(call.app.appId) === true && chat.creator !== call.app.appId)) throw fail(232017);
  announceDisband(call.world, chat, botIds(call.app));
  chat.dissolved = true;
  showChat(call.world, chat);
  return {};
}

function get(call: Call): Fields {
  const chat = call.world.state.chats[param(call, 'chat_id')];
  if (chat === undefined) throw fail(232006);
  if (!chat.bots.includes(call.app.appId)) throw fail(232011);
  return viewOf(call, chat);
}

function mine(call: Call, matches: (name: string) => boolean): Fields {
  const found = Object.values(call.world.state.chats).filter(
    (chat) => chat.mode === 'group' && !chat.dissolved && chat.bots.includes(call.app.appId) && matches(chat.name),
  );
  return page(
    call,
    found.map((chat) => viewOf(call, chat)),
    100,
  );
}

const read = ['im:chat', 'im:chat:readonly', 'im:chat:read'];

/** Groups: make, find, change, dissolve (contract 9.2). */
export const chatRoutes: Route[] = [
  { method: 'POST', path: '/im/v1/chats', title: '建群', scopes: ['im:chat', 'im:chat:create'], run: createOnce },
  { method: 'GET', path: '/im/v1/chats', title: '列出群', scopes: read, run: (call) => mine(call, () => true) },
  {
    method: 'GET',
    path: '/im/v1/chats/search',
    title: '找群',
    scopes: read,
    run: (call) => mine(call, (name) => name.includes(call.query.get('query') ?? '')),
  },
  { method: 'GET', path: '/im/v1/chats/:chat_id', title: '查群', scopes: read, run: get },
  { method: 'PUT', path: '/im/v1/chats/:chat_id', title: '改群', scopes: ['im:chat', 'im:chat:update'], run: update },
  { method: 'DELETE', path: '/im/v1/chats/:chat_id', title: '解散群', scopes: ['im:chat', 'im:chat:delete'], run: disband },
];
