import type { Document } from '../document.ts';
import { hiddenFromBranch } from '../forward/access.ts';
import type { Brief } from '../forward/forward.ts';
import type { Directory, Role } from '../people.ts';
import { openToSay, type Recusable } from './recusal.ts';

/** Whoever is out because others say that he is tied may say what he thinks of it, and nothing else; nobody who is reported. */
export function leftToRecused(doc: Document<Recusable & { brief: Brief }>, personId: string, directory: Directory): readonly Role[] {
  return openToSay(doc.data, personId) && !hiddenFromBranch(doc, personId, directory) ? ['RECUSED'] : [];
}
