import type { Tap } from '../api/acts.ts';
import { fields, isFields, list, text, type Fields } from '../json.ts';

/** A component of a card, the form around it, if any, and its place. */
export interface Component {
  node: Fields;
  form?: Fields;
  path: (string | number)[];
}

const inside = ['elements', 'columns', 'buttons'] as const;

function descend(node: Fields, at: { path: (string | number)[]; form?: Fields }, found: Component[]): void {
  found.push({ node, path: at.path, ...(at.form === undefined ? {} : { form: at.form }) });
  const form = node['tag'] === 'form' ? node : at.form;
  const holder = node['tag'] === 'checker' ? fields(node['button_area']) : node;
  for (const key of inside) {
    list(holder[key]).forEach((child, index) => {
      const step = holder === node ? [key] : ['button_area', key];
      if (isFields(child)) descend(child, { path: [...at.path, ...step, index], ...(form === undefined ? {} : { form }) }, found);
    });
  }
}

/** Every component of a card's body, parents before children. */
export function components(card: Fields): Component[] {
  const found: Component[] = [];
  list(fields(card['body'])['elements']).forEach((child, index) => {
    if (isFields(child)) descend(child, { path: ['body', 'elements', index] }, found);
  });
  return found;
}

/** The visible text of a button or link-like component. */
export function caption(node: Fields): string {
  return text(fields(node['text'])['content']);
}

/** The component a tap points at: by path, by name, or a button by its text. */
export function locate(card: Fields, at: Tap['at']): Component | undefined {
  const all = components(card);
  if (Array.isArray(at)) {
    const wanted = JSON.stringify(at);
    return all.find((each) => JSON.stringify(each.path) === wanted);
  }
  if ('name' in at) return all.find((each) => each.node['name'] === at.name);
  return all.find((each) => each.node['tag'] === 'button' && caption(each.node) === at.text);
}
