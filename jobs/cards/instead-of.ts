import { ownDuties } from '../../src/domain/acting-for.ts';
import type { Document } from '../../src/domain/document.ts';
import { dutiesOf } from '../../src/domain/duties.ts';
import { flows } from '../../src/domain/flows.ts';
import { headOf, holders } from '../../src/domain/people.ts';
import { dateOf } from '../../src/domain/time/time.ts';
import type { Deps } from '../define.ts';

/** Who besides its receiver gets a card of a document: colleagues who stand in for him there today and do not get it in their own right. */
export function insteadOf(person: string, doc: Document, deps: Pick<Deps, 'directory' | 'now'>): string[] {
  const world = { directory: deps.directory, now: deps.now() };
  const delegates = new Set(world.directory.standIns.filter((one) => one.person === person).map((one) => one.delegate));
  const lent = [...delegates].filter((delegate) =>
    dutiesOf(doc, delegate, world).some((duty) => duty.insteadOf) && !ownDuties(flows[doc.kind], { doc, person: delegate, world }).length);
  return [...lent, ...headInstead(person, doc, deps)];
}

// Where no 分管负责人 may know of it, whoever does their part gets what would have gone to the first of them.
function headInstead(person: string, doc: Document, { directory, now }: Pick<Deps, 'directory' | 'now'>): string[] {
  const organ = directory.people.get(person)?.organ ?? '';
  if (holders(directory, organ, 'DEPUTY')[0]?.id !== person || !flows[doc.kind].hidden(doc, person, directory)) return [];
  const head = headOf(directory, organ, dateOf(now()))?.id ?? '';
  return flows[doc.kind].roles(doc, head, { directory, now: now() }).includes('DEPUTY') && !flows[doc.kind].hidden(doc, head, directory) ? [head] : [];
}
