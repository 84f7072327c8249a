import { setTimeout as wait } from 'node:timers/promises';
import type { FaultRule } from '../api/faults.ts';
import { announceDisband } from '../chat/announce.ts';
import { showChat } from '../chat/rooms.ts';
import { fields, text, type Fields } from '../json.ts';
import type { World } from '../world.ts';
import { fail } from './errors.ts';
import { tooMany } from './limits.ts';

/** How a call goes unanswered, and whether it is done all the same. */
export interface Loss {
  kind: 'timeout' | 'reset';
  done: boolean;
}

const LATE_MS = 2000;

/** The gateway's faults on a call; waits when it is slow, throws what the gateway would answer, tells when there will be no answer. `flip` alternates the two shapes of 429. */
export async function endure(world: World, subject: string, flip: () => boolean): Promise<Loss | undefined> {
  const { weather } = world;
  const slow = weather.strikes('apiSlow', subject);
  if (slow !== undefined) await wait(slow.ms ?? LATE_MS, undefined, { ref: false });
  const failing = weather.strikes('api5xx', subject);
  if (failing !== undefined) throw fail(2200, { status: failing.code ?? 500, message: 'internal server error' });
  if (weather.strikes('api429', subject) !== undefined) throw tooMany(flip() ? 1 : 2, { limit: 50, reset: 1 });
  const lost = (kind: Loss['kind'], rule: FaultRule): Loss => ({ kind, done: rule.done ?? weather.roll('done or not') < 0.5 });
  const silent = weather.strikes('apiTimeout', subject);
  if (silent !== undefined) return lost('timeout', silent);
  const broken = weather.strikes('apiReset', subject);
  return broken === undefined ? undefined : lost('reset', broken);
}

/** Dissolves the group that a call is about, when that fault strikes; one-to-one chats stay. */
export function disbandUnder(world: World, subject: string, asked: { params: Record<string, string>; body: Fields }): void {
  const { state, weather } = world;
  const message = state.messages[asked.params['message_id'] ?? ''];
  const chat = state.chats[asked.params['chat_id'] ?? message?.chat ?? text(fields(asked.body)['receive_id'])];
  if (chat === undefined || chat.mode !== 'group' || chat.dissolved) return;
  if (weather.strikes('chatDisbanded', subject) === undefined) return;
  chat.dissolved = true;
  announceDisband(world, chat, {});
  showChat(world, chat);
}
