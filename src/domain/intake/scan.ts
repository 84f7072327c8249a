/** One row of a reading table: where `find` stands in the text and `not` does not stand in its clause, `value` is meant. */
export interface Row<T> {
  value: T;
  find: RegExp;
  /** Shown under 为什么这样判断. */
  why: string;
  not?: RegExp;
  /** How much the hit speaks for the value; 1 unless told. */
  weight?: number;
}

/** A row that was found. */
export interface Hit<T> { value: T; words: string; at: number; why: string; weight: number }

const stops = /[，,。；;！!？?\n]/;

/** The clause around a place of the text. */
export function clauseAt(text: string, at: number): string {
  let from = at;
  let to = at;
  while (from > 0 && !stops.test(text[from - 1] ?? '')) from -= 1;
  while (to < text.length && !stops.test(text[to] ?? '')) to += 1;
  return text.slice(from, to);
}

/** Every row that the text bears out, each at its first place that is not ruled out, in the order of the text. */
export function scan<T>(text: string, rows: readonly Row<T>[]): Hit<T>[] {
  return rows.flatMap((row) => firstHit(text, row)).sort((a, b) => a.at - b.at);
}

function firstHit<T>(text: string, row: Row<T>): Hit<T>[] {
  for (const match of text.matchAll(new RegExp(row.find, 'g'))) {
    if (match[0] === '' || row.not?.test(clauseAt(text, match.index))) continue;
    return [{ value: row.value, words: match[0], at: match.index, why: row.why, weight: row.weight ?? 1 }];
  }
  return [];
}

/** The text with some pieces blanked out by spaces of the same length, so that places stay the same. */
export function masked(text: string, pieces: readonly string[]): string {
  return [...pieces].sort((a, b) => b.length - a.length).reduce((rest, piece) => rest.replaceAll(piece, ' '.repeat(piece.length)), text);
}
