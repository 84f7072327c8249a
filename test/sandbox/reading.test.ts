import { mkdtempSync, rmSync } from 'node:fs';
import { tmpdir } from 'node:os';
import { join } from 'node:path';
import { afterAll, beforeAll, describe, expect, it } from 'vitest';
import { createSandbox } from '../../sandbox/server.ts';
import { createSandboxClient } from '../../sandbox/client.ts';
import type { MessageView, NewsView, ReadersView } from '../../sandbox/api/chats.ts';
import { app, startTown, type Town } from './city.ts';
import { layHeavyCity } from './heavy.ts';

let town: Town;
let group: string;
beforeAll(async () => {
  town = await startTown();
  const [wang, li, bate] = town.people;
  group = String((await town.client.act('group', { as: wang, name: '工作群', people: [li, bate], apps: [app.appId] }))['chat']);
});
afterAll(() => town.sandbox.stop());

async function ask<T>(path: string, query: Record<string, string>): Promise<T> {
  const answer = await fetch(`${town.sandbox.url}/sandbox/${path}?${new URLSearchParams(query)}`);
  return (await answer.json()) as T;
}

const words = (messages: MessageView[]): string[] => messages.filter((each) => each.type === 'text').map((each) => (each.content as { text: string }).text);

describe('reading a long chat', () => {
  it('gives the page before, after and around a message and from a moment on, in the order of speaking', async () => {
    const [wang = ''] = town.people;
    const said: string[] = [];
    for (let at = 0; at < 30; at += 1) said.push(await town.client.say({ as: wang, to: group, text: `第${at}句` }));
    const read = async (query: Record<string, string>) => words(await ask('messages', { as: wang, chat: group, limit: '4', ...query }));
    expect(await read({})).toEqual(['第26句', '第27句', '第28句', '第29句']);
    expect(await read({ before: said[10] ?? '' })).toEqual(['第6句', '第7句', '第8句', '第9句']);
    expect(await read({ after: said[10] ?? '' })).toEqual(['第11句', '第12句', '第13句', '第14句']);
    expect(await read({ around: said[10] ?? '' })).toEqual(['第8句', '第9句', '第10句', '第11句']);
    await town.client.advance({ days: 1 });
    const moment = (await town.client.clock()).now;
    await town.client.say({ as: wang, to: group, text: '第二天' });
    expect(await read({ from: moment })).toEqual(['第二天']);
    expect(await read({ from: '2099-01-01T00:00:00+08:00' })).toEqual(['第27句', '第28句', '第29句', '第二天']);
  });

  it('folds a thread under the message that began it, and gives it whole when asked', async () => {
    const [wang = '', li = ''] = town.people;
    const root = await town.client.say({ as: wang, to: group, text: '谁去现场' });
    await town.client.say({ as: li, to: group, text: '我去', reply: root, inThread: true });
    await town.client.say({ as: wang, to: group, text: '好', reply: root });
    const folded = await ask<MessageView[]>('messages', { as: wang, chat: group, limit: '1', folded: '1' });
    expect(folded).toMatchObject([{ id: root, replies: 2 }]);
    expect(words(await ask('messages', { as: wang, chat: group, thread: root }))).toEqual(['谁去现场', '我去', '好']);
  });

  it('finds words in the chats of the person alone', async () => {
    const [wang = '', li = '', bate = ''] = town.people;
    const chat = String((await town.client.act('open', { as: wang, person: li }))['chat']);
    const secret = await town.client.say({ as: li, to: chat, text: '"暗号" 在第三格' });
    expect(await ask('search', { as: wang, text: '"暗号"' })).toMatchObject([{ id: secret, chat }]);
    expect(await ask('search', { as: bate, text: '暗号' })).toEqual([]);
    expect(await ask('search', { as: wang, text: '暗号', chat: group })).toEqual([]);
  });

  it('tells the sender alone who has read, and everybody who has news', async () => {
    const [wang = '', li = '', bate = ''] = town.people;
    const message = await town.client.say({ as: wang, to: group, text: '请看' });
    await town.client.act('read', { as: li, chat: group });
    const readers = await ask<ReadersView>('readers', { as: wang, message });
    expect(readers).toMatchObject({ read: [{ id: li }], unread: [bate] });
    expect(await ask('readers', { as: li, message })).toMatchObject({ error: '只能查看自己消息的已读' });
    const news = await ask<NewsView[]>('news', {});
    expect(news.map((each) => each.person)).toContain(bate);
    expect(news.map((each) => each.person)).not.toContain(li);
    const [unread] = (await town.client.chats(bate)).filter((each) => each.id === group);
    expect(unread?.unreadFrom).toBeDefined();
  });
});

