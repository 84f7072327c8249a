import { mkdirSync, writeFileSync } from 'node:fs';
import { join } from 'node:path';
import { cityIds } from '../../sandbox/state/ids.ts';
import type { Chat, Message } from '../../sandbox/state/chats.ts';
import { emptyState, type State } from '../../sandbox/state/model.ts';
import { createDice, type Dice } from '../../sandbox/dice.ts';

const tenant = 'heavy';
const appId = 'cli_00000000000000aa';
const surnames = '王李张刘陈杨赵黄周吴徐孙胡朱高林何郭马罗'.split('');
const given = '磊娜洋敏静强丽军杰婷超霞平刚桂英华玉萍红'.split('');
const said = ['收到', '材料已经补齐，请看附件', '现场看过了，两处与图纸不符，照片稍后发来', '请在周五下班前反馈', '好的', '需要协调的部门已经联系，明天上午答复。如果还有别的材料，也请一并发来，免得来回跑。'];

/** How many of each the heavy city has. */
export interface Heaviness {
  people: number;
  groups: number;
  messages: number;
}

function card(number: number): string {
  const plain = (content: string) => ({ tag: 'plain_text', content });
  return JSON.stringify({
    schema: '2.0',
    config: { summary: { content: `第 ${number} 号单` } },
    header: { title: plain(`第 ${number} 号单`), template: 'blue' },
    body: { elements: [
      { tag: 'markdown', content: `**请于周五前反馈** 第 ${number} 号。\n需要核实的有三处，分别在北段、中段和南段。` },
      { tag: 'column_set', columns: ['单位', '经办', '期限'].map((word) => ({ tag: 'column', width: 'weighted', weight: 1, elements: [{ tag: 'markdown', content: `${word}\n**${number}**` }] })) },
      { tag: 'button', text: plain('签收'), type: 'primary', behaviors: [{ type: 'callback', value: { number } }] },
    ] },
  });
}

function chatOf(id: string, place: Partial<Chat>): Chat {
  return { id, mode: 'group', name: '', description: '', creator: '', people: [], bots: [appId], dissolved: false, pins: [], messages: [], read: {}, settings: {}, at: 0, ...place };
}

function fillPeople(state: State, count: number): string[] {
  const names = surnames.flatMap((first) => given.map((last) => first + last));
  return Array.from({ length: count }, (_, at) => {
    const userId = `p${at}`;
    const openId = cityIds.openId(tenant, userId);
    const department = cityIds.department(tenant, `d${at % 17}`);
    state.people[openId] = { openId, unionId: cityIds.unionId(tenant, userId), userId, name: names[(at * 7) % names.length] ?? userId, title: '科员', departments: [department], email: '', mobile: '' };
    return openId;
  });
}

function fillChats(state: State, people: string[], groups: number): Chat[] {
  const privates = people.map((person) => chatOf(cityIds.privateChat(tenant, appId, person), { mode: 'p2p', name: '小助手', creator: appId, people: [person] }));
  const many = Array.from({ length: groups }, (_, at) => chatOf(`oc_group${at}`, { name: at === 0 ? '全体群' : `第 ${at} 工作群`, people: at === 0 ? people : people.filter((_person, index) => (index + at) % 10 < 2 || index === 0) }));
  for (const chat of [...privates, ...many]) state.chats[chat.id] = chat;
  return [...privates, ...many];
}

function pick<T>(random: Dice, from: readonly T[]): T {
  return from[Math.floor(random() * from.length)] as T;
}

function messageOf(state: State, chat: Chat, random: Dice): Message {
  state.serial += 1;
  const fromBot = chat.mode === 'p2p' ? random() < 0.7 : random() < 0.2;
  const type = fromBot && random() < 0.5 ? 'interactive' : 'text';
  const before = state.messages[chat.messages.at(-1) ?? ''];
  const parent = random() < 0.1 ? before : undefined;
  const at = state.clock.base - 30 * 86_400_000 + state.serial * 50_000;
  return {
    id: `om_${String(state.serial).padStart(8, '0')}`, seq: state.serial, chat: chat.id, at, updatedAt: at,
    sender: fromBot ? { kind: 'app', id: appId } : { kind: 'user', id: pick(random, chat.people) },
    type, content: type === 'text' ? JSON.stringify({ text: `${pick(random, said)} ${state.serial}` }) : card(state.serial),
    mentions: [], recalled: false, edits: 0, reactions: [], revision: 1, readBy: {}, urgent: [],
    ...(parent === undefined ? {} : { parent: parent.id, root: parent.root ?? parent.id }),
  };
}

/** A city with many people, chats and messages; half of all messages stand in the group of everybody. The same for the same size. */
export function heavyState(now: number, { people, groups, messages }: Heaviness): State {
  const random = createDice(7);
  const state: State = { ...emptyState(now), tenant, tenantKey: cityIds.tenantKey(tenant) };
  state.departments = Array.from({ length: 17 }, (_, at) => ({ id: cityIds.department(tenant, `d${at}`), code: `d${at}`, name: `第 ${at + 1} 单位` }));
  state.apps[appId] = { appId, appSecret: 'secret', name: '小助手', encryptKey: '', verificationToken: '', menu: [{ name: '帮助', key: 'help' }], botId: cityIds.botId(tenant, appId) };
  const chats = fillChats(state, fillPeople(state, people), groups);
  const everybody = chats[people] ?? chats[0];
  for (let at = 0; at < messages; at += 1) {
    const chat = at % 2 === 0 && everybody !== undefined ? everybody : pick(random, chats);
    const message = messageOf(state, chat, random);
    state.messages[message.id] = message;
    chat.messages.push(message.id);
  }
  return state;
}

/** Lays a heavy city into a folder from which a sandbox can start. */
export function layHeavyCity(folder: string, size: Heaviness = { people: 300, groups: 20, messages: 50_000 }): State {
  const state = heavyState(Date.now(), size);
  mkdirSync(folder, { recursive: true });
  writeFileSync(join(folder, 'state.json'), JSON.stringify(state));
  return state;
}
