import { randomUUID } from 'node:crypto';
import { writeFileSync } from 'node:fs';
import { tmpdir } from 'node:os';
import { join } from 'node:path';
import { setTimeout as wait } from 'node:timers/promises';
import { Redis } from 'ioredis';
import mongoose from 'mongoose';
import { pino } from 'pino';
import { afterAll, beforeAll, describe, expect, it } from 'vitest';
import { z } from 'zod';
import { createApp, type App } from '../src/app.ts';
import { effectJob, type Received } from '../jobs/define.ts';
import { createSandboxClient, type SandboxClient } from '../sandbox/client.ts';
import { createSandbox, type Sandbox } from '../sandbox/server.ts';
import { readConfig } from '../src/config.ts';
import { ownParts } from './parts.ts';
import { command, flows } from './store/fixture.ts';
import type { Tally } from './store/counting-flow.ts';

const appId = 'cli_a1b2c3d4e5f60718';
const parts = ownParts('app');
const said: Received[] = [];
const lines: string[] = [];
let sandbox: Sandbox;
let client: SandboxClient;
let app: App;
let head: string;
let citizen: string;

const greet = effectJob({
  name: 'greet', payload: z.object({}).loose(),
  async run({ doc, effect, data }, deps) {
    await deps.platform.sendText({ openId: head }, `${doc.id} ${String((data as { n?: number }).n ?? '')}`, effect);
  },
});

async function startApp(over: Record<string, string> = {}): Promise<App> {
  const file = join(tmpdir(), `${parts.prefix}-org.json`);
  writeFileSync(file, JSON.stringify({ organs: [{ code: 'GGZY', people: [{ id: 'zhang', name: '张主任', roles: ['C_HEAD'] }] }] }));
  const config = readConfig({
    FEISHU_DOMAIN: sandbox.url, FEISHU_APP_ID: appId, FEISHU_APP_SECRET: 'secret-of-the-app', MONGODB_URI: parts.mongo, REDIS_URL: parts.redis, PORT: '0', HOST: '127.0.0.1',
    ORG_FILE: file, DATA_KEY: Buffer.alloc(32, 3).toString('base64'), CLOCK_URL: `${sandbox.url}/sandbox/clock`, ...over,
  });
  return createApp(config, {
    prefix: parts.prefix, flows, effectJobs: { greet }, log: pino({ level: 'info', base: null }, { write: (line: string) => void lines.push(line) }),
    inboxJob: { name: 'echo', run: async (received, deps) => {
      said.push(received);
      if (received.what === 'message') await deps.platform.sendText({ openId: received.openId }, `收到 ${received.type}`, `a-${received.id.slice(-30)}`);
    } },
  });
}

async function until(test: () => boolean | Promise<boolean>, ms = 8_000): Promise<void> {
  const limit = Date.now() + ms;
  while (!(await test())) {
    if (Date.now() > limit) throw new Error('it did not come about in time');
    await wait(40);
  }
}

const tally = async (id: string) => (await app.store.load('matter', id))?.data as Tally;
const asHead = (act: string, over: object = {}) => command(act, { by: { role: 'person', id: head, ref: 'r', reporter: false }, ...over });

beforeAll(async () => {
  sandbox = await createSandbox({ port: 0 });
  client = createSandboxClient(sandbox.url);
  const city = await client.city({
    tenant: '测试市', departments: [{ code: 'GGZY', name: '市交易中心', people: [{ userId: 'zhang', name: '张主任', title: '' }, { userId: 'li', name: '李女士', title: '' }] }],
    apps: [{ appId, appSecret: 'secret-of-the-app', name: '助手', encryptKey: 'encrypt-key', verificationToken: 'token', menu: [{ name: '帮助', key: 'help' }] }],
  });
  head = city.people.find((person) => person.userId === 'zhang')?.id ?? '';
  citizen = city.people.find((person) => person.userId === 'li')?.id ?? '';
  flows.matter.roles = (_doc, id) => (id === head ? ['C_HEAD'] : []);
  app = await startApp();
  await until(async () => (await client.city()).apps[0]?.connections === 1);
});
afterAll(async () => {
  await app?.stop();
  await sandbox?.stop();
  const mongo = await new mongoose.mongo.MongoClient(parts.mongo).connect();
  await mongo.db().dropDatabase();
  await mongo.close();
});

