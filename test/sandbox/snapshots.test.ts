import { mkdtempSync, rmSync } from 'node:fs';
import { tmpdir } from 'node:os';
import { join } from 'node:path';
import { strFromU8, unzipSync } from 'fflate';
import { afterEach, describe, expect, it } from 'vitest';
import type { SnapshotView } from '../../sandbox/api/snapshots.ts';
import type { SandboxOptions } from '../../sandbox/server.ts';
import { app, startTown, type Town } from './city.ts';
import { callApi } from './wire.ts';

const towns: Town[] = [];
const folders: string[] = [];
afterEach(async () => {
  for (const town of towns.splice(0)) await town.sandbox.stop();
  for (const folder of folders.splice(0)) rmSync(folder, { recursive: true });
});

async function open(options: SandboxOptions = {}): Promise<Town> {
  const town = await startTown(options);
  towns.push(town);
  return town;
}

const wordsOf = async (town: Town, person: string): Promise<string[]> =>
  (await town.client.messages(person)).map((message) => JSON.stringify(message.content));

describe('a snapshot', () => {
  it('brings back people, chats, files and the clock, the only way back in time', async () => {
    const town = await open();
    const [person = ''] = town.people;
    await town.client.say({ as: person, to: app.appId, text: '甲' });
    await town.client.sendFile({ as: person, to: app.appId, name: '证据.txt', bytes: Buffer.from('原件') });
    const { now } = await town.client.clock();
    const saved = await town.client.save('登记之后');
    expect(saved).toMatchObject({ name: '登记之后', people: 3, messages: 2, tenant: '测试市' });
    await town.client.advance({ days: 30 });
    await town.client.say({ as: person, to: app.appId, text: '乙' });
    await expect(town.client.advance({ to: now })).rejects.toThrow('时间只能向前');
    const clock = await town.client.load('登记之后');
    expect(Date.parse(clock.now) - Date.parse(now)).toBeLessThan(5000);
    const words = await wordsOf(town, person);
    expect(words).toHaveLength(2);
    const key = /"file_key":"([^"]+)"/.exec(words[1] ?? '')?.[1] ?? '';
    expect(await (await fetch(`${town.sandbox.url}/sandbox/files/${key}`)).text()).toBe('原件');
  });

  it('tells open pages to read everything anew, and leaves a logged-in bot its token', async () => {
    const town = await open();
    await town.client.save('空');
    expect((await callApi(town, 'GET', '/bot/v3/info')).body['code']).toBe(0);
    const stream = await fetch(`${town.sandbox.url}/sandbox/stream?as=${town.people[0]}`);
    const reader = stream.body?.getReader();
    await town.client.load('空');
    let heard = '';
    while (!heard.includes('"type":"reload"')) heard += Buffer.from((await reader?.read())?.value ?? []).toString('utf8');
    await reader?.cancel();
    expect((await callApi(town, 'GET', '/bot/v3/info')).body['code']).toBe(0);
  });

  it('is one file marked as sandbox data, which another sandbox takes in', async () => {
    const one = await open();
    const [person = ''] = one.people;
    await one.client.say({ as: person, to: app.appId, text: '带走' });
    await one.client.save('甲/乙'.replace('/', '与'));
    const answer = await fetch(`${one.sandbox.url}/sandbox/snapshots/${encodeURIComponent('甲与乙')}/file`);
    expect(decodeURIComponent(answer.headers.get('content-disposition') ?? '')).toContain('沙盘数据-甲与乙.zip');
    const bytes = new Uint8Array(await answer.arrayBuffer());
    expect(strFromU8(unzipSync(bytes)['沙盘数据.txt'] ?? new Uint8Array())).toContain('不是真实飞书');
    const two = await open();
    const form = new FormData();
    form.set('file', new Blob([bytes]), 'x.zip');
    form.set('name', '从甲来');
    const taken = (await (await fetch(`${two.sandbox.url}/sandbox/snapshots/file`, { method: 'POST', body: form })).json()) as SnapshotView;
    expect(taken.name).toBe('从甲来');
    await two.client.load('从甲来');
    expect(await wordsOf(two, person)).toEqual(['{"text":"带走"}']);
  });

  it('stays over a restart, can be replaced and deleted', async () => {
    const folder = mkdtempSync(join(tmpdir(), 'snapshots-'));
    folders.push(folder);
    const first = await open({ dataDir: folder });
    await first.client.save('甲');
    await first.client.say({ as: first.people[0] ?? '', to: app.appId, text: '又' });
    await first.client.save('甲');
    await first.sandbox.stop();
    const again = await open({ dataDir: folder });
    expect((await again.client.snapshots()).map(({ name, messages }) => [name, messages])).toEqual([['甲', 1]]);
    await again.client.forget('甲');
    expect(await again.client.snapshots()).toEqual([]);
  });

  it('that is not there, has no name or is no such file is refused in words', async () => {
    const { client, sandbox } = await open();
    await expect(client.load('没有')).rejects.toThrow('没有叫「没有」的存档');
    await expect(client.save('../x')).rejects.toThrow('不含斜杠');
    const form = new FormData();
    form.set('file', new Blob(['no zip']), 'x.zip');
    const answer = await fetch(`${sandbox.url}/sandbox/snapshots/file`, { method: 'POST', body: form });
    expect([answer.status, await answer.json()]).toEqual([400, { error: '这不是沙盘存档' }]);
  });
});
