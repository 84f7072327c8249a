import { z } from 'zod';
import { actorOrgan, actorOrganName } from '../../audit.ts';
import { rows, type Document } from '../../document.ts';
import { post, redraw, toPerson } from '../../effects.ts';
import { refuse } from '../../refusal.ts';
import { liveOrgans } from '../together/campaign-rows.ts';
import type { Matter } from '../matter.ts';
import { running } from '../together/meeting-rows.ts';

const row = rows<Matter>();
const input = z.object({ reason: z.string({ error: '请写明理由和依据' }).trim().min(4, '请写明理由和依据（不少于 4 个字）').max(300) });

/** 主张管辖: where several departments have a matter, one may say that it alone is competent; as soon as two do, a meeting is proposed (domain table 5.7). Nothing changes hands by it. */
export const claimRows = [
  row({
    act: 'assert', verb: '主张由本单位办理', code: 'CON_CLAIM', article: '第三条', from: ['forwarded', 'reported'], to: '=', by: ['LIAISON', 'DEPUTY', 'HEAD', 'ACTING_HEAD'], input,
    guard: ({ doc, by }) => {
      const organ = actorOrgan(by);
      if (!liveOrgans(doc.data).includes(organ)) return refuse('E-901');
      if (liveOrgans(doc.data).length < 2) return refuse('input', { fields: '本件只由本单位办理，不需要主张' });
      return assertions(doc).includes(organ) ? refuse('stale', { who: '贵单位', what: '主张' }) : undefined;
    },
    change: ({ doc, input: { reason }, by, world }) => ({ claims: [...doc.data.claims.filter(({ organ }) => !('organ' in by) || organ !== by.organ), { organ: actorOrgan(by), reason, at: world.now.toISOString() }] }),
    follow: ({ doc }) => [
      ...(doc.data.clerk ? [toPerson(doc.data.clerk, 'progress')] : []), ...(assertions(doc).length >= 2 && !running(doc.data) ? [post('propose-meeting', { why: 'claimed' })] : []), redraw(),
    ],
    note: ({ by, world, input: { reason } }) => `${actorOrganName(by, world.directory)}：${reason}`,
  }),
];

/** Departments that say that they alone are competent, and still have the matter. */
export function assertions({ data }: Document<Matter>): readonly string[] {
  const live = liveOrgans(data);
  return data.claims.map(({ organ }) => organ).filter((organ) => live.includes(organ));
}

/** Whether this department may say so now: it has the matter, so has another, and it has not said it yet. */
export function mayAssert(doc: Document<Matter>, organ: string): boolean {
  const live = liveOrgans(doc.data);
  return live.length >= 2 && live.includes(organ) && !assertions(doc).includes(organ);
}
