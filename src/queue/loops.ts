import { randomUUID } from 'node:crypto';
import type { Redis } from 'ioredis';
import type { StorePort } from '../../jobs/define.ts';
import type { WorkCalendar } from '../domain/time/calendar.ts';
import { isProvisional, isRecountable } from '../domain/time/clocks.ts';
import type { Clock, Command, Kind, Outcome } from '../domain/document.ts';
import type { Producers } from './queues.ts';

/** A loop that has a next turn until it is stopped; `stop` waits for the turn that is running. */
export interface Loop { stop(): Promise<void> }

type Warn = (fields: object, message: string) => void;

/** Runs `turn` again and again with a pause between; a fault is told and does not end it. */
export function startLoop(name: string, everyMs: number, parts: { turn(): Promise<void>; warn: Warn }): Loop {
  let stopped = false;
  let timer: NodeJS.Timeout | undefined;
  let running = Promise.resolve();
  const next = (): void => {
    timer = setTimeout(() => {
      running = parts.turn().catch((fault: Error) => parts.warn({ loop: name, name: fault.name, code: 'code' in fault ? fault.code : undefined }, 'turn failed')).finally(() => {
        if (!stopped) next();
      });
    }, everyMs);
  };
  next();
  return {
    stop: async () => {
      stopped = true;
      clearTimeout(timer);
      await running;
    },
  };
}

/** One turn of the sweep: whatever Mongo holds unfinished for more than two seconds goes to the queues again. */
export function createSweep(store: Pick<StorePort, 'unsettled' | 'unanswered'>, producers: Producers, machine: () => Date) {
  return async (): Promise<void> => {
    const before = new Date(machine().getTime() - 2_000);
    await producers.effects(await store.unsettled(before, 500));
    await producers.messages(await store.unanswered(before, 500));
  };
}

/** What the alarms' turn needs; `now` is the city's time, `machine` this machine's. */
export interface AlarmParts {
  store: Pick<StorePort, 'dueAlarms'> & { dropAlarm(kind: Kind, id: string, alarm: string): Promise<void> };
  handle(command: Command): Promise<Outcome>;
  now(): Date;
  machine(): Date;
  /** True while this process is the one that asks; more than one asking is harmless. */
  mine(): Promise<boolean>;
  warn: Warn;
}

type DueAlarm = Awaited<ReturnType<StorePort['dueAlarms']>>[number];

/** One turn of the alarms: asks every due one, earliest first, until none is due. A document that fails is left alone for a while. */
export function createAlarmTurn(parts: AlarmParts) {
  const resting = new Map<string, { until: number; ms: number }>();
  const isResting = (due: DueAlarm): boolean => (resting.get(`${due.kind} ${due.id}`)?.until ?? 0) > parts.machine().getTime();
  const rest = (due: DueAlarm, fault: unknown): void => {
    const key = `${due.kind} ${due.id}`;
    const ms = Math.min((resting.get(key)?.ms ?? 500) * 2, 60_000);
    resting.set(key, { until: parts.machine().getTime() + ms, ms });
    parts.warn({ kind: due.kind, doc: due.id, alarm: due.alarm.id, name: fault instanceof Error ? fault.name : 'unknown', restMs: ms }, 'alarm failed');
  };
  return async (): Promise<void> => {
    while (await parts.mine()) {
      const due = (await parts.store.dueAlarms(parts.now(), 100 + resting.size)).filter((one) => !isResting(one));
      if (!due.length) return;
      for (const [index, one] of due.entries()) {
        const doc = await ring(one, parts).then((rung) => {
          resting.delete(`${one.kind} ${one.id}`);
          return rung;
        }, (fault: unknown) => rest(one, fault));
        const next = due[index + 1]?.alarm.at;
        if (isResting(one) || (next && doc?.alarms.some((alarm) => Date.parse(alarm.at) < Date.parse(next)))) break;
        if (index % 20 === 19 && !(await parts.mine())) return;
      }
    }
  };
}

async function ring({ kind, id, alarm }: DueAlarm, { handle, store }: AlarmParts): Promise<Outcome['doc']> {
  const cause = `alarm-${alarm.id}-${Date.parse(alarm.at).toString(36)}`;
  const outcome = await handle({ kind, id, act: 'alarm', by: { role: 'clock' }, input: { id: alarm.id, rule: alarm.rule, stage: alarm.stage }, cause });
  // Whatever no act wanted to hear must not ring for ever.
  if (!outcome.ok || outcome.repeated) await store.dropAlarm(kind, id, alarm.id);
  return outcome.doc;
}

/** What the turn of the waiting room needs: whose messages may come now, and how they are brought. */
export interface WaitingParts { ready(): Promise<readonly string[]>; bring(who: string): Promise<void>; mine(): Promise<boolean>; warn: Warn }

/** One turn of the waiting room: brings everybody what may come now; a person whose messages cannot be brought holds nobody up. */
export function createWaitingTurn({ ready, bring, mine, warn }: WaitingParts) {
  return async (): Promise<void> => {
    if (!(await mine())) return;
    for (const who of await ready()) await bring(who).catch((fault: Error) => warn({ name: fault.name, code: 'code' in fault ? fault.code : undefined }, 'waiting message not brought yet'));
  };
}

/** What the recount needs. */
export interface RecountParts {
  store: { provisional(limit: number): Promise<{ kind: Kind; id: string; clocks: readonly Clock[] }[]> };
  handle(command: Command): Promise<Outcome>;
  calendar: WorkCalendar;
  mine(): Promise<boolean>;
}

/** One turn of the recount: limits that were provisional and are certain by today's calendar are counted anew (experience 7.2). */
export function createRecountTurn({ store, handle, calendar, mine }: RecountParts) {
  return async (): Promise<void> => {
    if (!(await mine())) return;
    for (const { kind, id, clocks } of await store.provisional(1_000)) {
      if (!isRecountable(clocks, { calendar })) continue;
      await handle({ kind, id, act: 'recount', by: { role: 'system' }, input: { before: clocks.filter(isProvisional).map((clock) => ({ rule: clock.rule, dueDate: clock.due.dueDate })) }, cause: `recount-${clocks.map((clock) => clock.due.dueDate).join('-')}` });
    }
  };
}

/** A lease in Redis that one process holds at a time; where Redis is away everybody has it. */
export function createLease(redis: Redis, key: string, ms: number): { mine(): Promise<boolean>; release(): Promise<void> } {
  const me = randomUUID();
  const script = `local held = redis.call('GET', KEYS[1])
if held and held ~= ARGV[1] then return 0 end
redis.call('SET', KEYS[1], ARGV[1], 'PX', ARGV[2])
return 1`;
  return {
    mine: async () => Number(await redis.eval(script, 1, key, me, ms).catch(() => 1)) === 1,
    release: async () => {
      await redis.eval(`if redis.call('GET', KEYS[1]) == ARGV[1] then redis.call('DEL', KEYS[1]) end return 0`, 1, key, me).catch(() => 0);
    },
  };
}
