import { decide, numbersFor, type Decision } from '../../../src/domain/decide.ts';
import type { Asker, Command, Document, Flow, Row } from '../../../src/domain/document.ts';
import { as, blank, directory, worldAt } from '../town.ts';
import { begun } from './begun.ts';
import { chanceFrom, type Chance } from './chance.ts';
import { inputFor } from './inputs.ts';

/** One act that was done on the walk. */
export interface Step { before: Document; after: Document; row: Row<unknown>; by: Asker }

/** What a walk through a flow came to see: documents by state, rows that were done, and each state's ways out. */
export interface Walked { docs: ReadonlyMap<string, readonly Document[]>; done: ReadonlySet<Row<unknown>>; steps: readonly Step[] }

const kept = 6;
const longest = 24;

/** Where a walk stands: documents by state and sort, how often each thing was tried, what was done. */
interface Found { flow: Flow<unknown>; begun: readonly Document[]; chance: Chance; pool: Map<string, Map<string, Document[]>>; tried: Map<unknown, number>; done: Set<Row<unknown>>; left: Set<string>; steps: Step[] }

/** Everybody who may ask for anything: each of the directory, a stranger, the reporter, the clock, the system, an organ outside. */
export const askers: readonly Asker[] = [
  ...[...directory.people.keys()].map((id) => as(id)), as('stranger'), as('guest', true), as('zjj-two', true), as('clock'), as('system'), { role: 'outside', name: '收件人', organ: 'GAJ' },
];

/** Walks a flow by chance from nothing, always on from the states, documents and rows that were tried least, until it has seen enough or the tries are used up: at least so many tries, every state reached, every row done and every state left that is not final. */
export function walk(flow: Flow<unknown>, at: { seed: number; least: number; most: number }): Walked {
  const stories = [blank(flow.kind, `w-${flow.kind}`, 'w'), ...(begun[flow.kind]?.() ?? [])];
  const found: Found = { flow, begun: stories, chance: chanceFrom(at.seed), pool: new Map(), tried: new Map(), done: new Set(), left: new Set(), steps: [] };
  for (const doc of stories) keep(found, doc);
  for (let tries = 0; tries < at.most && (tries < at.least || !isWhole(found)); tries += 1) {
    const { row, before } = next(found);
    const taken = attempt(found, row, before);
    if (!taken) continue;
    found.steps.push(taken);
    found.done.add(row);
    if (taken.after.state !== taken.before.state) found.left.add(taken.before.state);
    if (taken.after.audit.length <= longest) keep(found, taken.after);
  }
  return { docs: new Map([...found.pool].map(([state, sorts]) => [state, [...sorts.values()].flat()])), done: found.done, steps: found.steps };
}

function isWhole({ flow, pool, done, left }: Found): boolean {
  return done.size === flow.rows.length && Object.keys(flow.states).every((state) => pool.has(state) && (!flow.final.length || flow.final.includes(state) || left.has(state)));
}

// Half of the time on from the last step, and half of the time by a row that may lead to something new; else by whatever was tried least.
function next(found: Found): { row: Row<unknown>; before: Document } {
  const { flow, pool, done, left, chance, steps } = found;
  const last = steps.at(-1)?.after;
  const goesOn = last !== undefined && last.audit.length < longest && chance.happens(0.5) && flow.rows.some((row) => leaves(row, last.state, flow));
  const from = goesOn ? [last.state] : [...pool.keys()];
  const open = flow.rows.filter((row) => from.some((state) => leaves(row, state, flow)));
  const unseen = Object.keys(flow.states).filter((state) => !pool.has(state));
  const fresh = open.filter((row) => !done.has(row) || (typeof row.to === 'function' && unseen.length > 0) || row.from.some((state) => row.to !== '=' && from.includes(state) && !left.has(state)));
  const row = least(fresh.length && chance.happens(0.5) ? fresh : open, found);
  return { row, before: goesOn ? last : pick(found, least(from.filter((state) => leaves(row, state, flow)), found)) };
}

/** Whether a row stands at a state. */
export function leaves(row: Row<unknown>, state: string, flow: Flow<unknown>): boolean {
  return row.from.includes(state) || (row.from.includes('*') && state !== 'new' && !flow.final.includes(state));
}

