import { editCard, held } from '../../card/edit.ts';
import { saysStreaming, streams } from '../../card/streaming.ts';
import { cardFault } from '../../card/validate.ts';
import { fields, isFields, parse, type Fields } from '../../json.ts';
import { stableHex } from '../../state/ids.ts';
import type { CardEntity } from '../../state/cards.ts';
import { param, type Call } from '../call.ts';
import { fail } from '../errors.ts';
import type { Window } from '../limits.ts';
import { surroundings } from './check.ts';
import { convertTemplate } from './templates.ts';

const WINDOW_MS = 14 * 86_400_000;
const CARD_BYTES = 30 * 1024;
const PER_SECOND = 10;
const MOST = 2_147_483_647;

/** Codes that a card's own faults have at the entities' APIs; any other is 200220. */
const own: Record<number, number> = { 300301: 300301, 300302: 300302, 300305: 300305 };

/** The card as it will be kept; throws the entities' own codes for what is not legal. */
export function legal(call: Call, card: Fields): string {
  const source = JSON.stringify(card);
  if (Buffer.byteLength(source) > CARD_BYTES) throw fail(200860);
  if (Object.keys(card).length === 0) throw fail(300307);
  if (card['schema'] !== '2.0') throw fail(300303);
  const fault = cardFault(card, surroundings(call.world, call.app.appId));
  if (fault === undefined) return source;
  const code = fault.message.startsWith('element exceeds') ? 300305 : (own[fault.code] ?? 200220);
  throw fail(code, { message: `ErrCode: ${fault.code}; ErrMsg: ${fault.message}; ` });
}

/** The card in `{type, data}`: JSON or a template; throws when it is not legal. */
export function cardFrom(call: Call, value: unknown): string {
  const { type, data } = fields(value);
  if (typeof data !== 'string' || (type !== 'card_json' && type !== 'template')) throw fail(10002);
  const source = type === 'template' ? convertTemplate(call.world, call.app.appId, parse(data)) : data;
  const card = parse(source);
  if (!isFields(card)) throw fail(200220);
  return legal(call, card);
}

/** The entity of the path, of this app and not older than 14 days. */
export function needEntity(call: Call): CardEntity {
  const entity = call.world.state.cards[param(call, 'card_id')];
  if (entity === undefined) throw fail(200740);
  if (entity.appId !== call.app.appId) throw fail(300311);
  if (call.world.clock.now() - entity.at > WINDOW_MS) throw fail(200750);
  return entity;
}

/** Remembers since when a card streams. */
export function noteStreaming(entity: CardEntity, now: number): void {
  if (!saysStreaming(fields(parse(entity.card)))) delete entity.streamingSince;
  else entity.streamingSince ??= now;
}

/** The card of an entity as it is now; a stream that ran out is closed. */
export function cardNow(call: Call, entity: CardEntity): Fields {
  const card = fields(parse(entity.card));
  const now = call.world.clock.now();
  if (!saysStreaming(card) || streams(card, { since: entity.streamingSince ?? entity.at, now })) return card;
  return { ...card, config: { ...fields(card['config']), streaming_mode: false } };
}

function checkUuid(call: Call, entity: CardEntity): boolean {
  const { uuid, ...rest } = call.body;
  if (uuid === undefined || uuid === '') return false;
  if (typeof uuid !== 'string' || uuid.length > 64) throw fail(10002);
  const request = stableHex(JSON.stringify(rest), JSON.stringify(call.params));
  const known = entity.asked?.[uuid];
  if (known !== undefined && known !== request) throw fail(200770);
  entity.asked = { ...entity.asked, [uuid]: request };
  return known !== undefined;
}

/** How to change an entity; `free` is not counted among the ten a second. */
export interface Change {
  window: Window;
  free?: boolean;
  make(card: Fields, entity: CardEntity): Fields;
}

/** Changes an entity under the rules of all its calls: rising sequence, uuid, ten a second, no tap under way, a legal card. */
export function changeEntity(call: Call, { window, free, make }: Change): Fields {
  const entity = needEntity(call);
  const { sequence } = call.body;
  if (typeof sequence !== 'number' || !Number.isInteger(sequence) || sequence < 0 || sequence > MOST) throw fail(10002);
  if (checkUuid(call, entity)) return {};
  if (sequence <= entity.sequence) throw fail(300317);
  if (free !== true && !window.take(`entity ${entity.id}`, PER_SECOND, 1000)) throw fail(99991400, { status: 429 });
  const message = call.world.state.messages[entity.message ?? ''];
  if (message !== undefined && held(call.world, message)) throw fail(200810);
  const card = legal(call, make(cardNow(call, entity), entity));
  entity.sequence = sequence;
  if (message === undefined) entity.card = card;
  else editCard(call.world, message, card);
  noteStreaming(entity, call.world.clock.now());
  return {};
}
