import { randomBytes } from 'node:crypto';
import { mkdtempSync, rmSync, writeFileSync } from 'node:fs';
import { tmpdir } from 'node:os';
import { join } from 'node:path';
import { setTimeout as wait } from 'node:timers/promises';
import { createSandboxClient, type SandboxClient } from '../../sandbox/client.ts';
import { createSandbox } from '../../sandbox/server.ts';
import { createApp, type App, type Given } from '../../src/app.ts';
import { readConfig } from '../../src/config.ts';
import type { StaffRole } from '../../src/domain/people.ts';
import { demoCity, type OrgFile } from '../city.ts';
import { guideScopes } from './guide-scopes.ts';

/** A person as a story names him. */
export interface Cast { id: string; name: string; organ: string; title: string }

/** The whole product on real parts with the sandbox in the platform's place, for stories. */
export interface Stage {
  client: SandboxClient;
  app: App;
  /** URL of the bot's own HTTP. */
  bot: string;
  env: Record<string, string>;
  /** Holders of a role in an organ, in the file's order. */
  cast(organ: string, role: StaffRole): Cast[];
  /** A person's name by his open_id. */
  nameOf(id: string): string | undefined;
  /** Somebody by his tenant-wide user_id. */
  person(userId: string): Cast;
  /** Waits until the bot has carried out all that was asked of it so far. */
  settled(): Promise<void>;
  stop(): Promise<void>;
}

/** What a story needs of a stage: also a bot in a process of its own has it, whose parts nobody can reach into. */
export type Scene = Pick<Stage, 'client' | 'cast' | 'person' | 'nameOf' | 'settled'> & Partial<Pick<Stage, 'app'>>;

/** Moves the clock. What was under way at the old time is finished before, and the bot has seen the new time before anybody acts in it. */
export async function passes(stage: Scene, to: string): Promise<void> {
  await stage.settled();
  await stage.client.advance({ to });
  for (const end = Date.now() + 5_000; stage.app && stage.app.deps.now().getTime() < Date.parse(to) && Date.now() < end; ) await wait(50);
}

/** Lets as much time go by as lies between two pushes to one person: what was held back for it is there afterwards. */
export async function tenMinutes(stage: Scene): Promise<void> {
  await passes(stage, new Date(Date.parse((await stage.client.clock()).now) + 11 * 60_000).toISOString());
}

const appId = 'cli_a0c1e2d3f4b50617';
/** The day on which stories begin: an ordinary Monday morning. */
const storyDay = '2026-11-23T09:12:00+08:00';

/** Starts sandbox, demo city and bot (web and worker) on free loopback ports; `mongo` names a database of its own, `redis` a server. */
export async function startStage(parts: { mongo: string; redis: string; prefix?: string }, options: { startAt?: string; transport?: 'ws' | 'webhook'; env?: Record<string, string>; org?: (file: OrgFile) => void; given?: Given } = {}): Promise<Stage> {
  const folder = mkdtempSync(join(tmpdir(), 'xietong-stage-'));
  const shift = Date.parse(options.startAt ?? storyDay) - Date.now();
  const sandbox = await createSandbox({ host: '127.0.0.1', port: 0, dataDir: join(folder, 'sandbox'), now: () => Date.now() + shift });
  const client = createSandboxClient(sandbox.url);
  const keys = { appId, appSecret: randomBytes(16).toString('hex'), encryptKey: randomBytes(16).toString('hex'), verificationToken: randomBytes(12).toString('hex') };
  const { plan, orgFile } = demoCity(keys);
  options.org?.(orgFile);
  const city = await client.city(plan);
  await client.act('console', { app: appId, scopes: guideScopes() });
  writeFileSync(join(folder, 'org.json'), JSON.stringify(orgFile));
  const env = {
    FEISHU_DOMAIN: sandbox.url, FEISHU_APP_ID: appId, FEISHU_APP_SECRET: keys.appSecret, FEISHU_ENCRYPT_KEY: keys.encryptKey, FEISHU_VERIFICATION_TOKEN: keys.verificationToken,
    FEISHU_TRANSPORT: options.transport ?? 'ws', MONGODB_URI: parts.mongo, REDIS_URL: parts.redis, PORT: '0', HOST: '127.0.0.1', PUBLIC_URL: 'http://receipt.example', ORG_FILE: join(folder, 'org.json'),
    DATA_KEY: randomBytes(32).toString('base64'), CLOCK_URL: `${sandbox.url}/sandbox/clock`, LOG_LEVEL: process.env['LOG_LEVEL'] ?? 'error', ...options.env,
  };
  const app = await createApp(readConfig(env), { ...options.given, ...(parts.prefix ? { prefix: parts.prefix } : {}) });
  const ids = new Map(city.people.map((person) => [person.userId, person.id]));
  return {
    client, app, env, bot: app.url,
    cast: (organ, role) => castOf(orgFile, { organ, role }, ids),
    nameOf: (id) => city.people.find((person) => person.id === id)?.name,
    person: (userId) => personOf(orgFile, userId, ids),
    settled: () => settled(app),
    stop: async () => {
      await app.stop();
      await sandbox.stop();
      rmSync(folder, { recursive: true, force: true });
    },
  };
}

// Seen quiet twice: an effect may just be asking for the next.
async function settled({ store }: App): Promise<void> {
  const ever = new Date(Date.now() + 365 * 86_400_000);
  for (let still = 0, tries = 0; still < 2 && tries < 600; tries += 1) {
    const [effects, messages] = await Promise.all([store.unsettled(ever, 1), store.unanswered(ever, 1)]);
    still = effects.length + messages.length ? 0 : still + 1;
    await wait(50);
  }
}

function castOf(file: OrgFile, at: { organ: string; role: StaffRole }, ids: Map<string, string>): Cast[] {
  const organ = file.organs.find((candidate) => candidate.code === at.organ);
  return (organ?.people ?? []).filter((person) => person.roles.includes(at.role)).map((person) => ({ id: ids.get(person.id) ?? '', name: person.name, organ: at.organ, title: person.title }));
}

function personOf(file: OrgFile, userId: string, ids: Map<string, string>): Cast {
  for (const organ of file.organs) {
    const person = organ.people.find((candidate) => candidate.id === userId);
    if (person) return { id: ids.get(userId) ?? '', name: person.name, organ: organ.code, title: person.title };
  }
  throw new Error(`nobody is called ${userId}`);
}
