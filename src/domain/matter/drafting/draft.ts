import type { Guess, Reading } from '../../intake/intake.ts';
import type { Facts, Trace } from '../matter.ts';

/** A reading that found nothing: files came before words. */
export const emptyReading: Reading = { intent: 'report', urgent: false, violations: [], subjects: [], named: [], reported: [], amounts: [], flags: [], questions: [] };

/** Input of 起草 from a reading: facts, which of them are guesses, and the words that each came from. */
export function draftOf(reading: Reading, words: string): { facts: Facts; words: string; guessed: string[]; traces: Trace[]; urgent: boolean } {
  const single = { kind: reading.kind, project: reading.project, cityLevel: cityLevelOf(reading), category: reading.category, stage: reading.stage, source: reading.source, anonymous: reading.anonymous, happened: reading.happened, amountYuan: reading.amountYuan, mandate: reading.mandate, signal: reading.signal };
  const many = { violations: reading.violations, subjects: reading.subjects, named: reading.named, reported: reading.reported, flags: reading.flags };
  const all: [string, Guess<unknown>][] = [
    ...Object.entries(single).flatMap(([field, guess]): [string, Guess<unknown>][] => (guess ? [[field, guess]] : [])),
    ...Object.entries(many).flatMap(([field, guesses]) => guesses.map((guess): [string, Guess<unknown>] => [field, guess])),
  ];
  return {
    facts: {
      kind: reading.kind?.value ?? '', project: reading.project?.value ?? '', cityLevel: single.cityLevel?.value ?? '', category: reading.category?.value ?? '', stage: reading.stage?.value ?? '',
      violations: values(reading.violations), subjects: values(reading.subjects), named: values(reading.named), reported: values(reading.reported), flags: values(reading.flags),
      amountYuan: reading.amountYuan?.value ?? null, amounts: reading.amounts.map(({ yuan, what }) => ({ yuan, what })),
      source: reading.source?.value ?? '', anonymous: reading.anonymous?.value ?? false, happened: reading.happened?.value ?? '',
      region: reading.outOfScope?.value ?? '', mandate: reading.mandate?.value ?? { organ: '', no: '', dueDate: '' }, signal: reading.signal?.value ?? '',
    },
    words, urgent: reading.urgent,
    guessed: [...new Set(all.filter(([, guess]) => !guess.sure).map(([field]) => field))],
    traces: all.map(([field, guess]) => ({ field, words: guess.words, why: guess.why })),
  };
}

function cityLevelOf(reading: Reading): Guess<'yes' | 'no'> | undefined {
  return reading.outOfScope ? { ...reading.outOfScope, value: 'no' } : reading.cityLevel;
}

function values<T>(guesses: readonly Guess<T>[]): T[] {
  return [...new Set(guesses.map((guess) => guess.value))];
}
