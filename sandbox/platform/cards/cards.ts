import { editCard } from '../../card/edit.ts';
import { post, show } from '../../chat/rooms.ts';
import { cardOf } from '../../chat/views.ts';
import { fields, isFields, parse, text, type Fields } from '../../json.ts';
import { freshNumber } from '../../state/ids.ts';
import type { CardEntity } from '../../state/cards.ts';
import { param, type Call, type Route } from '../call.ts';
import { checkCard } from './check.ts';
import { fail } from '../errors.ts';
import type { Window } from '../limits.ts';
import { needChat, needMessage } from '../im/find.ts';
import { needPerson } from '../contact/people.ts';

const HALF_HOUR_MS = 1_800_000;
const WINDOW_MS = 14 * 86_400_000;

/** The delayed update by `c-` token: 30 minutes, twice (contract 6.4). */
function updateByToken(call: Call): Fields {
  const { state, clock } = call.world;
  const value = text(call.body['token']);
  const token = state.updateTokens[value];
  if (token === undefined) throw fail(300020);
  if (token.appId !== call.app.appId) throw fail(200310);
  if (clock.now() - token.at > HALF_HOUR_MS) throw fail(300030);
  if (token.uses >= 2) throw fail(300040);
  const card = call.body['card'];
  if (!isFields(card)) throw fail(10002, { message: 'card param is invalid' });
  if (Buffer.byteLength(JSON.stringify(card)) > 100 * 1024) throw fail(100000, { message: 'card is too large' });
  checkCard(call, card);
  const message = state.messages[token.message];
  if (message === undefined || message.recalled) throw fail(200000);
  token.uses += 1;
  editCard(call.world, message, JSON.stringify(card));
  return {};
}

/** The cards a cardkit call may carry: 2.0 only, legal, at most 30 KB. */
function cardFrom(call: Call, value: unknown): string {
  const { type, data } = fields(value);
  const card = parse(text(data));
  if (type !== 'card_json' || !isFields(card)) throw fail(10002, { message: 'param is invalid' });
  if (Buffer.byteLength(text(data)) > 30 * 1024) throw fail(200860, { message: 'card content is too large' });
  if (card['schema'] !== '2.0') throw fail(300303);
  checkCard(call, card);
  return text(data);
}

function needEntity(call: Call): CardEntity {
  const entity = call.world.state.cards[param(call, 'card_id')];
  if (entity === undefined) throw fail(200740);
  if (entity.appId !== call.app.appId) throw fail(300311);
  if (call.world.clock.now() - entity.at > WINDOW_MS) throw fail(200750, { message: 'card entity is expired' });
  return entity;
}

function createEntity(call: Call): Fields {
  const id = freshNumber(19);
  call.world.state.cards[id] = { id, appId: call.app.appId, card: cardFrom(call, call.body), sequence: 0, at: call.world.clock.now() };
  return { card_id: id };
}

function replaceEntity(call: Call, window: Window): Fields {
  const entity = needEntity(call);
  const card = cardFrom(call, call.body['card']);
  const { sequence } = call.body;
  if (typeof sequence !== 'number' || !Number.isInteger(sequence)) throw fail(10002, { message: 'sequence is required' });
  if (sequence <= entity.sequence) throw fail(300317);
  if (!window.take(`entity ${entity.id}`, 10, 1000)) throw fail(99991400, { status: 429 });
  entity.sequence = sequence;
  const message = call.world.state.messages[entity.message ?? ''];
  if (message === undefined) entity.card = card;
  else editCard(call.world, message, card);
  return {};
}

function convert(call: Call): Fields {
  const { message } = needMessage(call, text(call.body['message_id']));
  if (message.type !== 'interactive') throw fail(10002, { message: 'message is not a card' });
  if (message.cardId !== undefined) return { card_id: message.cardId };
  const id = freshNumber(19);
  call.world.state.cards[id] = {
    id,
    appId: call.app.appId,
    card: JSON.stringify(cardOf(call.world, message)),
    sequence: 0,
    message: message.id,
    at: message.at,
  };
  message.cardId = id;
  return { card_id: id };
}

function sendEphemeral(call: Call, window: Window): Fields {
  const { body, world, app } = call;
  const chat = needChat(call, text(body['chat_id']));
  const person =
    text(body['open_id']) === '' ? needPerson(call, text(body['user_id']), 'user_id') : needPerson(call, text(body['open_id']), 'open_id');
  if (body['msg_type'] !== 'interactive' || !isFields(body['card']) || chat.mode !== 'group') throw fail(230001);
  if (!chat.people.includes(person.openId)) throw fail(230013);
  checkCard(call, body['card']);
  if (!window.take(`ephemeral ${chat.id}`, 40, 1000)) throw fail(230020);
  const message = post(world, {
    chat,
    sender: { kind: 'app', id: app.appId },
    type: 'interactive',
    content: JSON.stringify(body['card']),
    only: person.openId,
  });
  return { data: { message_id: message.id } };
}

function deleteEphemeral(call: Call): Fields {
  const message = call.world.state.messages[text(call.body['message_id'])];
  if (message === undefined || message.only === undefined || message.sender.id !== call.app.appId) throw fail(230001);
  if (message.recalled) throw fail(18051, { message: 'message has been deleted' });
  message.recalled = true;
  show(call.world, message);
  return {};
}

/** Delayed updates, card entities and cards for one person's eyes (contract 6.4 and 8). */
export function cardRoutes(window: Window): Route[] {
  return [
    { method: 'POST', path: '/interactive/v1/card/update', title: '延时更新卡片', flat: true, run: updateByToken },
    { method: 'POST', path: '/cardkit/v1/cards', title: '建卡片实体', run: createEntity },
    { method: 'PUT', path: '/cardkit/v1/cards/:card_id', title: '换卡片实体', run: (call) => replaceEntity(call, window) },
    { method: 'POST', path: '/cardkit/v1/cards/id_convert', title: '取卡片实体号', run: convert },
    { method: 'POST', path: '/ephemeral/v1/send', title: '发临时卡片', flat: true, run: (call) => sendEphemeral(call, window) },
    { method: 'POST', path: '/ephemeral/v1/delete', title: '删临时卡片', flat: true, run: deleteEphemeral },
  ];
}
