import type { Document } from '../document.ts';
import { center, type Directory, type Role } from '../people.ts';
import { isReportedPerson } from '../reporter/reported-people.ts';
import type { Matter } from './matter.ts';

/** Whether only few may know of a matter: discipline inspection is competent, or the Center itself is concerned (O11). */
export function isConfined({ routing }: Pick<Matter, 'routing'>): boolean {
  return routing?.depts[0] === 'JWJW' || isPastCenter({ routing });
}

/** Whether the Center may not handle it at all, because its own people are concerned (V38, O11). */
export function isPastCenter({ routing }: Pick<Matter, 'routing'>): boolean {
  return routing?.recused.includes(center) ?? false;
}

/** Roles of a person on a matter: the Center's own roles there, his department's where it has a branch, AUDITOR anywhere. */
export function matterRoles(doc: Document<Matter>, personId: string, world: { directory: Directory }): readonly Role[] {
  const person = world.directory.people.get(personId);
  if (!person) return [];
  if (person.organ === center) return person.roles.filter((role) => (isConfined(doc.data) ? role === 'VAULT' || role === 'AUDITOR' : role !== 'ADMIN' && role !== 'VAULT' && role !== 'HANDLER'));
  const branch = [...doc.data.forwards, ...doc.data.complaints].some((part) => part.organ === person.organ);
  const verifies = doc.data.referrals.some(({ verifiers }) => verifiers.includes(personId));
  return [...(verifies ? (['VERIFIER'] as const) : []), ...person.roles.filter((role) => role === 'AUDITOR' || (branch && role !== 'ADMIN'))];
}

/** People of a reported organ, people who are reported or may be, whoever is recused in a department's verification or its handling of a complaint, and the Center where it is itself concerned (O11): for them it does not exist. */
export function hiddenFrom(doc: Document<Matter>, personId: string, directory: Directory): boolean {
  const organ = directory.people.get(personId)?.organ;
  if (!organ) return false;
  const recused = [...doc.data.referrals, ...doc.data.complaints].some(({ out }) => out.includes(personId));
  return recused || doc.data.reported.includes(organ) || isReportedPerson(doc.data.reportedPeople, personId, directory) || (organ === center && isPastCenter(doc.data));
}
