import { z, type ZodError } from 'zod';
import { capacitiesFor, standInsTo, type Capacity } from './acting-for.ts';
import { canonical, chain, digest } from './audit.ts';
import { alarmsAfter, turnClocks } from './time/clocks.ts';
import type { Actor, Alarm, Asker, AuditEntry, Command, Document, Effect, Flow, NumberSeries, Row, Situation, World } from './document.ts';
import { asAnswer } from './effects.ts';
import type { Role } from './people.ts';
import { refuse, type Refusal } from './refusal.ts';

/** What a decision yields: nothing new (same cause), a refusal, or the document after the act. */
export type Decision<D> =
  | { kind: 'repeated'; entry: AuditEntry }
  | { kind: 'refused'; refusal: Refusal; denied?: AuditEntry }
  | { kind: 'done'; doc: Document<D>; entry: AuditEntry; effects: readonly Effect[] };

/** What a schema says in Chinese where a row gives no sentence of its own. */
const inChinese = { error: z.locales.zhCN().localeError };

/** Refusals that concern authority leave a DENIED line on the trail. */
const authority = new Set(['E-203', 'E-406', 'E-408', 'E-801', 'E-901']);

/** A command on a document in the world as it is now. `doc` is a blank (state `new`) where it does not exist yet. */
export interface Case<D> { doc: Document<D>; command: Command; world: World }

/** Who asks what of a document: enough to know in which capacity. */
interface Asked<D> { doc: Document<D>; by: Asker; world: Pick<World, 'directory' | 'now'> }

/** Decides one command on one document by its flow; pure. */
export function decide<D>(flow: Flow<D>, { doc, command, world }: Case<D>): Decision<D> {
  const asked = { doc, by: command.by, world };
  const before = doc.audit.find((entry) => entry.cause === command.cause && entry.code !== 'DENIED');
  if (before) return { kind: 'repeated', entry: before };
  const closed = closedTo(flow, asked, command.act);
  if (closed) return denied(doc, command, { refusal: closed, world });
  const named = flow.rows.filter((row) => row.act === command.act);
  const reachable = named.filter((row) => fits(row, doc.state, flow.final));
  // What does not exist is answered as what may not be known to exist.
  if (!reachable.length && doc.state === 'new' && command.by.role === 'person') return { kind: 'refused', refusal: refuse('E-902') };
  if (!reachable.length) return { kind: 'refused', refusal: flow.instead?.(doc, command.act) ?? refuse('E-900', { state: flow.states[doc.state] ?? doc.state }) };
  const capacity = capacityAmong(reachable, { flow, asked, act: command.act });
  if (!capacity) return denied(doc, command, { refusal: notEntitled(command.act), world });
  const entitled = reachable.filter((candidate) => candidate.by.some((role) => capacity.roles.includes(role)));
  if (command.seen !== undefined && command.seen !== doc.round) return { kind: 'refused', refusal: flow.overtaken?.(doc, command.input) ?? refuse('stale') };
  const row = entitled.find((candidate) => isMeant(candidate, command.input));
  return row ? perform({ flow, row, doc, command, world, capacity }) : { kind: 'refused', refusal: unmeant(entitled, command.input) };
}

function isMeant<D>(row: Row<D>, input: unknown): boolean {
  const given = typeof input === 'object' && input !== null ? (input as Readonly<Record<string, unknown>>) : {};
  return Object.entries(row.given ?? {}).every(([field, value]) => given[field] === value);
}

// The row says itself what is wrong with an empty choice; a choice that exists but not in this state is an illegal act.
function unmeant<D>(rows: readonly Row<D>[], input: unknown): Refusal {
  const fields = [...new Set(rows.flatMap((row) => Object.keys(row.given ?? {})))];
  const chosen = fields.some((field) => typeof input === 'object' && input !== null && (input as Readonly<Record<string, unknown>>)[field]);
  return chosen ? refuse('E-900') : (rows.find((row) => row.unchosen)?.unchosen ?? refuse('input', { fields: '请从所列各项中选一项' }, fields));
}

/** The number series that a command will need; asked before deciding, because numbers come from outside. */
export function numbersFor<D>(flow: Flow<D>, { doc, command, world }: Case<D>): readonly NumberSeries[] {
  const row = flow.rows.find((candidate) => candidate.act === command.act && fits(candidate, doc.state, flow.final) && isMeant(candidate, command.input));
  const parsed = row?.numbers ? row.input.safeParse(command.input) : undefined;
  if (!row?.numbers || !parsed?.success) return [];
  const asked = { doc, by: command.by, world };
  const by = actorOf(row, asked, capacityAmong([row], { flow, asked, act: command.act }) ?? { roles: [] });
  return row.numbers({ doc, input: parsed.data, by, world });
}

