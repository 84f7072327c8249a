import { spawn } from 'node:child_process';
import { once } from 'node:events';
import { createServer } from 'node:net';
import { mkdtempSync, readFileSync, rmSync } from 'node:fs';
import { tmpdir } from 'node:os';
import { join } from 'node:path';
import { Redis } from 'ioredis';
import { mongo } from 'mongoose';
import { describe, expect, it, onTestFinished } from 'vitest';
import { findMongod, findRedis } from '../../scripts/binaries.ts';
import { createLeash } from '../../scripts/child.ts';
import { startMongod, startRedis } from '../../scripts/embedded.ts';
import { identityOf } from '../../scripts/process-identity.mjs';

const quiet = (): void => undefined;

function place(name: string) {
  const folder = mkdtempSync(join(tmpdir(), 'xietong-embedded-'));
  const leash = createLeash();
  onTestFinished(() => {
    leash.close();
    rmSync(folder, { recursive: true, force: true });
  });
  return { data: join(folder, name), log: join(folder, `${name}.log`), leash };
}

async function withClient<T>(uri: string, work: (client: mongo.MongoClient) => Promise<T>): Promise<T> {
  const client = new mongo.MongoClient(uri, { serverSelectionTimeoutMS: 10_000 });
  try {
    return await work(await client.connect());
  } finally {
    await client.close();
  }
}

describe('embedded servers', () => {
  it('mongod takes majority writes, keeps its data over a kill, and comes back although its port was taken', async () => {
    const where = place('mongo');
    const plan = { binary: await findMongod(quiet), ...where };
    const first = await startMongod(plan);
    await withClient(first.uri, async (client) => client.db().collection('kept').insertOne({ n: 1 }, { writeConcern: { w: 'majority', j: true } }));
    process.kill(first.child.pid, 'SIGKILL');
    await first.child.ended;
    const thief = createServer((socket) => socket.once('data', () => socket.destroy())).listen(Number(readFileSync(join(where.data, 'port'), 'utf8')), '127.0.0.1');
    await once(thief, 'listening');
    const second = await startMongod(plan);
    expect(second.uri).not.toBe(first.uri);
    expect(await withClient(second.uri, async (client) => client.db().collection('kept').countDocuments())).toBe(1);
    const limit = await withClient(second.uri, async (client) => client.db('admin').command({ getParameter: 1, transactionLifetimeLimitSeconds: 1 }));
    expect(limit['transactionLifetimeLimitSeconds']).toBe(5);
    await second.child.stop();
    thief.close();
    expect(identityOf(second.child.pid)).toBeUndefined();
  });

  it('redis never evicts and writes its append-only file each second', async () => {
    const server = await startRedis({ binary: await findRedis(quiet), ...place('redis') });
    const client = new Redis(server.uri);
    const settings = await Promise.all(['maxmemory-policy', 'appendonly', 'appendfsync'].map(async (name) => client.config('GET', name)));
    client.disconnect();
    await server.child.stop();
    expect(JSON.stringify(settings)).toMatch(/noeviction.*yes.*everysec/);
  });

  it('a server that cannot start says so with the end of its log', async () => {
    const plan = { binary: await findRedis(quiet), ...place('redis'), args: ['--no-such-option', 'x'] };
    await expect(startRedis(plan)).rejects.toThrow(/队列 redis-server 没有启动成功：退出码 1[\s\S]*no-such-option/);
  });

  it('a leash ends what it holds when its holder is killed', async () => {
    const script = `
      import { createLeash, startChild } from ${JSON.stringify(join(import.meta.dirname, '../../scripts/child.ts'))};
      const child = startChild({ name: 'x', command: 'sleep', args: ['60'], log: ${JSON.stringify(join(tmpdir(), `xietong-leash-${process.pid}.log`))}, leash: createLeash() });
      console.log(child.pid);
      setInterval(() => undefined, 1000);`;
    const holder = spawn(process.execPath, ['--import', 'tsx', '--input-type=module', '-e', script], { stdio: ['ignore', 'pipe', 'inherit'] });
    const [line] = await once(holder.stdout, 'data');
    const held = Number(String(line));
    expect(identityOf(held)).toBeDefined();
    holder.kill('SIGKILL');
    await expect.poll(() => identityOf(held), { timeout: 5_000 }).toBeUndefined();
    rmSync(join(tmpdir(), `xietong-leash-${process.pid}.log`), { force: true });
  });
});
