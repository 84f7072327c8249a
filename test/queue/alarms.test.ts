import { randomUUID } from 'node:crypto';
import { afterAll, beforeAll, describe, expect, it } from 'vitest';
import type { Command, Outcome } from '../../src/domain/document.ts';
import { createAlarmTurn } from '../../src/queue/loops.ts';
import { command, testHandle, testStore } from '../store/fixture.ts';
import type { Tally } from '../store/counting-flow.ts';

let at: Awaited<ReturnType<typeof testStore>>;
beforeAll(async () => {
  at = await testStore('alarms');
});
afterAll(() => at.close());

const late = new Date('2027-06-01T00:00:00Z');

function turn(over: { handle?(wish: Command): Promise<Outcome>; machine?(): Date } = {}) {
  return createAlarmTurn({ store: at.store, handle: testHandle(at.store), now: () => late, machine: () => new Date(), mine: async () => true, warn: () => undefined, ...over });
}

async function woken(...days: string[]): Promise<string> {
  const id = `m${randomUUID().slice(0, 8)}`;
  const handle = testHandle(at.store);
  await handle(command('open', { id }));
  await handle(command('wake', { id, input: { at: days.map((day) => `2026-12-${day}T01:00:00.000Z`) } }));
  return id;
}

describe('the alarms', () => {
  it('ring in order over all documents, each once, though two processes ask at the same time', async () => {
    const [a, b] = [await woken('05', '01'), await woken('03', '02')];
    const order: string[] = [];
    const handle = async (wish: Command): Promise<Outcome> => {
      const outcome = await testHandle(at.store)(wish);
      if (outcome.ok && !outcome.repeated) order.push(outcome.entry.note + wish.id);
      return outcome;
    };
    await turn({ handle })();
    expect(order).toEqual([`s1${a}`, `s1${b}`, `s0${b}`, `s0${a}`]);
    const c = await woken('01', '02', '03');
    await Promise.all([turn()(), turn()()]);
    const doc = await at.store.load('matter', c);
    expect(doc?.data as Tally | undefined).toMatchObject({ count: 300 });
    expect(doc?.alarms).toEqual([]);
  });

  it('stop where no act wants to hear them, instead of ringing for ever', async () => {
    const id = await woken('01');
    await at.raw.collection('matters').updateOne({ _id: id as never }, { $set: { state: 'strange' } });
    await turn()();
    expect((await at.store.load('matter', id))?.alarms).toEqual([]);
  });

  it('of other documents still ring where one document fails', async () => {
    const [bad, good] = [await woken('01'), await woken('02')];
    const handle = async (wish: Command): Promise<Outcome> => {
      if (wish.id === bad) throw new Error('broken');
      return testHandle(at.store)(wish);
    };
    await turn({ handle })();
    expect((await at.store.load('matter', good))?.alarms).toEqual([]);
    expect((await at.store.load('matter', bad))?.alarms).toHaveLength(1);
    await turn()();
    expect((await at.store.load('matter', bad))?.alarms).toEqual([]);
  });
});