describe('a group as its people arrange it', () => {
  it('only its owner removes people, hands it on and dissolves it; everybody may invite and rename', async () => {
    const [wang = '', li = '', bate = ''] = town.people;
    const chat = String((await town.client.act('group', { as: wang, name: '小群', people: [li], apps: [] }))['chat']);
    await town.client.act('invite', { as: li, chat, people: [bate], apps: [app.appId] });
    await town.client.act('rename', { as: li, chat, name: '新名' });
    await expect(town.client.act('remove', { as: li, chat, person: bate })).rejects.toThrow('只有群主能这样做');
    await expect(town.client.act('disband', { as: li, chat })).rejects.toThrow('只有群主能这样做');
    await town.client.act('remove', { as: wang, chat, person: bate });
    await town.client.act('owner', { as: wang, chat, person: li });
    const [view] = (await town.client.chats(li)).filter((each) => each.id === chat);
    expect(view).toMatchObject({ name: '新名', owner: li });
    expect(view?.members.map((member) => member.name)).toEqual(['王磊', '李娜', '助手']);
    await town.client.act('leave', { as: li, chat });
    expect((await town.client.chats(wang)).find((each) => each.id === chat)?.owner).toBe(wang);
  });

  it('a mention stands where it was written, everybody is called by @所有人', async () => {
    const [wang = '', li = ''] = town.people;
    const id = await town.client.say({ as: wang, to: group, text: '请 @李娜 看一下', mention: [li] });
    const all = await town.client.say({ as: wang, to: group, text: '@所有人 开会', mention: ['all'] });
    const read = await town.client.messages(wang, { chat: group, limit: 10 });
    expect(words(read.filter((each) => each.id === id || each.id === all))).toEqual(['请 @李娜 看一下', '@_all 开会']);
  });
});

describe('a city with 300 people and 50,000 messages', () => {
  it('answers chats, pages, jumps and news without reading everything', async () => {
    const folder = mkdtempSync(join(tmpdir(), 'heavy-'));
    const state = layHeavyCity(folder);
    const sandbox = await createSandbox({ port: 0, dataDir: folder });
    const client = createSandboxClient(sandbox.url);
    const [first = ''] = Object.keys(state.people);
    const everybody = 'oc_group0';
    const middle = state.chats[everybody]?.messages[12_000] ?? '';
    const timed = async (work: () => Promise<unknown>): Promise<number> => {
      await work();
      const before = performance.now();
      for (let at = 0; at < 5; at += 1) await work();
      return (performance.now() - before) / 5;
    };
    const get = (path: string) => timed(async () => (await fetch(`${sandbox.url}/sandbox/${path}`)).text());
    // Ten times what an idle machine needs: a slow one is no failure, reading everything is.
    expect(await timed(() => client.chats(first))).toBeLessThan(200);
    expect(await get(`messages?as=${first}&chat=${everybody}&around=${middle}&folded=1`)).toBeLessThan(100);
    expect(await timed(() => client.messages(first, { limit: 200 }))).toBeLessThan(200);
    expect(await get('news')).toBeLessThan(500);
    await sandbox.stop();
    rmSync(folder, { recursive: true });
  });
});
