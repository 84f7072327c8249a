import { holdsForm } from '../../cards/kit/kit.ts';
import { stale } from '../../cards/kit/stale.ts';
import type { Document, Kind } from '../../src/domain/document.ts';
import type { Deps, LiveCard } from '../define.ts';
import { isChangeable } from './card-life.ts';
import { drawFor } from './drawing.ts';

const held = (live: LiveCard, doc: Document): boolean => live.form && live.round === doc.round;

/** Which card of which document is to be drawn again; `covered` where our own change may lie over a form that was opened meanwhile. */
interface Wanted { kind: Kind; id: string; message: string; covered?: boolean }

/** Draws one card again as its document is now, unless a form on it is in somebody's hands. */
export async function drawAgain({ kind, id, message, covered = false }: Wanted, deps: Deps): Promise<void> {
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
  if (tapped) return drawAgain({ kind, id, message, covered: true }, deps);
  await deps.store.cards.remember({ ...live, form: holdsForm(drawn), round: doc.round });
  await catchUp(doc, message, deps);
}

/** Draws a card again that was drawn from `doc` and is remembered now, where the document changed while the card was on its way: whoever redrew its cards meanwhile did not know this one yet. */
export async function catchUp({ kind, id, version }: Document, message: string, deps: Deps): Promise<void> {
  const present = await deps.store.load(kind, id);
  if (present?.version !== version) await drawAgain({ kind, id, message }, deps);
}

async function openIdOf({ to }: LiveCard, doc: Document, deps: Deps): Promise<string> {
  if (to === 'reporter') return (await deps.store.vault.who(doc.matter))?.openId ?? '';
  return to.startsWith('chat:') ? '' : to;
}
