import type { Document } from '../document.ts';
import { headOf, type Directory, type Role } from '../people.ts';
import { dateOf } from '../time/time.ts';
import type { OrganBook } from './organ.ts';

/** Roles on an organ's book: ADMIN of the platform everywhere; of the organ itself those who answer for its people and its roster; AUDITOR reads. */
export function organRoles(doc: Document<OrganBook>, personId: string, { directory, now }: { directory: Directory; now: Date }): readonly Role[] {
  const person = directory.people.get(personId);
  if (!person) return [];
  const everywhere = person.roles.filter((role) => role === 'ADMIN' || role === 'AUDITOR');
  if (person.organ !== doc.data.organ) return everywhere;
  const head = headOf(directory, person.organ, dateOf(now))?.id;
  return [...everywhere, ...person.roles.filter((role) => ['DEPUTY', 'LIAISON'].includes(role)), ...(person.id === head ? (['HEAD'] as const) : [])];
}
