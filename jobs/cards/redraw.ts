import { z } from 'zod';
import { effectJob } from '../define.ts';
import { drawAgain } from './draw-again.ts';

/** Draws every live card of a document again (`only` those of one name), so that old copies lose their buttons; a form in somebody's hands is left alone while it still counts. */
export const redraw = effectJob({
  name: 'redraw',
  payload: z.object({ except: z.string().optional(), only: z.string().optional() }),
  async run({ doc, data }, deps) {
    for (const live of await deps.store.cards.of(doc.id)) {
      if (live.message !== data.except && (!data.only || live.card === data.only)) await drawAgain(live.message, deps);
    }
  },
});

/** Draws every live card that hangs with one person again: what he may do has changed, not the documents. */
export const redrawPerson = effectJob({
  name: 'redraw-person',
  payload: z.object({ person: z.string() }),
  async run({ data }, deps) {
    for (const live of await deps.store.cards.with(data.person)) {
      await drawAgain(live.message, deps);
    }
  },
});
