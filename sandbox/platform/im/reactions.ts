import { announceReaction } from '../../chat/announce.ts';
import { show } from '../../chat/rooms.ts';
import { fields, text, type Fields } from '../../json.ts';
import { freshId } from '../../state/ids.ts';
import type { Chat, Message, Reaction } from '../../state/chats.ts';
import { page, param, type Call, type Route } from '../call.ts';
import { idsOf } from '../contact/people.ts';
import { fail } from '../errors.ts';
import { needStanding } from './find.ts';

/** The message of the path where the bot may react; the reactions have codes of their own. */
function needTarget(call: Call): { message: Message; chat: Chat } {
  const message = call.world.state.messages[param(call, 'message_id')];
  const chat = call.world.state.chats[message?.chat ?? ''];
  if (message === undefined || chat === undefined) throw fail(231003);
  if (!chat.bots.includes(call.app.appId)) throw fail(231002);
  if (message.only !== undefined) throw fail(231008);
  return { message, chat };
}

function view(call: Call, reaction: Reaction): Fields {
  const person = call.world.state.people[reaction.by];
  return {
    reaction_id: reaction.id,
    operator: {
      operator_id: person === undefined ? reaction.by : text(idsOf(person)['open_id']),
      operator_type: reaction.app ? 'app' : 'user',
    },
    action_time: String(reaction.at),
    reaction_type: { emoji_type: reaction.emoji },
  };
}

function react(call: Call): Fields {
  const { message, chat } = needTarget(call);
  needStanding(message);
  const emoji = text(fields(call.body['reaction_type'])['emoji_type']);
  if (!/^[A-Za-z0-9_]{1,40}$/.test(emoji)) throw fail(231001);
  const known = message.reactions.find((each) => each.by === call.app.appId && each.emoji === emoji);
  const reaction = known ?? { id: freshId('ZCa'), emoji, by: call.app.appId, app: true, at: call.world.clock.now() };
  if (known === undefined) {
    message.reactions.push(reaction);
    show(call.world, message);
    announceReaction(call.world, chat, { message, reaction, created: true });
  }
  return view(call, reaction);
}

function unreact(call: Call): Fields {
  const { message, chat } = needTarget(call);
  const reaction = message.reactions.find((each) => each.id === param(call, 'reaction_id'));
  if (reaction === undefined) throw fail(231003);
  if (reaction.by !== call.app.appId) throw fail(231002);
  message.reactions.splice(message.reactions.indexOf(reaction), 1);
  show(call.world, message);
  announceReaction(call.world, chat, { message, reaction, created: false });
  return view(call, reaction);
}

function reactions(call: Call): Fields {
  const { message } = needTarget(call);
  const emoji = call.query.get('reaction_type') ?? '';
  const found = message.reactions.filter((each) => emoji === '' || each.emoji === emoji);
  return page(
    call,
    found.map((each) => view(call, each)),
    50,
  );
}

const path = '/im/v1/messages/:message_id/reactions';
const scopes = ['im:message', 'im:message.reactions:write_only'];

/** Reactions with an emoji (contract 9.1). */
export const reactionRoutes: Route[] = [
  { method: 'POST', path, title: '表情回复', scopes, run: react },
  { method: 'GET', path, title: '查表情', scopes: ['im:message', 'im:message.reactions:read', 'im:message:readonly'], run: reactions },
  { method: 'DELETE', path: `${path}/:reaction_id`, title: '取消表情', scopes, run: unreact },
];
