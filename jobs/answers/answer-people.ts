import { digest } from '../../src/domain/audit.ts';
import type { Asker, Outcome } from '../../src/domain/document.ts';
import { maySee } from '../../src/domain/acting-for.ts';
import { flows } from '../../src/domain/flows.ts';
import { changesSomething, differences } from '../../src/domain/organ/difference.ts';
import { bookId } from '../../src/domain/organ/organ.ts';
import { center, shortName, type Organ, type Person } from '../../src/domain/people.ts';
import { sentenceOf } from '../../cards/kit/texts.ts';
import { sayTo, uuidOf } from '../say.ts';
import type { Deps, Received } from '../define.ts';
import { handoverId, itemsOf } from '../people/hand-over.ts';
import { digestOf } from '../people/organisation.ts';
import { deliver } from '../cards/deliver.ts';

type Told = { received: Received; arg: string; person: Person };

/** Answers 单位名册: the book of one's own organ, or of the organ named. */
export async function answerOrgan({ received, arg, person }: Told, deps: Deps): Promise<void> {
  const organ = arg ? organNamed(arg, deps) : deps.directory.organs.get(person.organ);
  const book = organ && (await deps.store.load('organ', bookId(organ.code)));
  if (!book || !maySee(flows.organ, { doc: book, person: person.id, world: { directory: deps.directory, now: deps.now() } })) {
    return sayTo(received, arg ? `未找到：${arg}。可以说单位简称，例如「单位名册 市住建局」。` : '名册由管理员、主要负责人、分管负责人和联络员查看。', deps);
  }
  return deliver({ doc: book, card: 'organ', face: '', uuid: uuidOf(received, 'organ'), key: person.id, openId: person.id, chat: '', wanted: true }, deps);
}

/** Answers 工作交接 of somebody, asked for by an administrator or whoever leads his organ: opens it with all that is his. */
export async function answerHandover({ received, arg, person }: Told, deps: Deps): Promise<void> {
  const named = [...deps.directory.people.values()].filter(({ name, organ }) => name === arg && (person.roles.includes('ADMIN') || organ === person.organ));
  const [leaver] = named;
  if (!leaver || named.length > 1) return sayTo(received, arg ? `${named.length ? `${arg} 有 ${named.length} 人，请到其单位名册里办理` : `未找到：${arg}`}。` : '请说交接谁的工作，例如「交接 王磊」。', deps);
  const items = await itemsOf(leaver, deps);
  if (!items.length) return sayTo(received, `${leaver.name} 名下没有需要交接的事项。`, deps);
  const input = { person: leaver.id, name: leaver.name, organ: leaver.organ, why: '', items };
  const outcome = await deps.handle({ kind: 'handover', id: handoverId(received.id), act: 'open', by: asked(received, person, deps), input, cause: received.id });
  if (!outcome.ok) return sayTo(received, sentenceOf(outcome.refusal), deps);
}

/** Answers 核对组织文件: every fault of the file with its line, or what it would change, to be confirmed; nothing is written. */
export async function answerOrganFile({ received, person }: Told, deps: Deps): Promise<void> {
  if (!person.roles.includes('ADMIN')) return sayTo(received, '组织文件由管理员核对和采用。', deps);
  const read = await deps.readOrganisation();
  if ('faults' in read) return sayTo(received, `组织文件有 ${read.faults.length} 处要改，改好再核对，现在没有任何变更：\n${read.faults.slice(0, 20).join('\n')}`, deps);
  const lines = differences(deps.directory, read.directory);
  if (!changesSomething(lines)) return sayTo(received, `组织文件与现有名册一致${lines.length ? `，另有 ${lines.length} 人不在文件中，仍然有效` : ''}。`, deps);
  await proposed(deps.handle({ kind: 'organ', id: bookId(center), act: 'propose', by: asked(received, person, deps), input: { digest: digestOf(read.directory), lines }, cause: received.id }));
}

async function proposed(outcome: Promise<Outcome>): Promise<void> {
  const done = await outcome;
  if (!done.ok) throw new Error(`proposal refused: ${done.refusal.code}`);
}

function asked(received: Received, person: Person, { store }: Deps): Asker {
  return { role: 'person', id: person.id, ref: store.vault.ref(person.id, digest(received.id)), reporter: false };
}

function organNamed(words: string, { directory }: Deps): Organ | undefined {
  const all = [...directory.organs.values()];
  return all.find(({ code, name }) => shortName(directory, code) === words || name === words) ?? all.find(({ aliases }) => aliases.includes(words));
}
