import { announceBot, announceDisband } from '../../chat/announce.ts';
import { botsOf, openGroup, remark, showChat } from '../../chat/rooms.ts';
import { list, text, texts, fields, type Fields } from '../../json.ts';
import type { Chat } from '../../state/chats.ts';
import { once, page, param, type Call, type Route } from '../call.ts';
import { badField, fail } from '../errors.ts';
import { botIds, idOf, idType, needPerson } from '../contact/people.ts';

const settable = [
  'avatar',
  'i18n_names',
  'chat_type',
  'chat_mode',
  'group_message_type',
  'external',
  'join_message_visibility',
  'leave_message_visibility',
  'membership_approval',
  'urgent_setting',
  'video_conference_setting',
  'edit_permission',
  'hide_member_count_setting',
  'restricted_mode_setting',
  'add_member_permission',
  'share_card_permission',
  'at_all_permission',
  'moderation_permission',
];

function settingsOf(body: Fields): Fields {
  return Object.fromEntries(settable.filter((key) => body[key] !== undefined).map((key) => [key, body[key]]));
}

/** The group of the path, standing and with the bot in it. */
export function needGroup(call: Call): Chat {
  const chat = call.world.state.chats[param(call, 'chat_id')];
  if (chat === undefined) throw fail(232006);
  if (chat.dissolved) throw fail(232009);
  if (!chat.bots.includes(call.app.appId)) throw fail(232011);
  return chat;
}

function view(call: Call, chat: Chat): Fields {
  const type = idType(call);
  const owner = call.world.state.people[chat.ownerId ?? ''];
  return {
    chat_id: chat.id,
    avatar: '',
    name: chat.name,
    description: chat.description,
    i18n_names: { zh_cn: chat.name },
    ...(owner === undefined ? {} : { owner_id: idOf(owner, type), owner_id_type: type }),
    chat_mode: chat.mode,
    chat_type: 'private',
    chat_tag: 'inner',
    group_message_type: 'chat',
    external: false,
    add_member_permission: 'all_members',
    share_card_permission: 'allowed',
    at_all_permission: 'all_members',
    edit_permission: 'all_members',
    join_message_visibility: 'all_members',
    leave_message_visibility: 'all_members',
    membership_approval: 'no_approval_required',
    moderation_permission: 'all_members',
    urgent_setting: 'all_members',
    video_conference_setting: 'all_members',
    user_manager_id_list: [],
    bot_manager_id_list: [],
    tenant_key: call.world.state.tenantKey,
    user_count: String(chat.people.length),
    bot_count: String(chat.bots.length),
    chat_status: chat.dissolved ? 'dissolved' : 'normal',
    ...chat.settings,
  };
}

function checkNames(body: Fields): void {
  if ([...text(body['name'])].length > 60) throw badField('name', 'the length must be at most 60');
  if ([...text(body['description'])].length > 100) throw badField('description', 'the length must be at most 100');
  if (body['chat_type'] === 'public' && [...text(body['name'])].length < 2) throw fail(232042);
}

function create(call: Call): Fields {
  const { body, world, app } = call;
  checkNames(body);
  const type = idType(call);
  const ids = texts(body['user_id_list']);
  const bots = texts(body['bot_id_list']);
  if (ids.length > 50 || bots.length > 5) throw fail(232001);
  const owner = text(body['owner_id']) === '' ? undefined : needPerson(call, text(body['owner_id']));
  const people = [...new Set([...(owner === undefined ? [] : [owner.openId]), ...ids.map((id) => needPerson(call, id, type).openId)])];
  if (bots.some((id) => world.state.apps[id] === undefined)) throw fail(232043);
  const chat = openGroup(world, {
    name: text(body['name']),
    description: text(body['description']),
    creator: app.appId,
    people,
    bots: [...new Set([app.appId, ...bots])],
    settings: settingsOf(body),
    ...(owner === undefined ? {} : { ownerId: owner.openId }),
  });
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
  return view(call, made);
}

function update(call: Call): Fields {
  const chat = needGroup(call);
  const { body } = call;
  checkNames(body);
  if (chat.ownerId !== undefined && chat.creator !== call.app.appId) throw fail(232016);
  if (typeof body['name'] === 'string') chat.name = body['name'];
  if (typeof body['description'] === 'string') chat.description = body['description'];
  if (text(body['owner_id']) !== '') {
    const owner = needPerson(call, text(body['owner_id']));
    if (!chat.people.includes(owner.openId)) throw fail(232043);
    chat.ownerId = owner.openId;
  }
  Object.assign(chat.settings, settingsOf(body));
  showChat(call.world, chat);
  return {};
}

function disband(call: Call): Fields {
  const chat = needGroup(call);
  if (chat.ownerId !== undefined && chat.creator !== call.app.appId) throw fail(232017);
  announceDisband(call.world, chat, botIds(call.app));
  chat.dissolved = true;
  showChat(call.world, chat);
  return {};
}

function putTop(call: Call): Fields {
  const chat = needGroup(call);
  const notice = fields(list(call.body['chat_top_notice'])[0]);
  const id = text(notice['message_id']);
  if (notice['action_type'] === '1' && !chat.messages.includes(id)) throw fail(232001);
  chat.top = id;
  showChat(call.world, chat);
  return {};
}

function deleteTop(call: Call): Fields {
  const chat = needGroup(call);
  delete chat.top;
  showChat(call.world, chat);
  return {};
}

function link(call: Call): Fields {
  const chat = needGroup(call);
  return {
    share_link: `https://applink.feishu.cn/client/chat/chatter/add_by_link?link_token=${chat.id}`,
    expire_time: '',
    is_permanent: call.body['validity_period'] === 'permanently',
  };
}

/** Groups, their members, top notice and link (contract 9.2). */
export const chatRoutes: Route[] = [
  { method: 'POST', path: '/im/v1/chats', title: '建群', run: createOnce },
  {
    method: 'GET',
    path: '/im/v1/chats',
    title: '列出群',
    run: (call) =>
      page(
        call,
        Object.values(call.world.state.chats)
          .filter((chat) => chat.mode === 'group' && !chat.dissolved && chat.bots.includes(call.app.appId))
          .map((chat) => view(call, chat)),
        100,
      ),
  },
  {
    method: 'GET',
    path: '/im/v1/chats/:chat_id',
    title: '查群',
    run: (call) => {
      const chat = call.world.state.chats[param(call, 'chat_id')];
      if (chat === undefined) throw fail(232006);
      if (!chat.bots.includes(call.app.appId)) throw fail(232011);
      return view(call, chat);
    },
  },
  { method: 'PUT', path: '/im/v1/chats/:chat_id', title: '改群', run: update },
  { method: 'DELETE', path: '/im/v1/chats/:chat_id', title: '解散群', run: disband },
  { method: 'POST', path: '/im/v1/chats/:chat_id/top_notice/put_top_notice', title: '置顶', run: putTop },
  { method: 'POST', path: '/im/v1/chats/:chat_id/top_notice/delete_top_notice', title: '取消置顶', run: deleteTop },
  { method: 'POST', path: '/im/v1/chats/:chat_id/link', title: '群链接', run: link },
];
