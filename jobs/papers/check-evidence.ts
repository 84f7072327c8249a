import { z } from 'zod';
import type { Document } from '../../src/domain/document.ts';
import type { Referral } from '../../src/domain/referral/referral.ts';
import { effectJob, type Deps } from '../define.ts';
import { system } from '../tell.ts';

/** Reads every piece of evidence of a verification, and tells it which no longer has the bytes of its receipt. */
export const checkEvidence = effectJob({
  name: 'check-evidence',
  payload: z.object({}),
  async run({ doc, effect }, deps) {
    const { id, data, matter } = doc as Document<Referral>;
    const broken: string[] = [];
    for (const file of data.evidence) if (await isBroken(file.id, deps)) broken.push(file.id);
    if (broken.join() !== data.broken.join()) await deps.handle(system({ kind: 'referral', id, act: 'checked', input: { broken }, cause: effect, matter }));
  },
});

async function isBroken(file: string, { store }: Deps): Promise<boolean> {
  try {
    await store.files.get(file);
    return false;
  } catch (fault) {
    if (fault instanceof Error && 'code' in fault && fault.code === 'E-405') return true;
    throw fault;
  }
}
