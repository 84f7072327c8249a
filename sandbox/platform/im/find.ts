import { consoleOf, coversPerson, inForce } from '../../state/console.ts';
import type { Chat, Message } from '../../state/chats.ts';
import type { Person } from '../../state/tenant.ts';
import { param, type Call } from '../call.ts';
import { fail } from '../errors.ts';

/** The message of the path; throws when unknown, out of the bot's sight or in a chat without the bot. */
export function needMessage(call: Call, id = param(call, 'message_id')): { message: Message; chat: Chat } {
  const message = call.world.state.messages[id];
  const chat = message === undefined ? undefined : call.world.state.chats[message.chat];
  if (message === undefined || chat === undefined) throw fail(id.startsWith('om_') ? 99992354 : 230001);
  if (!chat.bots.includes(call.app.appId)) throw fail(230002);
  return { message, chat };
}

/** Throws when a message was taken back: by its sender or the group (230011), by the tenant (230110). */
export function needStanding(message: Message): void {
  if (message.recalled) throw fail(message.recalledBy === 'enterprise_manager' ? 230110 : 230011);
}

/** A message of this app that still stands. */
export function needOwn(call: Call, id?: string): { message: Message; chat: Chat } {
  const found = needMessage(call, id);
  if (found.message.sender.id !== call.app.appId) throw fail(230012);
  needStanding(found.message);
  return found;
}

/** A group or one-to-one chat the bot may write to. */
export function needChat(call: Call, id: string, outside = 230002): Chat {
  const chat = call.world.state.chats[id];
  if (chat === undefined) throw fail(outside === 230002 ? 230034 : 232006);
  if (chat.dissolved) throw fail(232009);
  if (!chat.bots.includes(call.app.appId)) throw fail(outside);
  return chat;
}

/** Throws when a bot cannot write to a person: no ability, resigned, out of the app's range, or stopped by him. */
export function needReachable(call: Call, person: Person): void {
  const { state } = call.world;
  const { appId } = call.app;
  if (consoleOf(state, appId).bot === false) throw fail(230006);
  if (person.resigned === true || person.frozen === true) throw fail(230029);
  if (!coversPerson(state, inForce(state, appId).availability, person)) throw fail(230013);
  if (person.stopped?.includes(appId) === true) throw fail(230053);
}

/** Whether an app owns a group or is one of its managers; who made a group without an owner owns it. */
export function rules(chat: Chat, appId: string): boolean {
  return (chat.ownerId === undefined && chat.creator === appId) || chat.botManagers?.includes(appId) === true;
}

/** Throws when nobody but owner and managers may write in a group, or only those named (230035). */
export function needVoice(call: Call, chat: Chat): void {
  if (consoleOf(call.world.state, call.app.appId).bot === false) throw fail(230006);
  const setting = chat.settings['moderation_permission'] ?? 'all_members';
  if (chat.mode === 'p2p' || setting === 'all_members' || rules(chat, call.app.appId)) return;
  if (setting === 'moderator_list' && chat.moderators?.includes(call.app.appId) === true) return;
  throw fail(230035);
}
