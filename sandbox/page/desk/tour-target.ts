import type { MessageView } from '../../api/chats.ts';
import type { CityPerson } from '../../api/city.ts';
import type { TourTap } from '../../api/tour.ts';
import { caption, components, type Component } from '../../card/locate.ts';
import { label, list, text, toNode, type Node, type Path } from '../card/shape.ts';
import type { FieldValue } from '../state/store.ts';

/** The card and the button of it that a move points at. */
export interface Target {
  message: MessageView;
  path: Path;
  form: Record<string, FieldValue>;
}

/** Everything a message says, cards with their titles, texts and button words. */
export function wordsOf(message: MessageView): string {
  const content = toNode(message.content);
  if (message.type !== 'interactive') return text(content['text']);
  const header = toNode(content['header']);
  const tags = list(header['text_tag_list']).map((tag) => label(tag['text']));
  const parts = components(content).flatMap(({ node }) => [text(node['content']), label(node['text']), label(toNode(toNode(node['header'])['title']))]);
  return [label(header['title']), label(header['subtitle']), ...tags, ...parts].filter((words) => words !== '').join('\n').replaceAll('**', '');
}

/** The newest live card that matches and offers the button. */
export function findTarget(messages: readonly MessageView[], tap: TourTap, people: readonly CityPerson[]): Target | undefined {
  const on = new RegExp(tap.on, 's');
  for (const message of messages.toReversed()) {
    if (message.recalled || message.type !== 'interactive') continue;
    const button = buttonOn(message, tap.tap);
    if (button !== undefined && on.test(wordsOf(message))) return { message, path: button.path, form: formValues(message, tap.form ?? {}, people) };
  }
  return undefined;
}

/** The enabled button with these words, if the card still has it. */
export function buttonOn(message: MessageView, words: string): Component | undefined {
  return components(toNode(message.content)).find(({ node }) => node['tag'] === 'button' && node['disabled'] !== true && caption(node) === words);
}

/** Form values from the words one sees: options by how their text begins, people by name, anything else as written. */
function formValues(message: MessageView, form: Record<string, string | string[]>, people: readonly CityPerson[]): Record<string, FieldValue> {
  const parts = components(toNode(message.content));
  return Object.fromEntries(Object.entries(form).map(([name, wish]) => {
    const node = parts.find((part) => part.node['name'] === name)?.node ?? {};
    return [name, Array.isArray(wish) ? wish.map((words) => valueFor(node, words, people)) : valueFor(node, wish, people)];
  }));
}

function valueFor(node: Node, words: string, people: readonly CityPerson[]): string {
  const options = list(node['options']);
  const chosen = options.find((option) => label(option['text']).startsWith(words)) ?? options.find((option) => people.find((person) => person.id === option['value'])?.name === words);
  if (chosen !== undefined) return text(chosen['value']);
  if (!text(node['tag']).endsWith('person')) return words;
  return people.find((person) => person.name === words)?.id ?? words;
}
