import { setTimeout as wait } from 'node:timers/promises';
import type { LiveCard } from '../../jobs/define.ts';
import { canonical } from '../domain/audit.ts';
import { persist } from './connection.ts';
import type { Keys } from './keys.ts';
import type { CardRow, Models } from './schemas.ts';

/** How long the answer to a tap is on its way after it was given, ms. */
const onItsWay = 250;

/** Cards that hang in chats and can still be tapped, by message. A card that is being answered must not be changed by anybody else meanwhile: the client would put the old one back. */
export function createLiveCards({ cards }: Pick<Models, 'cards'>, { machine, keys }: { machine(): Date; keys: Pick<Keys, 'blind'> }) {
  const plain = ({ _id, busyUntil: _busy, ...rest }: CardRow): LiveCard => ({ message: _id, ...rest });
  const hold = async (message: string, ms: number): Promise<void> => {
    // Somebody may be quicker than our own note that the card hangs there.
    await persist(() => cards.updateOne({ _id: message }, { $set: { busyUntil: machine().getTime() + ms } }, { upsert: true }).exec());
  };
  return {
    async remember({ message, ...rest }: LiveCard): Promise<void> {
      await persist(() => cards.updateOne({ _id: message }, { $set: rest }, { upsert: true }).exec());
    },
    async hang({ message, ...rest }: LiveCard): Promise<void> {
      const { card, form, round, print, ...known } = rest;
      const untapped = { card: { $ifNull: ['$card', card] }, form: { $ifNull: ['$form', form] }, round: { $ifNull: ['$round', round] }, ...(print ? { print: { $ifNull: ['$print', print] } } : {}) };
      await persist(() => cards.updateOne({ _id: message }, [{ $set: { ...known, ...untapped } }], { upsert: true, updatePipeline: true }).exec());
    },
    async showed(message: string, shown: Pick<LiveCard, 'card' | 'form' | 'opened' | 'round' | 'print'>): Promise<void> {
      await persist(() => cards.updateOne({ _id: message }, { $set: shown }, { upsert: true }).exec());
    },
    /** Changes what is remembered of a card, only where it still stands as it was read. */
    async renew({ message, card, face, form, round, opened, print }: LiveCard, now: Partial<Pick<LiveCard, 'card' | 'face' | 'form' | 'round' | 'opened' | 'print'>>): Promise<boolean> {
      const asRead = { _id: message, card, face, form, round, opened: opened ?? { $exists: false }, print: print ?? { $exists: false } };
      return (await persist(() => cards.updateOne(asRead, { $set: now }).exec())).matchedCount === 1;
    },
    printOf: (card: object): string => keys.blind('card', canonical(card)),
    async of(doc: string): Promise<LiveCard[]> {
      return (await persist(() => cards.find({ doc }).sort({ sentAt: 1, _id: 1 }).lean<CardRow[]>().exec())).map(plain);
    },
    async with(to: string): Promise<LiveCard[]> {
      return (await persist(() => cards.find({ to }).sort({ sentAt: 1, _id: 1 }).lean<CardRow[]>().exec())).map(plain);
    },
    async get(message: string): Promise<LiveCard | undefined> {
      const row = await persist(() => cards.findById(message).lean<CardRow>().exec());
      return row?.doc ? plain(row) : undefined;
    },
    async sentBefore(at: Date, limit: number): Promise<LiveCard[]> {
      return (await persist(() => cards.find({ sentAt: { $lt: at.toISOString() } }).sort({ sentAt: 1 }).limit(limit).lean<CardRow[]>().exec())).map(plain);
    },
    /** A tap on it is being answered, within three seconds at most. */
    tapped: (message: string): Promise<void> => hold(message, 3_000),
    /** The answer was given. */
    answered: (message: string): Promise<void> => hold(message, onItsWay),
    /** Resolves when no tap on it is being answered. */
    async quiet(message: string): Promise<void> {
      for (;;) {
        const row = await persist(() => cards.findById(message, { busyUntil: 1 }).lean<Pick<CardRow, 'busyUntil'>>().exec());
        const left = (row?.busyUntil ?? 0) - machine().getTime();
        if (left <= 0) return;
        await wait(Math.min(left, 200));
      }
    },
    async retire(message: string): Promise<void> {
      await persist(() => cards.deleteOne({ _id: message }).exec());
    },
  };
}
