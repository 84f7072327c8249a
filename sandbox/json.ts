/** Any JSON object. */
export type Fields = Record<string, unknown>;

/** Whether a value is a JSON object (not null, not a list). */
export function isFields(value: unknown): value is Fields {
  return typeof value === 'object' && value !== null && !Array.isArray(value);
}

/** The value as an object; an empty one for anything else. */
export function fields(value: unknown): Fields {
  return isFields(value) ? value : {};
}

/** The value as a string; '' for anything else. */
export function text(value: unknown): string {
  return typeof value === 'string' ? value : '';
}

/** A whole number as a string: some official SDKs write int64 fields as strings, some as numbers; '' for anything else. */
export function digits(value: unknown): string {
  return typeof value === 'number' && Number.isSafeInteger(value) ? String(value) : text(value);
}

/** The value as a list; an empty one for anything else. */
export function list(value: unknown): unknown[] {
  return Array.isArray(value) ? (value as unknown[]) : [];
}

/** The strings of a list; anything else in it is dropped. */
export function texts(value: unknown): string[] {
  return list(value).filter((entry): entry is string => typeof entry === 'string');
}

/** Parses JSON; undefined when it is none. */
export function parse(source: string): unknown {
  try {
    return JSON.parse(source) as unknown;
  } catch {
    return undefined;
  }
}

/** Parses a JSON object; an empty one when it is none. */
export function parseFields(source: string): Fields {
  return fields(parse(source));
}
