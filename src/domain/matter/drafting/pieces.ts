import { readLead } from '../../intake/intake.ts';
import { readNames } from '../../intake/names.ts';
import { readProject } from '../../intake/project.ts';
import { masked } from '../../intake/scan.ts';
import { draftOf } from './draft.ts';
import { isSameProject } from '../merge/likeness.ts';

/** One of two things that a message tells: a draft of its own. */
export type Piece = ReturnType<typeof draftOf>;

/** Where somebody goes on to something else. */
const turn = /(?:[。；;！!\n]\s*|^)(?=(?:另外|此外|还有一?件?事?|除此之外|顺便|再说一?件|同时(?:我们?)?(?:反映|举报)|我们?还要?(?:反映|举报|投诉)))/u;
const sentence = /(?<=[。；;！!\n])/u;

/** The two things that a message tells: a 投诉 for oneself and what concerns everybody, in this order because the first seeks a remedy (domain section 5), or stories of two projects, a 投诉 first and else in the order told (experience D5). Undefined where it tells one, or more than two. */
export function piecesOf(words: string, now: Date): readonly [Piece, Piece] | undefined {
  return ofTwoProjects(words, now) ?? ofTwoKinds(words, now);
}

/** Whether neither of two pieces is a 投诉: then they are two projects, and not two sides of one. */
export function areTwoReports(two: readonly Piece[]): boolean {
  return two.every(({ facts }) => facts.kind !== 'complaint');
}

// A sentence that names another project begins the second story; what follows without a name belongs to the story before it.
function ofTwoProjects(words: string, now: Date): readonly [Piece, Piece] | undefined {
  const stories: { project: string; words: string }[] = [];
  for (const part of words.split(sentence)) {
    const project = projectIn(part);
    if (stories.length > 2) return undefined;
    const last = stories.at(-1);
    if (last && (!project || !last.project || isSameProject(last.project, project))) Object.assign(last, { words: last.words + part, project: last.project || project });
    else stories.push({ project, words: part });
  }
  if (stories.length !== 2) return undefined;
  const [one, other] = stories.map((story) => pieceOf(story.words.trim(), now));
  if (!one || !other || !bothTell(one, other) || !one.facts.project || !other.facts.project || isSameProject(one.facts.project, other.facts.project)) return undefined;
  return other.facts.kind === 'complaint' && one.facts.kind !== 'complaint' ? [other, one] : [one, other];
}

// The name alone: a card is drawn anew at each tap, and a whole reading of each sentence takes too long for a long message.
function projectIn(words: string): string {
  return readProject(masked(words, readNames(words).map(({ value }) => value)))?.value ?? '';
}

function ofTwoKinds(words: string, now: Date): readonly [Piece, Piece] | undefined {
  const at = words.split(turn).map((part) => part.trim()).filter(Boolean);
  if (at.length < 2) return undefined;
  const [first = '', ...rest] = at;
  const whole = pieceOf(words, now).facts;
  const [one, other] = [pieceOf(first, now), pieceOf(rest.join(''), now)];
  if (!bothTell(one, other)) return undefined;
  if (tradeDifferently(one, other)) return [one, other];
  const complaints = [one, other].filter(({ facts }) => facts.kind === 'complaint');
  if (complaints.length !== 1) return undefined;
  const [complaint, lead] = one.facts.kind === 'complaint' ? [one, other] : [other, one];
  return [sharing(complaint, whole), sharing(lead, whole)];
}

function pieceOf(words: string, now: Date): Piece {
  return draftOf(readLead(words, { now }), words);
}

function bothTell(one: Piece, other: Piece): boolean {
  return one.facts.violations.length > 0 && other.facts.violations.length > 0;
}

// Two reports, after words like 另外, of things that are not even of one sort: a channel and office equipment.
function tradeDifferently({ facts: one }: Piece, { facts: other }: Piece): boolean {
  return one.kind !== 'complaint' && other.kind !== 'complaint' && one.category !== '' && other.category !== '' && one.category !== other.category;
}

// What was said once for both, the project above all, holds for both.
function sharing(piece: Piece, whole: Piece['facts']): Piece {
  const { facts } = piece;
  return { ...piece, facts: {
    ...facts, project: facts.project || whole.project, cityLevel: facts.cityLevel || whole.cityLevel, category: facts.category || whole.category, source: facts.source || whole.source,
  } };
}
