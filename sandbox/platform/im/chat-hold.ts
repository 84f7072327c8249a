import { setTimeout as wait } from 'node:timers/promises';
import { allows, inForce } from '../../state/console.ts';
import type { Chat } from '../../state/chats.ts';
import { param, type Call } from '../call.ts';
import { fail } from '../errors.ts';
import { rules } from './find.ts';

const busy = new WeakSet<Chat>();

/** The group of the path, standing and with the bot in it. */
export function needGroup(call: Call): Chat {
  const chat = call.world.state.chats[param(call, 'chat_id')];
  if (chat === undefined) throw fail(232006);
  if (chat.dissolved) throw fail(232009);
  if (!chat.bots.includes(call.app.appId)) throw fail(232011);
  return chat;
}

/** Whether the app may act like the owner: as one, as a manager, or as the maker with `im:chat:operate_as_owner`. */
export function mayRule(call: Call, chat: Chat): boolean {
  const asOwner = allows(inForce(call.world.state, call.app.appId).scopes, 'im:chat:operate_as_owner');
  return rules(chat, call.app.appId) || (chat.creator === call.app.appId && asOwner);
}

/** Does one thing to a group at a time: whoever comes while the group is busy gets 232019. */
export async function alone<T>(call: Call, chat: Chat, act: () => T): Promise<T> {
  if (busy.has(chat)) throw fail(232019);
  busy.add(chat);
  try {
    const done = act();
    await wait(call.world.state.settings.chatBusyMs);
    return done;
  } finally {
    busy.delete(chat);
  }
}
