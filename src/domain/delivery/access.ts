import type { Document } from '../document.ts';
import { center, type Directory, type Role } from '../people.ts';
import type { Delivery } from './delivery.ts';

/** Roles on such a question: SELF for whoever is asked, who alone answers; the Center and his own organ read it on the trail. */
export function deliveryRoles({ data }: Document<Delivery>, personId: string, { directory }: { directory: Directory }): readonly Role[] {
  const person = directory.people.get(personId);
  if (!person) return [];
  const own = data.asked === personId ? (['SELF'] as const) : [];
  return person.organ === center || (data.organ !== '' && person.organ === data.organ) ? [...own, ...person.roles] : own;
}
