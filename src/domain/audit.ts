import { createHash } from 'node:crypto';
import type { Actor, AuditEntry } from './document.ts';
import { shortName, type Directory } from './people.ts';

/** JSON with sorted keys: the same value always gives the same text. */
export function canonical(value: unknown): string {
  if (Array.isArray(value)) return `[${value.map((item) => canonical(item ?? null)).join(',')}]`;
  if (value && typeof value === 'object') {
    const fields = Object.entries(value).filter(([, v]) => v !== undefined).sort(([a], [b]) => (a < b ? -1 : 1));
    return `{${fields.map(([k, v]) => `${JSON.stringify(k)}:${canonical(v)}`).join(',')}}`;
  }
  return JSON.stringify(value) ?? 'null';
}

/** Who acted, as a timeline says it: 萨仁, or 萨仁 代 王磊; empty where nobody has a name. */
export function actorName(by: Actor): string {
  if (!('name' in by)) return '';
  return 'for' in by && by.for ? `${by.name} 代 ${by.for.name}` : by.name;
}

/** The open_id of whoever acts; empty for the clock, the system, a reporter and organs outside. */
export function actorId(by: Actor): string {
  return 'id' in by ? by.id : '';
}

/** The organ in whose name somebody acts; empty where there is none. */
export function actorOrgan(by: Actor): string {
  return 'organ' in by ? by.organ : '';
}

/** 市住建局: how a trail names the organ in whose name somebody acts; empty where there is none. */
export function actorOrganName(by: Actor, directory: Directory): string {
  return 'organ' in by ? shortName(directory, by.organ) : '';
}

/** SHA-256 in lower-case hex of a value's canonical JSON. */
export function digest(value: unknown): string {
  return createHash('sha256').update(canonical(value)).digest('hex');
}

/** Appends an entry to a trail: number, link to the line before, own hash. */
export function chain(trail: readonly AuditEntry[], entry: Omit<AuditEntry, 'seq' | 'prev' | 'hash'>): AuditEntry {
  const last = trail.at(-1);
  const linked = { ...entry, seq: (last?.seq ?? 0) + 1, prev: last?.hash ?? '' };
  return { ...linked, hash: digest(linked) };
}

/** The first line at which a trail does not hold together; undefined where it is whole. */
export function brokenAt(trail: readonly AuditEntry[]): number | undefined {
  let prev = '';
  for (const [index, entry] of trail.entries()) {
    const { hash, ...rest } = entry;
    if (rest.prev !== prev || rest.seq !== index + 1 || digest(rest) !== hash) return index + 1;
    prev = hash;
  }
  return undefined;
}
