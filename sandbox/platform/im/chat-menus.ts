import { fields, isFields, list, text, texts, type Fields } from '../../json.ts';
import { freshNumber } from '../../state/ids.ts';
import type { Call, Route } from '../call.ts';
import { badField } from '../errors.ts';
import { needGroup } from './chat-hold.ts';

const TOPS = 3;
const CHILDREN = 5;

function itemOf(value: unknown): Fields {
  const item = fields(fields(value)['chat_menu_item']);
  const name = text(item['name']);
  const action = item['action_type'] ?? 'NONE';
  if (name === '' || [...name].length > 120) throw badField('chat_menu_item.name', 'must have 1 to 120 characters');
  if (action !== 'NONE' && action !== 'REDIRECT_LINK') throw badField('chat_menu_item.action_type', 'must be one of [NONE, REDIRECT_LINK]');
  if (action === 'REDIRECT_LINK' && !isFields(item['redirect_link'])) throw badField('chat_menu_item.redirect_link', 'is required');
  return { ...item, action_type: action };
}

function topOf(value: unknown): Fields {
  const below = list(fields(value)['children']);
  if (below.length > CHILDREN) throw badField('children', `must be at most ${CHILDREN}`);
  const children = below.map((each) => ({ chat_menu_second_level_id: freshNumber(19), chat_menu_item: itemOf(each) }));
  return { chat_menu_top_level_id: freshNumber(19), chat_menu_item: itemOf(value), children };
}

function tree(menu: Fields[]): Fields {
  return { menu_tree: { chat_menu_top_levels: menu } };
}

function add(call: Call): Fields {
  const chat = needGroup(call);
  const wished = list(fields(call.body['menu_tree'])['chat_menu_top_levels']);
  const menu = [...(chat.menu ?? []), ...wished.map(topOf)];
  if (wished.length === 0 || menu.length > TOPS) throw badField('menu_tree.chat_menu_top_levels', `must be 1 to ${TOPS}`);
  chat.menu = menu;
  return tree(menu);
}

function remove(call: Call): Fields {
  const chat = needGroup(call);
  const gone = texts(call.body['chat_menu_top_level_ids']);
  chat.menu = (chat.menu ?? []).filter((each) => !gone.includes(text(each['chat_menu_top_level_id'])));
  return tree(chat.menu);
}

const path = '/im/v1/chats/:chat_id/menu_tree';
const scopes = ['im:chat', 'im:chat.menu_tree:write_only'];

/** The menu of one group (contract 9.8). */
export const chatMenuRoutes: Route[] = [
  { method: 'POST', path, title: '加群菜单', scopes, run: add },
  { method: 'DELETE', path, title: '删群菜单', scopes, run: remove },
  {
    method: 'GET',
    path,
    title: '查群菜单',
    scopes: ['im:chat', 'im:chat.menu_tree:read'],
    run: (call) => tree(needGroup(call).menu ?? []),
  },
];
