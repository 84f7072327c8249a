import { createContext } from 'preact';
import { useContext } from 'preact/hooks';
import type { Actions } from './actions.ts';
import type { Store } from './store.ts';

/** The store and the acts, for every part of the page. */
export interface PageScene {
  store: Store;
  actions: Actions;
}

export const PageContext = createContext<PageScene | null>(null);

/** The page's store and acts; throws outside the page. */
export function usePage(): PageScene {
  const scene = useContext(PageContext);
  if (scene === null) throw new Error('usePage outside the page');
  return scene;
}
