import { setTimeout as wait } from 'node:timers/promises';
import { decide, numbersFor, type Decision } from './domain/decide.ts';
import type { AuditEntry, Command, Document, Effect, Flow, Kind, NumberSeries, Outcome, World } from './domain/document.ts';
import { refuse } from './domain/refusal.ts';
import { dateOf } from './domain/time/time.ts';

/** What a save writes besides the document: exactly what is appended. */
export interface Saving { before: Document | undefined; after: Document; entry: AuditEntry; effects: readonly Effect[] }

/** What `handle` needs of the store; a save answers `lost` where somebody else was faster. */
export interface HandleStore {
  load(kind: Kind, id: string): Promise<Document | undefined>;
  save(saving: Saving): Promise<'saved' | 'lost'>;
  /** Appends a DENIED line; `lost` where the document changed meanwhile. */
  deny(doc: Document, entry: AuditEntry): Promise<'saved' | 'lost'>;
}

/** Flows by kind; a flow knows its own data, the machine does not. */
export type Flows = Readonly<Record<Kind, Flow<unknown>>>;

/** Lets a flow stand in the registry beside flows of other kinds. */
export function asFlow<D>(flow: Flow<D>): Flow<unknown> {
  return flow as unknown as Flow<unknown>;
}

/** What `handle` stands on. */
export interface HandleParts {
  store: HandleStore;
  flows: Flows;
  /** The next number of a series; never the same twice. */
  number(series: NumberSeries, today: string): Promise<string>;
  world(): Omit<World, 'numbers'>;
  /** Told after a save that effects wait; must not throw. */
  nudge(effects: readonly Effect[], doc: Document): void;
}

/** The only way a document changes. */
export type Handle = (command: Command) => Promise<Outcome>;

const attempts = 8;

/** Makes `handle`: load, decide, one conditional save; the loser of a race decides again, at most eight times, then throws. */
export function createHandle(parts: HandleParts): Handle {
  return async (command) => {
    const numbers: Record<string, string> = {};
    for (let attempt = 0; attempt < attempts; attempt += 1) {
      if (attempt > 0) await wait(Math.random() * 15 * attempt);
      const outcome = await tryOnce(parts, command, numbers);
      if (outcome) return outcome;
    }
    throw new Error(`document ${command.kind} ${command.id} changed under ${attempts} attempts of ${command.act}`);
  };
}

async function tryOnce(parts: HandleParts, command: Command, numbers: Record<string, string>): Promise<Outcome | undefined> {
  const flow = parts.flows[command.kind];
  const stored = await parts.store.load(command.kind, command.id);
  const world = parts.world();
  const doc = stored ?? blank(flow, command, world.now);
  if (isGoneAlarm(doc, command)) return { ok: false, refusal: refuse('stale'), doc: stored };
  const decision = await decided(parts, { flow, doc, command, world, numbers });
  if (decision.kind === 'repeated') return { ok: true, repeated: true, doc, entry: decision.entry };
  if (decision.kind === 'refused') return refused(parts.store, stored, decision);
  const saved = await parts.store.save({ before: stored, after: decision.doc, entry: decision.entry, effects: decision.effects });
  if (saved === 'lost') return undefined;
  if (decision.effects.length) parts.nudge(decision.effects, decision.doc);
  return { ok: true, repeated: false, doc: decision.doc, entry: decision.entry };
}

interface Attempt { flow: Flow<unknown>; doc: Document; command: Command; world: Omit<World, 'numbers'>; numbers: Record<string, string> }

// Numbers are taken only once the act is certain to go through, so that a refusal leaves no gap in a series.
async function decided(parts: HandleParts, { flow, doc, command, world, numbers }: Attempt): Promise<Decision<unknown>> {
  const first = decide(flow, { doc, command, world: { ...world, numbers } });
  if (first.kind !== 'done') return first;
  const missing = numbersFor(flow, { doc, command, world: { ...world, numbers } }).filter((series) => !(series.key in numbers));
  if (!missing.length) return first;
  for (const series of missing) numbers[series.key] = await parts.number(series, dateOf(world.now));
  return decide(flow, { doc, command, world: { ...world, numbers } });
}

async function refused(store: HandleStore, doc: Document | undefined, decision: Extract<Decision<unknown>, { kind: 'refused' }>): Promise<Outcome | undefined> {
  const { denied, refusal } = decision;
  const known = denied && doc?.audit.some((entry) => entry.code === 'DENIED' && entry.cause === denied.cause);
  if (doc && denied && !known && (await store.deny(doc, denied)) === 'lost') return undefined;
  return { ok: false, refusal, doc };
}

// An alarm that was set off before but taken back meanwhile must not be asked.
function isGoneAlarm(doc: Document, command: Command): boolean {
  if (command.act !== 'alarm' || command.by.role !== 'clock') return false;
  const id = typeof command.input === 'object' && command.input && 'id' in command.input ? command.input.id : '';
  return !doc.alarms.some((alarm) => alarm.id === id) && !doc.audit.some((entry) => entry.cause === command.cause);
}

/** A document that does not exist yet, in state `new`. */
export function blank(flow: Flow<unknown>, at: Pick<Command, 'kind' | 'id' | 'matter'>, now: Date): Document {
  const created = now.toISOString();
  return {
    id: at.id, kind: at.kind, no: '', matter: at.matter ?? matterOf(at.kind, at.id), version: 0, round: 0, state: 'new', createdAt: created, updatedAt: created,
    data: flow.empty(), clocks: [], alarms: [], audit: [], effects: [],
  };
}

/** The matter that a document belongs to, by its id: children are named after it (`<matter>-f-ZJJ`, `<matter>-c-1`). */
export function matterOf(kind: Kind, id: string): string {
  return kind === 'matter' ? id : (id.split(/-[a-z]-/)[0] ?? id);
}
