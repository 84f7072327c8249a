import { saysStreaming } from '../../card/streaming.ts';
import { findElement, insertElements, overlay, removeElement, replaceElement, type Insertion } from '../../card/tree.ts';
import { fields, isFields, list, parse, text, texts, type Fields } from '../../json.ts';
import type { CardEntity } from '../../state/cards.ts';
import { param, type Call } from '../call.ts';
import { fail } from '../errors.ts';

function copy(card: Fields): Fields {
  return structuredClone(card);
}

/** JSON inside a string, as these APIs carry it (batches carry it plain). */
function inner(value: unknown): unknown {
  return typeof value === 'string' ? parse(value) : value;
}

function needObject(value: unknown): Fields {
  const found = inner(value);
  if (!isFields(found)) throw fail(10002);
  return found;
}

/** One change of a card by its parameters; throws the code of its kind when the element is not there. */
export type ElementAct = (card: Fields, params: Fields) => Fields;

const add: ElementAct = (card, params) => {
  const how = params['type'] ?? 'append';
  const elements = inner(params['elements']);
  if (!['insert_before', 'insert_after', 'append'].includes(text(how)) || !Array.isArray(elements) || !elements.every(isFields))
    throw fail(10002);
  const next = copy(card);
  if (!insertElements(next, elements, { how: how as Insertion, target: text(params['target_element_id']) })) throw fail(300315);
  return next;
};

const update: ElementAct = (card, params) => {
  const next = copy(card);
  const seat = findElement(next, text(params['element_id']));
  if (seat === undefined) throw fail(300312);
  replaceElement(seat, needObject(params['element']));
  return next;
};

const patch: ElementAct = (card, params) => {
  const next = copy(card);
  const seat = findElement(next, text(params['element_id']));
  const part = needObject(params['partial_element']);
  if (seat === undefined || (part['tag'] !== undefined && part['tag'] !== seat.node['tag'])) throw fail(300313);
  replaceElement(seat, overlay(seat.node, part));
  return next;
};

const remove: ElementAct = (card, params) => {
  const next = copy(card);
  const ids = params['element_ids'] === undefined ? [text(params['element_id'])] : texts(inner(params['element_ids']));
  for (const id of ids) {
    const seat = findElement(next, id);
    if (seat === undefined || !removeElement(seat)) throw fail(300314);
  }
  return next;
};

const settings: ElementAct = (card, params) => overlay(card, needObject(params['settings']));

/** The single changes by the names that a batch has for them. */
export const elementActs: Record<string, ElementAct> = {
  add_elements: add,
  delete_elements: remove,
  update_element: update,
  partial_update_element: patch,
  partial_update_setting: settings,
};

/** All changes of a batch, one after the other; none holds when one fails. */
export const batch: ElementAct = (card, params) => {
  const actions = inner(params['actions']);
  if (!Array.isArray(actions) || actions.length === 0) throw fail(10002);
  return list(actions)
    .map(fields)
    .reduce((now, { action, params: what }) => {
      const act = Object.hasOwn(elementActs, text(action)) ? elementActs[text(action)] : undefined;
      if (act === undefined) throw fail(10002);
      return act(now, fields(what));
    }, card);
};

/** The whole text so far of an element that is being written; only while the card streams, only into text. */
export function writeText(call: Call, card: Fields, entity: CardEntity): Fields {
  if (!saysStreaming(card)) throw fail(saysStreaming(fields(parse(entity.card))) ? 200850 : 300309);
  const next = copy(card);
  const seat = findElement(next, param(call, 'element_id'));
  if (seat === undefined) throw fail(300312);
  if (!['markdown', 'plain_text', 'lark_md'].includes(text(seat.node['tag']))) throw fail(300310);
  if (typeof call.body['content'] !== 'string' || call.body['content'] === '') throw fail(10002);
  seat.node['content'] = call.body['content'];
  return next;
}
