import { randomBytes, randomUUID } from 'node:crypto';
import { mkdtempSync, rmSync, writeFileSync } from 'node:fs';
import { tmpdir } from 'node:os';
import { join } from 'node:path';
import { setTimeout as wait } from 'node:timers/promises';
import { mongo } from 'mongoose';
import type { MessageView } from '../../sandbox/api/chats.ts';
import { createSandboxClient, type SandboxClient } from '../../sandbox/client.ts';
import { createSandbox } from '../../sandbox/server.ts';
import { findRedis } from '../../scripts/binaries.ts';
import { createLeash, lastLines, startChild, type Child } from '../../scripts/child.ts';
import { demoCity } from '../../scripts/city.ts';
import { freePort, startRedis } from '../../scripts/embedded.ts';

/** A sandbox with the demo city, a Redis of its own, and bots that are real processes. */
export interface Stand {
  client: SandboxClient;
  app: string;
  redis: string;
  database: mongo.Db;
  person(userId: string): string;
  /** Starts a bot and waits until it is ready. */
  startBot(roles?: string): Promise<Child>;
  /** SIGKILL, and waits until it is gone. */
  kill(bot: Child): Promise<void>;
  /** Waits until no message is unanswered and no effect unsettled in the database. */
  settled(timeoutMs?: number): Promise<void>;
  stop(): Promise<void>;
}

const root = join(import.meta.dirname, '..', '..');
const storyDay = '2026-11-23T09:12:00+08:00';

/** Builds the stand on the run's mongod, with a database of its own. */
export async function buildStand(name: string): Promise<Stand> {
  const folder = mkdtempSync(join(tmpdir(), 'xietong-stand-'));
  const leash = createLeash();
  const redis = await startRedis({ binary: await findRedis(() => undefined), data: join(folder, 'redis'), log: join(folder, 'redis.log'), leash });
  const shift = Date.parse(storyDay) - Date.now();
  const sandbox = await createSandbox({ host: '127.0.0.1', port: 0, dataDir: join(folder, 'sandbox'), now: () => Date.now() + shift });
  const client = createSandboxClient(sandbox.url);
  const keys = { appId: 'cli_a0c1e2d3f4b50617', appSecret: randomBytes(16).toString('hex'), encryptKey: randomBytes(16).toString('hex'), verificationToken: randomBytes(12).toString('hex') };
  const { plan, orgFile } = demoCity(keys);
  const city = await client.city(plan);
  writeFileSync(join(folder, 'org.json'), JSON.stringify(orgFile));
  const uri = new URL(process.env['MONGODB_URI'] ?? '');
  uri.pathname = `/t-${name}-${randomUUID().slice(0, 8)}`;
  uri.searchParams.set('appName', name);
  const connection = await new mongo.MongoClient(process.env['MONGODB_URI'] ?? '').connect();
  const database = connection.db(uri.pathname.slice(1));
  const env = {
    ...process.env, FEISHU_DOMAIN: sandbox.url, FEISHU_APP_ID: keys.appId, FEISHU_APP_SECRET: keys.appSecret, FEISHU_ENCRYPT_KEY: keys.encryptKey, FEISHU_VERIFICATION_TOKEN: keys.verificationToken,
    FEISHU_TRANSPORT: 'ws', MONGODB_URI: uri.href, REDIS_URL: redis.uri, HOST: '127.0.0.1', ORG_FILE: join(folder, 'org.json'), DATA_KEY: randomBytes(32).toString('base64'),
    CLOCK_URL: `${sandbox.url}/sandbox/clock`, LOG_LEVEL: 'warn', MESSAGE_ECONOMY: 'off',
  };
  const bots: Child[] = [];
  const startBot = async (roles = 'web,worker'): Promise<Child> => {
    const port = await freePort();
    const bot = startChild({
      name: 'bot', command: process.execPath, args: ['--import', 'tsx', join(root, 'src/main.ts')], log: join(folder, `bot-${bots.length}.log`), leash, cwd: root,
      env: { ...env, ROLES: roles, PORT: String(port) },
    });
    bots.push(bot);
    await until(async () => {
      if (!bot.running()) throw new Error(`the bot ended: ${lastLines(bot.log)}`);
      return fetch(`http://127.0.0.1:${port}/readyz`).then((answer) => answer.ok, () => false);
    }, 30_000);
    return bot;
  };
  return {
    client, app: keys.appId, redis: redis.uri, database, startBot,
    person: (userId) => city.people.find((one) => one.userId === userId)?.id ?? '',
    kill: async (bot) => {
      process.kill(bot.pid, 'SIGKILL');
      await bot.ended;
    },
    settled: async (timeoutMs = 60_000) => {
      let quiet = 0;
      await until(async () => {
        quiet = (await waiting(database)) === 0 ? quiet + 1 : 0;
        return quiet >= 3;
      }, timeoutMs);
    },
    stop: async () => {
      for (const bot of bots) if (bot.running()) await bot.stop(12_000);
      await sandbox.stop();
      await redis.child.stop();
      await database.dropDatabase();
      await connection.close();
      leash.close();
      rmSync(folder, { recursive: true, force: true });
    },
  };
}

/** How many effects and messages still wait in a database. */
export async function waiting(database: mongo.Db): Promise<number> {
  const lists = ['matters', 'forwards', 'referrals', 'meetings'].map((name) => database.collection(name).countDocuments({ 'effects.0': { $exists: true } }));
  const counts = await Promise.all([...lists, database.collection('inbox').countDocuments({ doneAt: { $exists: false } })]);
  return counts.reduce((sum, count) => sum + count, 0);
}

/** Tries until the test holds; fails after the time. */
export async function until(test: () => Promise<boolean>, timeoutMs = 100_000): Promise<void> {
  for (const end = Date.now() + timeoutMs; !(await test()); await wait(100)) {
    if (Date.now() > end) throw new Error(`it did not come about in ${timeoutMs} ms: ${test.toString()}`);
  }
}

/** The newest card of a person that passes the test. */
export async function cardOf(stand: Stand, as: string, test: (words: string) => boolean): Promise<MessageView | undefined> {
  return stand.client.lastCard(as, (message) => test(JSON.stringify(message.content)));
}
