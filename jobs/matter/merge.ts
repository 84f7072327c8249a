import { z } from 'zod';
import type { Document } from '../../src/domain/document.ts';
import type { Evidence, Matter } from '../../src/domain/matter/matter.ts';
import { broughtAlong } from '../../src/domain/matter/merge/merge-rows.ts';
import { isSameStory, likenessOf, mayJoin } from '../../src/domain/matter/merge/likeness.ts';
import { effectJob, type Deps } from '../define.ts';
import { system } from '../tell.ts';

const open = ['registered', 'verifying', 'forwarded', 'reported'];
const most = 5;

/** Looks for matters that may be the same one, and tells them to the matter for its clerk's eyes. */
export const findAlike = effectJob({
  name: 'find-alike',
  payload: z.object({}),
  async run({ doc, effect }, deps) {
    const matter = doc as Document<Matter>;
    if (matter.state !== 'registered') return;
    const found = (await candidates(matter, deps))
      .map((other) => ({ other, why: likenessOf(matter.data, other.data) }))
      .filter(({ other, why }) => why.length > 0 && mayJoin(matter.data, other.data))
      .sort((a, b) => b.why.length - a.why.length)
      .slice(0, most)
      .map(({ other, why }) => ({ id: other.id, no: other.no, state: other.state, project: other.data.project, why, same: isSameStory(matter.data, other.data) }));
    if (found.length) await deps.handle(system({ kind: 'matter', id: matter.id, act: 'alike', input: { found }, cause: effect, matter: matter.id }));
  },
});

/** Joins a merged matter to the one that goes on; where that is no longer open, the merging is taken back. */
export const joinParent = effectJob({
  name: 'join-parent',
  payload: z.object({}),
  async run({ doc, effect }, deps) {
    const { id, no, data } = doc as Document<Matter>;
    if (!data.into) return;
    const files = broughtAlong(data) as Evidence[];
    const joined = await deps.handle(system({ kind: 'matter', id: data.into.id, act: 'absorb', input: { id, no, files }, cause: effect, matter: data.into.id }));
    if (!joined.ok) await deps.handle(system({ kind: 'matter', id, act: 'unmerge', input: {}, cause: `${effect}-back`, matter: id }));
  },
});

/** Takes a matter out of the one it had been merged into. */
export const leaveParent = effectJob({
  name: 'leave-parent',
  payload: z.object({}),
  async run({ doc, effect }, deps) {
    const { id, no, data } = doc as Document<Matter>;
    if (data.into) await deps.handle(system({ kind: 'matter', id: data.into.id, act: 'part', input: { id, no }, cause: effect, matter: data.into.id }));
  },
});

/** Tells the matters that were merged into this one how it now stands. */
export const tellMerged = effectJob({
  name: 'tell-merged',
  payload: z.object({}),
  async run({ doc, effect }, deps) {
    const { state, data } = doc as Document<Matter>;
    const live = data.forwards.filter((branch) => !['returned', 'cancelled'].includes(branch.state));
    const input = { state, told: data.told, organs: live.map(({ organ }) => organ), dueDate: live.map(({ dueDate }) => dueDate).filter(Boolean).sort()[0] ?? '' };
    for (const { id } of data.merged) await deps.handle(system({ kind: 'matter', id, act: 'followed', input, cause: `${effect}-${id}`, matter: id }));
  },
});

// By its project and by each name it is looked for everywhere; by its words only among the newest.
async function candidates({ id, data }: Document<Matter>, deps: Deps): Promise<Document<Matter>[]> {
  const texts = [data.project, ...data.named].filter((text) => text.length >= 2).slice(0, 6);
  const lists = await Promise.all([
    ...texts.map((text) => deps.store.search({ kind: 'matter', text, states: open, limit: 20 })),
    deps.store.search({ kind: 'matter', states: open, limit: 100 }),
  ]);
  const others = lists.flat().filter((doc) => doc.id !== id) as Document<Matter>[];
  return [...new Map(others.map((doc) => [doc.id, doc])).values()];
}
