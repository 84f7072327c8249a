import { signal } from '@preact/signals';
import { IntlMessageFormat } from 'intl-messageformat';
import { zh } from './zh-data.ts';

/** The name of a word or sentence of the page. */
export type Word = keyof typeof zh;

/** A whole language of the page. */
export type Dictionary = Record<Word, string>;

/** The languages of the page: how each calls itself, whole and short, and its tag (BCP 47). */
export const languages = [{ id: 'zh', name: '中文', short: '中', tag: 'zh-CN' }, { id: 'en', name: 'English', short: 'EN', tag: 'en' }] as const;

/** One of the languages of the page. */
export type Language = (typeof languages)[number]['id'];

const spoken = signal<{ tag: string; words: Dictionary }>({ tag: 'zh-CN', words: zh });
const parsed = new Map<string, IntlMessageFormat>();

/** Changes the language of the page; English is fetched when it is first wanted. */
export async function speak(id: Language): Promise<void> {
  const words = id === 'zh' ? zh : (await import('./en-data.ts')).en;
  spoken.value = { words, tag: languages.find((each) => each.id === id)?.tag ?? id };
}

/** A word or sentence in the language of the page; a component that calls it is drawn anew when the language changes. */
export function t(word: Word, values?: Record<string, string | number>): string {
  const { words, tag } = spoken.value;
  const pattern = words[word];
  if (values === undefined) return pattern;
  const key = `${tag} ${pattern}`;
  const message = parsed.get(key) ?? new IntlMessageFormat(pattern, tag);
  parsed.set(key, message);
  return String(message.format(values));
}

/** The tag of the language (BCP 47), for the page's `lang` and for numbers. */
export function languageTag(): string {
  return spoken.value.tag;
}
