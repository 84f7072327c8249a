import { show } from '../../chat/rooms.ts';
import { fields, list, text, type Fields } from '../../json.ts';
import type { Call, Route } from '../call.ts';
import { fail } from '../errors.ts';
import { wrong } from './content.ts';
import { needOwn } from './find.ts';
import { sendScopes } from './send.ts';

const WINDOW_MS = 600_000;

function followUp(call: Call): Fields {
  const { message, chat } = needOwn(call);
  const bubbles = list(call.body['follow_ups']).map((each) => text(fields(each)['content']));
  if (bubbles.length < 1 || bubbles.length > 3) throw wrong('follow_ups must have 1 to 3 entries');
  if (bubbles.some((each) => each === '' || [...each].length > 200)) throw wrong('follow_ups.content must have 1 to 200 characters');
  const newest = chat.messages.findLast((id) => call.world.state.messages[id]?.sender.kind === 'app');
  if (chat.mode !== 'p2p' || newest !== message.id || call.world.clock.now() - message.at >= WINDOW_MS) throw fail(230054);
  message.followUps = bubbles;
  show(call.world, message);
  return {};
}

/** Bubbles under the newest message of a one-to-one chat (contract 9.1). */
export const followUpRoutes: Route[] = [
  { method: 'POST', path: '/im/v1/messages/:message_id/push_follow_up', title: '跟随气泡', scopes: sendScopes, run: followUp },
];
