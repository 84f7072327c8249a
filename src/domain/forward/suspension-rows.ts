import { running } from '../time/clocks.ts';
import { dateOf, dayText } from '../time/deadlines.ts';
import { rows, type EffectRequest, type World } from '../document.ts';
import { post, redraw, toPerson, toRole } from '../effects.ts';
import { center } from '../people.ts';
import { refuse } from '../refusal.ts';
import { suspensions, type Forward } from './forward.ts';
import { sentence, suspensionInput } from './inputs.ts';

const row = rows<Forward>();
const article = '第九条';

/** 中止与恢复 (domain table 5.3): with a document and the Center's consent the feedback limit stands still, and the days between are not counted. */
export const suspensionRows = [
  row({
    act: 'askSuspension', verb: '申请中止', code: 'FWD_SUSP_ASK', article, from: ['accepted'], to: 'suspendAsked', by: ['HANDLER', 'LIAISON', 'DUTY'], input: suspensionInput,
    guard: ({ doc, world }) => (dateOf(world.now) > (running(doc.clocks, 'T03')?.due.dueDate ?? '') ? refuse('E-301') : undefined),
    change: ({ input }) => ({ suspension: input }),
    follow: ({ doc, world }) => [...clerkOf(doc.data, world), post('tell-matter'), redraw()],
    note: ({ input }) => `${suspensions[input.ground]}，${input.document}`,
  }),
  row({
    act: 'agreeSuspension', verb: '同意中止', code: 'FWD_SUSP', article, from: ['suspendAsked'], to: 'suspended', by: ['C_CLERK', 'C_HEAD'], input: sentence.partial(),
    clocks: () => ({ pause: ['T03'] }),
    follow: ({ doc, world }) => [post('tell-referral'), ...toRole(world.directory, { organ: doc.data.organ, roles: ['LIAISON'] }, 'suspension'), post('tell-matter'), redraw()],
    note: ({ world }) => `自 ${dayText(dateOf(world.now))}起不计入办理期限`,
  }),
  row({
    act: 'denySuspension', verb: '不同意中止', code: 'FWD_SUSP', article, from: ['suspendAsked'], to: 'accepted', by: ['C_CLERK', 'C_HEAD'], input: sentence,
    change: ({ input }) => ({ checkNote: input.reason }),
    follow: () => [post('tell-matter'), redraw()],
    note: ({ input }) => input.reason,
  }),
  row({
    act: 'resume', verb: '恢复办理', code: 'FWD_SUSP', article, from: ['suspended'], to: 'accepted', by: ['HANDLER', 'LIAISON', 'DUTY', 'C_CLERK', 'C_HEAD'], input: sentence.partial(),
    clocks: () => ({ resume: ['T03'] }),
    follow: () => [post('tell-referral'), post('tell-matter'), redraw()],
    note: ({ doc }) => `反馈截止 ${dayText(running(doc.clocks, 'T03')?.due.dueDate ?? '')}`,
  }),
];

function clerkOf(data: Forward, world: World): EffectRequest[] {
  return world.directory.people.has(data.clerk) ? [toPerson(data.clerk, 'suspension')] : toRole(world.directory, { organ: center, roles: ['C_CLERK'] }, 'suspension');
}
