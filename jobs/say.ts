import type { Card } from '../cards/kit/kit.ts';
import { enlarged } from '../cards/kit/large.ts';
import { digest } from '../src/domain/audit.ts';
import type { Deps, Received } from './define.ts';
import { send, type Content, type Sent } from './send.ts';

/** Says one sentence to the sender, always one to one, whatever chat his words came from. */
export async function sayTo(received: Received, text: string, deps: Deps): Promise<void> {
  await answerWith(received, { content: { text }, uuid: uuidOf(received, text) }, deps);
}

/** Shows a card that belongs to no document (a list, a question, help). */
export async function showTo(received: Received, card: Card, deps: Deps): Promise<void> {
  await answerWith(received, { content: { card: await sized(card, received.openId, deps) }, uuid: uuidOf(received, JSON.stringify(card.header)) }, deps);
}

/** Answers with anything. Whoever asked sees best whether he was answered: where nobody knows, he is told so an hour later instead of being answered twice. */
export async function answerWith(received: Received, { content, uuid }: { content: Content; uuid: string }, deps: Deps): Promise<void> {
  const to = { openId: received.openId };
  if (await send({ to, content, uuid }, deps)) return;
  await send({ to, content: { text: '您先前的一条消息，我的答复不知是否送到。没看到的话，请再说一遍。' }, uuid: uuidOf(received, 'unsure') }, deps);
}

/** Sends somebody a card that belongs to no document, in the size of type that he chose; undefined where nobody knows whether it arrived. */
export async function sendLoose({ openId, uuid }: { openId: string; uuid: string }, card: Card, deps: Deps): Promise<Sent | undefined> {
  return send({ to: { openId }, content: { card: await sized(card, openId, deps) }, uuid }, deps);
}

async function sized(card: Card, openId: string, { store }: Deps): Promise<Card> {
  const { heard } = await store.attention.of(store.attention.keyOf(openId));
  return heard.prefs.large ? enlarged(card) : card;
}

/** In a group only this sentence appears; everything else is one to one. */
export async function pointToPrivate(received: Received, deps: Deps): Promise<void> {
  if (received.chatType === 'group') await send({ to: { chat: received.chat }, content: { text: '已收到，请看单聊。' }, uuid: uuidOf(received, 'group') }, deps);
}

/** The id that makes sending an answer twice harmless: one for each message and kind of answer; at most 50 characters. */
export function uuidOf(received: Pick<Received, 'id'>, what: string): string {
  return `r${digest([received.id, what]).slice(0, 40)}`;
}
