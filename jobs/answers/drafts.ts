import { complaintAnswer } from '../../cards/complaint/lodging-words.ts';
import { digest } from '../../src/domain/audit.ts';
import type { Asker, Document } from '../../src/domain/document.ts';
import { readLead, readLimit, type Reading } from '../../src/domain/intake/intake.ts';
import { draftOf, emptyReading } from '../../src/domain/matter/drafting/draft.ts';
import type { Facts, Matter } from '../../src/domain/matter/matter.ts';
import { withRouting } from '../../src/domain/matter/drafting/suggestion.ts';
import { groundNow } from './ground.ts';
import { refinedWith } from '../../src/domain/matter/drafting/refined.ts';
import { redacted } from '../../src/domain/reporter/redact.ts';
import { sayTo } from '../say.ts';
import type { Deps, Received } from '../define.ts';

/** The open draft of a person, if it is still a draft. */
export async function openDraft(openId: string, deps: Deps): Promise<Document<Matter> | undefined> {
  const id = await deps.store.notes.get(draftKey(openId, deps));
  const doc = id ? ((await deps.store.load('matter', id)) as Document<Matter> | undefined) : undefined;
  return doc?.state === 'draft' ? doc : undefined;
}

/** A new draft, with nothing in it yet but what was read; its reporter is known to the vault only. */
export async function newDraft(made: { received: Received; reading: Reading; words: string }, deps: Deps): Promise<string> {
  const { received } = made;
  const id = `m${digest(received.id).slice(0, 20)}`;
  await deps.store.vault.keep(id, { openId: received.openId, chat: received.chatType === 'p2p' ? received.chat : '' });
  const drafted = await deps.handle({ kind: 'matter', id, act: 'draft', by: asReporter(received.openId, id, deps), input: await refined(draftOf(made.reading, made.words), deps), cause: received.id });
  if (!drafted.ok) throw new Error(`draft refused: ${drafted.refusal.code}`);
  await deps.store.notes.set(draftKey(received.openId, deps), id);
  await deps.store.notes.set(`from:${received.id}`, id);
  return id;
}

/** A draft with what a language model adds, where the city uses one. What may show who reports is taken out before it is asked. */
export async function refined(draft: ReturnType<typeof draftOf>, { refine }: Pick<Deps, 'refine'>): Promise<ReturnType<typeof draftOf>> {
  const given = draft.words ? await refine?.(redacted(draft.words)) : undefined;
  return given ? refinedWith(draft, given) : draft;
}

/** A draft of what somebody tells, with the words on a 投诉 where it is one, and all of a long message beside it. */
export async function startDraft({ received, reading, whole }: { received: Received; reading: Reading; whole: string }, deps: Deps): Promise<void> {
  const words = whole.slice(0, readLimit);
  const facts = withRouting(draftOf(reading, whole).facts, groundNow(deps).table);
  if (facts.kind === 'complaint') await sayTo(received, complaintAnswer(facts, { words, at: deps.now() }, deps.calendar), deps);
  const id = await newDraft({ received, reading, words }, deps);
  if (whole.length > readLimit) await keepWhole({ received, id, whole }, deps);
}

/** Keeps words that are too long to be read as a file of the draft, whole and with its checksum. */
export async function keepWhole({ received, id, whole }: { received: Received; id: string; whole: string }, deps: Deps): Promise<void> {
  const file = await deps.store.files.put(`来件全文 ${received.at.slice(0, 10)}.txt`, bytesOf(whole));
  await deps.handle({ kind: 'matter', id, act: 'attach', by: asReporter(received.openId, id, deps), input: { ...file, at: received.at }, cause: `${received.id}-whole` });
  await sayTo(received, '内容较长，已全文存为附件，我读了前 5,000 字。', deps);
}

/** A new reading of a draft in which the reporter's own corrections stay: whatever differs from what his words alone had given. */
export function keepingCorrections({ data, createdAt }: Document<Matter>, reread: ReturnType<typeof draftOf>): ReturnType<typeof draftOf> {
  const read = draftOf(data.words ? readLead(data.words, { now: new Date(createdAt) }) : emptyReading, data.words).facts;
  const fields = (Object.keys(read) as (keyof Facts)[]).filter((field) => JSON.stringify(read[field]) !== JSON.stringify(data[field]));
  const own = Object.fromEntries(fields.map((field) => [field, data[field]])) as Partial<Facts>;
  return { ...reread, facts: { ...reread.facts, ...own }, guessed: reread.guessed.filter((field) => !(field in own)) };
}

async function* bytesOf(text: string): AsyncIterable<Uint8Array> {
  yield await Promise.resolve(Buffer.from(text));
}

/** The reporter as he acts on his own matter: a pseudonym on the trail. */
export function asReporter(openId: string, matter: string, deps: Deps): Asker {
  return { role: 'person', id: openId, ref: deps.store.vault.ref(openId, matter), reporter: true };
}

function draftKey(openId: string, deps: Deps): string {
  return `open-draft:${deps.store.vault.ref(openId, 'open-draft')}`;
}
