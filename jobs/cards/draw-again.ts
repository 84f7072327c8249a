import { holdsForm } from '../../cards/kit/kit.ts';
import type { Document } from '../../src/domain/document.ts';
import type { Deps, LiveCard } from '../define.ts';
import { isChangeable } from './card-life.ts';
import { drawFor, outdated } from './drawing.ts';

/** Whether somebody has a form of this card in his hands that still counts. */
export function isHeld(live: LiveCard, doc: Document): boolean {
  return live.form && live.round === doc.round;
}

/** Draws one card again as its document is now, unless that would change nothing or a form on it is in somebody's hands. */
export async function drawAgain(message: string, deps: Deps): Promise<void> {
  await inTurn(message, () => draw({ message }, deps));
}

/** Draws a card again that was drawn from `doc` and is remembered now, where the document changed while the card was on its way: whoever redrew its cards meanwhile did not know this one yet. */
export async function catchUp({ kind, id, version }: Document, message: string, deps: Deps): Promise<void> {
  const present = await deps.store.load(kind, id);
  if (present?.version !== version) await drawAgain(message, deps);
}

/** Turns a live card into another of the same document, without a sound; false where it is held, or can no longer be changed. */
export async function turnInto(message: string, to: Pick<LiveCard, 'card' | 'face'>, deps: Deps): Promise<boolean> {
  return inTurn(message, async () => {
    await deps.store.cards.quiet(message);
    const live = await deps.store.cards.get(message);
    const doc = live && (await deps.store.load(live.kind, live.doc));
    if (!live || !doc || isHeld(live, doc) || !(await deps.store.cards.renew(live, { ...to, opened: '' }))) return false;
    await draw({ message }, deps);
    return (await deps.store.cards.get(message)) !== undefined;
  });
}

// `covered` where our own change may lie over what a tap has drawn meanwhile.
async function draw({ message, covered = false }: { message: string; covered?: boolean }, deps: Deps): Promise<void> {
  await deps.store.cards.quiet(message);
  const live = await deps.store.cards.get(message);
  const doc = live && (await deps.store.load(live.kind, live.doc));
  if (!live || !doc || (isHeld(live, doc) && !covered)) return;
  if (!isChangeable(live, deps.now())) return deps.store.cards.retire(message);
  const face = (isHeld(live, doc) && live.opened) || live.face;
  const drawn = await drawFor({ doc, card: live.card, face, key: live.to, openId: await openIdOf(live, doc, deps) }, deps);
  const print = deps.store.cards.printOf(drawn);
  const changes = covered || print !== live.print;
  if (changes && !(await deps.platform.patchCard(message, drawn))) return deps.store.cards.retire(message);
  // Somebody may have tapped or acted between our reading and the change: then what we sent is already old.
  const renewed = await deps.store.cards.renew(live, { form: holdsForm(drawn), round: doc.round, print });
  // A newer card took its place while ours was on its way: it gives way again.
  if (!renewed && !(await deps.store.cards.get(message))) return void (changes && (await deps.platform.patchCard(message, outdated(doc, live, deps))));
  const present = await deps.store.load(live.kind, live.doc);
  if (!renewed || present?.version !== doc.version) await draw({ message, covered: changes && !renewed }, deps);
}

const turns = new Map<string, Promise<unknown>>();

// One after the other on each card: what has been drawn by the one before need not be drawn again, and no older drawing comes after a newer.
async function inTurn<T>(message: string, work: () => Promise<T>): Promise<T> {
  const mine = (turns.get(message) ?? Promise.resolve()).then(work, work);
  turns.set(message, mine);
  try {
    return await mine;
  } finally {
    if (turns.get(message) === mine) turns.delete(message);
  }
}

async function openIdOf({ to }: LiveCard, doc: Document, deps: Deps): Promise<string> {
  if (to === 'reporter') return (await deps.store.vault.who(doc.matter))?.openId ?? '';
  return to.startsWith('chat:') ? '' : to;
}
