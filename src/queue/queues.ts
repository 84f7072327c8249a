import { setTimeout as wait } from 'node:timers/promises';
import { DelayedError, Queue, UnrecoverableError, Worker, type Job } from 'bullmq';
import type { Effect, Kind } from '../domain/document.ts';
import type { RedisPool } from './redis.ts';
import { BadEffect, type EffectPlace } from './run-effect.ts';

/** What the queues run; both must be harmless twice. `patient` false means: do not wait for others any longer. */
export interface Tasks {
  effect(at: EffectPlace, patient: boolean): Promise<'done' | 'wait'>;
  message(id: string, patient: boolean): Promise<'done' | 'wait'>;
}

/** Told when a task was given up for now. */
export interface GaveUp { effect(at: EffectPlace, fault: Error): Promise<void>; message(id: string, fault: Error): Promise<void> }

/** Hands ids to the workers; a fault of Redis is swallowed, because the sweep adds again what is not done. */
export interface Producers {
  effects(list: readonly EffectPlace[]): Promise<void>;
  messages(ids: readonly string[]): Promise<void>;
  close(): Promise<void>;
}

const names = { effects: 'effects', inbox: 'inbox' } as const;
const tries = { attempts: 8, backoff: { type: 'exponential', delay: 500 }, removeOnComplete: true, removeOnFail: true } as const;
/** The platform's limits on one person, one group or one card: over within a second, so that no try is spent on them. */
const crowded = new Set([230020, 232019]);
/** How long a task lets others go first. */
const patienceMs = 20_000;

/** Makes the two queues; jobs hold ids only. */
export function createProducers(redis: RedisPool, prefix: string, warn: (fields: object, message: string) => void): Producers {
  const make = (name: string): Queue => {
    const queue = new Queue(name, { connection: redis.open('producer'), prefix });
    queue.on('error', () => undefined);
    return queue;
  };
  const effects = make(names.effects);
  const inbox = make(names.inbox);
  const add = async (queue: Queue, jobs: Parameters<Queue['addBulk']>[0]): Promise<void> => {
    if (jobs.length) await queue.addBulk(jobs).catch((fault: Error) => warn({ queue: queue.name, count: jobs.length, name: fault.name }, 'not queued; the sweep will'));
  };
  return {
    effects: (list) => add(effects, list.map((at) => ({ name: 'effect', data: at, opts: { ...tries, jobId: at.effect } }))),
    messages: (ids) => add(inbox, ids.map((id) => ({ name: 'message', data: { id }, opts: { ...tries, jobId: `m-${id.replaceAll(':', '_')}` } }))),
    close: async () => {
      await Promise.all([effects.close(), inbox.close()]);
    },
  };
}

/** The places of a document's new effects. */
export function placesOf(effects: readonly Effect[], doc: { kind: Kind; id: string }): EffectPlace[] {
  return effects.map((effect) => ({ kind: doc.kind, id: doc.id, effect: effect.id }));
}

interface Duty<D> { run(data: D, patient: boolean): Promise<'done' | 'wait'>; failed(data: D, fault: Error): Promise<void> }

/** Starts the workers of both queues; `close` waits six seconds for what is running, which is harmless to run again elsewhere. */
export function startWorkers(redis: RedisPool, prefix: string, parts: { tasks: Tasks; gaveUp: GaveUp; warn(fields: object, message: string): void }): { close(): Promise<void> } {
  const { tasks, gaveUp, warn } = parts;
  const start = <D>(name: string, concurrency: number, { run, failed }: Duty<D>): Worker<D> => {
    const worker = new Worker<D>(name, (job, token) => attempt(job, token, run), {
      connection: redis.open('worker'), prefix, concurrency, lockDuration: 5_000, stalledInterval: 2_000, maxStalledCount: 5, drainDelay: 2,
    });
    worker.on('error', (fault) => warn({ queue: name, name: fault.name }, 'worker fault'));
    worker.on('failed', (job, fault) => {
      if (job && isLast(job, fault)) void failed(job.data, fault).catch((again: Error) => warn({ queue: name, name: again.name }, 'giving up failed'));
    });
    return worker;
  };
  const workers = [
    start<EffectPlace>(names.effects, 16, { run: tasks.effect, failed: gaveUp.effect }),
    start<{ id: string }>(names.inbox, 8, { run: ({ id }, patient) => tasks.message(id, patient), failed: ({ id }, fault) => gaveUp.message(id, fault) }),
  ];
  return {
    close: async () => {
      const ended = Promise.all(workers.map((worker) => worker.close()));
      const late = wait(6_000, 'late', { ref: false });
      if ((await Promise.race([ended, late])) === 'late') await Promise.all(workers.map((worker) => worker.close(true)));
    },
  };
}

function isLast(job: Job, fault: Error): boolean {
  return fault.name === 'UnrecoverableError' || job.attemptsMade >= (job.opts.attempts ?? 1) || /stalled more than/.test(fault.message);
}

async function attempt<D>(job: Job<D>, token: string | undefined, run: (data: D, patient: boolean) => Promise<'done' | 'wait'>): Promise<void> {
  const later = async (ms: number): Promise<never> => {
    await job.moveToDelayed(Date.now() + ms, token);
    throw new DelayedError();
  };
  try {
    if ((await run(job.data, Date.now() - job.timestamp < patienceMs)) === 'wait') await later(120);
  } catch (fault) {
    if (fault instanceof BadEffect) throw new UnrecoverableError(fault.message);
    const asked = fault instanceof Error && 'waitMs' in fault && typeof fault.waitMs === 'number' ? fault.waitMs : 0;
    const ms = asked || (fault instanceof Error && 'code' in fault && crowded.has(Number(fault.code)) ? 400 : 0);
    if (ms > 0) await later(ms + Math.random() * 200);
    if (fault instanceof Error && 'again' in fault && fault.again === false) throw new UnrecoverableError(fault.message);
    throw fault;
  }
}
