import { Schema, type Connection, type Model } from 'mongoose';
import type { WaitingPush } from '../../jobs/define.ts';
import type { Heard } from '../domain/push/push.ts';
import { kinds, type Alarm, type AuditEntry, type Clock, type Effect, type Kind } from '../domain/document.ts';
import type { Sealed } from './keys.ts';

/** An effect at rest; `since` is the machine's time from which the sweep may take it up. */
export interface StoredEffect extends Effect { since: Date }

/** A document at rest: `data` without what its flow seals, `sealed` with it. */
export interface Row {
  _id: string;
  no: string;
  matter: string;
  version: number;
  round: number;
  state: string;
  createdAt: string;
  updatedAt: string;
  data: Record<string, unknown>;
  sealed?: Sealed;
  clocks: Clock[];
  alarms: Alarm[];
  /** Earliest of `alarms`; absent where there is none. */
  nextAlarm?: Date;
  /** True where a running limit was counted over a year whose holiday notice was not known; absent otherwise. */
  provisional?: true;
  audit: AuditEntry[];
  effects: StoredEffect[];
  grams: number[];
  organs: string[];
  people: string[];
}

/** A received message at rest; `secret` goes when it is answered, the id stays for a while so that it is not taken twice. */
export interface InboxRow { _id: string; who: string; secret?: Sealed; since: Date; order: number; doneAt?: Date }
/** A card that can still be tapped. */
export interface CardRow { _id: string; kind: Kind; doc: string; card: string; face: string; opened?: string; print?: string; to: string; form: boolean; round: number; sentAt: string; /** Machine time, ms: a tap on it is being answered until then. */ busyUntil?: number }
/** Who reported a matter: blind index and sealed identity. */
export interface VaultRow { _id: string; who: string; secret: Sealed; at: Date; writers?: Sealed }
/** A small fact; key blinded, value sealed. */
export interface NoteRow { _id: string; secret: Sealed }
/** What somebody has heard; the id is blinded. */
export interface AttentionRow extends Partial<Heard> { _id: string; version?: number }
/** A message that may not be pushed yet. */
export interface WaitingRow extends Omit<WaitingPush, 'place' | 'until'> { _id: string; until: Date }
/** A message that was handed to the platform, by its uuid; `at` is the machine's time, by which it is forgotten. */
export interface SendingRow { _id: string; at: Date; since: string; print: string; message?: string }
/** The last number of a series. */
export interface CounterRow { _id: string; n: number }

const mixed = Schema.Types.Mixed;
const inner = { _id: false, minimize: false };
const outer = { minimize: false, versionKey: false, autoIndex: false, autoCreate: false, strict: 'throw' } as const;
const sealed = new Schema({ suite: String, key: String, dek: Buffer, box: Buffer }, inner);
const line = new Schema({
  seq: Number, at: String, by: mixed, act: String, code: String, verb: String, article: String, from: String, to: String, note: String,
  input: String, cause: String, prev: String, hash: String,
}, inner);
const effect = new Schema({ id: String, job: String, data: mixed, at: String, since: Date }, inner);
const alarm = new Schema({ id: String, at: String, rule: String, stage: String }, inner);

function documentSchema(): Schema {
  const schema = new Schema({
    _id: String, no: String, matter: String, version: Number, round: Number, state: String, createdAt: String, updatedAt: String,
    data: mixed, sealed, clocks: [mixed], alarms: [alarm], nextAlarm: Date, provisional: Boolean, audit: [line], effects: [effect],
    grams: [Number], organs: [String], people: [String],
  }, outer);
  schema.index({ no: 1 });
  schema.index({ matter: 1 });
  schema.index({ organs: 1, state: 1, createdAt: -1 });
  schema.index({ people: 1, createdAt: -1 });
  schema.index({ state: 1, createdAt: -1 });
  schema.index({ createdAt: -1 });
  schema.index({ grams: 1 });
  schema.index({ nextAlarm: 1 }, { sparse: true });
  schema.index({ provisional: 1 }, { sparse: true });
  schema.index({ 'effects.since': 1 }, { sparse: true });
  return schema;
}

const day = 86_400;

function inboxSchema(): Schema {
  const schema = new Schema({ _id: String, who: String, secret: sealed, since: Date, order: Number, doneAt: Date }, outer);
  schema.index({ doneAt: 1 }, { expireAfterSeconds: 2 * day });
  schema.index({ who: 1, order: 1 });
  schema.index({ since: 1 });
  return schema;
}

function cardSchema(): Schema {
  const schema = new Schema({ _id: String, kind: String, doc: String, card: String, face: String, opened: String, print: String, to: String, form: Boolean, round: Number, sentAt: String, busyUntil: Number }, outer);
  schema.index({ doc: 1, sentAt: 1 });
  schema.index({ to: 1, sentAt: 1 });
  schema.index({ sentAt: 1 });
  return schema;
}

function waitingSchema(): Schema {
  const schema = new Schema({ _id: String, id: String, who: String, to: String, kind: String, doc: String, round: Number, card: String, face: String, rule: String, line: String, why: String, since: String, until: Date }, outer);
  schema.index({ until: 1 });
  schema.index({ who: 1, until: 1 });
  return schema;
}

function attentionSchema(): Schema {
  return new Schema({ _id: String, version: Number, pushes: [mixed], reactedAt: String, snoozes: [mixed], prefs: mixed }, outer);
}

function sendingSchema(): Schema {
  const schema = new Schema({ _id: String, at: Date, since: String, print: String, message: String }, outer);
  schema.index({ at: 1 }, { expireAfterSeconds: 30 * day });
  return schema;
}

function vaultSchema(): Schema {
  const schema = new Schema({ _id: String, who: String, secret: sealed, at: Date, writers: sealed }, outer);
  schema.index({ who: 1, at: -1 });
  return schema;
}

/** Every collection of the product. */
export interface Models {
  documents: Readonly<Record<Kind, Model<Row>>>;
  inbox: Model<InboxRow>;
  cards: Model<CardRow>;
  vault: Model<VaultRow>;
  notes: Model<NoteRow>;
  attention: Model<AttentionRow>;
  waiting: Model<WaitingRow>;
  sendings: Model<SendingRow>;
  counters: Model<CounterRow>;
}

/** Declares the collections and makes their indexes; may run at every start. */
export async function openModels(connection: Connection): Promise<Models> {
  const made = <T>(name: string, schema: Schema): Model<T> => connection.model<T>(name, schema as unknown as Schema<T>, name);
  const models: Models = {
    documents: Object.fromEntries(kinds.map((kind) => [kind, made<Row>(`${kind}s`, documentSchema())])) as Record<Kind, Model<Row>>,
    inbox: made<InboxRow>('inbox', inboxSchema()),
    cards: made<CardRow>('cards', cardSchema()),
    vault: made<VaultRow>('vault', vaultSchema()),
    notes: made<NoteRow>('notes', new Schema({ _id: String, secret: sealed }, outer)),
    attention: made<AttentionRow>('attention', attentionSchema()),
    waiting: made<WaitingRow>('waiting', waitingSchema()),
    sendings: made<SendingRow>('sendings', sendingSchema()),
    counters: made<CounterRow>('counters', new Schema({ _id: String, n: Number }, outer)),
  };
  const all = [...Object.values(models.documents), models.inbox, models.cards, models.vault, models.notes, models.attention, models.waiting, models.sendings, models.counters];
  for (const model of all) {
    await model.createCollection();
    await model.createIndexes();
  }
  return models;
}
