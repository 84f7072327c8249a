import { showChat } from '../../chat/rooms.ts';
import { beijing } from '../../clock.ts';
import { fields, list, text, texts, type Fields } from '../../json.ts';
import { freshId, freshNumber } from '../../state/ids.ts';
import type { ChatTab } from '../../state/chats.ts';
import type { Call, Route } from '../call.ts';
import { badField, fail } from '../errors.ts';
import { mayRule, needGroup } from './chat-hold.ts';

function putTop(call: Call): Fields {
  const chat = needGroup(call);
  const notice = fields(list(call.body['chat_top_notice'])[0]);
  const id = text(notice['message_id']);
  if (notice['action_type'] !== '1' && notice['action_type'] !== '2') throw badField('chat_top_notice.action_type', 'must be 1 or 2');
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

const TABS = 20;

function tabFrom(value: unknown, known?: ChatTab): ChatTab {
  const tab = fields(value);
  const type = text(tab['tab_type']) || known?.type;
  const content = fields(tab['tab_content']);
  const name = text(tab['tab_name']) || known?.name || '';
  if (type !== 'doc' && type !== 'url') throw fail(232048);
  if (name === '' || [...name].length > 60) throw badField('tab_name', 'must have 1 to 60 characters');
  if (known === undefined && text(content[type]) === '') throw badField(`tab_content.${type}`, 'is required');
  return {
    id: known?.id ?? freshNumber(19),
    name,
    type,
    content: { ...known?.content, ...content },
    config: { ...known?.config, ...fields(tab['tab_config']) },
  };
}

function tabsOf(call: Call, tabs: ChatTab[]): Fields {
  const built = { tab_id: `m${needGroup(call).id.slice(3, 12)}`, tab_type: 'message' };
  const own = tabs.map((tab) => ({
    tab_id: tab.id,
    tab_name: tab.name,
    tab_type: tab.type,
    tab_content: tab.content,
    tab_config: { is_built_in: false, ...tab.config },
  }));
  return { chat_tabs: [built, ...own] };
}

function changeTabs(call: Call, change: (tabs: ChatTab[]) => ChatTab[]): Fields {
  const chat = needGroup(call);
  chat.tabs = change(chat.tabs ?? []);
  showChat(call.world, chat);
  return tabsOf(call, chat.tabs);
}

function needTabs(tabs: ChatTab[], ids: string[]): ChatTab[] {
  return ids.map((id) => {
    const found = tabs.find((tab) => tab.id === id);
    if (found === undefined) throw fail(232047);
    return found;
  });
}

const addTabs = (call: Call): Fields =>
  changeTabs(call, (tabs) => {
    const more = [...tabs, ...list(call.body['chat_tabs']).map((each) => tabFrom(each))];
    if (more.length > TABS) throw fail(232046);
    return more;
  });

const updateTabs = (call: Call): Fields =>
  changeTabs(call, (tabs) => {
    const wished = list(call.body['chat_tabs']).map(fields);
    needTabs(
      tabs,
      wished.map((each) => text(each['tab_id'])),
    );
    return tabs.map((tab) => {
      const wish = wished.find((each) => each['tab_id'] === tab.id);
      return wish === undefined ? tab : tabFrom(wish, tab);
    });
  });

const deleteTabs = (call: Call): Fields =>
  changeTabs(call, (tabs) => {
    const gone = needTabs(tabs, texts(call.body['tab_ids']));
    return tabs.filter((tab) => !gone.includes(tab));
  });

const sortTabs = (call: Call): Fields =>
  changeTabs(call, (tabs) => {
    const first = needTabs(
      tabs,
      texts(call.body['tab_ids']).filter((id) => !id.startsWith('m')),
    );
    return [...first, ...tabs.filter((tab) => !first.includes(tab))];
  });

const terms: Record<string, number> = { week: 7, year: 365 };

function link(call: Call): Fields {
  const chat = needGroup(call);
  const period = text(call.body['validity_period']) || 'week';
  const days = terms[period];
  if (days === undefined && period !== 'permanently') throw badField('validity_period', 'must be one of [week, year, permanently]', period);
  if (chat.settings['share_card_permission'] === 'not_allowed' && !mayRule(call, chat)) throw fail(232017);
  const until = days === undefined ? undefined : call.world.clock.now() + days * 86_400_000;
  const token = freshId('lt_').slice(0, 24);
  chat.links = { ...chat.links, [token]: until ?? 0 };
  return {
    share_link: `https://applink.feishu.cn/client/chat/chatter/add_by_link?link_token=${token}`,
    expire_time: until === undefined ? '' : String(Math.floor(until / 1000)),
    is_permanent: until === undefined,
  };
}

function announcement(call: Call): Fields {
  const chat = needGroup(call);
  if (call.world.state.settings.docxAnnouncements) throw fail(232097);
  const { text: content, revision } = chat.announcement ?? { text: '{}', revision: 0 };
  const time = beijing(chat.at);
  return { content, revision: String(revision), create_time: time, update_time: time, owner_id: call.app.appId, owner_id_type: 'app_id' };
}

function announce(call: Call): Fields {
  const chat = needGroup(call);
  if (call.world.state.settings.docxAnnouncements) throw fail(232097);
  const before = chat.announcement ?? { text: '{}', revision: 0 };
  const requests = texts(call.body['requests']);
  if (call.body['revision'] !== String(before.revision) || requests.length === 0) throw fail(232001);
  chat.announcement = { text: requests.at(-1) ?? before.text, revision: before.revision + 1 };
  showChat(call.world, chat);
  return {};
}

const path = '/im/v1/chats/:chat_id';
const top = ['im:chat', 'im:chat.top_notice:write_only'];
const tabs = ['im:chat', 'im:chat.tabs:write_only'];

/** What stands at the head of a group: notice on top, tabs, announcement; and the link by which one joins (contract 9.2). */
export const chatHeadRoutes: Route[] = [
  { method: 'POST', path: `${path}/top_notice/put_top_notice`, title: '置顶', scopes: top, run: putTop },
  { method: 'POST', path: `${path}/top_notice/delete_top_notice`, title: '取消置顶', scopes: top, run: deleteTop },
  { method: 'POST', path: `${path}/chat_tabs`, title: '加标签页', scopes: tabs, run: addTabs },
  { method: 'POST', path: `${path}/chat_tabs/update_tabs`, title: '改标签页', scopes: tabs, run: updateTabs },
  { method: 'POST', path: `${path}/chat_tabs/sort_tabs`, title: '排标签页', scopes: tabs, run: sortTabs },
  { method: 'DELETE', path: `${path}/chat_tabs/delete_tabs`, title: '删标签页', scopes: tabs, run: deleteTabs },
  {
    method: 'GET',
    path: `${path}/chat_tabs/list_tabs`,
    title: '查标签页',
    scopes: ['im:chat', 'im:chat.tabs:read'],
    run: (call) => tabsOf(call, needGroup(call).tabs ?? []),
  },
  { method: 'POST', path: `${path}/link`, title: '群链接', scopes: ['im:chat', 'im:chat:readonly', 'im:chat:read'], run: link },
  { method: 'GET', path: `${path}/announcement`, title: '查群公告', scopes: ['im:chat', 'im:chat.announcement:read'], run: announcement },
  {
    method: 'PATCH',
    path: `${path}/announcement`,
    title: '改群公告',
    scopes: ['im:chat', 'im:chat.announcement:write_only'],
    run: announce,
  },
];