describe('the whole application against the sandbox', () => {
  it('finds people by their user_id and makes the duty group once', async () => {
    expect(app.deps.directory.people.get(head)?.name).toBe('张主任');
    expect((await client.chats(head)).filter((chat) => chat.name === '市交易中心值班群')).toHaveLength(1);
  });

  it('answers a message that comes over the long connection', async () => {
    await client.say({ as: citizen, to: appId, text: '你好' });
    await client.waitFor(citizen, (message) => message.from.bot && JSON.stringify(message.content).includes('收到 text'));
    expect(said.at(-1)).toMatchObject({ what: 'message', openId: citizen, chatType: 'p2p', mentioned: false });
  });

  it('delivers the effects of a document in order, each once', async () => {
    const id = `m${randomUUID().slice(0, 8)}`;
    await app.handle(asHead('open', { id }));
    for (let n = 0; n < 5; n += 1) await app.handle(asHead('add', { id, input: { job: 'greet' } }));
    const texts = async () => (await client.messages(head, { limit: 100 })).map((message) => JSON.stringify(message.content)).filter((text) => text.includes(id));
    await until(async () => (await texts()).length >= 5);
    await until(async () => (await app.store.load('matter', id))?.effects.length === 0);
    expect((await texts()).map((text) => /m\w+ (\d)/.exec(text)?.[1])).toEqual(['1', '2', '3', '4', '5']);
  });

  it('delivers though Redis lost everything', async () => {
    const id = `m${randomUUID().slice(0, 8)}`;
    const redis = new Redis(parts.redis);
    await client.faults({ api5xx: 1 });
    await app.handle(asHead('open', { id, input: { job: 'greet' } }));
    await wait(300);
    const keys = await redis.keys(`${parts.prefix}:*`);
    await redis.del(...keys);
    await client.faults({ api5xx: 0 });
    await client.waitFor(head, (message) => JSON.stringify(message.content).includes(id), { timeoutMs: 10_000 });
    await until(async () => (await app.store.load('matter', id))?.effects.length === 0);
    expect(keys.length).toBeGreaterThan(0);
    redis.disconnect();
  });

  it('shows an effect once though the platform did it and gave no answer', async () => {
    const id = `m${randomUUID().slice(0, 8)}`;
    await client.faults({ api5xx: 0.6, tokenExpired: 0.4 });
    await app.handle(asHead('open', { id, input: { job: 'greet' } }));
    await until(async () => (await app.store.load('matter', id))?.effects.length === 0, 25_000);
    await client.faults({ api5xx: 0, tokenExpired: 0 });
    const shown = (await client.messages(head, { limit: 200 })).filter((message) => JSON.stringify(message.content).includes(id));
    expect(shown).toHaveLength(1);
  });

  it('acts within two seconds on a clock moved far ahead, on every alarm once and in order', async () => {
    const id = `m${randomUUID().slice(0, 8)}`;
    await app.handle(asHead('open', { id }));
    const now = app.deps.now().getTime();
    const at = [9, 2, 5, 1, 7].map((days) => new Date(now + days * 86_400_000).toISOString());
    await app.handle(asHead('wake', { id, input: { at } }));
    await wait(600);
    expect((await tally(id)).count).toBe(0);
    const moved = Date.now();
    await client.advance({ days: 30 });
    await until(async () => (await tally(id)).count === 500, 2_500);
    expect(Date.now() - moved).toBeLessThan(2_000);
    const rung = (await app.store.load('matter', id))?.audit.filter((entry) => entry.act === 'alarm').map((entry) => entry.note);
    expect(rung).toEqual(['s3', 's1', 's2', 's4', 's0']);
  });

  it('is ready, tells its metrics, and refuses pushes that it does not expect', async () => {
    const base = `http://127.0.0.1:${app.http.port}`;
    expect((await fetch(`${base}/readyz`)).status).toBe(200);
    expect(await (await fetch(`${base}/metrics`)).text()).toContain('outbox_age_seconds');
    expect((await fetch(`${base}/feishu/events`, { method: 'POST', body: '{}' })).status).toBe(404);
  });

  it('sends nothing that the platform finds wrong, and logs neither secrets nor words', async () => {
    const { entries } = await client.breaches();
    expect(entries.map((entry) => [entry.path, entry.breaches])).toEqual([]);
    const log = lines.join('\n');
    for (const secret of ['secret-of-the-app', '你好', 'Bearer', 'ticket=']) expect(log).not.toContain(secret);
  });

  it('works as two processes, one that listens and one that works', async () => {
    await app.stop();
    const [web, worker] = [await startApp({ ROLES: 'web' }), await startApp({ ROLES: 'worker' })];
    await until(async () => (await client.city()).apps[0]?.connections === 1);
    await client.say({ as: citizen, to: appId, text: '第二次' });
    await until(() => said.at(-1)?.content.includes('第二次') ?? false);
    expect(said.filter((received) => received.content.includes('第二次'))).toHaveLength(1);
    await Promise.all([web.stop(), worker.stop()]);
    app = await startApp();
  });

  it('stops within seconds and can be started again with what it remembers', async () => {
    const began = Date.now();
    await app.stop();
    expect(Date.now() - began).toBeLessThan(6_000);
    app = await startApp();
    expect((await client.chats(head)).filter((chat) => chat.name === '市交易中心值班群')).toHaveLength(1);
  });
});
