import type { Document } from '../document.ts';
import type { Directory, Role } from '../people.ts';
import type { Delegation } from './delegation.ts';

/** Roles on a delegation: 本人 and 代办人, and AUDITOR, who may read; whoever asks for one is 本人. */
export function delegationRoles(doc: Document<Delegation>, personId: string, { directory }: { directory: Directory }): readonly Role[] {
  const person = directory.people.get(personId);
  if (!person) return [];
  if (doc.state === 'new' || doc.data.person === personId) return ['SELF'];
  return [...(doc.data.delegate === personId && doc.state !== 'g.draft' ? (['DELEGATE'] as const) : []), ...person.roles.filter((role) => role === 'AUDITOR')];
}
