import { digest } from '../src/domain/audit.ts';
import type { Asker, Document } from '../src/domain/document.ts';
import type { Reading } from '../src/domain/intake.ts';
import { draftOf } from '../src/domain/matter/draft.ts';
import type { Matter } from '../src/domain/matter/matter.ts';
import type { Deps, Received } from './define.ts';

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
  await deps.handle({ kind: 'matter', id, act: 'draft', by: asReporter(received.openId, id, deps), input: draftOf(made.reading, made.words), cause: received.id });
  await deps.store.notes.set(draftKey(received.openId, deps), id);
  await deps.store.notes.set(`from:${received.id}`, id);
  return id;
}

/** The reporter as he acts on his own matter: a pseudonym on the trail. */
export function asReporter(openId: string, matter: string, deps: Deps): Asker {
  return { role: 'person', id: openId, ref: deps.store.vault.ref(openId, matter), reporter: true };
}

function draftKey(openId: string, deps: Deps): string {
  return `open-draft:${deps.store.vault.ref(openId, 'open-draft')}`;
}
