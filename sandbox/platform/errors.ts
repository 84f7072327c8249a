import type { Fields } from '../json.ts';
import { sentences } from './errors-data.ts';

/** An answer the platform gives instead of data. */
export interface Failure {
  code: number;
  status: number;
  message: string;
  extra: Fields;
  headers: Record<string, string>;
}

/** Carries a `Failure` out of a handler; the edge turns it into the answer. */
export class PlatformError extends Error {
  readonly failure: Failure;
  constructor(failure: Failure) {
    super(failure.message);
    this.failure = failure;
  }
}

/** The platform's sentence for a code. */
export function sentenceOf(code: number): string {
  const known = sentences[code] ?? 'error';
  return typeof known === 'string' ? known : known[1];
}

/** A failure by code; the platform's own status and sentence unless said otherwise. */
export function fail(code: number, change: Partial<Failure> = {}): PlatformError {
  const known = sentences[code];
  return new PlatformError({
    code,
    status: typeof known === 'object' ? known[0] : 400,
    message: sentenceOf(code),
    extra: {},
    headers: {},
    ...change,
  });
}

/** 99992402 naming the field and what is wrong with it. */
export function badField(field: string, description: string, value = ''): PlatformError {
  return fail(99992402, { extra: { field_violations: [{ field, value, description }] } });
}
