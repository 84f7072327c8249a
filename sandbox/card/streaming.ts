import { fields, type Fields } from '../json.ts';
import type { Message } from '../state/chats.ts';
import type { Ground } from '../world.ts';

const LONGEST_MS = 600_000;

/** Whether a card says that it streams. */
export function saysStreaming(card: Fields): boolean {
  return fields(card['config'])['streaming_mode'] === true;
}

/** Whether a card that says so still streams at `now`: it closes by itself ten minutes after `since` (contract 8.1). */
export function streams(card: Fields, { since, now }: { since: number; now: number }): boolean {
  return saysStreaming(card) && now - since < LONGEST_MS;
}

/** A message's card as it stands: a stream that ran out is closed. */
export function atRest(world: Ground, message: Message, card: Fields): Fields {
  const since = world.state.cards[message.cardId ?? '']?.streamingSince ?? message.at;
  const open = streams(card, { since, now: world.clock.now() });
  return open || !saysStreaming(card) ? card : { ...card, config: { ...fields(card['config']), streaming_mode: false } };
}
