import { ownDuties } from '../../src/domain/acting-for.ts';
import type { Document } from '../../src/domain/document.ts';
import { dutiesOf } from '../../src/domain/duties.ts';
import { flows } from '../../src/domain/flows.ts';
import type { Deps } from '../define.ts';

/** Who besides its receiver gets a card of a document: colleagues who stand in for him there today and do not get it in their own right. */
export function insteadOf(person: string, doc: Document, deps: Pick<Deps, 'directory' | 'now'>): string[] {
  const world = { directory: deps.directory, now: deps.now() };
  const delegates = new Set(world.directory.standIns.filter((one) => one.person === person).map((one) => one.delegate));
  return [...delegates].filter((delegate) =>
    dutiesOf(doc, delegate, world).some((duty) => duty.insteadOf) && !ownDuties(flows[doc.kind], { doc, person: delegate, world }).length);
}