/** The acts that a person could do on a document now, with their verbs: what cards may offer as buttons. */
export function actsOpenTo<D>(flow: Flow<D>, asked: Asked<D>): readonly { act: string; verb: string }[] {
  if (isHidden(flow, asked)) return flow.rows.filter((row) => isLeft(row, { flow, asked }));
  const own = ownRoles(flow, asked);
  const lends = asked.by.role === 'person' && standInsTo(asked.by.id, asked.world).length > 0;
  return flow.rows.filter((row) => fits(row, asked.doc.state, flow.final)
    && (row.by.some((role) => own.includes(role)) || (lends && capacityAmong([row], { flow, asked, act: row.act }) !== undefined)));
}

function fits<D>(row: Row<D>, state: string, final: readonly string[]): boolean {
  return row.from.includes(state) || (row.from.includes('*') && state !== 'new' && !final.includes(state));
}

/** What somebody hears of a document that is closed to him: one who is recused that he is (E-801), everybody else that there is none (E-902); undefined where it is open, or where the act is left to him. */
export function closedTo<D>(flow: Flow<D>, asked: Asked<D>, act = ''): Refusal | undefined {
  if (!isHidden(flow, asked) || flow.rows.some((row) => row.act === act && isLeft(row, { flow, asked }))) return undefined;
  return asked.by.role === 'person' && flow.recused?.(asked.doc, asked.by.id) ? refuse('E-801') : refuse('E-902');
}

function isLeft<D>(row: Row<D>, { flow, asked: { doc, by, world } }: { flow: Flow<D>; asked: Asked<D> }): boolean {
  const left = by.role === 'person' ? (flow.leftTo?.(doc, by.id, world.directory) ?? []) : [];
  return fits(row, doc.state, flow.final) && row.by.some((role) => left.includes(role));
}

function isHidden<D>(flow: Flow<D>, { doc, by, world }: Asked<D>): boolean {
  return by.role === 'person' && !by.reporter && flow.hidden(doc, by.id, world.directory);
}

// The first capacity of the asker in which any of the rows is his to do.
function capacityAmong<D>(rows: readonly Row<D>[], { flow, asked, act }: { flow: Flow<D>; asked: Asked<D>; act: string }): Capacity | undefined {
  return capacitiesOf(flow, asked, act).find(({ roles }) => rows.some((row) => row.by.some((role) => roles.includes(role))));
}

function capacitiesOf<D>(flow: Flow<D>, { doc, by, world }: Asked<D>, act: string): readonly Capacity[] {
  const own: Capacity = { roles: ownRoles(flow, { doc, by, world }) };
  return by.role === 'person' ? capacitiesFor(flow, { doc, person: by.id, world }, { act, own }) : [own];
}

function ownRoles<D>(flow: Flow<D>, { doc, by, world }: Asked<D>): readonly Role[] {
  if (by.role !== 'person') return [by.role];
  // Whoever is shut out may still act on what he himself reported and on what is left to him, and as nothing else.
  const own = flow.hidden(doc, by.id, world.directory) ? (flow.leftTo?.(doc, by.id, world.directory) ?? []) : flow.roles(doc, by.id, world);
  return [...(by.reporter ? (['REPORTER'] as const) : []), ...own, 'ANYONE'];
}

function notEntitled(act: string): Refusal {
  if (act === 'sign') return refuse('E-203');
  if (act === 'approve' || act === 'refuse' || act === 'back') return refuse('E-406');
  return refuse('E-901');
}

function actorOf<D>(row: Row<D>, { by, world }: Asked<D>, { roles, for: principal }: Capacity): Actor {
  if (by.role !== 'person') return by;
  const role = row.by.find((candidate) => roles.includes(candidate)) ?? 'ANYONE';
  const person = world.directory.people.get(by.id);
  if (role === 'REPORTER' || role === 'ANYONE' || role === 'clock' || role === 'system' || !person) {
    return { role: role === 'REPORTER' ? 'REPORTER' : 'ANYONE', ref: by.ref };
  }
  return { role, id: person.id, name: person.name, organ: person.organ, ...(principal ? { for: principal } : {}) };
}

