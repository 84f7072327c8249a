import type { Document } from '../document.ts';
import { branchRoles, hiddenFromBranch } from '../forward/access.ts';
import type { Directory, Role } from '../people.ts';
import { deciderOf, recusalOf } from '../recusal/recusal.ts';
import type { Complaint } from './complaint.ts';

/** Roles of a person on a complaint: his own in the organ, HEAD also for whom the superior organ named, none for whoever is recused. */
export function complaintRoles(doc: Document<Complaint>, personId: string, world: { directory: Directory; now: Date }): readonly Role[] {
  if (recusalOf(doc.data, personId)) return [];
  const own = branchRoles(doc, personId, world);
  const named = doc.data.decider === personId && deciderOf(doc.data, world)?.id === personId;
  return named && !own.includes('HEAD') ? ['HEAD', ...own] : own;
}

/** The organ complained of, people who are, and whoever is recused do not see it (E-902, E-801). */
export function hiddenFromComplaint(doc: Document<Complaint>, personId: string, directory: Directory): boolean {
  return recusalOf(doc.data, personId) !== undefined || hiddenFromBranch(doc, personId, directory);
}
