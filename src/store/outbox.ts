import { kinds, type Document, type Kind } from '../domain/document.ts';
import { persist } from './connection.ts';
import type { DocumentParts } from './documents.ts';
import type { Row } from './schemas.ts';

/** What waits in documents: effects to be carried out and alarms to ring. */
export function createOutbox({ models, rows, load }: DocumentParts & { load(kind: Kind, id: string): Promise<Document | undefined> }) {
  const of = (kind: Kind) => models.documents[kind];
  return {
    /** Takes an alarm away that no act wants; nothing where the document changed meanwhile. */
    async dropAlarm(kind: Kind, id: string, alarm: string): Promise<void> {
      const doc = await load(kind, id);
      if (!doc) return;
      const left = doc.alarms.filter((one) => one.id !== alarm);
      const { nextAlarm } = rows.body({ ...doc, alarms: left });
      const next = nextAlarm ? { $set: { alarms: left, nextAlarm } } : { $set: { alarms: left }, $unset: { nextAlarm: '' } };
      await persist(() => of(kind).updateOne({ _id: id, version: doc.version }, { ...next, $inc: { version: 1 } }).exec());
    },

    /** Strikes an effect off; harmless twice. */
    async settle(kind: Kind, id: string, effect: string): Promise<void> {
      await persist(() => of(kind).updateOne({ _id: id }, { $pull: { effects: { id: effect } } }).exec());
    },

    /** Hides an effect from the sweep until a moment of the machine's time. */
    async postpone(at: { kind: Kind; id: string; effect: string }, until: Date): Promise<void> {
      await persist(() => of(at.kind).updateOne({ _id: at.id, 'effects.id': at.effect }, { $set: { 'effects.$.since': until } }).exec());
    },

    /** Ids of effects saved before a moment of the machine's time and not settled, oldest first. */
    async unsettled(before: Date, limit: number): Promise<{ kind: Kind; id: string; effect: string; since: Date }[]> {
      const lists = await Promise.all(kinds.map(async (kind) => {
        const found = await persist(() => of(kind).find({ 'effects.since': { $lt: before } }, { effects: 1 }).limit(limit).lean<Pick<Row, '_id' | 'effects'>[]>().exec());
        return found.flatMap((row) => row.effects.filter((one) => one.since < before).map((one) => ({ kind, id: row._id, effect: one.id, since: one.since })));
      }));
      return lists.flat().sort((a, b) => a.since.getTime() - b.since.getTime()).slice(0, limit);
    },

    /** Documents with a running limit that was counted over a year whose holiday notice was not known. */
    async provisional(limit: number) {
      const lists = await Promise.all(kinds.map(async (kind) => {
        const found = await persist(() => of(kind).find({ provisional: true }, { clocks: 1 }).limit(limit).lean<Pick<Row, '_id' | 'clocks'>[]>().exec());
        return found.map((row) => ({ kind, id: row._id, clocks: row.clocks }));
      }));
      return lists.flat();
    },

    /** Every alarm due at `now`, in order of time; where more documents are due than `limit`, only the earliest part. */
    async dueAlarms(now: Date, limit: number) {
      const lists = await Promise.all(kinds.map(async (kind) => {
        const found = await persist(() =>
          of(kind).find({ nextAlarm: { $lte: now } }, { alarms: 1, nextAlarm: 1 }).sort({ nextAlarm: 1 }).limit(limit).lean<Pick<Row, '_id' | 'alarms' | 'nextAlarm'>[]>().exec());
        const horizon = found.length < limit ? now : (found.at(-1)?.nextAlarm ?? now);
        return { horizon, due: found.flatMap((row) => row.alarms.map((alarm) => ({ kind, id: row._id, alarm }))) };
      }));
      const horizon = Math.min(now.getTime(), ...lists.map((list) => list.horizon.getTime()));
      return lists.flatMap((list) => list.due)
        .filter(({ alarm }) => Date.parse(alarm.at) <= horizon)
        .sort((a, b) => Date.parse(a.alarm.at) - Date.parse(b.alarm.at) || (a.id < b.id ? -1 : 1));
    },
  };
}
