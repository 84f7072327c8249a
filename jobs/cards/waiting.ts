import { kinds } from '../../src/domain/document.ts';
import { dutiesOf, dutyStates, type Duty } from '../../src/domain/duties.ts';
import { center } from '../../src/domain/people.ts';
import type { Deps } from '../define.ts';

/** What waits for a person, soonest first. */
export async function waitingFor(openId: string, deps: Deps): Promise<Duty[]> {
  const organ = deps.directory.people.get(openId)?.organ;
  if (!organ) return [];
  const everywhere = organ === center;
  const docs = await Promise.all(kinds.map((kind) => deps.store.search({ kind, states: dutyStates(kind), limit: 300, ...(everywhere ? {} : { organ }) })));
  const world = { directory: deps.directory, now: deps.now() };
  return docs.flat().flatMap((doc) => dutiesOf(doc, openId, world)).sort((a, b) => (a.dueDate || '9').localeCompare(b.dueDate || '9'));
}
