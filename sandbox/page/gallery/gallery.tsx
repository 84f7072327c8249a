import { render } from 'preact';
import { dress } from '../dress.ts';
import { createActions } from '../state/actions.ts';
import { PageContext } from '../state/context.ts';
import { createStore } from '../state/store.ts';
import { GalleryPage } from './gallery-page.tsx';

const store = createStore(localStorage, false);
const root = document.querySelector('#gallery');

await dress(store, 'galleryTitle');
if (root !== null) render(<PageContext.Provider value={{ store, actions: createActions(store) }}><GalleryPage /></PageContext.Provider>, root);
