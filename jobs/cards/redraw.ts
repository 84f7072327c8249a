import { z } from 'zod';
import { holdsForm } from '../../cards/kit/kit.ts';
import { stale } from '../../cards/kit/stale.ts';
import type { Document, Kind } from '../../src/domain/document.ts';
import { isChangeable } from './card-life.ts';
import { effectJob, type Deps, type LiveCard } from '../define.ts';
import { drawFor } from './drawing.ts';

/** Draws every live card of a document again (`only` those of one name), so that old copies lose their buttons; a form in somebody's hands is left alone while it still counts. */
export const redraw = effectJob({
  name: 'redraw',
  payload: z.object({ except: z.string().optional(), only: z.string().optional() }),
  async run({ doc, data }, deps) {
    for (const live of await deps.store.cards.of(doc.id)) {
      if (live.message !== data.except && (!data.only || live.card === data.only)) await again({ kind: doc.kind, id: doc.id, message: live.message }, deps);
    }
  },
});

/** Draws every live card that hangs with one person again: what he may do has changed, not the documents. */
export const redrawPerson = effectJob({
  name: 'redraw-person',
  payload: z.object({ person: z.string() }),
  async run({ data }, deps) {
    for (const live of await deps.store.cards.with(data.person)) {
      await again({ kind: live.kind, id: live.doc, message: live.message }, deps);
    }
  },
});

const held = (live: LiveCard, doc: Document): boolean => live.form && live.round === doc.round;

/** Which card of which document is to be drawn again; `covered` where our own change may lie over a form that was opened meanwhile. */
interface Wanted { kind: Kind; id: string; message: string; covered?: boolean }

/** Draws one card again as its document is now, unless a form on it is in somebody's hands. */
async function again({ kind, id, message, covered = false }: Wanted, deps: Deps): Promise<void> {
  await deps.store.cards.quiet(message);
  const live = await deps.store.cards.get(message);
  const doc = await deps.store.load(kind, id);
  if (!live || !doc || (held(live, doc) && !covered)) return;
  if (!isChangeable(live, deps.now())) return deps.store.cards.retire(message);
  const face = (held(live, doc) && live.opened) || live.face;
  const drawn = await drawFor({ doc, card: live.card, face, key: live.to, openId: await openIdOf(live, doc, deps) }, deps);
  const done = await deps.platform.patchCard(message, drawn);
  if (!done) return deps.store.cards.retire(message);
  // Somebody may have tapped or acted between our reading and the change: then what we sent is already old.
  const after = await deps.store.cards.get(message);
  // A newer card took its place while ours was on its way: it gives way again.
  if (!after) return void (await deps.platform.patchCard(message, stale(doc, live.card, live.face)));
  const tapped = after.round !== live.round || after.form !== live.form || after.opened !== live.opened;
  if (!tapped) await deps.store.cards.remember({ ...live, form: holdsForm(drawn), round: doc.round });
  const present = await deps.store.load(kind, id);
  if (tapped || present?.version !== doc.version) await again({ kind, id, message, covered: tapped }, deps);
}

async function openIdOf({ to }: LiveCard, doc: Document, deps: Deps): Promise<string> {
  if (to === 'reporter') return (await deps.store.vault.who(doc.matter))?.openId ?? '';
  return to.startsWith('chat:') ? '' : to;
}
