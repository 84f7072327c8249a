/** A card component or any JSON object of unknown shape. */
export type Node = Record<string, unknown>;

/** Where a component stands inside the card JSON. */
export type Path = (string | number)[];

/** The value as an object; anything else becomes an empty one. */
export function toNode(value: unknown): Node {
  return value !== null && typeof value === 'object' && !Array.isArray(value) ? (value as Node) : {};
}

/** The value as a list of objects; anything else becomes an empty list. */
export function list(value: unknown): Node[] {
  return Array.isArray(value) ? value.filter((item) => item !== null && typeof item === 'object').map(toNode) : [];
}

/** The value as a string; numbers are written out, anything else becomes empty. */
export function text(value: unknown): string {
  if (typeof value === 'string') return value;
  return typeof value === 'number' ? String(value) : '';
}

/** The value as a list of strings. */
export function texts(value: unknown): string[] {
  return Array.isArray(value) ? value.filter((item): item is string => typeof item === 'string') : [];
}

/** True only for `true`. */
export function flag(value: unknown): boolean {
  return value === true;
}

/** The words of a text object; its language was chosen when the card was localised. */
export function label(value: unknown): string {
  return text(toNode(value)['content']);
}

const spaces: Record<string, string> = { small: '4px', medium: '8px', large: '12px', extra_large: '16px' };

/** A spacing token or px length as CSS; `fallback` for anything else. */
export function space(value: unknown, fallback: string): string {
  const word = text(value);
  return spaces[word] ?? (/^\d{1,2}px$/.test(word) ? word : fallback);
}

/** A length in px or per cent as CSS, else undefined. */
export function length(value: unknown): string | undefined {
  const word = text(value);
  return /^\d{1,4}(\.\d+)?(px|%)$/.test(word) ? word : undefined;
}

/** A number of the JSON between two bounds; `fallback` when it is none. */
export function within(value: unknown, [least, most]: readonly [number, number], fallback: number): number {
  return typeof value === 'number' && Number.isFinite(value) ? Math.min(most, Math.max(least, value)) : fallback;
}

/** One to four px lengths as CSS, else undefined. */
export function edges(value: unknown): string | undefined {
  const word = text(value).trim();
  return /^(-?\d{1,2}px)(\s+-?\d{1,2}px){0,3}$/.test(word) ? word : undefined;
}

/** `left|center|right|top|bottom` as a flex alignment. */
export function align(value: unknown): string | undefined {
  return { left: 'flex-start', top: 'flex-start', center: 'center', right: 'flex-end', bottom: 'flex-end' }[text(value)];
}
