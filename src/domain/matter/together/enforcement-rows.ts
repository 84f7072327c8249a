import { z } from 'zod';
import { actorId, actorOrgan, actorOrganName } from '../../audit.ts';
import { rows } from '../../document.ts';
import { post, redraw, toPerson } from '../../effects.ts';
import { startable } from '../../joint/guards.ts';
import { startInput } from '../../joint/inputs.ts';
import { isOverJoint, needsRating, triggers } from '../../joint/joint.ts';
import { headOf, shortName } from '../../people.ts';
import { refuse } from '../../refusal.ts';
import { dateOf } from '../../time/time.ts';
import type { Matter } from '../matter.ts';

const row = rows<Matter>();
const open = ['registered', 'verifying', 'forwarded', 'reported'];

/** 重大 and 联合执法 (Article 10, domain Q6): the Center's head or a department's marks a matter as serious; the Center starts. */
export const enforcementRows = [
  row({
    act: 'rate', verb: '标记重大', code: 'LEAD_MAJOR', article: '第十条', from: open, to: '=', by: ['C_HEAD', 'HEAD', 'ACTING_HEAD'], input: z.object({ reason: z.string({ error: '请写明为什么是重大问题' }).trim().min(4, '请写明为什么是重大问题（不少于 4 个字）').max(500) }),
    guard: ({ doc, by, world }) => {
      if (doc.data.major) return refuse('stale', { who: shortName(world.directory, doc.data.major.organ), what: '标记重大' });
      const head = 'id' in by ? headOf(world.directory, by.organ, dateOf(world.now))?.id === by.id : false;
      return head || by.role === 'C_HEAD' ? undefined : refuse('E-901');
    },
    change: ({ input, by, world }) => ({ major: { reason: input.reason, at: world.now.toISOString(), by: actorId(by), organ: actorOrgan(by) } }),
    follow: ({ doc }) => [...(doc.data.clerk ? [toPerson(doc.data.clerk, 'progress')] : []), redraw()],
    note: ({ by, world }) => actorOrganName(by, world.directory),
  }),
  row({
    act: 'unrate', verb: '取消重大', code: 'LEAD_MAJOR', article: '第十条', from: open, to: '=', by: ['C_HEAD'], input: z.object({ reason: z.string({ error: '请写明理由' }).trim().min(4, '请写明理由（不少于 4 个字）').max(500) }),
    guard: ({ doc }) => (doc.data.major ? undefined : refuse('E-900', { state: '尚未标记重大' })),
    change: () => ({ major: null }),
    follow: () => [redraw()],
    note: ({ input }) => input.reason,
  }),
  row({
    act: 'enforce', verb: '启动联合执法', code: 'JNT_START', article: '第十条', from: open, to: '=', by: ['C_CLERK', 'C_HEAD', 'system'], input: startInput, newRound: true,
    guard: ({ doc, input, world }) => {
      if (doc.data.joints.some((joint) => !isOverJoint(joint))) return refuse('stale', { who: '中心', what: '启动联合执法' });
      const refusal = startable(input, [...doc.data.reported, ...(doc.data.routing?.recused ?? [])], world);
      if (refusal) return refusal;
      return needsRating(input.trigger) && !doc.data.major ? refuse('not-major', {}, ['trigger']) : undefined;
    },
    change: ({ doc, input }) => ({ enforcement: input, joints: [...doc.data.joints, { id: `${doc.id}-l-${doc.data.joints.length + 1}`, no: '', state: 'j.plan' }] }),
    follow: ({ doc, by }) => [post('open-enforcement', { id: doc.data.joints.at(-1)?.id ?? '', by: actorId(by) }), redraw()],
    note: ({ input, world }) => `${input.trigger ? triggers[input.trigger] : ''}，牵头 ${shortName(world.directory, input.lead)}`,
  }),
];
