import { fields, isFields, list, type Fields } from '../json.ts';

/** Where an element stands: at a place in a list, or under a key of another. */
export interface Seat {
  node: Fields;
  holder: unknown[] | Fields;
  key: number | string;
}

function search(value: unknown, id: string, seat?: Omit<Seat, 'node'>): Seat | undefined {
  if (isFields(value) && value['element_id'] === id && seat !== undefined) return { node: value, ...seat };
  if (Array.isArray(value)) {
    for (const [key, each] of (value as unknown[]).entries()) {
      const found = search(each, id, { holder: value as unknown[], key });
      if (found !== undefined) return found;
    }
    return undefined;
  }
  if (!isFields(value)) return undefined;
  for (const [key, each] of Object.entries(value)) {
    const found = search(each, id, { holder: value, key });
    if (found !== undefined) return found;
  }
  return undefined;
}

/** The element of a card with an `element_id`, anywhere in it. */
export function findElement(card: Fields, id: string): Seat | undefined {
  return search(card, id);
}

/** Puts another element into a seat. */
export function replaceElement({ holder, key }: Seat, node: Fields): void {
  if (Array.isArray(holder)) holder[Number(key)] = node;
  else holder[String(key)] = node;
}

/** Takes an element out; false when it does not stand in a list. */
export function removeElement({ holder, key }: Seat): boolean {
  if (!Array.isArray(holder)) return false;
  holder.splice(Number(key), 1);
  return true;
}

/** How new elements come in: beside a target, or at the end of it (of the card when there is none). */
export type Insertion = 'insert_before' | 'insert_after' | 'append';

/** Puts elements into a card; false when there is no such place. */
export function insertElements(card: Fields, elements: Fields[], place: { how: Insertion; target: string }): boolean {
  const seat = place.target === '' ? undefined : findElement(card, place.target);
  if (place.how === 'append') {
    const inside = place.target === '' ? fields(card['body']) : seat?.node;
    if (inside === undefined) return false;
    inside['elements'] = [...list(inside['elements']), ...elements];
    if (place.target === '') card['body'] = inside;
    return true;
  }
  if (seat === undefined || !Array.isArray(seat.holder)) return false;
  seat.holder.splice(Number(seat.key) + (place.how === 'insert_after' ? 1 : 0), 0, ...elements);
  return true;
}

/** A copy of an object with the parts of another laid over it, at every depth; lists are replaced. */
export function overlay(base: Fields, part: Fields): Fields {
  const merged: Fields = { ...base };
  for (const [key, value] of Object.entries(part)) {
    const before = merged[key];
    merged[key] = isFields(value) && isFields(before) ? overlay(before, value) : value;
  }
  return merged;
}
