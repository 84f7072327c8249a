import { randomUUID } from 'node:crypto';
import { afterAll, beforeAll, describe, expect, it } from 'vitest';
import { brokenAt } from '../src/domain/audit.ts';
import type { Effect } from '../src/domain/document.ts';
import { command, testHandle, testStore } from './store/fixture.ts';
import type { Tally } from './store/counting-flow.ts';

let at: Awaited<ReturnType<typeof testStore>>;
beforeAll(async () => {
  at = await testStore('handle');
});
afterAll(() => at.close());

const stranger = { role: 'person', id: 'ou_stranger', ref: 'x', reporter: false } as const;

async function opened(): Promise<{ id: string; handle: ReturnType<typeof testHandle> }> {
  const handle = testHandle(at.store);
  const id = `m${randomUUID().slice(0, 8)}`;
  expect((await handle(command('open', { id }))).ok).toBe(true);
  return { id, handle };
}

async function stored(id: string) {
  const doc = await at.store.load('matter', id);
  if (!doc) throw new Error('not stored');
  return { ...doc, data: doc.data as Tally };
}

describe('handle', () => {
  it('carries out twenty commands at once each exactly once, and the trail stays whole', async () => {
    const { id, handle } = await opened();
    const sent = Array.from({ length: 20 }, () => command('add', { id }));
    const settle = async (one: (typeof sent)[number]): Promise<void> => {
      const outcome = await handle(one).catch(() => undefined);
      if (!outcome) await settle(one);
    };
    await Promise.all(sent.map(settle));
    const doc = await stored(id);
    expect(doc.data.count).toBe(20);
    expect(doc.effects).toHaveLength(20);
    expect(new Set(doc.effects.map((effect) => effect.id)).size).toBe(20);
    expect(new Set(doc.audit.map((entry) => entry.cause)).size).toBe(21);
    expect(brokenAt(doc.audit)).toBeUndefined();
  });

  it('acts once on the same cause, also where both arrive at once', async () => {
    const { id, handle } = await opened();
    const same = command('add', { id });
    const outcomes = await Promise.all([handle(same), handle(same), handle(same)]);
    expect(outcomes.map((outcome) => outcome.ok)).toEqual([true, true, true]);
    expect(outcomes.filter((outcome) => outcome.ok && outcome.repeated)).toHaveLength(2);
    expect((await stored(id)).data.count).toBe(1);
  });

  it('creates a document once though it is opened twice at the same moment', async () => {
    const handle = testHandle(at.store);
    const id = `m${randomUUID().slice(0, 8)}`;
    const outcomes = await Promise.all([handle(command('open', { id })), handle(command('open', { id }))]);
    expect(outcomes.filter((outcome) => outcome.ok)).toHaveLength(1);
    expect((await stored(id)).audit).toHaveLength(1);
  });

  it('never lets a settled effect reappear', async () => {
    const { id, handle } = await opened();
    await handle(command('add', { id }));
    const [first] = (await stored(id)).effects;
    const meanwhile = testHandle({
      ...at.store,
      save: async (saving) => {
        await at.store.settle('matter', id, first?.id ?? '');
        return at.store.save(saving);
      },
    });
    await meanwhile(command('add', { id }));
    const left = (await stored(id)).effects;
    expect(left).toHaveLength(1);
    expect(left[0]?.id).not.toBe(first?.id);
  });

  it('takes a number only for an act that goes through, and never the same twice', async () => {
    const { id, handle } = await opened();
    const taken: string[] = [];
    const counting = testHandle({ ...at.store, number: async (...series) => {
      const no = await at.store.number(...series);
      taken.push(no);
      return no;
    } });
    expect((await counting(command('open', { id }))).ok).toBe(false);
    expect((await counting(command('open', { id: `${id}b`, by: stranger }))).ok).toBe(false);
    expect(taken).toEqual([]);
    const many = await Promise.all(Array.from({ length: 12 }, (_, n) => handle(command('open', { id: `${id}-n${n}` }))));
    const numbers = many.map((outcome) => outcome.doc?.no ?? '');
    expect(new Set(numbers).size).toBe(12);
    expect(numbers.every((no) => /^XS-20261123-\d{4}$/.test(no))).toBe(true);
  });

  it('writes who was denied on the trail, once, and acts go on after it', async () => {
    const { id, handle } = await opened();
    const wish = command('add', { id, by: stranger });
    for (let i = 0; i < 2; i += 1) {
      const outcome = await handle(wish);
      expect(outcome.ok ? '' : outcome.refusal.code).toBe('E-901');
    }
    await handle(command('add', { id }));
    const doc = await stored(id);
    expect(doc.audit.map((entry) => entry.code)).toEqual(['OPEN', 'DENIED', 'ADD']);
    expect(brokenAt(doc.audit)).toBeUndefined();
  });

  it('does not ask an alarm that was taken back', async () => {
    const { id, handle } = await opened();
    const ring = command('alarm', { id, by: { role: 'clock' }, input: { id: 'w0', rule: '', stage: 's0' } });
    expect((await handle(ring)).ok).toBe(false);
    expect((await stored(id)).data.count).toBe(0);
  });

  it('nudges with exactly the new effects, after they are stored', async () => {
    const nudged: Effect[] = [];
    const { id } = await opened();
    const handle = testHandle(at.store, (effects) => nudged.push(...effects));
    await handle(command('add', { id }));
    await handle(command('add', { id, by: stranger }));
    expect(nudged.map((effect) => effect.id)).toEqual((await stored(id)).effects.map((effect) => effect.id));
  });

  it('survives a lost answer to its save without acting twice', async () => {
    const { id, handle } = await opened();
    const admin = at.raw.client.db('admin');
    await admin.command({ configureFailPoint: 'failCommand', mode: { times: 2 }, data: { failCommands: ['update'], closeConnection: true } });
    expect((await handle(command('add', { id }))).ok).toBe(true);
    await admin.command({ configureFailPoint: 'failCommand', mode: 'off' });
    expect((await stored(id)).data.count).toBe(1);
  });
});
