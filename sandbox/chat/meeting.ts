import type { Chat } from '../state/chats.ts';
import type { App, Person } from '../state/tenant.ts';
import type { World } from '../world.ts';
import { announceFirstChat } from './announce.ts';
import { privateChat } from './rooms.ts';

/** The one-to-one chat of a person with a bot; the app hears of the first one. */
export function meet(world: World, app: App, first: { person: Person; byBot: boolean }): Chat {
  const before = Object.keys(world.state.chats).length;
  const chat = privateChat(world, app, first.person);
  if (Object.keys(world.state.chats).length > before) announceFirstChat(world, app, { chat, ...first });
  return chat;
}