function denied<D>(doc: Document<D>, command: Command, why: { refusal: Refusal; world: World }): Decision<D> {
  if (!authority.has(why.refusal.code) || doc.state === 'new' || command.by.role !== 'person') return { kind: 'refused', refusal: why.refusal };
  const person = why.world.directory.people.get(command.by.id);
  const by: Actor = person
    ? { role: person.roles[0] ?? 'HANDLER', id: person.id, name: person.name, organ: person.organ }
    : { role: 'ANYONE', ref: command.by.ref };
  const entry = chain(doc.audit, {
    at: why.world.now.toISOString(), by, act: command.act, code: 'DENIED', verb: '未获准', article: '', from: doc.state, to: doc.state,
    note: why.refusal.code, input: digest(command.input ?? null), cause: command.cause,
  });
  return { kind: 'refused', refusal: why.refusal, denied: entry };
}

interface Attempt<D> { flow: Flow<D>; row: Row<D>; doc: Document<D>; command: Command; world: World; capacity: Capacity }

function perform<D>({ flow, row, doc, command, world, capacity }: Attempt<D>): Decision<D> {
  const parsed = row.input.safeParse(command.input ?? {}, inChinese);
  if (!parsed.success) return { kind: 'refused', refusal: wrongInput(parsed.error) };
  const by = actorOf(row, { doc, by: command.by, world }, capacity);
  const situation: Situation<D, unknown> = { doc, input: parsed.data, by, world };
  const refusal = row.guard?.(situation);
  if (refusal) return authority.has(refusal.code) ? denied(doc, command, { refusal, world }) : { kind: 'refused', refusal };
  const state = typeof row.to === 'function' ? row.to(situation) : row.to === '=' ? doc.state : row.to;
  const clocks = turnClocks(doc.clocks, row.clocks?.(situation) ?? {}, world);
  const changed: Document<D> = {
    ...doc,
    no: row.no?.(situation) ?? world.numbers['no'] ?? doc.no,
    state,
    version: doc.version + 1,
    round: doc.round + (state !== doc.state || row.newRound ? 1 : 0),
    updatedAt: world.now.toISOString(),
    data: { ...doc.data, ...row.change?.(situation) },
    clocks,
    alarms: withOwn(pending(doc, clocks, { command, state, final: flow.final, world }), row.alarms?.(situation)),
  };
  const effects = [...(row.follow?.({ ...situation, doc: changed }) ?? []), ...(flow.always?.(changed, row.act) ?? [])].map((each) => asAnswer(each, by)).map((request, index): Effect => ({
    job: request.job, data: request.job === 'redraw' && command.from ? { ...request.data, except: command.from } : request.data,
    id: effectId(changed, index), at: world.now.toISOString(),
  }));
  const entry = chain(doc.audit, {
    at: world.now.toISOString(), by, act: row.act, code: row.code, verb: row.verb, article: row.article, from: doc.state, to: state,
    note: row.note?.({ ...situation, doc: changed }) ?? '', input: digest(parsed.data), cause: command.cause,
  });
  const done = { ...changed, audit: [...doc.audit, entry], effects: [...doc.effects, ...effects] };
  return { kind: 'done', doc: done, entry, effects };
}

function pending<D>(doc: Document<D>, clocks: Document<D>['clocks'], at: { command: Command; state: string; final: readonly string[]; world: World }): readonly Alarm[] {
  if (at.final.includes(at.state)) return [];
  const old = doc.alarms.filter((alarm) => alarm.id !== firedBy(at.command));
  if (canonical(clocks) === canonical(doc.clocks)) return old;
  return alarmsAfter({ before: doc.clocks, after: clocks, alarms: old }, at.world);
}

function withOwn(alarms: readonly Alarm[], own: readonly Alarm[] | undefined): readonly Alarm[] {
  if (!own) return alarms;
  return [...alarms.filter((alarm) => alarm.rule !== ''), ...own].sort((a, b) => (a.at < b.at ? -1 : 1));
}

function firedBy(command: Command): string {
  return command.act === 'alarm' && typeof command.input === 'object' && command.input && 'id' in command.input ? String(command.input.id) : '';
}

function effectId(doc: Document, index: number): string {
  return `e${digest([doc.id, doc.version, index]).slice(0, 32)}`;
}

function wrongInput(error: ZodError): Refusal {
  const fields = [...new Set(error.issues.map((issue) => String(issue.path[0] ?? '')))];
  return refuse('input', { fields: error.issues.map((issue) => issue.message).join('；') }, fields);
}
