import { z } from 'zod';
import type { Command, Document } from '../src/domain/document.ts';
import type { Forward } from '../src/domain/forward/forward.ts';
import type { Referral } from '../src/domain/referral/referral.ts';
import type { Meeting } from '../src/domain/meeting/meeting.ts';
import { toldByTransfer, toldToForward, toldToMatter, toldToReferral, toldToTransfers } from '../src/domain/standing.ts';
import type { Transfer } from '../src/domain/transfer/transfer.ts';
import { effectJob } from './define.ts';

/** A command of the system; the effect that asks for it is its cause, so that a repeat changes nothing. */
export function system(command: Pick<Command, 'kind' | 'id' | 'act' | 'input' | 'cause' | 'matter'>): Command {
  return { ...command, by: { role: 'system' } };
}

// A meeting may be on several matters at once.
function mattersOf(doc: Document): readonly string[] {
  const ids = doc.kind === 'meeting' ? (doc as Document<Meeting>).data.matterIds : [];
  return ids.length ? ids : [doc.matter];
}

/** Tells the matter how one of its parts now stands. */
export const tellMatter = effectJob({
  name: 'tell-matter',
  payload: z.object({}),
  async run({ doc, effect }, deps) {
    const told = toldToMatter(doc);
    for (const id of mattersOf(doc)) await deps.handle(system({ ...told, id, matter: id, cause: effect }));
  },
});

/** Tells the department's part, and the transfers that came of it, how a verification now stands. */
export const tellForward = effectJob({
  name: 'tell-forward',
  payload: z.object({}),
  async run({ doc, effect }, deps) {
    const referral = doc as Document<Referral>;
    const own = referral.data.forward ? [toldToForward(referral)] : [];
    for (const told of [...own, ...toldToTransfers(referral)]) await deps.handle(system({ ...told, cause: effect }));
  },
});

/** Tells a verification whether the department's part stands still, goes on or has left the department; harmless where there is none, or where it has ended. */
export const tellReferral = effectJob({
  name: 'tell-referral',
  payload: z.object({}),
  async run({ doc, effect }, deps) {
    await deps.handle(system({ ...toldToReferral(doc as Document<Forward>), cause: effect }));
  },
});

/** Tells the department's part how a transfer now stands. */
export const tellTransfer = effectJob({
  name: 'tell-transfer',
  payload: z.object({}),
  async run({ doc, effect }, deps) {
    const transfer = doc as Document<Transfer>;
    if (transfer.data.forward) await deps.handle(system({ ...toldByTransfer(transfer), cause: effect }));
  },
});
