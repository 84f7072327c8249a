import { allows, inForce } from '../state/console.ts';
import type { Chat, Message } from '../state/chats.ts';
import type { App } from '../state/tenant.ts';
import type { World } from '../world.ts';

/** Scopes that let a bot hear: one-to-one, what mentions it in a group, everything in a group (contract 5.1). */
const scopes = {
  private: ['im:message.p2p_msg:readonly', 'im:message.p2p_msg', 'im:message'],
  mention: ['im:message.group_at_msg:readonly', 'im:message.group_at_msg', 'im:message'],
  group: ['im:message.group_msg'],
};

/** Files and the like cannot carry a mention. */
const mute = new Set(['image', 'file', 'folder', 'audio', 'media', 'sticker']);

/** Whether `im.message.receive_v1` of a message goes to an app. */
export function hears(world: World, app: App, { chat, message }: { chat: Chat; message: Message }): boolean {
  if (message.sender.id === app.appId) return false;
  const { state } = world;
  const granted = inForce(state, app.appId).scopes;
  const any = (wanted: string[]): boolean => wanted.some((scope) => allows(granted, scope));
  const mentioned = message.mentions.some((mention) => mention.id === app.botId);
  if (message.sender.kind === 'app') return state.settings.botsHearBots && mentioned && any(scopes.mention);
  if (chat.mode === 'p2p') return any(scopes.private);
  if (any(scopes.group)) return true;
  const answered = state.messages[message.parent ?? '']?.sender.id === app.appId;
  const heard = mentioned || answered || (mute.has(message.type) && state.settings.groupFilesWithoutMention);
  return heard && any(scopes.mention);
}
