import { z } from 'zod';
import type { Document } from '../../src/domain/document.ts';
import type { Matter } from '../../src/domain/matter/matter.ts';
import { reportedInAny, type ReportedPerson } from '../../src/domain/reporter/reported-people.ts';
import type { Meeting } from '../../src/domain/meeting/meeting.ts';
import { effectJob, type Deps } from '../define.ts';
import { system } from '../tell.ts';

/** Tells every part of a matter from whom it is to be kept, also a meeting that began with another matter. */
export const tellParts = effectJob({
  name: 'tell-parts',
  payload: z.object({}),
  async run({ doc, effect }, deps) {
    const matter = doc as Document<Matter>;
    const parts = (await deps.store.ofMatter(doc.id)).filter((part) => part.kind !== 'matter');
    const elsewhere = await Promise.all(matter.data.meetings.filter(({ id }) => !parts.some((part) => part.id === id)).map(({ id }) => deps.store.load('meeting', id)));
    for (const part of [...parts, ...elsewhere]) {
      if (part) await deps.handle(system({ kind: part.kind, id: part.id, act: 'shield', input: { reportedPeople: await reportedOf(part, matter, deps) }, cause: `${effect}-${part.id}`, matter: part.matter }));
    }
  },
});

// A meeting may be on several matters: whoever is reported in one of them must not hear of it by another.
async function reportedOf(part: Document, { id, data }: Document<Matter>, { store }: Deps): Promise<readonly ReportedPerson[]> {
  const ids = part.kind === 'meeting' ? (part as Document<Meeting>).data.matterIds.filter((other) => other !== id) : [];
  const others = await Promise.all(ids.map((other) => store.load('matter', other)));
  return reportedInAny([data.reportedPeople, ...others.map((other) => (other as Document<Matter> | undefined)?.data.reportedPeople ?? [])]);
}
