import type { Stretch } from './model.ts';

const stop = /[，,。；;！!？?\n：:]/;
const long = 26;
const pair = 44;

/** The clauses of a text, each clause with the next, and pieces of whatever goes on without a stop: what the models look at one by one. */
export function stretchesOf(text: string): Stretch[] {
  const clauses = clausesOf(text);
  const pieces = clauses.flatMap((clause) => piecesOf(clause, { length: long, step: 8 }));
  const pairs = clauses.flatMap(({ from }, index) => {
    const to = clauses[index + 1]?.to ?? 0;
    return to > from && to - from <= pair ? [{ from, to }] : [];
  });
  return [...pieces, ...pairs];
}

const phrases = [4, 7];

/** Short runs of a text, as long as the name of a thing: where a thing is named among many other words. */
export function phrasesOf(text: string): Stretch[] {
  return clausesOf(text).flatMap((clause) => phrases.flatMap((length) => piecesOf(clause, { length, step: 2 })));
}

function clausesOf(text: string): Stretch[] {
  const clauses: Stretch[] = [];
  let from = 0;
  for (let at = 0; at <= text.length; at += 1) {
    if (at < text.length && !stop.test(text.charAt(at))) continue;
    if (at > from) clauses.push({ from, to: at });
    from = at + 1;
  }
  return clauses;
}

function piecesOf({ from, to }: Stretch, { length, step }: { length: number; step: number }): Stretch[] {
  const pieces: Stretch[] = [];
  for (let at = from; at < to; at += step) {
    pieces.push({ from: at, to: Math.min(to, at + length) });
    if (at + length >= to) break;
  }
  return pieces;
}
