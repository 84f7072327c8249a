import { fields, list, text, type Fields } from '../json.ts';
import { components } from './locate.ts';

function plain(source: string): string {
  return source
    .replace(/<[^>]*>/g, '')
    .replace(/[*_~`#]+/g, '')
    .trim();
}

function said(node: Fields): string {
  const tag = text(node['tag']);
  if (tag === 'markdown') return plain(text(node['content']));
  return tag === 'div' ? plain(text(fields(node['text'])['content'])) : '';
}

/** A card reduced to its title and its words, as older readers see it: `{title, elements: [[{tag: text}]]}`. */
export function wordsOf(card: Fields): Fields {
  const title = plain(text(fields(fields(card['header'])['title'])['content']));
  const body = card['schema'] === '2.0' ? card : { body: { elements: list(card['elements']) } };
  const rows = components(body)
    .map(({ node }) => said(node))
    .filter((line) => line !== '');
  return { title: title === '' ? null : title, elements: rows.map((line) => [{ tag: 'text', text: line }]) };
}
