import { text, type Fields } from '../../json.ts';
import type { Chat } from '../../state/chats.ts';
import type { Call } from '../call.ts';
import { idOf, idType } from '../contact/people.ts';
import { badField, fail } from '../errors.ts';

const who = ['only_owner', 'all_members'];
const seenBy = ['only_owner', 'all_members', 'not_anyone'];

/** What a group can be set to; the first value that is marked usual holds until somebody changes it. */
const offered: Record<string, { values: readonly string[]; usual: string }> = {
  chat_mode: { values: ['group'], usual: 'group' },
  chat_type: { values: ['private', 'public'], usual: 'private' },
  group_message_type: { values: ['chat', 'thread'], usual: 'chat' },
  add_member_permission: { values: who, usual: 'all_members' },
  share_card_permission: { values: ['allowed', 'not_allowed'], usual: 'allowed' },
  at_all_permission: { values: who, usual: 'all_members' },
  edit_permission: { values: who, usual: 'all_members' },
  join_message_visibility: { values: seenBy, usual: 'all_members' },
  leave_message_visibility: { values: seenBy, usual: 'all_members' },
  membership_approval: { values: ['no_approval_required', 'approval_required'], usual: 'no_approval_required' },
  urgent_setting: { values: who, usual: 'all_members' },
  video_conference_setting: { values: who, usual: 'all_members' },
  pin_manage_setting: { values: who, usual: 'all_members' },
  hide_member_count_setting: { values: who, usual: 'all_members' },
};

const free = ['avatar', 'i18n_names', 'external', 'restricted_mode_setting'];

/** The settings of a group that a request names; 232001 for a value that is not offered, 232033 for an external group. */
export function settingsOf(call: Call): Fields {
  const { body, world, app } = call;
  const named = [...Object.keys(offered), ...free].filter((key) => body[key] !== undefined);
  for (const key of named) {
    const values = offered[key]?.values;
    if (values !== undefined && !values.includes(text(body[key])))
      throw badField(key, `must be one of [${values.join(', ')}]`, text(body[key]));
  }
  if (body['external'] === true) throw fail(232033);
  const avatar = text(body['avatar']);
  const picture = world.state.files[avatar];
  if (avatar !== '' && (picture?.form !== 'avatar' || picture.owner !== app.appId)) throw fail(232001);
  return Object.fromEntries(named.map((key) => [key, body[key]]));
}

/** Length of names; a public group has a name of at least two characters. */
export function checkNames(body: Fields, publicly: boolean): void {
  const name = [...text(body['name'])].length;
  if (name > 60) throw badField('name', 'the length must be at most 60');
  if ([...text(body['description'])].length > 100) throw badField('description', 'the length must be at most 100');
  if (publicly && name < 2) throw fail(name === 0 ? 232042 : 232020);
}

/** A group as the API gives it. */
export function viewOf(call: Call, chat: Chat): Fields {
  const { people, tenantKey } = call.world.state;
  const type = idType(call);
  const owner = people[chat.ownerId ?? ''];
  const managers = (chat.managers ?? []).map((id) => people[id]).filter((person) => person !== undefined);
  return {
    chat_id: chat.id,
    avatar: '',
    name: chat.name,
    description: chat.description,
    i18n_names: { zh_cn: chat.name },
    ...(owner === undefined ? {} : { owner_id: idOf(owner, type), owner_id_type: type }),
    ...Object.fromEntries(Object.entries(offered).map(([key, { usual }]) => [key, usual])),
    moderation_permission: 'all_members',
    chat_tag: 'inner',
    external: false,
    user_manager_id_list: managers.map((person) => idOf(person, type)),
    bot_manager_id_list: chat.botManagers ?? [],
    tenant_key: tenantKey,
    user_count: String(chat.people.length),
    bot_count: String(chat.bots.length),
    chat_status: chat.dissolved ? 'dissolved' : 'normal',
    ...chat.settings,
    chat_mode: chat.mode,
  };
}
