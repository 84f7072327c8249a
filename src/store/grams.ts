import type { Keys } from './keys.ts';

/** Text as it is compared: NFKC, lower case, only letters and digits. */
export function normal(text: string): string {
  return text.normalize('NFKC').toLowerCase().replace(/[^\p{L}\p{N}]/gu, '');
}

/** Blind index of texts: each pair of neighbouring characters as a keyed 32-bit value, so that the words cannot be read off. */
export function gramsOf(keys: Keys, texts: readonly string[]): number[] {
  const pairs = new Set(texts.flatMap((text) => pairsOf(normal(text))));
  return [...pairs].map((pair) => Buffer.from(keys.blind('grams', pair).slice(0, 8), 'hex').readInt32BE());
}

function pairsOf(text: string): string[] {
  const letters = [...text];
  return letters.slice(1).map((letter, index) => `${letters[index]}${letter}`);
}
