import { categoryRows } from './intake/categories.ts';
import { readFlags, readStage, readSubjects } from './intake/derived.ts';
import { readAnonymous, readBanner, readCityLevel, readIdentity, readKind, readSource } from './intake/facts.ts';
import { readHappened } from './intake/happened.ts';
import { readIntent } from './intake/intent.ts';
import { mainAmount, readAmounts } from './intake/money.ts';
import { readNames } from './intake/names.ts';
import { readProject } from './intake/project.ts';
import type { Guess, Reading } from './intake/reading.ts';
import { readReported, trapQuestions } from './intake/reported.ts';
import { clauseAt, masked, oncePerValue, scan } from './intake/scan.ts';
import { officialWords, violationRows } from './intake/violations.ts';

export type { Guess, Reading } from './intake/reading.ts';

/** Characters that are read; the rest is kept as an attachment. */
export const readLimit = 5000;

function readCategory(text: string, project: string): Guess<string> | undefined {
  const sums = new Map<string, { points: number; words: string; why: string }>();
  for (const { value, words, why, weight } of scan(text, categoryRows)) {
    const before = sums.get(value);
    const points = weight * (project.includes(words) ? 2 : 1);
    sums.set(value, { points: (before?.points ?? 0) + points, words: before?.words ?? words, why: before?.why ?? why });
  }
  const [best] = [...sums].sort(([, a], [, b]) => b.points - a.points);
  return best && { value: best[0], words: best[1].words, why: best[1].why, sure: best[1].points >= 6 };
}

// A bribe is one matter: with officials it goes to discipline inspection, else it is that of company staff.
function bribes(text: string, hits: readonly Guess<string>[]): Guess<string>[] {
  const official = (hit: Guess<string>): boolean => officialWords.test(clauseAt(text, text.indexOf(hit.words))) || /公职|领导|局长|干部|公务员/.test(text);
  const anyOfficial = hits.some((hit) => (hit.value === 'XHG' || hit.value === 'XHF') && official(hit));
  return hits.filter(({ value }) => (value === 'XHG' ? anyOfficial : value === 'XHF' ? !anyOfficial : true));
}

// The broader reading gives way where the narrower one explains the same words.
const narrower: Readonly<Record<string, readonly string[]>> = { WZ: ['ZZ'], JJBG: ['NXZJ'], GPJZ: ['PC'], GK: ['ZZ'], XHG: ['GZWJ'], PTWG: ['CXWG'], EYTS: ['NXZJ', 'XHF', 'XHG', 'WZ'], TQZ: ['TQK', 'BZW'] };

function readViolations(text: string): Guess<string>[] {
  const hits = oncePerValue(scan(text, violationRows)).map(({ value, words, why }) => ({ value, words, why, sure: true }));
  const kept = bribes(text, hits);
  const covered = (guess: Guess<string>): boolean =>
    kept.some((other) => narrower[other.value]?.includes(guess.value) && clauseAt(text, text.indexOf(other.words)) === clauseAt(text, text.indexOf(guess.words)));
  return kept.filter((guess) => !covered(guess));
}

function questionsOf(text: string, reading: Reading): string[] {
  const asks = trapQuestions(text);
  if (reading.intent === 'vague') {
    if (!reading.project) asks.push('是哪个项目？不清楚项目名，说路段或招标单位也可以。');
    if (!reading.violations.length) asks.push('您看到或听到了什么？');
  }
  if (reading.intent === 'report' && !reading.urgent && !reading.outOfScope) {
    if (!reading.project) asks.push('是哪个项目？不清楚项目名，说路段或招标单位也可以。');
    if (!reading.violations.length) asks.push('您看到或听到了什么？');
    if (!reading.cityLevel) asks.push('这个项目是市本级的吗？');
    if (!reading.source) asks.push('您是怎么知道的？');
  }
  return asks.slice(0, 2);
}

// Guesses were read with names blanked out; what is shown are the words as they were sent.
function restored(reading: Reading, bare: string, text: string): Reading {
  const words = (piece: string): string => {
    const at = bare.indexOf(piece);
    return at < 0 ? piece : text.slice(at, at + piece.length);
  };
  const put = <T>(guesses: readonly Guess<T>[]): Guess<T>[] => guesses.map((guess) => ({ ...guess, words: words(guess.words) }));
  const stage = reading.stage && { stage: { ...reading.stage, words: words(reading.stage.words) } };
  const category = reading.category && { category: { ...reading.category, words: words(reading.category.words) } };
  return { ...reading, ...stage, ...category, violations: put(reading.violations), subjects: put(reading.subjects), flags: put(reading.flags) };
}

// Optional fields are left out, not set to undefined.
function present<T extends object>(fields: { [K in keyof T]: T[K] | undefined }): Partial<T> {
  return Object.fromEntries(Object.entries(fields).filter(([, value]) => value !== undefined)) as Partial<T>;
}

/** Reads a message: offline, the same answer every time, each guess with its words and reason; it never decides anything. */
export function readLead(message: string, context: { now: Date; forwardedFrom?: boolean }): Reading {
  const text = message.slice(0, readLimit);
  const named = readNames(text);
  const bare = masked(text, named.map(({ value }) => value));
  const project = readProject(bare);
  const violations = readViolations(bare);
  const category = readCategory(bare, project?.value ?? '');
  const amounts = readAmounts(bare);
  const main = mainAmount(amounts);
  const cityLevel = readCityLevel(text);
  const banner = cityLevel?.value === 'yes' ? undefined : readBanner(bare);
  const flags = readFlags(bare, { violations, amounts, category: category?.value });
  const urgent = flags.some(({ value }) => value === 'violenceNow');
  const strong = [project?.sure, banner, main, named[0], /我们?公司|我司|我单位/.exec(text)].filter(Boolean).length;
  const weak = [cityLevel, project?.sure === false].filter(Boolean).length;
  const intent = readIntent(text, { urgent, violations: violations.map(({ value }) => value), strong, weak });
  const reading: Reading = {
    intent, urgent, violations, named, flags,
    subjects: readSubjects(bare, { violations, named }),
    reported: readReported(bare),
    amounts: amounts.map(({ yuan, what, words }) => ({ yuan, what, words })),
    questions: [],
    ...present<Reading>({
      outOfScope: banner, project, cityLevel, category,
      kind: readKind(text, { violations: violations.length }),
      source: readSource(text, context.forwardedFrom === true),
      anonymous: readAnonymous(text),
      stage: readStage(bare, violations),
      amountYuan: main && { value: main.yuan, words: main.words, why: main.what, sure: amounts.length === 1 },
      happened: readHappened(text, context.now),
      identity: readIdentity(text),
    } as { [K in keyof Reading]: Reading[K] | undefined }),
  };
  return { ...restored(reading, bare, text), questions: questionsOf(text, reading) };
}
