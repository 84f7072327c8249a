import { z } from 'zod';
import { sentenceOf } from '../../cards/kit/texts.ts';
import { ownDuties } from '../../src/domain/acting-for.ts';
import { digest } from '../../src/domain/audit.ts';
import { kinds, type Document } from '../../src/domain/document.ts';
import { dutiesOf, dutyStates, numberOf } from '../../src/domain/duties.ts';
import { flows } from '../../src/domain/flows.ts';
import type { Handover, Item } from '../../src/domain/handover/handover.ts';
import { bookId, type OrganBook } from '../../src/domain/organ/organ.ts';
import { staffOf, type Directory, type Person, type StaffRole } from '../../src/domain/people.ts';
import { effectJob, type Deps } from '../define.ts';
import { deliver } from '../cards/deliver.ts';
import { system } from '../tell.ts';

/** Lists all that somebody who leaves had to do, and opens the hand-over of it. */
export const openHandover = effectJob({
  name: 'open-handover',
  payload: z.object({ person: z.string(), why: z.string() }),
  async run({ doc, effect, data }, deps) {
    const { organ, members } = (doc as Document<OrganBook>).data;
    const member = members.find(({ id }) => id === data.person);
    if (!member) return;
    const { left: _left, ...person } = member;
    const items = await itemsOf({ ...person, organ }, deps);
    await deps.handle(system({ kind: 'handover', id: handoverId(effect), act: 'open', input: { person: person.id, name: person.name, organ, why: data.why, items }, cause: effect }));
  },
});

/** The id of the hand-over that something asked for. */
export function handoverId(cause: string): string {
  return `w${digest(cause).slice(0, 20)}`;
}

/** All that is a person's and nobody else's: open documents that name him, and duties of his role for which nobody else is there. */
export async function itemsOf(person: Person, deps: Deps): Promise<Omit<Item, 'to' | 'state' | 'why'>[]> {
  const directory: Directory = { ...deps.directory, people: new Map([...deps.directory.people, [person.id, person]]) };
  const world = { directory, now: deps.now() };
  const naming = (await deps.store.search({ person: person.id, limit: 500 })).filter((doc) => !flows[doc.kind].final.includes(doc.state));
  const held = naming.flatMap((doc) => {
    const what = flows[doc.kind].holds(doc, person.id);
    return what ? [itemOf(doc, { what, named: true, dueDate: dutiesOf(doc, person.id, world)[0]?.dueDate ?? '', role: '' }, directory)] : [];
  });
  const waiting = (await Promise.all(kinds.map((kind) => deps.store.search({ kind, organ: person.organ, states: dutyStates(kind), limit: 300 })))).flat();
  const alone = waiting.filter((doc) => !held.some((item) => item.doc === doc.id) && doc.kind !== 'handover').flatMap((doc) => {
    const [rule] = ownDuties(flows[doc.kind], { doc, person: person.id, world }).filter((duty) => !someoneElse(doc, duty, { person, directory, now: world.now }));
    const role = rule?.roles.find((one) => (person.roles as readonly string[]).includes(one));
    return rule && role ? [itemOf(doc, { what: rule.verb, named: false, dueDate: dutiesOf(doc, person.id, world)[0]?.dueDate ?? '', role }, directory)] : [];
  });
  return [...held, ...alone].sort((a, b) => (a.dueDate || '9').localeCompare(b.dueDate || '9'));
}

function itemOf(doc: Document, { what, named, dueDate, role }: { what: string; named: boolean; dueDate: string; role: string }, directory: Directory): Omit<Item, 'to' | 'state' | 'why'> {
  const kept = [...directory.people.keys()].filter((id) => flows[doc.kind].hidden(doc, id, directory));
  return { id: digest([doc.id, what]).slice(0, 12), kind: doc.kind, doc: doc.id, no: numberOf(doc), what, dueDate, named, role, kept };
}

function someoneElse(doc: Document, rule: ReturnType<typeof ownDuties>[number], { person, directory, now }: { person: Person; directory: Directory; now: Date }): boolean {
  return staffOf(directory, person.organ).some((other) => other.id !== person.id && ownDuties(flows[doc.kind], { doc, person: other.id, world: { directory, now } }).includes(rule));
}

/** Hands one item to whom it was given: by the act of the document that names the former owner, or by giving him the role; what is refused comes back with the reason. */
export const handOver = effectJob({
  name: 'hand-over',
  payload: z.object({ item: z.string() }),
  async run({ doc, effect, data }, deps) {
    const handover = doc as Document<Handover>;
    const item = handover.data.items.find(({ id }) => id === data.item);
    if (!item || item.state !== 'given') return;
    const refused = await (item.named ? passOn : appoint)({ ...item, from: handover.data.person, organ: handover.data.organ, cause: effect }, deps);
    await deps.handle(system({ kind: 'handover', id: doc.id, act: 'settled', input: { item: item.id, refused }, cause: effect }));
  },
});

type Gift = Item & { from: string; organ: string; cause: string };

async function passOn({ kind, doc, from, to, cause }: Gift, deps: Deps): Promise<string> {
  const outcome = await deps.handle(system({ kind, id: doc, act: 'takeOver', input: { from, to }, cause }));
  return outcome.ok ? '' : sentenceOf(outcome.refusal);
}

async function appoint({ organ, cause, ...item }: Gift, deps: Deps): Promise<string> {
  const roles = deps.directory.people.get(item.to)?.roles ?? [];
  if (!roles.includes(item.role as StaffRole)) {
    const outcome = await deps.handle(system({ kind: 'organ', id: bookId(organ), act: 'appoint', input: { person: item.to, roles: [...roles, item.role] }, cause }));
    if (!outcome.ok) return sentenceOf(outcome.refusal);
  }
  const doc = await deps.store.load(item.kind, item.doc);
  const duty = doc && dutiesOf(doc, item.to, { directory: deps.directory, now: deps.now() })[0];
  if (doc && duty) await deliver({ doc, card: duty.card, face: duty.face, uuid: `${cause}s`, key: item.to, openId: item.to, chat: '' }, deps);
  return '';
}
