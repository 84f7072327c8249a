import { existsSync, mkdirSync, readFileSync, writeFileSync } from 'node:fs';
import { createServer } from 'node:net';
import { join } from 'node:path';
import { setTimeout as wait } from 'node:timers/promises';
import { mongo } from 'mongoose';
import { Redis } from 'ioredis';
import { lastLines, startChild, type Child, type Leash } from './child.ts';

/** A database server that we started, and the address clients use. */
export interface Server { child: Child; uri: string }

/** Where a server keeps its data and its log; `args` are added to the command line. */
export interface ServerPlan {
  binary: string;
  data: string;
  log: string;
  leash: Leash;
  args?: readonly string[];
  /** Told as soon as the process exists, before it is ready. */
  started?: (child: Child) => void;
}

/** A loopback port that is free now; the given one if it is. */
export async function freePort(wish = 0): Promise<number> {
  return new Promise((settle, fail) => {
    const probe = createServer();
    probe.once('error', (fault) => (wish === 0 ? fail(fault) : settle(freePort())));
    probe.listen(wish, '127.0.0.1', () => {
      const address = probe.address();
      probe.close(() => settle(typeof address === 'object' && address ? address.port : wish));
    });
  });
}

const setName = 'xietong';

/** Starts mongod as a replica set of one node on loopback and waits until it takes writes; fails with the end of its log. */
export async function startMongod(plan: ServerPlan): Promise<Server> {
  mkdirSync(plan.data, { recursive: true, mode: 0o700 });
  const port = await keptPort(plan.data);
  const child = startChild({
    name: '数据库 mongod', command: plan.binary, log: plan.log, leash: plan.leash,
    args: [
      '--dbpath', plan.data, '--port', String(port), '--bind_ip', '127.0.0.1', '--nounixsocket', '--replSet', setName,
      '--wiredTigerCacheSizeGB', '0.5', '--setParameter', 'transactionLifetimeLimitSeconds=5',
      '--setParameter', 'shutdownTimeoutMillisForSignaledShutdown=100', ...(plan.args ?? []),
    ],
  });
  plan.started?.(child);
  await ready(child, () => becomePrimary(port));
  return { child, uri: `mongodb://127.0.0.1:${port}/xietong?replicaSet=${setName}&w=majority` };
}

/** The port of the last start if it is free, because the replica set remembers its own address. */
async function keptPort(folder: string): Promise<number> {
  const file = join(folder, 'port');
  const before = existsSync(file) ? Number(readFileSync(file, 'utf8')) : 0;
  const port = await freePort(before || 0);
  writeFileSync(file, String(port));
  return port;
}

async function becomePrimary(port: number): Promise<void> {
  const host = `127.0.0.1:${port}`;
  const client = new mongo.MongoClient(`mongodb://${host}/?directConnection=true`, { serverSelectionTimeoutMS: 1_000, connectTimeoutMS: 1_000 });
  try {
    const admin = (await client.connect()).db('admin');
    const state = await admin.command({ hello: 1 });
    if (state['isWritablePrimary'] === true && state['me'] === host) return;
    if (state['isreplicaset'] === true) {
      const readConfig = await admin.command({ replSetGetConfig: 1 }).catch(() => undefined);
      await (readConfig
        ? admin.command({ replSetReconfig: moved(readConfig['config'], host), force: true })
        : admin.command({ replSetInitiate: { _id: setName, members: [{ _id: 0, host }], settings: { electionTimeoutMillis: 1_000 } } }));
    }
    throw new Error('尚未成为主节点');
  } finally {
    await client.close();
  }
}

function moved(config: Record<string, unknown>, host: string): Record<string, unknown> {
  const { term: _term, ...rest } = config;
  return { ...rest, version: Number(config['version']) + 1, members: [{ _id: 0, host }] };
}

/** Starts redis-server on loopback with an append-only file and no eviction; fails with the end of its log. */
export async function startRedis(plan: ServerPlan): Promise<Server> {
  mkdirSync(plan.data, { recursive: true, mode: 0o700 });
  const port = await freePort();
  const child = startChild({
    name: '队列 redis-server', command: plan.binary, log: plan.log, leash: plan.leash,
    args: [
      '--port', String(port), '--bind', '127.0.0.1', '--dir', plan.data, '--appendonly', 'yes', '--appendfsync', 'everysec',
      '--maxmemory-policy', 'noeviction', '--daemonize', 'no', '--save', '', ...(plan.args ?? []),
    ],
  });
  plan.started?.(child);
  await ready(child, () => ping(port));
  return { child, uri: `redis://127.0.0.1:${port}` };
}

async function ping(port: number): Promise<void> {
  const client = new Redis({ port, host: '127.0.0.1', lazyConnect: true, retryStrategy: () => null, connectTimeout: 1_000, maxRetriesPerRequest: 0 });
  client.on('error', () => client.disconnect());
  try {
    await client.connect();
    await client.ping();
  } finally {
    client.disconnect();
  }
}

/** Tries until it works or the child has ended or a minute has passed: mongod asks a silent taker of its old port for 30 seconds. */
async function ready(child: Child, attempt: () => Promise<void>): Promise<void> {
  const limit = Date.now() + 60_000;
  for (;;) {
    const fault = await attempt().then(() => undefined, (caught: unknown) => (caught instanceof Error ? caught : new Error(String(caught))));
    if (!fault) return;
    if (child.running() && Date.now() < limit) {
      await wait(50);
      continue;
    }
    const reason = child.running() ? `60 秒内没有就绪（${fault.message}）` : await child.ended;
    await child.stop();
    throw new Error(`${child.name} 没有启动成功：${reason}\n日志 ${child.log} 的最后几行：\n${lastLines(child.log)}`);
  }
}
