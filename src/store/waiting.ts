import type { WaitingPush } from '../../jobs/define.ts';
import { persist } from './connection.ts';
import type { Models, WaitingRow } from './schemas.ts';

/** Messages that may not be pushed yet, one a person and card's place; the newest takes the place of the one before. Times are the city's. */
export function createWaiting({ waiting }: Pick<Models, 'waiting'>) {
  const plain = ({ _id: place, until, ...rest }: WaitingRow): WaitingPush => ({ place, until: until.toISOString(), ...rest });
  return {
    async put({ place, until, ...rest }: WaitingPush): Promise<void> {
      // What somebody put off himself does not come earlier because something else was waiting in its place.
      const when = rest.why === 'snooze' ? { $set: { ...rest, until: new Date(until) } } : { $set: rest, $min: { until: new Date(until) } };
      await persist(() => waiting.updateOne({ _id: place }, when, { upsert: true }).exec());
    },

    /** Takes a place only where nothing waits in it. */
    async offer({ place, until, ...rest }: WaitingPush): Promise<void> {
      await persist(() => waiting.updateOne({ _id: place }, { $setOnInsert: { ...rest, until: new Date(until) } }, { upsert: true }).exec());
    },

    /** Whose messages may come now, soonest first. */
    async ready(now: Date, limit: number): Promise<string[]> {
      const rows = await persist(() => waiting.find({ until: { $lte: now } }, { who: 1 }).sort({ until: 1 }).limit(limit).lean<Pick<WaitingRow, 'who'>[]>().exec());
      return [...new Set(rows.map((row) => row.who))];
    },

    /** What may come now for somebody, oldest first. */
    async of(who: string, now: Date): Promise<WaitingPush[]> {
      return (await persist(() => waiting.find({ who, until: { $lte: now } }).sort({ since: 1, _id: 1 }).lean<WaitingRow[]>().exec())).map(plain);
    },

    /** Puts messages off again; one that was replaced meanwhile keeps its own time. */
    async postpone(pushes: readonly WaitingPush[], until: Date): Promise<void> {
      for (const push of pushes) await persist(() => waiting.updateOne({ _id: push.place, id: push.id }, { $set: { until } }).exec());
    },

    /** He is there: what only waited for a pause between two messages may come. */
    async release(who: string, now: Date): Promise<void> {
      await persist(() => waiting.updateMany({ who, why: 'join' }, { $min: { until: now } }).exec());
    },

    /** Takes messages out, if they are still the ones that were read. */
    async drop(pushes: readonly WaitingPush[]): Promise<void> {
      for (const push of pushes) await persist(() => waiting.deleteOne({ _id: push.place, id: push.id }).exec());
    },
  };
}
