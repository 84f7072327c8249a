import { persist } from './connection.ts';
import type { Keys } from './keys.ts';
import type { Models, VaultRow } from './schemas.ts';
import { openJson, sealJson } from './secrets.ts';

/** Who reported: found by a blind index, read only by opening the sealed identity. */
export function createVault({ models, keys, machine }: { models: Pick<Models, 'vault'>; keys: Keys; machine(): Date }) {
  const at = (matter: string) => ({ purpose: 'identity' as const, bound: `vault|${matter}` });
  const wroteIn = (matter: string) => ({ purpose: 'identity' as const, bound: `writers|${matter}` });
  const who = (openId: string): string => keys.blind('who', openId);
  return {
    /** Keeps the reporter of a matter; a second call for the same matter changes nothing. */
    async keep(matter: string, identity: { openId: string; chat: string }): Promise<void> {
      const row = { who: who(identity.openId), secret: sealJson(keys, at(matter), identity), at: machine() };
      await persist(() => models.vault.updateOne({ _id: matter }, { $setOnInsert: row }, { upsert: true }).exec());
    },
    async who(matter: string): Promise<{ openId: string; chat: string } | undefined> {
      const row = await persist(() => models.vault.findById(matter).lean<VaultRow>().exec());
      return row ? openJson(keys, at(matter), row.secret) : undefined;
    },
    /** Keeps who wrote the messages that were forwarded, beside who forwarded them; a second forward takes the place of the first. */
    async keepWriters(matter: string, writers: readonly string[]): Promise<void> {
      await persist(() => models.vault.updateOne({ _id: matter }, { $set: { writers: sealJson(keys, wroteIn(matter), { writers }) } }).exec());
    },
    async writersOf(matter: string): Promise<readonly string[]> {
      const row = await persist(() => models.vault.findById(matter, { writers: 1 }).lean<Pick<VaultRow, 'writers'>>().exec());
      return row?.writers ? openJson<{ writers: string[] }>(keys, wroteIn(matter), row.writers).writers : [];
    },
    async mattersOf(openId: string, limit: number): Promise<string[]> {
      const found = await persist(() => models.vault.find({ who: who(openId) }, { _id: 1 }).sort({ at: -1, _id: -1 }).limit(limit).lean<VaultRow[]>().exec());
      return found.map((row) => row._id);
    },
    async isReporter(matter: string, openId: string): Promise<boolean> {
      return (await persist(() => models.vault.exists({ _id: matter, who: who(openId) }).exec())) !== null;
    },
    /** 24 hex digits, different for each matter, so that two matters of one person cannot be joined. */
    ref: (openId: string, matter: string): string => keys.blind('ref', `${openId}|${matter}`).slice(0, 24),
  };
}
