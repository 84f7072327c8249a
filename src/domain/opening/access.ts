import type { Document } from '../document.ts';
import { isReportedIn } from '../forward/access.ts';
import { center, type Directory, type Role } from '../people.ts';
import type { Opening } from './opening.ts';

/** Roles on an opening: the Center's keepers and auditors, nobody else, however high. */
export function openingRoles(_doc: Document<Opening>, personId: string, { directory }: { directory: Directory }): readonly Role[] {
  const person = directory.people.get(personId);
  return person?.organ === center ? person.roles.filter((role) => role === 'VAULT' || role === 'AUDITOR') : [];
}

/** A keeper who is reported himself, or recused, finds no opening of that matter. */
export function hiddenFromOpening({ data }: Document<Opening>, personId: string, directory: Directory): boolean {
  return isReportedIn(data, personId, directory) || data.out.includes(personId) || (data.pastCenter && directory.people.get(personId)?.organ === center);
}
