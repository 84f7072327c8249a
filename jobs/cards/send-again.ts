import { z } from 'zod';
import type { Delivery } from '../../src/domain/delivery/delivery.ts';
import type { Document } from '../../src/domain/document.ts';
import { effectJob, type Deps } from '../define.ts';
import { send, type Content } from '../send.ts';
import { deliver, type Receiver } from './deliver.ts';
import { mayReach } from './drawing.ts';

/** Sends once more what may not have arrived, under a uuid of its own: a document's card as it stands now, anything else as it was. */
export const sendAgain = effectJob({
  name: 'send-again',
  payload: z.object({}),
  async run({ doc: question, effect }, deps) {
    const { about, card, face, to, form, title, words, file } = (question as Document<Delivery>).data;
    const doc = await deps.store.load(about.kind, about.id);
    const receiver = doc && (await receiverOf(doc, to, deps));
    if (!doc || !receiver) return;
    if (form === 'card') return deliver({ doc, card, face, uuid: effect, ...receiver }, deps);
    const content: Content = form === 'text' ? { text: words } : form === 'file' ? { file: { name: title, bytes: (await deps.store.files.get(file)).bytes } } : { card: JSON.parse(words) as object };
    await send({ to: receiver.chat ? { chat: receiver.chat } : { openId: receiver.openId }, content, uuid: effect, about: { doc, key: to } }, deps);
  },
});

// Who was shut out or has left meanwhile gets nothing.
async function receiverOf(doc: Document, key: string, deps: Deps): Promise<Receiver | undefined> {
  if (key.startsWith('chat:')) return { key, openId: '', chat: key.slice('chat:'.length) };
  if (key !== 'reporter') return deps.directory.people.has(key) && mayReach(doc, { person: key }, deps) ? { key, openId: key, chat: '' } : undefined;
  const who = await deps.store.vault.who(doc.matter);
  return who ? { key, openId: who.openId, chat: '' } : undefined;
}
