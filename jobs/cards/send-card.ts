import { z } from 'zod';
import { digest } from '../../src/domain/audit.ts';
import type { Document } from '../../src/domain/document.ts';
import { center } from '../../src/domain/people.ts';
import { urgencies } from '../../src/domain/push/push.ts';
import { urgencyOf } from '../../src/domain/push/urgency.ts';
import { effectJob, type Deps } from '../define.ts';
import type { Receiver } from './deliver.ts';
import { mayReach } from './drawing.ts';
import { dutyGroup } from './duty-group.ts';
import { insteadOf } from './instead-of.ts';
import { push } from './push.ts';

/** Brings one card to one recipient, and to whoever stands in for him, when they may be disturbed; drawn at the moment it is sent. */
export const sendCard = effectJob({
  name: 'send-card',
  payload: z.object({
    card: z.string(), to: z.enum(['person', 'reporter', 'chat']), person: z.string().default(''), organ: z.string().default(''), face: z.string().default(''),
    urgency: z.enum(urgencies).optional(), rule: z.string().default(''), stage: z.string().default(''),
  }),
  async run({ doc, effect, data }, deps) {
    const plan = { doc, card: data.card, face: data.face, urgency: data.urgency ?? urgencyOf(data, doc), rule: data.rule };
    const receiver = await receiverOf(doc, data, deps);
    if (receiver) await push({ ...plan, uuid: effect, ...receiver }, deps);
    for (const delegate of data.to === 'person' ? insteadOf(data.person, doc, deps) : []) {
      await push({ ...plan, uuid: `${effect}${digest(delegate).slice(0, 8)}`, key: delegate, openId: delegate, chat: '' }, deps);
    }
  },
});

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
