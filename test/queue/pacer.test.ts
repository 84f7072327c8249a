import { afterAll, describe, expect, it } from 'vitest';
import { createPacer } from '../../src/queue/pacer.ts';
import { createLease } from '../../src/queue/loops.ts';
import { createRedisPool, whenReady } from '../../src/queue/redis.ts';
import { ownParts } from '../parts.ts';

const { redis: url, prefix } = ownParts('pacer');
const pool = createRedisPool(url, () => undefined);
afterAll(() => pool.close());

const connection = async () => {
  const redis = pool.open('producer');
  await whenReady(redis);
  return redis;
};

describe('the pacer', () => {
  it('lets no more than the limit through in any second, over two processes', async () => {
    const pacers = [createPacer(await connection(), prefix), createPacer(await connection(), prefix)];
    const marks: number[] = [];
    await Promise.all(Array.from({ length: 60 }, async (_, n) => {
      await pacers[n % 2]?.pace([{ key: 'api', everyMs: 25, burst: 8 }], 5_000);
      marks.push(performance.now());
    }));
    marks.sort((a, b) => a - b);
    const most = Math.max(...marks.map((from) => marks.filter((mark) => mark >= from && mark < from + 1_000).length));
    expect(most).toBeLessThanOrEqual(50);
    expect((marks.at(-1) ?? 0) - (marks[0] ?? 0)).toBeLessThan(1_900);
  });

  it('makes one person wait without holding up another, and says how late it would be', async () => {
    const pacer = createPacer(await connection(), prefix);
    const to = (key: string) => [{ key: 'wide', everyMs: 1, burst: 100 }, { key, everyMs: 300, burst: 1 }];
    expect(await pacer.pace(to('a'), 0)).toEqual({ late: 0 });
    expect((await pacer.pace(to('a'), 0)).late).toBeGreaterThan(200);
    expect(await pacer.pace(to('b'), 0)).toEqual({ late: 0 });
  });

  it('holds everybody back for as long as the platform said', async () => {
    const pacer = createPacer(await connection(), prefix);
    await pacer.hold('told', 2_000);
    expect((await pacer.pace([{ key: 'told', everyMs: 10, burst: 1 }], 0)).late).toBeGreaterThan(1_800);
  });
});

describe('the lease', () => {
  it('belongs to one process at a time and passes on when it is released or runs out', async () => {
    const [one, other] = [createLease(await connection(), `${prefix}:l`, 300), createLease(await connection(), `${prefix}:l`, 300)];
    expect([await one.mine(), await other.mine(), await one.mine()]).toEqual([true, false, true]);
    await one.release();
    expect([await other.mine(), await one.mine()]).toEqual([true, false]);
    await new Promise((settle) => setTimeout(settle, 350));
    expect(await one.mine()).toBe(true);
  });
});
