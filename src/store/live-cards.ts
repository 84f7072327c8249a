import type { LiveCard } from '../../jobs/define.ts';
import { persist } from './connection.ts';
import type { CardRow, Models } from './schemas.ts';

/** Cards that hang in chats and can still be tapped, by message. */
export function createLiveCards({ cards }: Pick<Models, 'cards'>) {
  const plain = ({ _id, ...rest }: CardRow): LiveCard => ({ message: _id, ...rest });
  return {
    async remember({ message, ...rest }: LiveCard): Promise<void> {
      await persist(() => cards.updateOne({ _id: message }, { $set: rest }, { upsert: true }).exec());
    },
    async of(doc: string): Promise<LiveCard[]> {
      return (await persist(() => cards.find({ doc }).sort({ sentAt: 1, _id: 1 }).lean<CardRow[]>().exec())).map(plain);
    },
    async get(message: string): Promise<LiveCard | undefined> {
      const row = await persist(() => cards.findById(message).lean<CardRow>().exec());
      return row ? plain(row) : undefined;
    },
    async retire(message: string): Promise<void> {
      await persist(() => cards.deleteOne({ _id: message }).exec());
    },
  };
}
