import { z } from 'zod';
import { rows } from '../../document.ts';
import { post, redraw } from '../../effects.ts';
import { holders, shortName } from '../../people.ts';
import { refuse } from '../../refusal.ts';
import { exceptions } from '../../referral/joint.ts';
import type { Matter } from '../matter.ts';

const row = rows<Matter>();

/** 会同核实: the departments that verify with the Center, or the exception of Q1 with its reason. */
const jointInput = z.object({
  co: z.array(z.string()).default([]), exception: z.union([z.enum(Object.keys(exceptions) as [keyof typeof exceptions]), z.literal('')]).default(''), why: z.string().trim().max(500).default(''),
});

/** The Center's own verification (Article 11 item 7): together with a supervising department, alone only in the exceptions of Q1 and where the city allows them. */
export const jointRows = [
  row({
    act: 'verify', verb: '会同核实', code: 'JNT_VERIFY', article: '第十一条（七）', from: ['registered', 'forwarded', 'reported'], by: ['C_HEAD'], input: jointInput, newRound: true,
    // Where no department has it, the Center's own verification is all that is done, and the matter ends with it.
    to: ({ doc }) => (doc.state === 'registered' ? 'verifying' : doc.state),
    guard: ({ doc, input, world }) => {
      const { data } = doc;
      if (data.referrals.some((one) => one.id === jointId(doc.id))) return refuse('stale', { who: '中心', what: '启动会同核实' });
      const foreign = input.co.find((organ) => world.directory.organs.get(organ)?.kind !== 'department' || holders(world.directory, organ, 'HEAD').length === 0);
      if (foreign) return refuse('not-found', { what: `${shortName(world.directory, foreign)}的主要负责人（须为行政监督部门）` }, ['co']);
      const reported = input.co.find((organ) => data.reported.includes(organ) || data.routing?.recused.includes(organ));
      if (reported) return refuse('E-202', { organ: shortName(world.directory, reported) }, ['co']);
      if (input.co.length) return undefined;
      if (!world.settings.directTransfer || !input.exception) return refuse('not-alone', {}, ['co']);
      if (input.exception === 'reported' && !data.routing?.recused.length && !data.reported.length) return refuse('input', { fields: '本件没有被反映的主管部门' }, ['exception']);
      return input.why.length < 10 ? refuse('reason', { what: '中心单独核实' }, ['why']) : undefined;
    },
    clocks: () => ({ stop: ['T01', 'T02'] }),
    follow: ({ doc, input }) => [post('open-joint', { id: jointId(doc.id), co: input.co.join(','), exception: input.co.length ? '' : input.exception }), redraw()],
    note: ({ input, world }) => (input.co.length ? `会同 ${input.co.map((organ) => shortName(world.directory, organ)).join('、')}` : `${input.exception ? exceptions[input.exception] : ''}：${input.why}`),
  }),
];

/** The id of the Center's own verification of a matter; there is at most one. */
export function jointId(matter: string): string {
  return `${matter}-j-y`;
}

/** Whether a verification is the Center's own, by its id. */
export function isJoint(id: string): boolean {
  return id.endsWith('-j-y');
}
