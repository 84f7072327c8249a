import codes from '../data/codes.json' with { type: 'json' };
import { bestFindings, tellingWords } from './model.ts';
import { models } from './models.ts';
import type { Guess } from './reading.ts';
import { phrasesOf } from './stretches.ts';

const guessed = 0.15;
/** Likeness alone is never sure: a project's name must bear it out. */
const sure = 1.5;

/** What is traded: the likeliest category of any stretch; the name of the project outweighs what is said around it. */
export function readCategory(text: string, project: string): Guess<string> | undefined {
  const at = project ? text.indexOf(project) : -1;
  const named = at < 0 ? [] : bestFindings(models.categories, text, [{ from: at, to: at + project.length }]);
  const findings = bestFindings(models.categories, text, phrasesOf(text));
  const weight = (code: string, chance: number): number => chance + (named.find(({ label }) => label === code)?.chance ?? 0);
  const [best] = findings.map((finding) => ({ finding, points: weight(finding.label, finding.chance) })).sort((a, b) => b.points - a.points);
  if (!best || best.points < guessed) return undefined;
  const { finding } = best;
  const name = codes.category[finding.label as keyof typeof codes.category] ?? finding.label;
  return { value: finding.label, words: tellingWords(models.categories, text, finding), why: `像是${name.replace(/（.*/, '')}`, sure: best.points >= sure };
}
