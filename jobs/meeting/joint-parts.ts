import { z } from 'zod';
import type { Document } from '../../src/domain/document.ts';
import { openingOfJoint } from '../../src/domain/joint/opening.ts';
import { activeMembers, outcomesOf, type Joint } from '../../src/domain/joint/joint.ts';
import type { Matter } from '../../src/domain/matter/matter.ts';
import { effectJob } from '../define.ts';
import { system } from '../tell.ts';

/** Opens the joint enforcement that the Center started on a matter. */
export const openEnforcement = effectJob({
  name: 'open-enforcement',
  payload: z.object({ id: z.string(), by: z.string() }),
  async run({ doc, effect, data }, deps) {
    const input = openingOfJoint(doc as Document<Matter>, data.by);
    if (input) await deps.handle(system({ kind: 'joint', id: data.id, act: 'open', input, cause: effect, matter: doc.id }));
  },
});

/** Finds the transfers that members named among the parts of the matter, so that none is closed on a number that leads nowhere. */
export const linkOutcomes = effectJob({
  name: 'link-outcomes',
  payload: z.object({}),
  async run({ doc, effect }, deps) {
    const joint = doc as Document<Joint>;
    const named = outcomesOf(joint.data).filter(({ kind, doc: known }) => kind === 'transfer' && !known);
    const parts = named.length ? await deps.store.ofMatter(doc.matter) : [];
    const found = named.flatMap(({ no }) => parts.filter((part) => part.kind === 'transfer' && part.no === no).map(({ id }) => ({ no, id })));
    if (found.length) await deps.handle(system({ kind: 'joint', id: doc.id, act: 'linked', input: { found }, cause: effect, matter: doc.matter }));
  },
});

/** Proposes a meeting of all members on what one of them said; where one is already proposed or called, that one has it. */
export const conveneJoint = effectJob({
  name: 'convene-joint',
  payload: z.object({}),
  async run({ doc, effect }, deps) {
    const organs = activeMembers((doc as Document<Joint>).data).map(({ organ }) => organ);
    await deps.handle(system({ kind: 'matter', id: doc.matter, act: 'proposeMeeting', input: { why: 'dissent', organs }, cause: effect, matter: doc.matter }));
  },
});
