import { randomUUID } from 'node:crypto';
import { spawn } from 'node:child_process';
import { once } from 'node:events';
import { setTimeout as wait } from 'node:timers/promises';
import { afterAll, beforeAll, describe, expect, it } from 'vitest';
import type { EffectJob } from '../../jobs/define.ts';
import { createSandboxClient, type SandboxClient } from '../../sandbox/client.ts';
import { createSandbox, type Sandbox } from '../../sandbox/server.ts';
import { createSweep, startLoop } from '../../src/queue/loops.ts';
import { createProducers, placesOf, startWorkers } from '../../src/queue/queues.ts';
import { createRedisPool, type RedisPool } from '../../src/queue/redis.ts';
import { createEffectRunner } from '../../src/queue/run-effect.ts';
import { ownParts } from '../parts.ts';
import { command, testHandle, testStore } from '../store/fixture.ts';
import { greetThen, portsOf, type Address } from './doomed-plan.ts';

const parts = ownParts('effects');
let at: Awaited<ReturnType<typeof testStore>>;
let sandbox: Sandbox;
let client: SandboxClient;
let address: Address;
let redis: RedisPool;

beforeAll(async () => {
  at = await testStore('effects');
  sandbox = await createSandbox({ port: 0 });
  client = createSandboxClient(sandbox.url);
  const app = { appId: 'cli_a1b2c3d4e5f60718', appSecret: 's', name: '助手', encryptKey: 'e', verificationToken: 't', menu: [] };
  const city = await client.city({ tenant: '市', departments: [{ code: 'A', name: '甲', people: [{ userId: 'zhang', name: '张', title: '' }] }], apps: [app] });
  address = { url: sandbox.url, appId: app.appId, appSecret: 's', mongo: at.uri, redis: parts.redis, prefix: parts.prefix, person: city.people[0]?.id ?? '' };
  redis = createRedisPool(parts.redis, () => undefined);
});
afterAll(async () => {
  await redis.close();
  await sandbox.stop();
  await at.close();
});

function work(jobs: Record<string, EffectJob>, given: string[] = []): { stop(): Promise<void> } {
  const producers = createProducers(redis, parts.prefix, () => undefined);
  const tasks = { effect: createEffectRunner(jobs, portsOf(at.store, address)), message: async () => 'done' as const };
  const gaveUp = {
    effect: async (place: Parameters<typeof at.store.postpone>[0]) => {
      given.push(place.effect);
      await at.store.postpone(place, new Date(Date.now() + 600_000));
    },
    message: async () => undefined,
  };
  const workers = startWorkers(redis, parts.prefix, { tasks, gaveUp, warn: () => undefined });
  const sweep = startLoop('sweep', 300, { turn: createSweep(at.store, producers, () => new Date()), warn: () => undefined });
  return { stop: async () => {
    await sweep.stop();
    await workers.close();
    await producers.close();
  } };
}

async function settled(id: string, ms: number): Promise<void> {
  for (const limit = Date.now() + ms; ; await wait(50)) {
    if ((await at.store.load('matter', id))?.effects.length === 0) return;
    if (Date.now() > limit) throw new Error('the effect was not settled in time');
  }
}

const shown = async (id: string) => (await client.messages(address.person, { limit: 100 })).filter((message) => JSON.stringify(message.content).includes(id));

describe('an effect', () => {
  it('is shown once though its worker was killed after the send and before it counted', async () => {
    const id = `m${randomUUID().slice(0, 8)}`;
    const producers = createProducers(redis, parts.prefix, () => undefined);
    const queued: Promise<void>[] = [];
    await testHandle(at.store, (effects, doc) => queued.push(producers.effects(placesOf(effects, doc))))(command('open', { id, input: { job: 'greet' } }));
    await Promise.all(queued);
    const doomed = spawn(process.execPath, ['--import', 'tsx', 'test/queue/doomed-worker.ts', JSON.stringify(address)], { stdio: ['ignore', 'ignore', 'inherit'], env: process.env });
    const [, signal] = (await once(doomed, 'exit')) as [number | null, string | null];
    expect(signal).toBe('SIGKILL');
    expect(await shown(id)).toHaveLength(1);
    expect((await at.store.load('matter', id))?.effects).toHaveLength(1);
    const began = Date.now();
    const workers = work({ greet: greetThen(address, async () => undefined) });
    await settled(id, 15_000);
    expect(Date.now() - began).toBeLessThan(12_000);
    expect(await shown(id)).toHaveLength(1);
    await workers.stop();
    await producers.close();
  });

  it('that nobody was told of is found by the sweep', async () => {
    const id = `m${randomUUID().slice(0, 8)}`;
    await testHandle(at.store)(command('open', { id, input: { job: 'greet' } }));
    const workers = work({ greet: greetThen(address, async () => undefined) });
    await settled(id, 6_000);
    expect(await shown(id)).toHaveLength(1);
    await workers.stop();
  });

  it('of an unknown job is given up at once and kept, and does not hold up others', async () => {
    const [bad, good] = [`m${randomUUID().slice(0, 8)}`, `m${randomUUID().slice(0, 8)}`];
    const given: string[] = [];
    await testHandle(at.store)(command('open', { id: bad, input: { job: 'no-such-job' } }));
    await testHandle(at.store)(command('open', { id: good, input: { job: 'greet' } }));
    const workers = work({ greet: greetThen(address, async () => undefined) }, given);
    await settled(good, 6_000);
    for (const limit = Date.now() + 5_000; given.length === 0 && Date.now() < limit; ) await wait(50);
    const kept = (await at.store.load('matter', bad))?.effects ?? [];
    expect(given).toEqual(kept.map((effect) => effect.id));
    expect(given).toHaveLength(1);
    await workers.stop();
  });
});
