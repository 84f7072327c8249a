import type { Document } from '../document.ts';
import { branchRoles, hiddenFromBranch } from '../forward/access.ts';
import { center, type Directory, type Role } from '../people.ts';
import { partnerOf } from './joint.ts';
import { deciderOf, recusalOf } from '../recusal/recusal.ts';
import type { Referral } from './referral.ts';

/** Roles of a person on a verification: his own in the organ, VERIFIER where he was assigned, HEAD for whom the superior organ named; CO_HEAD for the head of a department that acts with the Center; where a department acts the Center only reads the state. */
export function referralRoles(doc: Document<Referral>, personId: string, world: { directory: Directory; now: Date }): readonly Role[] {
  if (recusalOf(doc.data, personId)) return [];
  const organ = world.directory.people.get(personId)?.organ;
  const own = branchRoles(doc, personId, world);
  if (organ === center && doc.data.organ !== center) return own.filter((role) => role === 'AUDITOR');
  if (partnerOf(doc.data, personId, world)) return ['CO_HEAD', ...own];
  if (doc.data.verifiers.some((verifier) => verifier.id === personId)) return ['VERIFIER', ...own];
  const named = doc.data.decider === personId && deciderOf(doc.data, world)?.id === personId;
  return [...(named && !own.includes('HEAD') ? (['HEAD'] as const) : []), ...own.filter((role) => role !== 'HANDLER')];
}

/** The reported organ and whoever is recused do not see it (E-902, E-801). */
export function hiddenFromReferral(doc: Document<Referral>, personId: string, directory: Directory): boolean {
  return recusalOf(doc.data, personId) !== undefined || hiddenFromBranch(doc, personId, directory);
}
