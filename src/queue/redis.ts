import { Redis } from 'ioredis';

/** Connections to one Redis, all closed together. */
export interface RedisPool {
  /** `worker` waits for Redis for ever; `producer` fails at once while Redis is away. */
  open(use: 'worker' | 'producer'): Redis;
  close(): Promise<void>;
}

/** Makes connections that come back within half a second after an outage; faults are told once an outage. */
export function createRedisPool(url: string, warn: (fields: object, message: string) => void): RedisPool {
  const opened: Redis[] = [];
  return {
    open(use) {
      const redis = new Redis(url, {
        maxRetriesPerRequest: use === 'worker' ? null : 1,
        enableOfflineQueue: use === 'worker',
        retryStrategy: () => 500,
        connectTimeout: 3_000,
      });
      let down = false;
      redis.on('error', (fault: Error) => {
        if (!down) warn({ name: fault.name }, 'redis does not answer');
        down = true;
      });
      redis.on('ready', () => {
        down = false;
      });
      opened.push(redis);
      return redis;
    },
    async close() {
      for (const redis of opened) redis.disconnect();
    },
  };
}

/** Resolves when a connection is ready; fails after some seconds, naming no address. */
export async function whenReady(redis: Redis, withinMs = 5_000): Promise<void> {
  if (redis.status === 'ready') return;
  await new Promise<void>((settle, fail) => {
    const timer = setTimeout(() => fail(new Error(`Redis 在 ${withinMs / 1_000} 秒内没有应答，请检查 REDIS_URL`)), withinMs);
    redis.once('ready', () => {
      clearTimeout(timer);
      settle();
    });
  });
}
