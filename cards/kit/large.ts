import type { Card } from './kit.ts';

/** The next size up of each text size that the kit uses; what has none counts as normal text. */
const larger: Readonly<Record<string, string>> = { heading: 'xx-large', normal: 'x-large', notation: 'large' };

/** The same card in large type (大字卡片): every text one or two steps larger, nothing else changed. */
export function enlarged(card: Card): Card {
  return { ...card, body: grown(card.body) as Card['body'] };
}

function grown(value: unknown): unknown {
  if (Array.isArray(value)) return value.map(grown);
  if (typeof value !== 'object' || value === null) return value;
  const entries = Object.entries(value).map(([name, inner]): [string, unknown] => [name, grown(inner)]);
  const one = Object.fromEntries(entries);
  const size = typeof one['text_size'] === 'string' ? one['text_size'] : 'normal';
  if (one['tag'] === 'markdown') return { ...one, text_size: larger[size] ?? size };
  const text = one['text'];
  return one['tag'] === 'div' && typeof text === 'object' && text !== null ? { ...one, text: { ...text, text_size: larger['normal'] } } : one;
}
