import type { Document } from '../document.ts';
import { branchRoles, hiddenFromBranch } from '../forward/access.ts';
import { center, type Directory, type Role } from '../people.ts';
import type { Transfer } from './transfer.ts';

/** Roles of a person on a transfer: his own in the organ, VERIFIER for those who verified; the Center only reads the state. */
export function transferRoles(doc: Document<Transfer>, personId: string, world: { directory: Directory; now: Date }): readonly Role[] {
  const own = branchRoles(doc, personId, world);
  if (doc.data.handlers.includes(personId)) return ['VERIFIER', ...own];
  if (world.directory.people.get(personId)?.organ === center && doc.data.organ !== center) return own.filter((role) => role === 'AUDITOR');
  return own.filter((role) => role !== 'HANDLER');
}

/** The reported organ and whoever is recused do not see it (E-902). */
export function hiddenFromTransfer(doc: Document<Transfer>, personId: string, directory: Directory): boolean {
  return hiddenFromBranch(doc, personId, directory);
}
