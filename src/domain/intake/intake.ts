import { readCategory } from './categories.ts';
import { isUrgent, readFlags, readStage, readSubjects } from './derived.ts';
import { readAnonymous, readBanner, readCityLevel, readIdentity, readSource } from './facts.ts';
import { readHappened } from './happened.ts';
import { readIntent } from './intent.ts';
import { readKind } from './kind.ts';
import { mainAmount, readAmounts } from './money.ts';
import { readMandate, readSignal } from './mandate.ts';
import { readNames } from './names.ts';
import { readProject } from './project.ts';
import type { Guess, Reading } from './reading.ts';
import { readReported, trapQuestions } from './reported.ts';
import { masked } from './scan.ts';
import { stretchesOf } from './stretches.ts';
import { readViolations } from './violations.ts';

export type { Guess, Reading } from './reading.ts';

/** Characters that are read; the rest is kept as an attachment. */
export const readLimit = 5000;

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
  const stretches = stretchesOf(bare);
  const told = readViolations(bare, stretches);
  const amounts = readAmounts(bare);
  const main = mainAmount(amounts);
  const cityLevel = readCityLevel(text);
  const banner = cityLevel?.value === 'yes' ? undefined : readBanner(bare);
  const urgent = isUrgent(bare);
  const strong = [project?.sure, banner, main, named[0], /我们?公司|我司|我单位/.exec(text)].filter(Boolean).length;
  const weak = [cityLevel, project?.sure === false].filter(Boolean).length;
  const intent = readIntent(text, { urgent, violations: told.guesses.map(({ value }) => value), likeness: told.chance, strong, weak });
  const likeliest = intent === 'report' && told.likeliest && told.guesses.length === 0 ? [told.likeliest] : [];
  const kind = intent === 'report' ? readKind(text, stretches) : undefined;
  // Whoever seeks his own remedy does not call his own complaint malicious.
  const violations = [...told.guesses, ...likeliest].filter(({ value }) => value !== 'EYTS' || kind?.value !== 'complaint');
  const category = readCategory(bare, project?.value ?? '');
  const reading: Reading = {
    intent, urgent, violations, named,
    flags: readFlags(bare, { violations, amounts, category: category?.value }),
    subjects: readSubjects(bare, { violations, named }),
    reported: readReported(bare),
    amounts: amounts.map(({ yuan, what, words }) => ({ yuan, what, words })),
    questions: [],
    ...present<Reading>({
      outOfScope: banner, project, cityLevel, category, kind,
      source: readSource(text, context.forwardedFrom === true),
      anonymous: readAnonymous(text),
      stage: readStage(bare, violations),
      amountYuan: main && { value: main.yuan, words: main.words, why: main.what, sure: amounts.length === 1 },
      happened: readHappened(text, context.now),
      mandate: readMandate(text, context.now),
      signal: readSignal(text),
      identity: readIdentity(text),
    } as { [K in keyof Reading]: Reading[K] | undefined }),
  };
  return { ...restored(reading, bare, text), questions: questionsOf(text, reading) };
}
