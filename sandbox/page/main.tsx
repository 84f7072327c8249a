import { render } from 'preact';
import { createActions } from './state/actions.ts';
import { followAddress } from './state/address.ts';
import { App } from './app.tsx';
import { PageContext } from './state/context.ts';
import { dress } from './dress.ts';
import { createStore } from './state/store.ts';
import { followSandbox } from './state/stream.ts';

const store = createStore(localStorage, window.innerWidth >= 1200);
const actions = createActions(store);
const root = document.querySelector('#app');

await dress(store, 'title');
followSandbox(store, actions);
if (location.search !== '') {
  void followAddress(new URLSearchParams(location.search), store, actions);
  history.replaceState(null, '', location.pathname);
}
if (root !== null) render(<PageContext.Provider value={{ store, actions }}><App /></PageContext.Provider>, root);
