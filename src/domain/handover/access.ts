import type { Document } from '../document.ts';
import { hasDeputy, headOf, type Directory, type Role } from '../people.ts';
import { dateOf } from '../time/time.ts';
import type { Handover } from './handover.ts';

/** Roles on a hand-over: ADMIN everywhere, the deputy of the organ, or its head where it has none; whoever gets something, and whoever leaves, look on. */
export function handoverRoles(doc: Document<Handover>, personId: string, { directory, now }: { directory: Directory; now: Date }): readonly Role[] {
  const person = directory.people.get(personId);
  if (!person) return [];
  const own = person.roles.filter((role) => role === 'ADMIN' || role === 'AUDITOR');
  const concerned = doc.data.person === personId || doc.data.items.some(({ to }) => to === personId) ? (['SELF'] as const) : [];
  if (person.organ !== doc.data.organ && doc.state !== 'new') return [...own, ...concerned];
  const head = headOf(directory, person.organ, dateOf(now))?.id;
  const leads = person.roles.includes('DEPUTY') || (person.id === head && !hasDeputy(directory, person.organ));
  return [...own, ...(leads && personId !== doc.data.person ? (['DEPUTY'] as const) : []), ...concerned];
}
