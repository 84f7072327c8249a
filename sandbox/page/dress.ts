import { effect } from '@preact/signals';
import { languageTag, speak, t, type Word } from './language/language.ts';
import { remember, type Store } from './state/store.ts';

/** Puts the chosen theme, language and title on the document, keeps them for the next visit, and settles once the language is there. */
export async function dress(store: Store, title: Word): Promise<void> {
  effect(() => remember(store, localStorage));
  effect(() => {
    if (store.theme.value === 'system') delete document.documentElement.dataset['theme'];
    else document.documentElement.dataset['theme'] = store.theme.value;
  });
  effect(() => void speak(store.language.value));
  effect(() => {
    document.documentElement.lang = languageTag();
    document.title = t(title);
  });
  await speak(store.language.value);
}
