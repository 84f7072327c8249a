import type { Document } from '../document.ts';
import { branchRoles, hiddenFromBranch } from '../forward/access.ts';
import { center, type Directory, type Role } from '../people.ts';
import type { Referral } from './referral.ts';

/** Roles of a person on a referral: his own in the organ, VERIFIER where he was assigned and is not recused; the Center only reads the state. */
export function referralRoles(doc: Document<Referral>, personId: string, world: { directory: Directory; now: Date }): readonly Role[] {
  const mine = doc.data.verifiers.find((verifier) => verifier.id === personId);
  if (mine?.declared === 'recuse') return [];
  const organ = world.directory.people.get(personId)?.organ;
  const own = branchRoles(doc, personId, world);
  if (organ === center) return own.filter((role) => role === 'AUDITOR');
  return mine ? ['VERIFIER', ...own] : own.filter((role) => role !== 'HANDLER');
}

/** The reported organ and recused verifiers do not see it (E-902). */
export function hiddenFromReferral(doc: Document<Referral>, personId: string, directory: Directory): boolean {
  const recused = doc.data.verifiers.some((verifier) => verifier.id === personId && verifier.declared === 'recuse');
  return recused || hiddenFromBranch(doc, personId, directory);
}
