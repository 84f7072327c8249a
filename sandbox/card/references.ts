import { fields, list, text, type Fields } from '../json.ts';
import { components } from './locate.ts';
import type { CardFault } from './fault.ts';

/** What a card may name: people of the tenant and images uploaded by the app. */
export interface Surroundings {
  knowsPerson(openId: string): boolean;
  ownsImage(key: string): boolean;
  /** Whether a file is an opus upload of the app. */
  ownsFile?(key: string): boolean;
  /** The card that a template makes, as JSON; throws when it makes none. */
  template?(data: unknown): string;
  /** The card that is changed is of JSON 1.0. */
  legacy?: boolean;
}

function peopleIn(node: Fields): string[] {
  const tag = text(node['tag']);
  if (tag === 'person') return [text(node['user_id'])];
  if (tag === 'person_list' && node['drop_invalid_user_id'] !== true) return list(node['persons']).map((each) => text(fields(each)['id']));
  if (tag.endsWith('select_person')) return list(node['options']).map((each) => text(fields(each)['value']));
  if (tag === 'markdown')
    return [...text(node['content']).matchAll(/<(?:at|person) id\s*=\s*['"]?(ou_[^'"\s></]+)/g)].map((match) => match[1] ?? '');
  return [];
}

function imagesIn(node: Fields): string[] {
  const own = text(node['tag']) === 'img' ? [text(node['img_key'])] : [];
  const icon = fields(node['icon']);
  const mark = icon['tag'] === 'custom_icon' ? [text(icon['img_key'])] : [];
  const drawn =
    text(node['tag']) === 'markdown' ? [...text(node['content']).matchAll(/!\[[^\]]*\]\(([^)\s]+)\)/g)].map((match) => match[1] ?? '') : [];
  const inner = [...list(node['img_list']), ...(text(node['tag']) === 'select_img' ? list(node['options']) : [])];
  return [...own, ...mark, ...drawn, ...inner.map((each) => text(fields(each)['img_key']))];
}

/** 100290 for people who do not exist, 200570 for images that are not the app's. */
export function checkReferences(card: Fields, around: Surroundings): CardFault | undefined {
  for (const { node } of components(card)) {
    const stranger = peopleIn(node).find((id) => !around.knowsPerson(id));
    if (stranger !== undefined) return { code: 100290, message: `invalid user resource(at/person); ErrorValue: ${stranger}` };
    const sound = text(node['tag']) === 'audio' ? text(node['file_key']) : undefined;
    if (sound !== undefined && around.ownsFile?.(sound) !== true)
      return { code: 300220, message: `file_key is invalid; ErrorValue: ${sound}` };
    const image = imagesIn(node).find((key) => !around.ownsImage(key));
    if (image !== undefined) return { code: 200570, message: `image key is invalid; ErrorValue: ${image}` };
  }
  return undefined;
}
