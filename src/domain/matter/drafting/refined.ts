import { z } from 'zod';
import codes from '../../data/codes.json' with { type: 'json' };
import type { draftOf } from './draft.ts';
import type { Matter, Trace } from '../matter.ts';

type Draft = ReturnType<typeof draftOf>;

const said = z.object({ words: z.string().min(2).max(100) });
const coded = <T extends Record<string, string>>(table: T) => said.extend({ value: z.enum(Object.keys(table) as [keyof T & string, ...(keyof T & string)[]]) });

/** What a language model may say of a message: values from the closed lists, or names, each with the words that bear it out. Everything else of its answer is dropped. */
export const suggestion = z.object({
  project: said.nullish(), named: z.array(said).max(10).default([]), category: coded(codes.category).nullish(), violations: z.array(coded(codes.violation)).max(5).default([]),
});
/** A checked answer. */
export type Suggestion = z.output<typeof suggestion>;

/** How a trace of a model's value reads; the card warns of it. */
export const byModel = '由模型补充，请核对';

/** A draft with what a model adds: only fields that the reading left empty or unsure, only where the model's words stand in the message, always marked as a guess. */
export function refinedWith(draft: Draft, given: Suggestion): Draft {
  const stands = ({ words }: { words: string }): boolean => draft.words.includes(words);
  const { facts } = draft;
  const found = {
    project: [given.project].flatMap((one) => (one && stands(one) ? [one.words] : [])),
    named: given.named.filter(stands).map(({ words }) => words),
    category: [given.category].flatMap((one) => (one && stands(one) ? [one] : [])),
    violations: given.violations.filter(stands),
  };
  const free = (field: 'project' | 'named' | 'category' | 'violations'): boolean => found[field].length > 0 && (facts[field].length === 0 || draft.guessed.includes(field));
  const added: Partial<Draft['facts']> = {
    ...(free('project') ? { project: found.project[0] ?? '' } : {}), ...(free('category') ? { category: found.category[0]?.value ?? '' } : {}),
    ...(free('named') ? { named: [...new Set(found.named)] } : {}), ...(free('violations') ? { violations: [...new Set(found.violations.map(({ value }) => value))] } : {}),
  };
  const changed = (Object.keys(added) as (keyof typeof found)[]).filter((field) => JSON.stringify(added[field]) !== JSON.stringify(facts[field]));
  const traces = changed.flatMap((field): Trace[] => found[field].map((one) => ({ field, words: typeof one === 'string' ? one : one.words, why: byModel })));
  return {
    ...draft, facts: { ...facts, ...added }, guessed: [...new Set([...draft.guessed, ...changed])],
    traces: [...draft.traces.filter(({ field }) => !changed.some((one) => one === field)), ...traces],
  };
}

/** Whether something of a draft came from a model and still waits for its sender's eye. */
export function isRefined({ traces, guessed }: Pick<Matter, 'traces' | 'guessed'>): boolean {
  return traces.some(({ field, why }) => why === byModel && guessed.includes(field));
}
