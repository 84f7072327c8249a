import type { QueryFilter } from 'mongoose';
import { kinds, type AuditEntry, type Document, type Effect, type Kind } from '../domain/document.ts';
import { isDuplicate, persist } from './connection.ts';
import { withSince, type RowMaker } from './rows.ts';
import type { Models, Row } from './schemas.ts';

/** Fields of a row that may be absent and then have to go. */
const optional = ['sealed', 'nextAlarm', 'provisional'] as const;

/** What the documents' part of the store needs; `machine` is the machine's own time. */
export interface DocumentParts { models: Models; rows: RowMaker; machine(): Date }

/** Loading, the conditional save, and the lists that the sweeps ask for. */
export function createDocuments({ models, rows, machine }: DocumentParts) {
  const of = (kind: Kind) => models.documents[kind];
  const load = async (kind: Kind, id: string): Promise<Document | undefined> => {
    const row = await persist(() => of(kind).findById(id).lean<Row>().exec());
    return row ? rows.document(kind, row) : undefined;
  };
  const every = async (filter: QueryFilter<Row>, at: { sort: Record<string, 1 | -1>; limit: number; among?: readonly Kind[] }): Promise<Document[]> => {
    const lists = await Promise.all((at.among ?? kinds).map(async (kind) => {
      const found = await persist(() => of(kind).find(filter).sort(at.sort).limit(at.limit).lean<Row[]>().exec());
      return found.map((row) => rows.document(kind, row));
    }));
    return lists.flat();
  };
  return {
    load,
    every,

    /** One write for state, trail and outbox; `lost` where somebody was faster, or where this very save had arrived before its answer was lost. */
    async save(saving: { before: Document | undefined; after: Document; entry: AuditEntry; effects: readonly Effect[] }): Promise<'saved' | 'lost'> {
      const { before, after, entry } = saving;
      const body = rows.body(after);
      const effects = withSince(saving.effects, machine());
      if (!before) return inserted(() => of(after.kind).collection.insertOne({ _id: after.id, ...body, audit: [entry], effects } as never));
      const absent = optional.filter((name) => body[name] === undefined);
      const update = {
        $set: body,
        $unset: Object.fromEntries(absent.map((name) => [name, ''])),
        $push: { audit: entry, effects: { $each: effects } },
      };
      const result = await persist(() => of(after.kind).updateOne({ _id: after.id, version: before.version }, update).exec());
      return result.matchedCount === 1 ? 'saved' : 'lost';
    },

    /** Appends a DENIED line and raises the version, so that nobody chains over it. */
    async deny(doc: Document, entry: AuditEntry): Promise<'saved' | 'lost'> {
      const result = await persist(() =>
        of(doc.kind).updateOne({ _id: doc.id, version: doc.version }, { $push: { audit: entry }, $inc: { version: 1 } }).exec());
      return result.matchedCount === 1 ? 'saved' : 'lost';
    },
  };
}

// An insert that finds its key taken has lost the race, or arrived before its own answer was lost; deciding again tells which.
async function inserted(insert: () => Promise<unknown>): Promise<'saved' | 'lost'> {
  try {
    await persist(insert);
    return 'saved';
  } catch (fault) {
    if (isDuplicate(fault)) return 'lost';
    throw fault;
  }
}
