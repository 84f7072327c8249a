import { z } from 'zod';
import { complaintStates, over, type Complaint } from '../../src/domain/complaint/complaint.ts';
import { inOrder, isTwin } from '../../src/domain/complaint/twins.ts';
import type { Document } from '../../src/domain/document.ts';
import { effectJob, type Deps } from '../define.ts';
import { system } from '../tell.ts';

const open = Object.keys(complaintStates).filter((state) => state !== 'new' && !over.includes(state));

/** Looks whether another department already has this complaint; the first to receive it keeps it, the later ones end in it (条例61条). */
export const findTwin = effectJob({
  name: 'find-twin',
  payload: z.object({}),
  async run({ doc, effect }, deps) {
    const mine = doc as Document<Complaint>;
    const own = await ofSameAccount(mine, deps);
    const named = (await deps.store.search({ kind: 'complaint', text: mine.data.brief.title, states: open, limit: 50 })) as Document<Complaint>[];
    const others = new Map([...named, ...own].map((other) => [other.id, other]));
    const twins = [...others.values()].filter((other) => isTwin(mine, other, own.some(({ id }) => id === other.id)));
    const [first, ...later] = inOrder([mine, ...twins]);
    for (const one of later) {
      await deps.handle(system({ kind: 'complaint', id: one.id, act: 'giveWay', input: twinOf(first), cause: `${effect}-away`, matter: one.matter }));
      await deps.handle(system({ kind: 'complaint', id: first.id, act: 'join', input: twinOf(one), cause: `${effect}-${one.id}`, matter: first.matter }));
    }
  },
});

async function ofSameAccount({ matter }: Document<Complaint>, deps: Deps): Promise<Document<Complaint>[]> {
  const who = await deps.store.vault.who(matter);
  const matters = who ? await deps.store.vault.mattersOf(who.openId, 50) : [];
  const lists = await Promise.all(matters.filter((id) => id !== matter).map((id) => deps.store.ofMatter(id)));
  return lists.flat().filter((doc): doc is Document<Complaint> => doc.kind === 'complaint' && open.includes(doc.state));
}

function twinOf({ id, data }: Document<Complaint>): { id: string; no: string; organ: string } {
  return { id, no: data.matterNo, organ: data.organ };
}
