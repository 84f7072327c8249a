import { digest } from '../../src/domain/audit.ts';
import { tasksOf, type Delegation } from '../../src/domain/delegation/delegation.ts';
import { candidates } from '../../src/domain/delegation/guards.ts';
import { leaveSaid } from '../../src/domain/delegation/said.ts';
import type { Document } from '../../src/domain/document.ts';
import type { Person } from '../../src/domain/people.ts';
import { dateOf } from '../../src/domain/time/time.ts';
import { sayTo, uuidOf } from '../say.ts';
import type { Deps, Received } from '../define.ts';
import { deliver } from '../cards/deliver.ts';

/** Answers 请假代办: the delegation that is set, else the form, filled with what was said. */
export async function answerDelegate({ received, arg, person }: { received: Received; arg: string; person: Person }, deps: Deps): Promise<void> {
  if (!tasksOf(person).length) return sayTo(received, '您没有可以交人代办的事项。指派、核实、审批、移送须由本人办理，时间冲突的请告知分管负责人。', deps);
  const own = (await delegationsOf(person.id, deps)).filter((doc) => doc.data.person === person.id);
  const running = own.find((doc) => doc.state === 'g.set');
  const doc = running && !arg ? running : await form({ received, arg, person }, deps);
  await deliver({ doc, card: 'delegation', face: '', uuid: uuidOf(received, 'delegation'), key: person.id, openId: person.id, chat: '', wanted: true }, deps);
}

async function form({ received, arg, person }: { received: Received; arg: string; person: Person }, deps: Deps): Promise<Document> {
  const said = leaveSaid(arg, dateOf(deps.now()));
  const delegate = candidates(deps.directory, person.organ, person.id).find(({ name }) => name === said.name)?.id ?? '';
  const id = `g${digest(received.id).slice(0, 20)}`;
  const by = { role: 'person' as const, id: person.id, ref: deps.store.vault.ref(person.id, id), reporter: false };
  const outcome = await deps.handle({ kind: 'delegation', id, act: 'ask', by, input: { delegate, from: said.from, to: said.to }, cause: received.id });
  if (!outcome.ok) throw new Error(`delegation form refused: ${outcome.refusal.code}`);
  return outcome.doc;
}

async function delegationsOf(person: string, deps: Deps): Promise<Document<Delegation>[]> {
  return (await deps.store.search({ kind: 'delegation', person, states: ['g.set'], limit: 20 })) as Document<Delegation>[];
}
