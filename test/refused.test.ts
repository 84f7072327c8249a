import { afterAll, beforeAll, describe, expect, it } from 'vitest';
import { canonical } from '../src/domain/audit.ts';
import { kinds, type Document } from '../src/domain/document.ts';
import { flows } from '../src/domain/flows.ts';
import { createHandle, type Handle } from '../src/handle.ts';
import { chanceFrom } from './domain/walk/chance.ts';
import { inputFor } from './domain/walk/inputs.ts';
import { askers, later, walk } from './domain/walk/walk.ts';
import { worldAt } from './domain/town.ts';
import { testStore } from './store/fixture.ts';

type Row = Record<string, unknown> & { _id: unknown };

let at: Awaited<ReturnType<typeof testStore>>;
const chance = chanceFrom(9);
// A document of every state that a short walk through each flow comes to.
const docs = kinds.flatMap((kind) => [...walk(flows[kind], { seed: 9, least: 300, most: 300 }).docs].flatMap(([state, list]) => (state === 'new' ? [] : [chance.among(list)])))
  .map((doc, index): Document => ({ ...doc, id: `d${index}`, matter: `m${index}` }));
let now = new Date();
let handle: Handle;

beforeAll(async () => {
  at = await testStore('refused', flows);
  handle = createHandle({ store: at.store, flows, number: at.store.number, world: () => worldAt(now), nudge: () => undefined });
  for (const doc of docs) {
    const entry = doc.audit.at(-1);
    if (entry) await at.store.save({ before: undefined, after: doc, entry, effects: [] });
  }
}, 60_000);
afterAll(() => at.close());

/** Every row of every collection, byte for byte. */
async function everything(): Promise<Map<string, Row>> {
  const names = (await at.raw.listCollections().toArray()).map(({ name }) => name).sort();
  const rows = await Promise.all(names.map(async (name) => (await at.raw.collection(name).find().toArray()).map((row): [string, Row] => [`${name} ${String(row._id)}`, row as Row])));
  return new Map(rows.flat());
}

/** What a row is without the line that a refusal may add, and the version that this line raises. */
function apart({ audit, version, ...rest }: Row): { rest: string; audit: readonly { code: string }[]; version: number } {
  return { rest: canonical(JSON.parse(JSON.stringify(rest))), audit: audit as { code: string }[], version: version as number };
}

describe('a refusal in the database', () => {
  it('writes nothing but its DENIED line, on no other document and in no other collection', { timeout: 120_000 }, async () => {
    const answers = { done: 0, silent: 0, denied: 0 };
    for (let turn = 0; turn < 80; turn += 1) {
      const doc = chance.among(docs);
      const row = chance.among(flows[doc.kind].rows.filter(({ act }) => act !== 'alarm'));
      const stored = await at.store.load(doc.kind, doc.id);
      if (!stored) continue;
      now = later(stored, chance);
      const before = await everything();
      const outcome = await handle({ kind: doc.kind, id: doc.id, act: row.act, by: chance.among(askers), input: chance.happens(0.5) ? inputFor(row, { doc: stored, now, chance }) : {}, cause: `turn-${turn}` });
      if (outcome.ok) {
        answers.done += 1;
        continue;
      }
      const after = await everything();
      expect([...after.keys()]).toEqual([...before.keys()]);
      const changed = [...after].filter(([key, value]) => canonical(JSON.parse(JSON.stringify(value))) !== canonical(JSON.parse(JSON.stringify(before.get(key))))).map(([key]) => key);
      answers[changed.length ? 'denied' : 'silent'] += 1;
      for (const key of changed) {
        const [old, fresh] = [apart(before.get(key) as Row), apart(after.get(key) as Row)];
        expect([changed.length, String(after.get(key)?._id), fresh.rest, fresh.version]).toEqual([1, doc.id, old.rest, old.version + 1]);
        expect(fresh.audit.slice(0, -1)).toEqual(old.audit);
        expect(fresh.audit.at(-1)?.code).toBe('DENIED');
      }
    }
    expect(Math.min(answers.silent, answers.denied)).toBeGreaterThan(5);
  });
});
