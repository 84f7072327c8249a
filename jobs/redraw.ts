import { z } from 'zod';
import { holdsForm } from '../cards/kit/kit.ts';
import type { Document } from '../src/domain/document.ts';
import { effectJob, type Deps, type LiveCard } from './define.ts';
import { drawFor } from './drawing.ts';

/** The platform lets a card be changed for 14 days; ours stop a day before. */
const lifeMs = 13 * 86_400_000;

/** Draws every live card of a document again, so that old copies lose their buttons; a form in somebody's hands is left alone while it still counts. */
export const redraw = effectJob({
  name: 'redraw',
  payload: z.object({ except: z.string().optional() }),
  async run({ doc, data }, deps) {
    for (const live of await deps.store.cards.of(doc.id)) {
      if (live.message !== data.except && !(live.form && live.round === doc.round)) await again(doc, live, deps);
    }
  },
});

/** Draws every live card that hangs with one person again: what he may do has changed, not the documents. */
export const redrawPerson = effectJob({
  name: 'redraw-person',
  payload: z.object({ person: z.string() }),
  async run({ data }, deps) {
    for (const live of await deps.store.cards.with(data.person)) {
      const doc = await deps.store.load(live.kind, live.doc);
      if (doc && !(live.form && live.round === doc.round)) await again(doc, live, deps);
    }
  },
});

async function again(doc: Document, live: LiveCard, deps: Deps): Promise<void> {
  const now = deps.now();
  if (now.getTime() - Date.parse(live.sentAt) > lifeMs) return deps.store.cards.retire(live.message);
  const group = live.to.startsWith('chat:');
  const id = live.to === 'reporter' ? ((await deps.store.vault.who(doc.matter))?.openId ?? '') : group ? '' : live.to;
  await deps.store.cards.quiet(live.message);
  const drawn = await drawFor({ doc, card: live.card, face: live.face, key: live.to, openId: id }, deps);
  const done = await deps.platform.patchCard(live.message, drawn);
  if (!done) return deps.store.cards.retire(live.message);
  await deps.store.cards.remember({ ...live, form: holdsForm(drawn), round: doc.round });
  // Somebody may have acted between our reading and the change: then what we sent is already old.
  const present = await deps.store.load(doc.kind, doc.id);
  if (present && present.version !== doc.version) await again(present, live, deps);
}
