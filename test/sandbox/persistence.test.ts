import { mkdtemp, rm } from 'node:fs/promises';
import { tmpdir } from 'node:os';
import { join } from 'node:path';
import { afterEach, describe, expect, it } from 'vitest';
import { createSandbox } from '../../sandbox/server.ts';
import { createSandboxClient } from '../../sandbox/client.ts';
import { fields } from '../../sandbox/json.ts';
import { app, startTown } from './city.ts';

const folders: string[] = [];
afterEach(async () => {
  for (const folder of folders.splice(0)) await rm(folder, { recursive: true });
});

describe('a restart', () => {
  it('keeps people, messages, files, events on their way and the moved clock', async () => {
    const dataDir = await mkdtemp(join(tmpdir(), 'sandbox-'));
    folders.push(dataDir);
    const town = await startTown({ dataDir });
    const [person = ''] = town.people;
    await town.client.say({ as: person, to: app.appId, text: '还在吗' });
    await town.client.sendFile({ as: person, to: app.appId, name: '证据.txt', bytes: Buffer.from('内容') });
    const before = await town.client.advance({ days: 30 });
    const messages = await town.client.messages(person);
    await town.sandbox.stop();

    const sandbox = await createSandbox({ port: 0, dataDir });
    const client = createSandboxClient(sandbox.url);
    expect(await client.messages(person)).toEqual(messages);
    expect((await client.clock()).now >= before.now).toBe(true);
    const key = fields(messages.at(-1)?.content)['file_key'];
    expect(await (await fetch(`${sandbox.url}/sandbox/files/${String(key)}`)).text()).toBe('内容');
    await sandbox.stop();
  });

  it('does not run a fast clock fast while the sandbox is off', async () => {
    const dataDir = await mkdtemp(join(tmpdir(), 'sandbox-'));
    folders.push(dataDir);
    let now = Date.parse('2026-11-24T10:00:00+08:00');
    const town = await startTown({ dataDir, now: () => now });
    await town.client.advance({ rate: 3600 });
    now += 1000;
    await town.sandbox.stop();
    now += 60_000;
    const sandbox = await createSandbox({ port: 0, dataDir, now: () => now });
    expect((await createSandboxClient(sandbox.url).clock()).now).toBe('2026-11-24T11:01:00.000+08:00');
    await sandbox.stop();
  });

  it('gives the same ids to the same city', async () => {
    const [one, two] = [await startTown(), await startTown()];
    expect(one.people).toEqual(two.people);
    expect(one.people[0]).toMatch(/^ou_[0-9a-f]{32}$/);
    await one.sandbox.stop();
    await two.sandbox.stop();
  });
});
