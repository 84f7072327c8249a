import { effect } from '@preact/signals';
import { render } from 'preact';
import { createActions } from './state/actions.ts';
import { App } from './app.tsx';
import { PageContext } from './state/context.ts';
import { languageTag, speak, t } from './language/language.ts';
import { createStore, remember } from './state/store.ts';
import { followSandbox } from './state/stream.ts';

const store = createStore(localStorage, window.innerWidth >= 1200);
const actions = createActions(store);
const root = document.querySelector('#app');

effect(() => remember(store, localStorage));
effect(() => {
  if (store.theme.value === 'system') delete document.documentElement.dataset['theme'];
  else document.documentElement.dataset['theme'] = store.theme.value;
});
effect(() => void speak(store.language.value));
effect(() => {
  document.documentElement.lang = languageTag();
  document.title = t('title');
});
await speak(store.language.value);
followSandbox(store, actions);
if (root !== null) render(<PageContext.Provider value={{ store, actions }}><App /></PageContext.Provider>, root);
