import { holdsForm } from '../../cards/kit/kit.ts';
import type { Document } from '../../src/domain/document.ts';
import { isChangeable } from './card-life.ts';
import type { Deps } from '../define.ts';
import { send } from '../send.ts';
import { catchUp, drawAgain, isHeld, turnInto } from './draw-again.ts';
import { drawFor, outdated } from './drawing.ts';

/** Cards that live beside another of the same document in one chat. */
export const companions: ReadonlySet<string> = new Set(['ask-meeting', 'files', 'how-counted', 'progress', 'evidence-desk', 'question', 'board', 'task', 'campaign', 'enforcement-desk', 'enforcement-start']);

/** Who gets a card: `key` as live cards keep it, `openId` or `chat` as the platform wants it. */
export interface Receiver { key: string; openId: string; chat: string }

/** A card on its way; `wanted` where its receiver asked for it by words, and no act did. */
type Plan = Receiver & { doc: Document; card: string; face: string; uuid: string; wanted?: true };

/** Sends a card of a document and remembers it as live; an older card of the same document in his chat gives way. After a crash or a lost answer the card that hangs there may be an older drawing: then it is drawn again. */
export async function deliver(plan: Plan, deps: Deps): Promise<void> {
  const { doc, card, face, key } = plan;
  const drawn = await drawFor(plan, deps);
  if (card === 'files' && (await grown({ doc, card, key }, drawn, deps))) return;
  const about = { doc, card, face, key, ...(plan.wanted ? { wanted: true as const } : {}) };
  const sent = await send({ to: plan.chat ? { chat: plan.chat } : { openId: plan.openId }, content: { card: drawn }, uuid: plan.uuid, about }, deps);
  if (!sent) return;
  const { message, print } = sent;
  await deps.store.cards.hang({ message, kind: doc.kind, doc: doc.id, card, to: key, form: print !== '' && holdsForm(drawn), round: doc.round, face, ...(print ? { print } : {}), sentAt: deps.now().toISOString() });
  await retireOthers({ doc, card, key, message }, deps);
  await (print ? catchUp(doc, message, deps) : drawAgain(message, deps));
}

/** Turns the receiver's live card of the same document into this one, without a sound; false where he has none, or has one that he may be filling in. */
export async function redrawnInPlace(plan: Plan, deps: Deps): Promise<boolean> {
  const { doc, card, face, key } = plan;
  if (companions.has(card)) return false;
  const live = (await deps.store.cards.of(doc.id)).findLast((one) => one.to === key && !companions.has(one.card));
  if (!live || !isChangeable(live, deps.now()) || isHeld(live, doc)) return false;
  return turnInto(live.message, { card, face }, deps);
}

// The list of a draft's files is one card that grows, not one more at each file.
async function grown(at: { doc: Document; card: string; key: string }, drawn: object, deps: Deps): Promise<boolean> {
  const standing = (await deps.store.cards.of(at.doc.id)).find((live) => live.card === at.card && live.to === at.key);
  if (!standing || !isChangeable(standing, deps.now())) return false;
  await deps.store.cards.quiet(standing.message);
  if (!(await deps.platform.patchCard(standing.message, drawn))) return false;
  await deps.store.cards.remember({ ...standing, round: at.doc.round, print: deps.store.cards.printOf(drawn) });
  await catchUp(at.doc, standing.message, deps);
  return true;
}

async function retireOthers(sent: { doc: Document; card: string; key: string; message: string }, deps: Deps): Promise<void> {
  const alone = companions.has(sent.card);
  if (alone && sent.card !== 'question') return;
  for (const old of await deps.store.cards.of(sent.doc.id)) {
    if (old.to !== sent.key || old.message === sent.message || (alone ? old.card !== sent.card : companions.has(old.card))) continue;
    await deps.store.cards.quiet(old.message);
    if (isChangeable(old, deps.now())) await deps.platform.patchCard(old.message, outdated(sent.doc, { to: sent.key, card: sent.card, face: '' }, deps));
    await deps.store.cards.retire(old.message);
  }
}
