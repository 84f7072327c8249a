import { usualPreferences, type Heard } from '../domain/push/push.ts';
import { isDuplicate, persist } from './connection.ts';
import type { Keys } from './keys.ts';
import type { AttentionRow, Models } from './schemas.ts';

/** What somebody has heard, and the version under which it may be changed. */
export interface Attended { heard: Heard; version: number }

/** What people and groups have heard lately and chose for themselves; whose it is cannot be read in the database. */
export function createAttention({ models, keys }: { models: Pick<Models, 'attention'>; keys: Keys }) {
  const { attention } = models;
  const of = async (who: string): Promise<Attended> => {
    const row = await persist(() => attention.findById(who).lean<AttentionRow>().exec());
    const { _id, version = 0, ...heard } = row ?? { _id: who };
    return { version, heard: { pushes: [], reactedAt: '', snoozes: [], prefs: usualPreferences, ...heard } };
  };
  return {
    of,

    /** The blind name of an open_id or `chat:oc_…`. */
    keyOf: (key: string): string => keys.blind('attention', key),

    /** Keeps what was heard and chosen; false where somebody else was faster. */
    async keep(who: string, { heard: { pushes, snoozes, prefs }, version }: Attended): Promise<boolean> {
      try {
        const kept = { pushes, snoozes, prefs, version: version + 1 };
        const result = await persist(() => attention.updateOne({ _id: who, version }, { $set: kept }, { upsert: version === 0 }).exec());
        return result.matchedCount + result.upsertedCount === 1;
      } catch (fault) {
        if (isDuplicate(fault)) return false;
        throw fault;
      }
    },

    /** He tapped or wrote: what comes next is part of a conversation. */
    async reacted(who: string, at: Date): Promise<void> {
      await persist(() => attention.updateOne({ _id: who }, { $max: { reactedAt: at.toISOString() } }).exec());
    },
  };
}
