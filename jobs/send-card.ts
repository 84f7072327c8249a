import { z } from 'zod';
import { holdsForm } from '../cards/kit/kit.ts';
import { stale } from '../cards/kit/stale.ts';
import { digest } from '../src/domain/audit.ts';
import type { Document } from '../src/domain/document.ts';
import { center } from '../src/domain/people.ts';
import { effectJob, type Deps } from './define.ts';
import { dutyGroup } from './duty-group.ts';
import { insteadOf } from './instead-of.ts';
import { drawFor, mayReach } from './drawing.ts';

/** Cards that live beside another of the same document in one chat. */
const companions = new Set(['ask-meeting', 'files', 'how-counted', 'progress', 'evidence-desk', 'question', 'board', 'task', 'enforcement-desk', 'enforcement-start']);

/** Sends one card to one recipient, drawn at this moment; an older card of the same document in his chat gives way. */
export const sendCard = effectJob({
  name: 'send-card',
  payload: z.object({ card: z.string(), to: z.enum(['person', 'reporter', 'chat']), person: z.string().default(''), organ: z.string().default(''), face: z.string().default('') }),
  async run({ doc, effect, data }, deps) {
    const receiver = await receiverOf(doc, data, deps);
    if (receiver) await deliver({ doc, card: data.card, face: data.face, uuid: effect, ...receiver }, deps);
    for (const delegate of data.to === 'person' ? insteadOf(data.person, doc, deps) : []) {
      await deliver({ doc, card: data.card, face: data.face, uuid: `${effect}${digest(delegate).slice(0, 8)}`, key: delegate, openId: delegate, chat: '' }, deps);
    }
  },
});

/** Who gets a card: `key` as live cards keep it, `openId` or `chat` as the platform wants it. */
export interface Receiver { key: string; openId: string; chat: string }

/** Sends a card of a document and remembers it as live. */
export async function deliver(plan: Receiver & { doc: Document; card: string; face: string; uuid: string }, deps: Deps): Promise<void> {
  const { doc, card, face, key } = plan;
  const drawn = await drawFor(plan, deps);
  if (card === 'files' && (await grown({ doc, card, key }, drawn, deps))) return;
  const sent = await deps.platform.sendCard(plan.chat ? { chat: plan.chat } : { openId: plan.openId }, drawn, plan.uuid);
  await retireOthers({ doc, card, key, message: sent.message }, deps);
  await deps.store.cards.remember({ message: sent.message, kind: doc.kind, doc: doc.id, card, to: key, form: holdsForm(drawn), round: doc.round, face, sentAt: deps.now().toISOString() });
}

// The list of a draft's files is one card that grows, not one more at each file.
async function grown(at: { doc: Document; card: string; key: string }, drawn: object, deps: Deps): Promise<boolean> {
  const standing = (await deps.store.cards.of(at.doc.id)).find((live) => live.card === at.card && live.to === at.key);
  if (!standing) return false;
  await deps.store.cards.quiet(standing.message);
  if (!(await deps.platform.patchCard(standing.message, drawn))) return false;
  await deps.store.cards.remember({ ...standing, round: at.doc.round });
  return true;
}

async function retireOthers(sent: { doc: Document; card: string; key: string; message: string }, deps: Deps): Promise<void> {
  const alone = companions.has(sent.card);
  if (alone && sent.card !== 'question') return;
  for (const old of await deps.store.cards.of(sent.doc.id)) {
    if (old.to !== sent.key || old.message === sent.message || (alone ? old.card !== sent.card : companions.has(old.card))) continue;
    await deps.store.cards.quiet(old.message);
    await deps.platform.patchCard(old.message, stale(sent.doc, sent.card));
    await deps.store.cards.retire(old.message);
  }
}

async function receiverOf(doc: Document, data: { card: string; to: string; person: string; organ: string }, deps: Deps): Promise<Receiver | undefined> {
  // A card that says 未找到 would say that there is something: whoever is shut out hears nothing; whoever has left cannot be written to.
  if (data.to === 'person') return deps.directory.people.has(data.person) && mayReach(doc, data, deps) ? { key: data.person, openId: data.person, chat: '' } : undefined;
  if (data.to === 'reporter') {
    const who = await deps.store.vault.who(doc.matter);
    return who ? { key: 'reporter', openId: who.openId, chat: '' } : undefined;
  }
  const chat = data.organ === center ? await dutyGroup(deps) : await deps.store.notes.get(`chat:${data.organ}`);
  if (!chat) deps.log.warn({ organ: data.organ, doc: doc.id }, 'no group chat for this organ');
  return chat ? { key: `chat:${chat}`, openId: '', chat } : undefined;
}
