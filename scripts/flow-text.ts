import { correctable, pausable, redirectable } from '../src/domain/complaint/guards.ts';
import { atAcceptance, atReceipt } from '../src/domain/complaint/limits.ts';
import { stateBefore } from '../src/domain/complaint/withdrawal-rows.ts';
import { reachable } from '../src/domain/matter/routing/sending.ts';
import { stateAfter } from '../src/domain/matter/progress.ts';
import { afterDecision } from '../src/domain/referral/changes.ts';
import { approvable, assignable, decidable, decisionRule, reasoned } from '../src/domain/referral/guards.ts';
import { stateAfterDecision } from '../src/domain/referral/flow.ts';

// Rows call these by name; what they may answer is read from their text as from the row's own.
const called: readonly { name: string; run: (...given: never[]) => unknown }[] = [
  { name: 'stateAfter', run: stateAfter }, { name: 'reachable', run: reachable },
  { name: 'correctable', run: correctable }, { name: 'pausable', run: pausable }, { name: 'redirectable', run: redirectable }, { name: 'atReceipt', run: atReceipt }, { name: 'atAcceptance', run: atAcceptance }, { name: 'stateBefore', run: stateBefore },
  { name: 'decidable', run: decidable }, { name: 'decisionRule', run: decisionRule }, { name: 'afterDecision', run: afterDecision },
  { name: 'stateAfterDecision', run: stateAfterDecision }, { name: 'assignable', run: assignable }, { name: 'reasoned', run: reasoned }, { name: 'approvable', run: approvable },
];

/** The text of a part of a row (guard, follow …) with the texts of the functions it stands on; empty where the row has no such part. */
export function textOf(part: unknown): string {
  if (typeof part !== 'function') return '';
  const own = String(part);
  return withCalled(own, new Set([own]));
}

// A guard may stand on another one, so the texts are followed until nothing new is named.
function withCalled(text: string, seen: Set<string>): string {
  const further = called.filter(({ name, run }) => new RegExp(`\\b${name}\\b`).test(text) && !seen.has(String(run))).map(({ run }) => String(run));
  for (const body of further) seen.add(body);
  return [text, ...further.map((body) => withCalled(body, seen))].join('\n');
}

/** Each value once, in order. */
export const unique = <T>(list: readonly T[]): T[] => [...new Set(list)];

/** The first group of every match of a pattern, each once. */
export const found = (text: string, pattern: RegExp): string[] => unique([...text.matchAll(pattern)].map((match) => match[1] ?? ''));
