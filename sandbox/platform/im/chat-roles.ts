import { announceUpdated } from '../../chat/announce.ts';
import { showChat } from '../../chat/rooms.ts';
import { text, texts, type Fields } from '../../json.ts';
import type { Chat } from '../../state/chats.ts';
import { page, type Call, type Route } from '../call.ts';
import { botIds, idOf, idType, needPerson } from '../contact/people.ts';
import { badField, fail } from '../errors.ts';
import { alone, mayRule, needGroup } from './chat-hold.ts';

const most = { people: 10, bots: 5 };

function needRuled(call: Call): Chat {
  const chat = needGroup(call);
  if (!mayRule(call, chat)) throw fail(232017);
  return chat;
}

/** Members by ids: people, or bots when `member_id_type` is app_id; 232043 for one who is not in the group. */
function insiders(call: Call, chat: Chat, ids: string[]): { people: string[]; bots: string[] } {
  const type = call.query.get('member_id_type') ?? idType(call);
  const bots = type === 'app_id' ? ids : [];
  const people = type === 'app_id' ? [] : ids.map((id) => needPerson(call, id, type).openId);
  if (bots.some((id) => !chat.bots.includes(id)) || people.some((id) => !chat.people.includes(id))) throw fail(232043);
  return { people, bots };
}

function managersOf(call: Call, chat: Chat): Fields {
  const people = (chat.managers ?? []).map((id) => call.world.state.people[id]).filter((person) => person !== undefined);
  return { chat_managers: people.map((person) => idOf(person, idType(call))), chat_bot_managers: chat.botManagers ?? [] };
}

function addManagers(call: Call): Promise<Fields> {
  const chat = needRuled(call);
  const { people, bots } = insiders(call, chat, texts(call.body['manager_ids']));
  const all = { people: [...new Set([...(chat.managers ?? []), ...people])], bots: [...new Set([...(chat.botManagers ?? []), ...bots])] };
  if (all.people.length > most.people || all.bots.length > most.bots) throw fail(232001);
  return alone(call, chat, () => {
    Object.assign(chat, { managers: all.people, botManagers: all.bots });
    showChat(call.world, chat);
    return managersOf(call, chat);
  });
}

function dropManagers(call: Call): Promise<Fields> {
  const chat = needRuled(call);
  const { people, bots } = insiders(call, chat, texts(call.body['manager_ids']));
  return alone(call, chat, () => {
    chat.managers = (chat.managers ?? []).filter((id) => !people.includes(id));
    chat.botManagers = (chat.botManagers ?? []).filter((id) => !bots.includes(id));
    showChat(call.world, chat);
    return managersOf(call, chat);
  });
}

const moderations = ['all_members', 'only_owner', 'moderator_list'];

function moderate(call: Call): Fields {
  const chat = needRuled(call);
  const setting = text(call.body['moderation_setting']);
  if (setting !== '' && !moderations.includes(setting))
    throw badField('moderation_setting', `must be one of [${moderations.join(', ')}]`, setting);
  const before = { moderation_permission: chat.settings['moderation_permission'] ?? 'all_members' };
  const named = (field: string): string[] => Object.values(insiders(call, chat, texts(call.body[field]))).flat();
  const gone = named('moderator_removed_list');
  chat.moderators = [...new Set([...(chat.moderators ?? []), ...named('moderator_added_list')])].filter((id) => !gone.includes(id));
  if (setting !== '') chat.settings['moderation_permission'] = setting;
  const after = { moderation_permission: chat.settings['moderation_permission'] ?? 'all_members' };
  announceUpdated(call.world, chat, { operator: botIds(call.app), before, after });
  showChat(call.world, chat);
  return {};
}

function moderation(call: Call): Fields {
  const chat = needGroup(call);
  const type = idType(call);
  const people = (chat.moderators ?? []).map((id) => call.world.state.people[id]).filter((person) => person !== undefined);
  const items = people.map((person) => ({ user_id_type: type, user_id: idOf(person, type), tenant_key: call.world.state.tenantKey }));
  return { moderation_setting: chat.settings['moderation_permission'] ?? 'all_members', ...page(call, items, 50) };
}

const path = '/im/v1/chats/:chat_id';
const managers = ['im:chat', 'im:chat.managers:write_only'];

/** Managers of a group and who may write in it (contract 9.2). */
export const chatRoleRoutes: Route[] = [
  { method: 'POST', path: `${path}/managers/add_managers`, title: '设群管理员', scopes: managers, run: addManagers },
  { method: 'POST', path: `${path}/managers/delete_managers`, title: '撤群管理员', scopes: managers, run: dropManagers },
  { method: 'PUT', path: `${path}/moderation`, title: '改发言权限', scopes: ['im:chat', 'im:chat.moderation:write_only'], run: moderate },
  { method: 'GET', path: `${path}/moderation`, title: '查发言权限', scopes: ['im:chat', 'im:chat.moderation:read'], run: moderation },
];
