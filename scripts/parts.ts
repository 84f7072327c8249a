import { existsSync, mkdtempSync, readFileSync, readdirSync, rmSync, writeFileSync } from 'node:fs';
import { tmpdir } from 'node:os';
import { join } from 'node:path';
import { pathToFileURL } from 'node:url';
import { findMongod, findRedis, type Say } from './binaries.ts';
import { createLeash } from './child.ts';
import { startMongod, startRedis, type Server } from './embedded.ts';
import { identityOf } from './process-identity.mjs';
import { run } from './wheels.ts';

const prefix = 'xietong-parts-';

/** The addresses of a MongoDB replica set and a Redis, and how to give them back. */
export interface Parts { mongo: string; redis: string; stop(): Promise<void> }

/** Takes MONGODB_URI and REDIS_URL where they are set, and starts throw-away servers for the rest, with fault injection allowed. */
export async function throwAwayParts(say: Say): Promise<Parts> {
  const given = { mongo: process.env['MONGODB_URI'], redis: process.env['REDIS_URL'] };
  if (given.mongo && given.redis) return { mongo: given.mongo, redis: given.redis, stop: async () => undefined };
  removeAbandoned();
  const folder = mkdtempSync(join(tmpdir(), prefix));
  writeFileSync(join(folder, 'owner'), `${process.pid} ${identityOf(process.pid) ?? ''}`);
  const leash = createLeash();
  const started: Server[] = [];
  const place = (name: string) => ({ data: join(folder, name), log: join(folder, `${name}.log`), leash });
  const stop = async (): Promise<void> => {
    for (const server of started.toReversed()) await server.child.stop();
    leash.close();
    rmSync(folder, { recursive: true, force: true });
  };
  try {
    if (!given.redis) started.push(await startRedis({ ...(await debuggableRedis(say)), ...place('redis') }));
    const redis = given.redis ?? started.at(-1)?.uri ?? '';
    if (!given.mongo) started.push(await startMongod({ binary: await findMongod(say), ...place('mongo'), args: ['--setParameter', 'enableTestCommands=1'] }));
    return { redis, mongo: given.mongo ?? started.at(-1)?.uri ?? '', stop };
  } catch (fault) {
    await stop();
    throw fault;
  }
}

/** Redis 7 must be told to allow DEBUG, which the fault tests use; Redis 6 allows it and does not know the option. */
async function debuggableRedis(say: Say): Promise<{ binary: string; args: string[] }> {
  const binary = await findRedis(say);
  const major = Number(/v=(\d+)/.exec(await run(binary, ['--version'], { seconds: 10 }))?.[1] ?? 0);
  return { binary, args: major >= 7 ? ['--enable-debug-command', 'local'] : [] };
}

/** The folders of runs that were killed, which nobody else would remove. */
function removeAbandoned(): void {
  for (const name of readdirSync(tmpdir()).filter((entry) => entry.startsWith(prefix))) {
    const owner = join(tmpdir(), name, 'owner');
    if (!existsSync(owner)) continue;
    const [pid = '', ...identity] = readFileSync(owner, 'utf8').split(' ');
    if (identityOf(Number(pid)) !== identity.join(' ')) rmSync(join(tmpdir(), name), { recursive: true, force: true });
  }
}

/** For developers: `node scripts/run.mjs scripts/parts.ts` prints both addresses and keeps the servers until Ctrl-C. */
async function main(): Promise<void> {
  const parts = await throwAwayParts((text) => process.stderr.write(`${text}\n`));
  process.stdout.write(`export MONGODB_URI='${parts.mongo}'\nexport REDIS_URL='${parts.redis}'\n`);
  const alive = setInterval(() => undefined, 60_000);
  const leave = (): void => {
    clearInterval(alive);
    void parts.stop();
  };
  process.once('SIGINT', leave).once('SIGTERM', leave);
}

if (import.meta.url === pathToFileURL(process.argv[1] ?? '').href) await main();
