import type { Document } from '../document.ts';
import { branchRoles, hiddenFromBranch } from '../forward/access.ts';
import { center, type Directory, type Role } from '../people.ts';
import { deciderOf } from './guards.ts';
import { partnerOf } from './joint.ts';
import { openToSay, recusalOf } from './recusal.ts';
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

/** Whether he is out by recusal alone: whoever is himself reported (R5) must not learn that there is a case. */
export function isRecusedOnly(doc: Document<Referral>, personId: string): boolean {
  const recusal = recusalOf(doc.data, personId);
  return recusal !== undefined && recusal.relation !== 'R5';
}

/** Whoever is out because others say that he is tied may say what he thinks of it, and nothing else; nobody who is reported. */
export function leftToRecused(doc: Document<Referral>, personId: string, directory: Directory): readonly Role[] {
  return openToSay(doc.data, personId) && !hiddenFromBranch(doc, personId, directory) ? ['RECUSED'] : [];
}

/** The reported organ and whoever is recused do not see it (E-902, E-801). */
export function hiddenFromReferral(doc: Document<Referral>, personId: string, directory: Directory): boolean {
  return recusalOf(doc.data, personId) !== undefined || hiddenFromBranch(doc, personId, directory);
}
