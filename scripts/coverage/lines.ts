import { kinds, type Kind, type Row } from '../../src/domain/document.ts';
import { flows } from '../../src/domain/flows.ts';
import { papers } from '../../src/documents/index.ts';
import { labelledTaps } from '../../test/cards/inspect.ts';
import { found, textOf, unique } from '../flow-text.ts';
import { catalogue } from '../gallery/catalogue.ts';
import { allShots } from '../gallery/shots.ts';
import { checks, notBuilt, papersElsewhere, withoutCard, type Check } from './regulation-data.ts';
import { productTests, testsOfRow, type NamedTest } from './tests.ts';

/** One act of the regulation: from its row to the cards that offer it, the papers it asks for and the tests that do it. */
export interface Line { kind: Kind; row: Row<unknown>; cards: readonly string[]; papers: readonly string[]; tests: readonly NamedTest[] }

/** A check with the tests named after it; `outside` where what it checks is not in this version. */
export interface Held { check: Check; tests: readonly NamedTest[]; outside: boolean }

/** What the code has of the regulation. */
export interface Coverage { lines: readonly Line[]; held: readonly Held[] }

/** Reads the coverage out of flows, drawn cards, papers and test names. */
export function coverage(): Coverage {
  const tests = productTests();
  const offers = offered();
  const places = (key: string): readonly Offer[] => offers.get(key) ?? [];
  const acts = kinds.flatMap((kind) => unique(flows[kind].rows.map((row) => row.act)));
  const lines = kinds.flatMap((kind) => flows[kind].rows.map((row): Line => ({
    kind, row, cards: unique([...places(`${kind}.${row.act}`).map(({ card }) => card), ...shownAfter(row)]), papers: papersOf(kind, row),
    tests: isOfSystem(row) ? [] : testsOfRow(tests, { kind, row, buttons: ownButtons(offers, `${kind}.${row.act}`), shared: acts.filter((act) => act === row.act).length > 1 }),
  })));
  const outside = new Set(notBuilt.flatMap((one) => one.checks));
  return { lines, held: checks.map((check) => ({ check, tests: tests.filter(({ name }) => name.startsWith(`${check.id} `)), outside: outside.has(check.id) })) };
}

/** Whether no person does an act: it follows from another one, or from the time. */
export function isOfSystem(row: Row<unknown>): boolean {
  return row.by.every((role) => role === 'system' || role === 'clock');
}

/** What is missing of a line that people act on; empty where it is whole. */
export function gapsOf({ kind, row, cards, tests }: Line): string[] {
  if (isOfSystem(row)) return [];
  const card = cards.length > 0 || `${kind}.${row.act}` in withoutCard;
  return [...(card ? [] : ['no card']), ...(tests.length ? [] : ['no test'])];
}

/** The test whose own name speaks of the act: by its verb or name, a refusal of its guard or a limit it starts, a check of the regulation first; undefined where tests only do it on their way. */
export function speakingTest({ row, tests }: Line): NamedTest | undefined {
  const codes = [...found(textOf(row.guard), /["'`](E-\d{3})["'`]/g), ...(row.unchosen ? [row.unchosen.code] : []), ...found(textOf(row.clocks), /["'`](T\d\d)["'`]/g), row.verb.replace(/^.*·/, '')];
  const named = new RegExp(`\\b${row.act}\\b`);
  const speaking = tests.filter(({ name }) => codes.some((code) => name.includes(code)) || named.test(name));
  return speaking.find(({ name }) => name.startsWith('AC-')) ?? speaking[0];
}

/** The article of the regulation that a line belongs to; what other law governs (recusal, review, copies) belongs to the transfer of Article 11. */
export function articleOf({ row }: Pick<Line, 'row'>): string {
  return /^第[一二三四五六七八九十]+条/.exec(row.article)?.[0] ?? '第十一条';
}

/** What a card is called by people; its own name where the catalogue has none. */
export function cardTitle(name: string): string {
  return catalogue.find(({ card }) => card === name)?.title ?? name;
}

interface Offer { card: string; button: string }

// Which cards offer an act is seen on the cards as they are drawn in every state, not read from their source.
function offered(): ReadonlyMap<string, readonly Offer[]> {
  const offers = new Map<string, Offer[]>();
  for (const { name, card } of allShots()) {
    for (const { tap, text } of labelledTaps(card)) {
      if (tap?.do !== 'act') continue;
      const key = `${tap.kind}.${tap.act}`;
      offers.set(key, [...(offers.get(key) ?? []), { card: name, button: text }]);
    }
  }
  return offers;
}

// A text that stands for several acts says nothing about which was done.
function ownButtons(offers: ReadonlyMap<string, readonly Offer[]>, key: string): string[] {
  const others = new Set([...offers].filter(([other]) => other !== key).flatMap(([, list]) => list.map(({ button }) => button)));
  return unique((offers.get(key) ?? []).map(({ button }) => button)).filter((text) => text && !others.has(text));
}

// An act of the system stands on no button, but may bring a card.
function shownAfter(row: Row<unknown>): string[] {
  const names = new Set<string>(catalogue.map(({ card }) => card));
  return !isOfSystem(row) ? [] : found(textOf(row.follow), /["'`]([a-z-]+)["'`]/g).filter((word) => names.has(word));
}

/** The names of the papers that a row asks for, itself or through what follows it. */
export function papersOf(kind: Kind, row: Row<unknown>): string[] {
  const asked = found(textOf(row.follow), /paper:\s*["'`]([\w-]+)["'`]/g);
  const elsewhere = Object.keys(papersElsewhere).filter((paper) => papersElsewhere[paper] === `${kind}.${row.act}`);
  return [...asked, ...elsewhere].map((paper) => papers[paper]?.name ?? paper);
}
