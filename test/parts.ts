import { randomUUID } from 'node:crypto';
import { buildPage } from '../scripts/page.ts';
import { throwAwayParts, type Parts } from '../scripts/parts.ts';

let running: Parts | undefined;

/** Vitest's global set-up: the sandbox's page built once, and one real mongod and one real redis-server for the whole run, named by MONGODB_URI and REDIS_URL. */
export async function setup(): Promise<void> {
  await buildPage();
  running = await throwAwayParts((text) => process.stderr.write(`${text}\n`));
  process.env['MONGODB_URI'] = running.mongo;
  process.env['REDIS_URL'] = running.redis;
}

/** Vitest's global clean-up. */
export async function teardown(): Promise<void> {
  await running?.stop();
}

/** The run's servers for one test file: a database of its own, and a prefix for its Redis keys. */
export function ownParts(name: string): { mongo: string; redis: string; prefix: string } {
  const own = `t-${name}-${randomUUID().slice(0, 8)}`;
  const mongo = new URL(process.env['MONGODB_URI'] ?? '');
  mongo.pathname = `/${own}`;
  return { mongo: mongo.href, redis: process.env['REDIS_URL'] ?? '', prefix: own };
}
