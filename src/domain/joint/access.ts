import type { Document } from '../document.ts';
import { hiddenFromBranch } from '../forward/access.ts';
import { center, hasDeputy, headOf, type Directory, type Role } from '../people.ts';
import { dateOf } from '../time/deadlines.ts';
import { memberOf, type Joint } from './joint.ts';

const centerRoles: readonly Role[] = ['C_CLERK', 'C_HEAD', 'SECRETARY', 'AUDITOR'];
const leading: readonly Role[] = ['LIAISON', 'HANDLER', 'DEPUTY', 'HEAD', 'ACTING_HEAD'];

/** Roles of a person on a joint enforcement: the Center's coordinating ones, a member's own (HEAD for the one in office), LEAD in the lead department, OFFICER for whoever was named; AUDITOR anywhere. */
export function jointRoles(doc: Document<Joint>, personId: string, world: { directory: Directory; now: Date }): readonly Role[] {
  const person = world.directory.people.get(personId);
  if (!person) return [];
  if (person.organ === center) return person.roles.filter((role) => centerRoles.includes(role));
  const member = memberOf(doc.data, person.organ);
  if (!member) return person.roles.filter((role) => role === 'AUDITOR');
  const head = headOf(world.directory, person.organ, dateOf(world.now))?.id;
  const own: Role[] = person.roles.filter((role) => role !== 'ADMIN' && ((role !== 'HEAD' && role !== 'ACTING_HEAD') || person.id === head));
  const deputy: Role[] = person.id === head && !hasDeputy(world.directory, person.organ) ? ['DEPUTY'] : [];
  const lead: Role[] = doc.data.lead === person.organ && own.some((role) => leading.includes(role)) ? ['LEAD'] : [];
  const officer: Role[] = member.officers.some((one) => one.id === personId && one.declared !== 'tied') ? ['OFFICER'] : [];
  return [...own, ...deputy, ...lead, ...officer];
}

/** People who are reported or whose organ is, and whoever is recused, do not know that it exists. */
export function hiddenFromJoint(doc: Document<Joint>, personId: string, directory: Directory): boolean {
  return hiddenFromBranch(doc, personId, directory);
}
