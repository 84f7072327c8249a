import { isConfined } from '../access.ts';
import type { Matter } from '../matter.ts';

/** Why two matters may be the same one, as the clerk reads it. */
export const likenesses = { project: '同一项目', names: '同一单位或人员', words: '说法相近' } as const;
/** A reason why two matters may be the same one. */
export type Likeness = keyof typeof likenesses;

type Compared = Pick<Matter, 'kind' | 'project' | 'named' | 'words' | 'violations' | 'reported' | 'reportedPeople' | 'routing'>;

/** From this share of common pairs of characters on, two texts count as telling the same. */
const similar = 0.5;

/** Why two matters may be one; empty where nothing speaks for it. It decides nothing: a clerk does. */
export function likenessOf(one: Compared, other: Compared): Likeness[] {
  return [
    ...(isSameProject(one.project, other.project) ? (['project'] as const) : []),
    ...(one.named.some((name) => other.named.some((known) => plain(known) === plain(name))) ? (['names'] as const) : []),
    ...(similarity(one.words, other.words) >= similar ? (['words'] as const) : []),
  ];
}

/** Same project and same facts (domain table 5.1): the project, and a problem that both report or words that are alike. */
export function isSameStory(one: Compared, other: Compared): boolean {
  const why = likenessOf(one, other);
  return why.includes('project') && (why.includes('words') || one.violations.some((violation) => other.violations.includes(violation)));
}

/** Whether two matters may be joined at all: a 投诉 has a path of its own, what few may know stays among them, and nobody reported in the one may be handling the other. */
export function mayJoin(one: Compared, parent: Compared): boolean {
  if (one.kind === 'complaint' || parent.kind === 'complaint' || isConfined(one) !== isConfined(parent)) return false;
  // A clerk who is shown the other one must not be whom it reports, so people have to be the same on both sides.
  if (shut(one) !== shut(parent)) return false;
  return barred(one).every((organ) => barred(parent).includes(organ));
}

/** Share of common pairs of characters of two texts, 0 to 1 (Dice); short texts are not compared. */
export function similarity(one: string, other: string): number {
  const [a, b] = [pairsOf(one), pairsOf(other)];
  if (a.size < 8 || b.size < 8) return 0;
  return (2 * [...a].filter((pair) => b.has(pair)).length) / (a.size + b.size);
}

function shut({ reportedPeople }: Pick<Matter, 'reportedPeople'>): string {
  return reportedPeople.filter(({ is }) => is !== 'no').map(({ name, of }) => `${of} ${name}`).sort().join();
}

function barred({ reported, routing }: Pick<Matter, 'reported' | 'routing'>): string[] {
  return [...reported, ...(routing?.recused ?? [])];
}

/** Whether two names may mean one project: one holds the other, with at least four characters that count. */
export function isSameProject(one: string, other: string): boolean {
  const [a, b] = [plain(one), plain(other)];
  const [short, long] = a.length <= b.length ? [a, b] : [b, a];
  return short.length >= 4 && long.includes(short);
}

function pairsOf(text: string): Set<string> {
  const letters = [...plain(text)];
  return new Set(letters.slice(1).map((letter, index) => `${letters[index]}${letter}`));
}

function plain(text: string): string {
  return text.normalize('NFKC').toLowerCase().replace(/[^\p{L}\p{N}]/gu, '');
}
