import type { City } from '../api/city.ts';
import { formOf, type Field } from './card-words.ts';
import type { FormValues } from './person.ts';

/** What a person would say for a form: labels or names of fields, and words. */
export type Filling = Record<string, string | string[] | boolean>;

/** A value as the platform wants it: of an option by the beginning of its words, of a person by his name, anything else as it is. */
function valueOf({ part }: Field, word: string, people: ReadonlyMap<string, string>): string {
  const options = part.options ?? [];
  if (options.some((option) => option.value === word)) return word;
  const option = options.find((each) => each.text?.content?.startsWith(word));
  if (option?.value !== undefined) return option.value;
  return part.tag?.endsWith('select_person') === true ? (people.get(word) ?? word) : word;
}

/** The values of a form by component name, from what a person would say; throws when the form has no such field. */
export function valuesFor(card: unknown, filling: Filling, { city, button }: { city: City; button: string | undefined }): FormValues {
  const fields = formOf(card, button)?.fields ?? [];
  const people = new Map(city.people.map((person) => [person.name, person.id]));
  const entries = Object.entries(filling).map(([label, value]) => {
    const field =
      fields.find((each) => each.labels.includes(label)) ?? fields.find((each) => each.labels.some((known) => known.startsWith(label)));
    if (field === undefined)
      throw new Error(`the form has no ${label}; it has ${fields.map((each) => each.labels[1] ?? each.name).join('、')}`);
    if (typeof value === 'boolean') return [field.name, value] as const;
    return [field.name, Array.isArray(value) ? value.map((word) => valueOf(field, word, people)) : valueOf(field, value, people)] as const;
  });
  return Object.fromEntries(entries);
}
