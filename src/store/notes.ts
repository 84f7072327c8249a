import type { NumberSeries } from '../domain/document.ts';
import { isDuplicate, persist } from './connection.ts';
import type { Keys } from './keys.ts';
import type { CounterRow, Models, NoteRow } from './schemas.ts';
import { openJson, sealJson } from './secrets.ts';

/** Small facts under a name; neither name nor value can be read in the database. */
export function createNotes({ models, keys }: { models: Pick<Models, 'notes'>; keys: Keys }) {
  const at = (id: string) => ({ purpose: 'notes' as const, bound: `note|${id}` });
  return {
    async get(key: string): Promise<string | undefined> {
      const id = keys.blind('note-key', key);
      const row = await persist(() => models.notes.findById(id).lean<NoteRow>().exec());
      return row ? openJson<string>(keys, at(id), row.secret) : undefined;
    },
    async set(key: string, value: string): Promise<void> {
      const id = keys.blind('note-key', key);
      const secret = sealJson(keys, at(id), value);
      await persist(() => models.notes.updateOne({ _id: id }, { $set: { secret } }, { upsert: true }).exec());
    },
  };
}

/** Issues numbers: the next of a series, in its form, for a day (ISO, Beijing). A number once given never comes again; after a fault one may be skipped. */
export function createNumbers({ counters }: Pick<Models, 'counters'>) {
  return async (series: NumberSeries, today: string): Promise<string> => {
    const dated = (text: string): string => text.replaceAll('{date}', today.replaceAll('-', '')).replaceAll('{year}', today.slice(0, 4));
    const form = dated(series.form);
    const n = await next(counters, `${dated(series.scope)}|${form}`);
    return form.replaceAll('{nnnn}', String(n).padStart(4, '0')).replaceAll('{n}', String(n));
  };
}

async function next(counters: Models['counters'], id: string): Promise<number> {
  for (;;) {
    try {
      const row = await persist(() => counters.findOneAndUpdate({ _id: id }, { $inc: { n: 1 } }, { upsert: true, returnDocument: 'after' }).lean<CounterRow>().exec());
      if (row) return row.n;
    } catch (fault) {
      if (!isDuplicate(fault)) throw fault;
    }
  }
}
