import type { Keys, Purpose, Sealed } from './keys.ts';

/** Seals a plain value as JSON. */
export function sealJson(keys: Keys, at: { purpose: Purpose; bound: string }, value: unknown): Sealed {
  return keys.seal(at.purpose, at.bound, Buffer.from(JSON.stringify(value)));
}

/** Opens what `sealJson` sealed; throws where anything was altered or moved. */
export function openJson<T>(keys: Keys, at: { purpose: Purpose; bound: string }, sealed: Sealed): T {
  return JSON.parse(keys.open(at.purpose, at.bound, sealed).toString()) as T;
}
