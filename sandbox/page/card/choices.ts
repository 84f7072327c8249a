import { searchKeys } from '../people/person-search.ts';
import { personOf, type InnerScene } from './scene.ts';
import { label, list, text, type Node } from './shape.ts';
import { t } from '../language/language.ts';

/** One thing that can be chosen. */
export interface Choice {
  value: string;
  words: string;
  hint?: string;
  icon?: unknown;
}

/** The options of a select as the card gives them. */
export function staticChoices(node: Node): Choice[] {
  return list(node['options']).map((option) => ({
    value: text(option['value']),
    words: label(option['text']) || text(option['value']),
    ...(option['icon'] === undefined ? {} : { icon: option['icon'] }),
  }));
}

/** The people of a person select: the given ones, else everybody in the chat. */
export function personChoices(node: Node, scene: InnerScene): Choice[] {
  const given = list(node['options']).map((option) => text(option['value'])).filter((id) => personOf(scene, id) !== undefined);
  return (given.length > 0 ? given : scene.members).map((id) => {
    const person = personOf(scene, id);
    return { value: id, words: person?.name ?? t('unknownPerson'), ...(person === undefined ? {} : { hint: `${person.department} ${person.title}` }) };
  });
}

/** Makes a search over choices by words, hint, pinyin and its initials. */
export function createChoiceSearch(choices: readonly Choice[]): (query: string) => readonly Choice[] {
  const keys = new Map(choices.map((choice) => [choice.value, `${searchKeys(choice.words)}\n${(choice.hint ?? '').toLowerCase()}`]));
  return (query) => {
    const wanted = query.trim().toLowerCase().replaceAll(' ', '');
    return wanted === '' ? choices : choices.filter((choice) => keys.get(choice.value)?.includes(wanted) === true);
  };
}
