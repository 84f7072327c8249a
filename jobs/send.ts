import { z } from 'zod';
import { digest } from '../src/domain/audit.ts';
import { askedFor } from '../src/domain/delivery/asked.ts';
import type { Delivery } from '../src/domain/delivery/delivery.ts';
import type { Document } from '../src/domain/document.ts';
import { numberOf } from '../src/domain/duties.ts';
import type { Deps } from './define.ts';
import { system } from './tell.ts';

/** What is sent: a card, words, or a file. */
export type Content = { card: object } | { text: string } | { file: { name: string; bytes: Buffer } };

/** The document that a message is about: with the name and face of its card, where it is one of its own; `key` names its receiver as live cards do, where his open_id must not be kept (`reporter`); `wanted` where he asked for it by words, and no act did. */
export interface About { doc: Document; card?: string; face?: string; key?: string; wanted?: true }

/** A message on its way; its `uuid` is the same however often it is tried. */
export interface Letter { to: { openId: string } | { chat: string }; content: Content; uuid: string; about?: About }

/** What arrived: its message, and the print of the card that hangs there, empty where it may be another than the one given. */
export interface Sent { message: string; print: string }

const titleOf = z.object({ header: z.object({ title: z.object({ content: z.string() }) }) }).transform(({ header }) => header.title.content).catch('');

type SendDeps = Pick<Deps, 'platform' | 'store' | 'now' | 'handle' | 'directory' | 'log'>;

/** As long the platform knows a uuid is an hour (contract 9.1); a minute of it is left for the way there. */
const memoryMs = 59 * 60_000;

/** Whether a call failed so that nobody can say if it was done. */
export function mayBeDone(error: unknown): boolean {
  return error instanceof Error && 'unknown' in error && error.unknown === true;
}

/** The only way a message goes out. As long as the platform remembers it, a message is tried again as often as one likes; afterwards, where nobody knows whether it arrived, it is not: whoever caused it is asked (experience 2.10), and the answer here is undefined. Faults of the platform are thrown. */
export async function send(letter: Letter, deps: SendDeps): Promise<Sent | undefined> {
  const { sendings } = deps.store;
  const now = { at: deps.now(), print: 'card' in letter.content ? deps.store.cards.printOf(letter.content.card) : '' };
  const noted = await sendings.begin(letter.uuid, now);
  if (noted.message) return noted;
  if (now.at.getTime() - Date.parse(noted.since) > memoryMs) {
    if (letter.about?.doc.kind !== 'delivery') return ask(letter, noted.since, deps);
    // The question itself may come twice rather than never.
    await sendings.forget(letter.uuid);
    await sendings.begin(letter.uuid, now);
  }
  try {
    const { message } = await handOver(letter, deps);
    await sendings.arrived(letter.uuid, message);
    return { message, print: noted.print };
  } catch (fault) {
    // What was refused today says nothing of an earlier try that was never answered.
    if (noted.isFirst && !mayBeDone(fault)) await sendings.forget(letter.uuid);
    throw fault;
  }
}

function handOver({ to, content, uuid }: Letter, { platform }: SendDeps): Promise<{ message: string }> {
  if ('card' in content) return platform.sendCard(to, content.card, uuid);
  return 'text' in content ? platform.sendText(to, content.text, uuid) : platform.sendFile(to, content.file, uuid);
}

// What is about no document (an answer to words, a list) is whoever wanted it to judge: he is told where it is made.
async function ask({ to, content, uuid, about }: Letter, since: string, deps: SendDeps): Promise<undefined> {
  deps.log.warn({ uuid, doc: about?.doc.id ?? '' }, 'delivery unknown, not sent again');
  if (!about) return undefined;
  const { doc, card = '', face = '' } = about;
  const key = about.key ?? ('chat' in to ? `chat:${to.chat}` : to.openId);
  const asked = about.wanted ? key : askedFor({ doc, uuid, to: key }, deps.directory);
  if (!asked) return undefined;
  const input = {
    about: { kind: doc.kind, id: doc.id, no: numberOf(doc) }, asked, organ: deps.directory.people.get(asked)?.organ ?? '', to: key, since, card, face, ...(await kept(content, card, deps)),
  };
  await deps.handle(system({ kind: 'delivery', id: `${doc.matter}-q-${digest(uuid).slice(0, 16)}`, act: 'ask', input, cause: uuid, matter: doc.matter }));
  return undefined;
}

async function kept(content: Content, card: string, { store }: SendDeps): Promise<Pick<Delivery, 'form' | 'title'> & Partial<Pick<Delivery, 'words' | 'file'>>> {
  if ('text' in content) return { form: 'text', title: content.text, words: content.text };
  if ('card' in content) return { form: card ? 'card' : 'loose', title: titleOf.parse(content.card), ...(card ? {} : { words: JSON.stringify(content.card) }) };
  const { id, name } = await store.files.put(content.file.name, once(content.file.bytes));
  return { form: 'file', title: name, file: id };
}

async function* once(bytes: Uint8Array): AsyncIterable<Uint8Array> {
  yield await Promise.resolve(bytes);
}
