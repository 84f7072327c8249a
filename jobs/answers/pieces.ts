import { z } from 'zod';
import type { Document } from '../../src/domain/document.ts';
import type { Matter } from '../../src/domain/matter/matter.ts';
import { piecesOf } from '../../src/domain/matter/drafting/pieces.ts';
import { effectJob } from '../define.ts';
import { asReporter } from './drafts.ts';
import { system } from '../tell.ts';

/** Opens the second of the two drafts that one message became, for the same sender. */
export const openPiece = effectJob({
  name: 'open-piece',
  payload: z.object({ id: z.string() }),
  async run({ doc, effect, data: { id } }, deps) {
    const { data, createdAt } = doc as Document<Matter>;
    const second = piecesOf(data.rest, new Date(createdAt))?.[1];
    const who = await deps.store.vault.who(doc.id);
    if (!second || !who) return;
    await deps.store.vault.keep(id, who);
    await deps.handle({ kind: 'matter', id, act: 'draft', by: asReporter(who.openId, id, deps), input: second, cause: effect });
    await deps.handle(system({ kind: 'matter', id, act: 'linked', input: { id: doc.id, no: doc.no, piece: 'second' }, cause: `${effect}-link`, matter: id }));
  },
});

/** Tells the other matter of the same message under which number this one was registered. */
export const tellLinked = effectJob({
  name: 'tell-linked',
  payload: z.object({}),
  async run({ doc, effect }, deps) {
    for (const { id } of (doc as Document<Matter>).data.linked) await deps.handle(system({ kind: 'matter', id, act: 'linked', input: { id: doc.id, no: doc.no }, cause: effect, matter: id }));
  },
});
