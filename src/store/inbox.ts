import type { Received } from '../../jobs/define.ts';
import { isDuplicate, persist } from './connection.ts';
import type { Keys } from './keys.ts';
import type { InboxRow, Models } from './schemas.ts';
import { openJson, sealJson } from './secrets.ts';

/** Received messages until they are answered: each id is taken once, the whole message is sealed. */
export function createInbox({ models, keys, machine }: { models: Pick<Models, 'inbox'>; keys: Keys; machine(): Date }) {
  const at = (id: string) => ({ purpose: 'inbox' as const, bound: `inbox|${id}` });
  return {
    /** True where the message is new; false where its id was taken before. Returns only when it is safely stored. */
    async add(received: Received): Promise<boolean> {
      const now = machine();
      const row: InboxRow = {
        _id: received.id, who: keys.blind('who', received.openId), secret: sealJson(keys, at(received.id), received),
        since: now, order: Date.parse(received.at) || now.getTime(),
      };
      try {
        await persist(() => models.inbox.collection.insertOne(row as never));
        return true;
      } catch (fault) {
        if (isDuplicate(fault)) return false;
        throw fault;
      }
    },

    /** The message, until it is done. */
    async get(id: string): Promise<Received | undefined> {
      const row = await persist(() => models.inbox.findById(id).lean<InboxRow>().exec());
      return row?.secret && !row.doneAt ? openJson<Received>(keys, at(id), row.secret) : undefined;
    },

    /** Forgets what was said and by whom; the id is remembered for two more days. */
    async done(id: string): Promise<void> {
      await persist(() => models.inbox.updateOne({ _id: id }, { $set: { doneAt: machine() }, $unset: { secret: '' } }).exec());
    },

    /** Hides a message from the sweep until a moment of the machine's time. */
    async postpone(id: string, until: Date): Promise<void> {
      await persist(() => models.inbox.updateOne({ _id: id }, { $set: { since: until } }).exec());
    },

    /** Whether the same person said something before this that is still unanswered and was not put off. */
    async waitsBehind(id: string): Promise<boolean> {
      const row = await persist(() => models.inbox.findById(id, { who: 1, order: 1 }).lean<InboxRow>().exec());
      if (!row) return false;
      const earlier = { who: row.who, doneAt: { $exists: false }, since: { $lte: machine() }, order: { $lt: row.order } };
      return (await persist(() => models.inbox.exists(earlier).exec())) !== null;
    },

    /** Ids of messages taken before a moment of the machine's time and not answered, oldest first. */
    async unanswered(before: Date, limit: number): Promise<string[]> {
      const found = await persist(() =>
        models.inbox.find({ doneAt: { $exists: false }, since: { $lt: before } }, { _id: 1 }).sort({ order: 1 }).limit(limit).lean<InboxRow[]>().exec());
      return found.map((row) => row._id);
    },
  };
}
