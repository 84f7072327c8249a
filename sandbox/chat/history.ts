import type { Chat, Message } from '../state/chats.ts';
import type { Ground } from '../world.ts';
import { visible } from './views.ts';

/** Which messages of a chat a person may see in a list. */
export interface Sight {
  as: string;
  /** What was said in threads is left out. */
  folded?: boolean;
}

function sees(sight: Sight, message: Message): boolean {
  if (!visible(message, sight.as)) return false;
  return !(sight.folded === true && message.thread !== undefined && message.replies === undefined);
}

/** The place of the first message of a chat that fits; the messages must fit from some place on (their numbers and times only rise). */
export function firstPlace(world: Ground, chat: Chat, fits: (message: Message) => boolean): number {
  let low = 0;
  let high = chat.messages.length;
  while (low < high) {
    const middle = (low + high) >>> 1;
    const message = world.state.messages[chat.messages[middle] ?? ''];
    if (message !== undefined && fits(message)) high = middle;
    else low = middle + 1;
  }
  return low;
}

/** Marks as read what a person has not read in a chat yet, at this moment; gives those messages, oldest first. */
export function markRead(world: Ground, chat: Chat, person: string): Message[] {
  const upTo = chat.read[person] ?? 0;
  const place = firstPlace(world, chat, (message) => message.seq > upTo);
  const fresh = walk(world, chat, { sight: { as: person }, place, step: 1, limit: Infinity }).filter((message) => message.sender.id !== person);
  for (const message of fresh) message.readBy[person] = world.clock.now();
  chat.read[person] = world.state.messages[chat.messages.at(-1) ?? '']?.seq ?? upTo;
  return fresh;
}

interface Walk {
  sight: Sight;
  /** Where to begin, itself included. */
  place: number;
  step: 1 | -1;
  limit: number;
}

/** At most `limit` messages that a person sees, from a place of the chat onwards or back, oldest first; touches no others than those it passes. */
export function walk(world: Ground, chat: Chat, { sight, place, step, limit }: Walk): Message[] {
  const found: Message[] = [];
  for (let at = place; at >= 0 && at < chat.messages.length && found.length < limit; at += step) {
    const message = world.state.messages[chat.messages[at] ?? ''];
    if (message !== undefined && sees(sight, message)) found.push(message);
  }
  return step === 1 ? found : found.toReversed();
}
