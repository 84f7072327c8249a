import { z } from 'zod';
import type { Document } from '../../src/domain/document.ts';
import type { Matter } from '../../src/domain/matter/matter.ts';
import { effectJob } from '../define.ts';
import { system } from '../tell.ts';

/** Tells every part of a matter from whom it is to be kept. */
export const tellParts = effectJob({
  name: 'tell-parts',
  payload: z.object({}),
  async run({ doc, effect }, deps) {
    const { reportedPeople } = (doc as Document<Matter>).data;
    const parts = (await deps.store.ofMatter(doc.id)).filter((part) => part.kind !== 'matter');
    for (const part of parts) await deps.handle(system({ kind: part.kind, id: part.id, act: 'shield', input: { reportedPeople }, cause: `${effect}-${part.id}`, matter: doc.id }));
  },
});
