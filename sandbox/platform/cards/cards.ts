import { cardOf } from '../../chat/views.ts';
import { text, type Fields } from '../../json.ts';
import { freshNumber } from '../../state/ids.ts';
import type { CardEntity } from '../../state/cards.ts';
import { param, type Call, type Route } from '../call.ts';
import { fail } from '../errors.ts';
import { needMessage } from '../im/find.ts';
import type { Window } from '../limits.ts';
import { batch, elementActs, writeText, type ElementAct } from './elements.ts';
import { cardFrom, changeEntity, noteStreaming } from './entities.ts';

function keep(call: Call, start: Pick<CardEntity, 'card' | 'at' | 'message'>): string {
  const id = freshNumber(19);
  const entity: CardEntity = { id, appId: call.app.appId, sequence: 0, ...start };
  noteStreaming(entity, call.world.clock.now());
  call.world.state.cards[id] = entity;
  return id;
}

function create(call: Call): Fields {
  return { card_id: keep(call, { card: cardFrom(call, call.body), at: call.world.clock.now() }) };
}

/** The entity behind a message's card, made when it had none. */
function convert(call: Call): Fields {
  const { message } = needMessage(call, text(call.body['message_id']));
  if (message.type !== 'interactive') throw fail(10002);
  if (message.sender.id !== call.app.appId) throw fail(300311);
  message.cardId ??= keep(call, { card: JSON.stringify(cardOf(call.world, message)), message: message.id, at: message.at });
  return { card_id: message.cardId };
}

/** Entities of cards and their elements (contract 8.1). */
export function cardRoutes(window: Window): Route[] {
  const scopes = ['cardkit:card:write'];
  const base = '/cardkit/v1/cards';
  const one = `${base}/:card_id`;
  const element = `${one}/elements/:element_id`;
  const by =
    (act: ElementAct | undefined) =>
    (call: Call): Fields =>
      changeEntity(call, {
        window,
        make: (card) => act?.(card, { element_id: param(call, 'element_id'), ...call.body }) ?? card,
      });
  const replace = (call: Call): Fields =>
    changeEntity(call, { window, make: () => JSON.parse(cardFrom(call, call.body['card'])) as Fields });
  const write = (call: Call): Fields => changeEntity(call, { window, free: true, make: (card, entity) => writeText(call, card, entity) });
  return [
    { method: 'POST', path: base, title: '建卡片实体', scopes, run: create },
    { method: 'POST', path: `${base}/id_convert`, title: '取卡片实体号', scopes, run: convert },
    { method: 'PUT', path: one, title: '换卡片实体', scopes, run: replace },
    { method: 'POST', path: `${one}/batch_update`, title: '批量改卡片', scopes, run: by(batch) },
    { method: 'PATCH', path: `${one}/settings`, title: '改卡片设置', scopes, run: by(elementActs['partial_update_setting']) },
    { method: 'POST', path: `${one}/elements`, title: '加卡片组件', scopes, run: by(elementActs['add_elements']) },
    { method: 'PUT', path: element, title: '换卡片组件', scopes, run: by(elementActs['update_element']) },
    { method: 'PATCH', path: element, title: '改卡片组件', scopes, run: by(elementActs['partial_update_element']) },
    { method: 'DELETE', path: element, title: '删卡片组件', scopes, run: by(elementActs['delete_elements']) },
    { method: 'PUT', path: `${element}/content`, title: '流式写卡片', scopes, run: write },
  ];
}
