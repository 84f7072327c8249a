import { show } from '../chat/rooms.ts';
import type { Message } from '../state/chats.ts';
import type { Ground } from '../world.ts';

/** Taps waiting for their answer, by message; each remembers whether the card was changed meanwhile. */
const waiting = new WeakMap<object, Map<string, { before: string; disturbed: boolean }>>();

function tapsOf(world: Ground): Map<string, { before: string; disturbed: boolean }> {
  const known = waiting.get(world.state) ?? new Map<string, { before: string; disturbed: boolean }>();
  waiting.set(world.state, known);
  return known;
}

function authored(world: Ground, message: Message): string {
  return (message.cardId === undefined ? undefined : world.state.cards[message.cardId]?.card) ?? message.content;
}

function write(world: Ground, message: Message, card: string): void {
  const entity = message.cardId === undefined ? undefined : world.state.cards[message.cardId];
  if (entity === undefined) message.content = card;
  else entity.card = card;
  message.revision += 1;
  message.updatedAt = world.clock.now();
  show(world, message);
}

/** Whether a tap on a message's card still waits for its answer. */
export function held(world: Ground, message: Message): boolean {
  return tapsOf(world).has(message.id);
}

/** Puts a new card on a message; a change before the answer of a tap is lost with it (contract 6.4). */
export function editCard(world: Ground, message: Message, card: string): void {
  const tap = tapsOf(world).get(message.id);
  if (tap !== undefined) tap.disturbed = true;
  write(world, message, card);
}

/** Remembers the card as it stands when somebody taps it; call the result with the card of the answer, if any. It names the rule that was broken: a change was lost, because it came before an answer without a card. */
export function holdCard(world: Ground, message: Message): (answer: string | undefined) => string[] {
  const taps = tapsOf(world);
  const before = taps.get(message.id)?.before ?? authored(world, message);
  const tap = { before, disturbed: false };
  taps.set(message.id, tap);
  return (answer) => {
    const other = taps.get(message.id);
    if (other === tap) taps.delete(message.id);
    else if (other !== undefined && answer !== undefined) other.before = answer;
    if (message.recalled) return [];
    if (answer !== undefined) write(world, message, answer);
    else if (tap.disturbed) write(world, message, tap.before);
    return answer === undefined && tap.disturbed ? ['回调应答之前更新了卡片，而应答里没有卡片：客户端恢复了点按前的卡片'] : [];
  };
}
