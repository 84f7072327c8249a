import type { Card } from '../cards/kit/kit.ts';
import { enlarged } from '../cards/kit/large.ts';
import { digest } from '../src/domain/audit.ts';
import type { Deps, Received } from './define.ts';

/** Says one sentence to the sender, always one to one, whatever chat his words came from. */
export async function sayTo(received: Received, text: string, deps: Deps): Promise<void> {
  await deps.platform.sendText({ openId: received.openId }, text, uuidOf(received, text));
}

/** Shows a card that belongs to no document (a list, a question, help). */
export async function showTo(received: Received, card: Card, deps: Deps): Promise<void> {
  await sendLoose({ openId: received.openId, uuid: uuidOf(received, JSON.stringify(card.header)) }, card, deps);
}

/** Sends somebody a card that belongs to no document, in the size of type that he chose. */
export async function sendLoose({ openId, uuid }: { openId: string; uuid: string }, card: Card, deps: Deps): Promise<void> {
  const { heard } = await deps.store.attention.of(deps.store.attention.keyOf(openId));
  await deps.platform.sendCard({ openId }, heard.prefs.large ? enlarged(card) : card, uuid);
}

/** In a group only this sentence appears; everything else is one to one. */
export async function pointToPrivate(received: Received, deps: Deps): Promise<void> {
  if (received.chatType === 'group') await deps.platform.sendText({ chat: received.chat }, '已收到，请看单聊。', uuidOf(received, 'group'));
}

/** The id that makes sending an answer twice harmless: one for each message and kind of answer; at most 50 characters. */
export function uuidOf(received: Pick<Received, 'id'>, what: string): string {
  return `r${digest([received.id, what]).slice(0, 40)}`;
}
