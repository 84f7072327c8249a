import { persist } from './connection.ts';
import type { Models, SendingRow } from './schemas.ts';

/** What was handed to the platform, by uuid: noted before it goes out, so that after a crash or a lost answer it is known since when nobody knows. */
export function createSendings({ sendings }: Pick<Models, 'sendings'>, machine: () => Date) {
  return {
    /** Notes that it is about to go out, unless it was noted before; answers what was noted first. */
    async begin(uuid: string, { at, print }: { at: Date; print: string }) {
      const fresh = { at: machine(), since: at.toISOString(), print };
      const known = await persist(() => sendings.findOneAndUpdate({ _id: uuid }, { $setOnInsert: fresh }, { upsert: true, returnDocument: 'before' }).lean<SendingRow>().exec());
      // Drawn differently now: which of the drawings hangs there, only the platform knows.
      if (known && known.print !== print) await persist(() => sendings.updateOne({ _id: uuid }, { $set: { print: '' } }).exec());
      const { since, message = '', print: first } = known ?? { ...fresh, message: '' };
      return { isFirst: !known, since, print: first === print ? first : '', message };
    },

    async arrived(uuid: string, message: string): Promise<void> {
      await persist(() => sendings.updateOne({ _id: uuid }, { $set: { message } }).exec());
    },

    /** It certainly did not go out. */
    async forget(uuid: string): Promise<void> {
      await persist(() => sendings.deleteOne({ _id: uuid }).exec());
    },
  };
}
