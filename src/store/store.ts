import type { StorePort } from '../../jobs/define.ts';
import type { AuditEntry, Clock, Document, Effect, Kind, NumberSeries } from '../domain/document.ts';
import { createAttention } from './attention.ts';
import { connect } from './connection.ts';
import { createDocuments } from './documents.ts';
import { createEvidence } from './evidence.ts';
import { createInbox } from './inbox.ts';
import { createKeys } from './keys.ts';
import { createLiveCards } from './live-cards.ts';
import { createNotes, createNumbers } from './notes.ts';
import { createOutbox } from './outbox.ts';
import { createRows, type Shape } from './rows.ts';
import { openModels } from './schemas.ts';
import { createSearch } from './search.ts';
import { createSendings } from './sendings.ts';
import { createVault } from './vault.ts';
import { createWaiting } from './waiting.ts';

/** What the store is opened with: address, data keys (first seals, last indexes), what each kind seals, the machine's time. */
export interface StorePlan {
  uri: string;
  dataKeys: readonly Buffer[];
  shapes: Readonly<Record<Kind, Shape>>;
  machine(): Date;
}

/** The store as the whole product uses it; jobs see the narrower port. Times of the sweeps are the machine's. */
export interface Store extends StorePort {
  save(saving: { before: Document | undefined; after: Document; entry: AuditEntry; effects: readonly Effect[] }): Promise<'saved' | 'lost'>;
  deny(doc: Document, entry: AuditEntry): Promise<'saved' | 'lost'>;
  number(series: NumberSeries, today: string): Promise<string>;
  dropAlarm(kind: Kind, id: string, alarm: string): Promise<void>;
  provisional(limit: number): Promise<{ kind: Kind; id: string; clocks: readonly Clock[] }[]>;
  postpone(at: { kind: Kind; id: string; effect: string }, until: Date): Promise<void>;
  unsettled(before: Date, limit: number): Promise<{ kind: Kind; id: string; effect: string; since: Date }[]>;
  inbox: ReturnType<typeof createInbox>;
  /** A keyed hash (hex) under a key derived from the data key, for links that only we can make. */
  sign(text: string): string;
  /** Throws where the database does not answer. */
  ping(): Promise<void>;
  close(): Promise<void>;
}

/** Connects, makes collections and indexes, and gives the store. */
export async function openStore(plan: StorePlan): Promise<Store> {
  const connection = await connect(plan.uri);
  const models = await openModels(connection);
  const keys = createKeys(plan.dataKeys);
  const { machine, shapes } = plan;
  const rows = createRows(keys, shapes);
  const documents = createDocuments({ models, rows, machine });
  const inbox = createInbox({ models, keys, machine });
  const { every: _every, ...acts } = documents;
  const attention = createAttention({ models, keys });
  const waiting = createWaiting(models);
  return {
    ...acts,
    ...createOutbox({ models, rows, machine, load: documents.load }),
    ...createSearch(keys, shapes, documents),
    inbox,
    unanswered: inbox.unanswered,
    cards: createLiveCards(models, { machine, keys }),
    sendings: createSendings(models, machine),
    vault: createVault({ models, keys, machine }),
    files: createEvidence(connection, keys),
    notes: createNotes({ models, keys }),
    attention,
    waiting,
    isThere: async (openId, at) => {
      const who = attention.keyOf(openId);
      await attention.reacted(who, at);
      await waiting.release(who, at);
    },
    number: createNumbers(models),
    sign: (text) => keys.blind('link', text),
    ping: async () => {
      await connection.db?.command({ ping: 1 }, { timeoutMS: 2_000 });
    },
    close: () => connection.close(),
  };
}
