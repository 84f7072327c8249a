import { SandboxAddress } from './doomed-plan.ts';
import { createEffectRunner } from '../../src/queue/run-effect.ts';
import { createRedisPool } from '../../src/queue/redis.ts';
import { startWorkers } from '../../src/queue/queues.ts';
import { openStore } from '../../src/store/store.ts';
import { flows } from '../store/fixture.ts';
import { greetThen, portsOf } from './doomed-plan.ts';

/** A process of its own that carries out one effect and is killed between the send and its settling. */
const address = SandboxAddress.parse(JSON.parse(process.argv[2] ?? '{}'));
const store = await openStore({ uri: address.mongo, dataKeys: [Buffer.alloc(32, 7)], shapes: flows, machine: () => new Date() });
const redis = createRedisPool(address.redis, () => undefined);
const greet = greetThen(address, () => {
  process.kill(process.pid, 'SIGKILL');
  return new Promise(() => undefined);
});
const effect = createEffectRunner({ greet }, portsOf(store, address));
startWorkers(redis, address.prefix, { tasks: { effect, message: async () => 'done' }, gaveUp: { effect: async () => undefined, message: async () => undefined }, warn: () => undefined });