/** Decides a command on a document, with numbers issued as they are asked for. */
export function decided(flow: Flow<unknown>, doc: Document, { now, ...command }: Pick<Command, 'act' | 'by' | 'input' | 'cause'> & { now: Date }): Decision<unknown> {
  const whole: Command = { kind: flow.kind, id: doc.id, ...command };
  const series = numbersFor(flow, { doc, command: whole, world: worldAt(now) });
  const numbers = Object.fromEntries(series.map(({ key, form }, index) => [key, form.replace('{date}', '20261124').replace('{year}', '2026').replace(/\{n+\}/, String(doc.version * 10 + index + 1))]));
  return decide(flow, { doc, command: whole, world: worldAt(now, numbers) });
}

/** A moment after everything that happened on a document so far, some hours or days later. */
export function later(doc: Document, chance: Chance): Date {
  return new Date(Date.parse(doc.updatedAt) + chance.among([0.1, 1, 1, 30, 130]) * 3_600_000);
}

function attempt({ flow, chance }: Found, row: Row<unknown>, before: Document): Step | undefined {
  const now = later(before, chance);
  const by = chance.happens(0.95) ? entitled(flow, row, { doc: before, now, chance }) : chance.among(askers);
  const input = inputFor(row, { doc: before, now, chance });
  const decision = decided(flow, before, { act: row.act, by, input, cause: `w${before.version}-${chance.next()}`, now });
  return decision.kind === 'done' && decision.entry.code === row.code ? { before, after: decision.doc, row, by } : undefined;
}

/** Somebody who has one of the row's roles on a document; anybody where nobody has. */
function entitled(flow: Flow<unknown>, row: Row<unknown>, { doc, now, chance }: { doc: Document; now: Date; chance: Chance }): Asker {
  const first = Math.floor(chance.next() * askers.length);
  const inTurn = [...askers.slice(first), ...askers.slice(0, first)];
  return inTurn.find((asker) => row.by.some((role) => rolesOf(flow, asker, { doc, now }).includes(role))) ?? chance.among(askers);
}

/** The roles that somebody has on a document, as the flow says. */
export function rolesOf(flow: Flow<unknown>, asker: Asker, { doc, now }: { doc: Document; now: Date }): readonly string[] {
  if (asker.role !== 'person') return [asker.role];
  return [...(asker.reporter ? ['REPORTER'] : []), ...flow.roles(doc, asker.id, { directory, now }), ...(flow.leftTo?.(doc, asker.id, directory) ?? []), 'ANYONE'];
}

// What was tried least comes first, so that no state and no row is left aside.
function least<T>(list: readonly T[], { tried, chance }: Found): T {
  const fewest = Math.min(...list.map((each) => tried.get(each) ?? 0));
  const chosen = chance.among(list.filter((each) => (tried.get(each) ?? 0) <= fewest));
  tried.set(chosen, (tried.get(chosen) ?? 0) + 1);
  return chosen;
}

// Documents whose last acts by people are alike are alike; each sort of them is tried as often as the others.
function sortOf(doc: Document): string {
  return [doc.state, ...doc.audit.filter(({ by }) => 'id' in by).slice(-2).map(({ act, by }) => `${act} ${'id' in by ? by.id : ''}`)].join();
}

function pick(found: Found, state: string): Document {
  const home = found.begun.filter((doc) => doc.state === state);
  if (home.length && found.chance.happens(0.3)) return found.chance.among(home);
  const sorts = found.pool.get(state) ?? new Map<string, Document[]>();
  return found.chance.among(sorts.get(least([...sorts.keys()], found)) ?? []);
}

function keep({ pool, chance }: Found, doc: Document): void {
  const sorts = pool.get(doc.state) ?? new Map<string, Document[]>();
  const alike = sorts.get(sortOf(doc)) ?? [];
  if (alike.length < kept) alike.push(doc);
  else alike[Math.floor(chance.next() * kept)] = doc;
  pool.set(doc.state, sorts.set(sortOf(doc), alike));
}
