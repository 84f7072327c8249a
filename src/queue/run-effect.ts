import type { Deps, EffectJob } from '../../jobs/define.ts';
import type { Document, Effect, Kind } from '../domain/document.ts';

/** An effect that can never be carried out: unknown job or wrong payload. */
export class BadEffect extends Error {}

/** Where an effect stands. */
export interface EffectPlace { kind: Kind; id: string; effect: string }

/** Carries out one effect of a document and strikes it off; `wait` where an older one for the same recipient, or all older ones, must go first. Harmless twice. */
export function createEffectRunner(jobs: Readonly<Record<string, EffectJob>>, deps: Deps) {
  return async (at: EffectPlace, patient: boolean): Promise<'done' | 'wait'> => {
    const doc = await deps.store.load(at.kind, at.id);
    const effect = doc?.effects.find((one) => one.id === at.effect);
    if (!doc || !effect) return 'done';
    const job = jobs[effect.job];
    if (patient && (hasElder(doc, effect) || (job?.last && doc.effects.indexOf(effect) > 0))) return 'wait';
    const data = job?.payload.safeParse(effect.data);
    if (!job || !data?.success) throw new BadEffect(`effect ${effect.id} asks for ${effect.job}, which ${job ? 'does not take its payload' : 'is unknown'}`);
    await job.run({ doc, effect: effect.id, data: data.data }, deps);
    await deps.store.settle(at.kind, at.id, effect.id);
    return 'done';
  };
}

function hasElder(doc: Document, effect: Effect): boolean {
  const recipient = recipientOf(effect);
  return recipient !== '' && doc.effects.slice(0, doc.effects.indexOf(effect)).some((elder) => recipientOf(elder) === recipient);
}

function recipientOf({ data }: Effect): string {
  return typeof data['to'] === 'string' ? `${data['to']} ${String(data['person'] ?? '')} ${String(data['organ'] ?? '')}` : '';
}
