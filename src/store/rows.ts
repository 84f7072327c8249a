import { isProvisional } from '../domain/time/clocks.ts';
import type { Document, Effect, Flow, Kind } from '../domain/document.ts';
import { gramsOf } from './grams.ts';
import type { Keys } from './keys.ts';
import type { Row, StoredEffect } from './schemas.ts';
import { termsOf } from './terms.ts';

/** The parts of a flow that the store needs: what is sealed, and by which words a document may be found. */
export type Shape = Pick<Flow<unknown>, 'find'> & { sealed: readonly string[] };

/** Turns documents into rows and back; encryption happens here and nowhere else for documents. */
export interface RowMaker {
  /** Everything of a row but what is appended (audit, effects). */
  body(doc: Document): Omit<Row, '_id' | 'audit' | 'effects'>;
  document(kind: Kind, row: Row): Document;
}

/** Makes the two ways between a document and its row. */
export function createRows(keys: Keys, shapes: Readonly<Record<Kind, Shape>>): RowMaker {
  return {
    body(doc) {
      const { open, secret } = parted(doc.data, shapes[doc.kind].sealed);
      const next = doc.alarms.map((alarm) => Date.parse(alarm.at)).sort((a, b) => a - b)[0];
      return {
        no: doc.no, matter: doc.matter, version: doc.version, round: doc.round, state: doc.state, createdAt: doc.createdAt, updatedAt: doc.updatedAt,
        data: open, clocks: [...doc.clocks], alarms: [...doc.alarms],
        ...(secret ? { sealed: keys.seal('fields', boundOf(doc), Buffer.from(JSON.stringify(secret))) } : {}),
        ...(next === undefined ? {} : { nextAlarm: new Date(next) }),
        ...(doc.clocks.some(isProvisional) ? { provisional: true as const } : {}),
        grams: gramsOf(keys, shapes[doc.kind].find(doc)), ...termsOf(doc.data),
      };
    },
    document(kind, row) {
      const secret: unknown = row.sealed ? JSON.parse(keys.open('fields', boundOf({ kind, id: row._id }), row.sealed).toString()) : {};
      return {
        id: row._id, kind, no: row.no, matter: row.matter, version: row.version, round: row.round, state: row.state,
        createdAt: row.createdAt, updatedAt: row.updatedAt, data: { ...row.data, ...(secret as object) },
        clocks: row.clocks, alarms: row.alarms, audit: row.audit, effects: row.effects.map(withoutSince),
      };
    },
  };
}

/** Effects as they are kept, each with the machine's time of saving. */
export function withSince(effects: readonly Effect[], since: Date): StoredEffect[] {
  return effects.map((effect) => ({ ...effect, since }));
}

function withoutSince({ id, job, data, at }: StoredEffect): Effect {
  return { id, job, data, at };
}

function boundOf(doc: { kind: Kind; id: string }): string {
  return `${doc.kind}|${doc.id}`;
}

function parted(data: unknown, sealed: readonly string[]): { open: Record<string, unknown>; secret: object | undefined } {
  const fields = Object.entries(data as Record<string, unknown>).filter(([, value]) => value !== undefined);
  const secret = fields.filter(([name]) => sealed.includes(name));
  return { open: Object.fromEntries(fields.filter(([name]) => !sealed.includes(name))), secret: secret.length ? Object.fromEntries(secret) : undefined };
}
