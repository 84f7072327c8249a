import { setTimeout as wait } from 'node:timers/promises';
import type { Redis } from 'ioredis';

/** A limit: at most `burst` at once and one more every `everyMs`; the key names who shares it. */
export interface Limit { key: string; everyMs: number; burst: number }

/** Spreads calls so that the platform's limits hold over all processes. */
export interface Pacer {
  /** Resolves when the call may go out; `late` in ms where it would have to wait longer than `atMostMs`. Goes ahead where Redis is away. */
  pace(limits: readonly Limit[], atMostMs: number): Promise<{ late: number }>;
  /** Nobody calls under this key for so long: the platform said so. */
  hold(key: string, ms: number): Promise<void>;
}

// GCRA over several keys at once: all are taken, or none and the longest wait is told.
const script = `
local time = redis.call('TIME')
local now = time[1] * 1000 + math.floor(time[2] / 1000)
local longest = 0
local next = {}
for i, key in ipairs(KEYS) do
  local every = tonumber(ARGV[2 * i - 1])
  local tat = math.max(tonumber(redis.call('GET', key) or 0), now)
  local free = tat - every * (tonumber(ARGV[2 * i]) - 1)
  if free > now then longest = math.max(longest, free - now) end
  next[i] = tat + every
end
if longest > 0 then return math.ceil(longest) end
for i, key in ipairs(KEYS) do redis.call('SET', key, next[i], 'PX', math.max(1000, math.ceil(next[i] - now) + 1000)) end
return 0`;

const holdScript = `
local time = redis.call('TIME')
local until_ = time[1] * 1000 + math.floor(time[2] / 1000) + tonumber(ARGV[1])
if until_ > tonumber(redis.call('GET', KEYS[1]) or 0) then redis.call('SET', KEYS[1], until_, 'PX', ARGV[1] + 1000) end
return 0`;

/** Makes a pacer on a Redis connection; all keys stand under `prefix`. */
export function createPacer(redis: Redis, prefix: string): Pacer {
  const name = (key: string): string => `${prefix}:pace:${key}`;
  const ask = async (limits: readonly Limit[]): Promise<number> => {
    const answer = await redis
      .eval(script, limits.length, ...limits.map((limit) => name(limit.key)), ...limits.flatMap((limit) => [limit.everyMs, limit.burst]))
      .catch(() => 0);
    return Number(answer);
  };
  return {
    async pace(limits, atMostMs) {
      let spent = 0;
      for (;;) {
        const ms = await ask(limits);
        if (ms === 0) return { late: 0 };
        if (spent + ms > atMostMs) return { late: ms };
        const nap = ms + Math.random() * 5;
        await wait(nap);
        spent += nap;
      }
    },
    async hold(key, ms) {
      await redis.eval(holdScript, 1, name(key), Math.ceil(ms)).catch(() => 0);
    },
  };
}
