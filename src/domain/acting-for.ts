import { covers } from './delegation/delegation.ts';
import type { Document, DutyRule, Flow, Principal, World } from './document.ts';
import type { Directory, Person, Role, StandIn } from './people.ts';
import { dateOf } from './time/time.ts';

/** A person before a document. */
export interface Before<D> { doc: Document<D>; person: string; world: Pick<World, 'directory' | 'now'> }

/** In which capacity somebody acts: his own, or that of a colleague who is away. */
export interface Capacity { roles: readonly Role[]; for?: Principal }

/** Roles that are lent with a task; a head's decisions, verification and the vault never are. */
const lendable: readonly Role[] = ['LIAISON', 'DUTY', 'C_CLERK'];

/** Delegations to a person that count today. */
export function standInsTo(person: string, { directory, now }: { directory: Directory; now: Date }): readonly StandIn[] {
  const today = dateOf(now);
  return directory.standIns.filter((one) => one.delegate === person && one.from <= today && today <= one.to);
}

interface Lent { of: Person; standIn: StandIn; roles: readonly Role[] }

/** What is lent to a person on a document today: nothing of a colleague who may not see it himself. */
function lentTo<D>(flow: Flow<D>, { doc, person, world }: Before<D>): readonly Lent[] {
  return standInsTo(person, world).flatMap((standIn) => {
    const of = world.directory.people.get(standIn.person);
    if (!of || flow.hidden(doc, of.id, world.directory)) return [];
    const roles = flow.roles(doc, of.id, world).filter((role) => lendable.includes(role));
    return roles.length ? [{ of, standIn, roles }] : [];
  });
}

/** Whether a person may see a document: it is not hidden from him, and he has a role on it or stands in for somebody who has. */
export function maySee<D>(flow: Flow<D>, before: Before<D>): boolean {
  const { doc, person, world } = before;
  return !flow.hidden(doc, person, world.directory) && (flow.roles(doc, person, world).length > 0 || lentTo(flow, before).length > 0);
}

/** The rules by which a document waits for a person himself. */
export function ownDuties<D>(flow: Flow<D>, { doc, person, world }: Before<D>): readonly DutyRule<D>[] {
  const one = world.directory.people.get(person);
  if (!one || flow.hidden(doc, person, world.directory)) return [];
  const roles = flow.roles(doc, person, world);
  return flow.duties.filter((rule) => rule.states.includes(doc.state) && rule.roles.some((role) => roles.includes(role)) && (rule.when?.(doc, one) ?? true));
}

/** The rules by which a document waits for a person in a colleague's place: those of the colleague's duties of which he may do something. */
export function lentDuties<D>(flow: Flow<D>, before: Before<D>): readonly { rule: DutyRule<D>; of: Person }[] {
  const { doc, world } = before;
  return lentTo(flow, before).flatMap(({ of, standIn, roles }) => ownDuties(flow, { doc, person: of.id, world })
    .filter((rule) => flow.rows.some((row) => row.from.includes(doc.state) && covers(standIn.tasks, doc.kind, row.act) && row.by.some((role) => roles.includes(role) && rule.roles.includes(role))))
    .map((rule) => ({ rule, of })));
}

/** The capacities in which a person may do an act, the fitting one first: for a colleague for whom the document waits, in his own right, for any other colleague. */
export function capacitiesFor<D>(flow: Flow<D>, before: Before<D>, { act, own }: { act: string; own: Capacity }): readonly Capacity[] {
  const { doc, person, world } = before;
  if (flow.hidden(doc, person, world.directory)) return [own];
  const lent = lentTo(flow, before).filter(({ standIn }) => covers(standIn.tasks, doc.kind, act));
  const waiting = lent.filter(({ of }) => ownDuties(flow, { doc, person: of.id, world }).length > 0);
  return [...waiting.map(inPlaceOf), own, ...lent.filter((one) => !waiting.includes(one)).map(inPlaceOf)];
}

function inPlaceOf({ of, roles }: Lent): Capacity {
  return { roles, for: { id: of.id, name: of.name } };
}
