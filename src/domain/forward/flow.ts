import { z } from 'zod';
import { actorId, actorName } from '../audit.ts';
import { alarmRow, recountRow } from '../time/clock-rows.ts';
import { delayInput } from '../delay.ts';
import { running } from '../time/clocks.ts';
import { dateOf, dayText } from '../time/deadlines.ts';
import { rows, type EffectRequest, type Flow, type Situation, type World } from '../document.ts';
import { post, redraw, toPerson, toRole } from '../effects.ts';
import { takeOverRow } from '../handover/take-over-row.ts';
import { center, shortName } from '../people.ts';
import { refuse } from '../refusal.ts';
import { branchRoles, hiddenFromBranch } from './access.ts';
import { arrivalRows } from './arrival-rows.ts';
import { forwardDuties } from './duties.ts';
import { emptyBrief, forwardStates, isSettled, leftStates, verificationOf, type Forward } from './forward.ts';
import { extensionInput, feedbackDraft, referralTold, returnInput, sentence, settleInput, transferTold } from './inputs.ts';
import { briefShieldRow } from '../reporter/shield-rows.ts';
import { remindersOf } from './reminders.ts';
import { supervisionRows } from './supervision-rows.ts';
import { suspensionRows } from './suspension-rows.ts';

const row = rows<Forward>();
const nothing = z.object({}).loose();
const tellMatter = () => post('tell-matter');
const open = ['unnamed', 'sent', 'accepted', 'returnAsked', 'extendAsked', 'suspendAsked', 'suspended', 'feedbackIn'];

/** 转办: domain table 5.3, row by row. */
export const forwardFlow: Flow<Forward> = {
  kind: 'forward',
  states: forwardStates,
  final: ['closed', ...leftStates],
  sealed: ['brief', 'requirement', 'feedback', 'ask', 'suspension', 'checkNote', 'unfixed', 'out'],
  roles: branchRoles,
  hidden: hiddenFromBranch,
  duties: forwardDuties,
  holds: ({ data }, person) => (data.clerk === person ? '经办' : undefined),
  find: ({ no, data }) => [no, data.matterNo, data.docNo, data.brief.title, ...data.brief.named],
  empty: () => ({
    matterNo: '', organ: '', docNo: '', paper: 'forward-letter', unfixed: '', requirement: '', signedBy: '', signedAt: '', returns: 0, extensions: 0, clerk: '', dueDate: '', checkNote: '', explained: null, supervised: null,
    brief: emptyBrief,
    ask: { reason: '', suggest: '', dueDate: '' }, suspension: { ground: '', document: '', reason: '' },
    feedback: { conclusion: '', facts: '', basis: '', decisionNo: '', tell: '', by: '', at: '' },
    referral: { id: '', state: '', ended: false, decided: false }, transfers: [], out: [],
  }),
  rows: [
    ...arrivalRows,
    row({
      act: 'sign', verb: '签收', code: 'FWD_ACK', article: '第九条', from: ['sent'], to: 'accepted', by: ['LIAISON', 'DUTY'], input: nothing,
      change: ({ by, world }) => ({ signedBy: actorId(by), signedAt: world.now.toISOString() }),
      clocks: () => ({ stop: ['T04'], start: [{ rule: 'T05' }] }),
      follow: ({ doc }) => [post('open-referral', { id: verificationOf(doc) }), tellMatter(), redraw()],
      note: ({ doc }) => `反馈截止 ${dayText(running(doc.clocks, 'T03')?.due.dueDate ?? '')}`,
    }),
    row({
      act: 'askReturn', verb: '申请退回', code: 'FWD_RET_ASK', article: '第九条', from: ['sent', 'accepted'], to: 'returnAsked', by: ['LIAISON', 'DUTY'], input: returnInput,
      guard: ({ input }) => (input.reason.length < 4 || !input.suggest ? refuse('E-206', {}, [...(input.reason.length < 4 ? ['reason'] : []), ...(input.suggest ? [] : ['suggest'])]) : undefined),
      change: ({ doc, input }) => ({ ask: { ...doc.data.ask, reason: input.reason, suggest: input.suggest } }),
      clocks: () => ({ stop: ['T04'] }),
      follow: ({ doc, world }) => [...clerkCard(doc.data, 'return-asked', world), ...(doc.data.returns >= 1 ? [post('propose-meeting', { why: 'returned' })] : []), tellMatter(), redraw()],
      note: ({ input, world }) => `建议 ${shortName(world.directory, input.suggest)}`,
    }),
    row({
      act: 'agreeReturn', verb: '同意改派', code: 'FWD_RET', article: '第九条', from: ['returnAsked'], to: 'returned', by: ['C_CLERK', 'C_HEAD'], input: nothing,
      guard: ({ doc }) => (doc.data.returns >= 1 ? refuse('E-207') : undefined),
      clocks: () => ({ stop: ['T03', 'T05'] }),
      follow: () => [post('reroute'), post('tell-referral'), tellMatter(), redraw()],
      note: ({ doc, world }) => `改派 ${shortName(world.directory, doc.data.ask.suggest)}`,
    }),
    row({
      act: 'denyReturn', verb: '不同意退回', code: 'FWD_RET', article: '第九条', from: ['returnAsked'], to: 'accepted', by: ['C_CLERK', 'C_HEAD'], input: sentence,
      change: ({ input }) => ({ checkNote: input.reason }),
      follow: ({ doc, world }) => [...(doc.data.referral.id ? [] : [post('open-referral', { id: verificationOf(doc) })]), ...toRole(world.directory, { organ: doc.data.organ, roles: ['LIAISON'] }, 'forward'), tellMatter(), redraw()],
      note: ({ input }) => input.reason,
    }),
    row({
      act: 'settle', verb: '按会商确定', code: 'FWD_RET', article: '第十条', from: ['returnAsked'], to: ({ doc, input }) => (input.organ === doc.data.organ ? 'accepted' : 'returned'), by: ['system'], input: settleInput,
      clocks: ({ doc, input }) => (input.organ === doc.data.organ ? { start: [{ rule: 'T03', dueDate: input.dueDate, origin: '会商议定' }] } : { stop: ['T03', 'T05'] }),
      follow: ({ doc, world }) => [
        ...(doc.state === 'returned' ? [post('tell-referral')] : doc.data.referral.id ? [] : [post('open-referral', { id: verificationOf(doc) })]),
        ...toRole(world.directory, { organ: doc.data.organ, roles: ['LIAISON'] }, doc.state === 'accepted' ? 'feedback' : 'forward'), tellMatter(), redraw(),
      ],
      note: ({ input, world }) => `${input.minutesNo}，由 ${shortName(world.directory, input.organ)} 承办`,
    }),
    row({
      act: 'askExtension', verb: '申请延期', code: 'FWD_EXT_ASK', article: '第九条', from: ['accepted'], to: 'extendAsked', by: ['LIAISON', 'DUTY'], input: extensionInput,
      guard: ({ doc, input, world }) => {
        const due = running(doc.clocks, 'T03')?.due.dueDate ?? '';
        if (doc.data.extensions >= 1) return refuse('E-302');
        if (dateOf(world.now) > due) return refuse('E-301');
        return input.dueDate > due ? undefined : refuse('E-204', {}, ['dueDate']);
      },
      change: ({ doc, input }) => ({ ask: { ...doc.data.ask, reason: input.reason, dueDate: input.dueDate } }),
      follow: ({ doc, world }) => [...clerkCard(doc.data, 'extension-asked', world), tellMatter(), redraw()],
      note: ({ input }) => `申请至 ${dayText(input.dueDate)}`,
    }),
    row({
      act: 'agreeExtension', verb: '同意延期', code: 'FWD_EXT', article: '第九条', from: ['extendAsked'], to: 'accepted', by: ['C_CLERK', 'C_HEAD'], input: nothing,
      change: ({ doc }) => ({ extensions: doc.data.extensions + 1 }),
      clocks: ({ doc }) => ({ start: [{ rule: 'T03', dueDate: doc.data.ask.dueDate, origin: '中心设定' }] }),
      follow: () => [tellMatter(), redraw()],
      note: ({ doc }) => `延期至 ${dayText(doc.data.ask.dueDate)}`,
    }),
    row({
      act: 'denyExtension', verb: '不同意延期', code: 'FWD_EXT', article: '第九条', from: ['extendAsked'], to: 'accepted', by: ['C_CLERK', 'C_HEAD'], input: sentence,
      change: ({ input }) => ({ checkNote: input.reason }),
      follow: () => [tellMatter(), redraw()],
      note: ({ input }) => input.reason,
    }),
    ...suspensionRows,
    ...supervisionRows,
    row({
      act: 'saveFeedback', verb: '存草稿', code: 'FWD_FB_DRAFT', article: '第九条', from: ['accepted'], to: '=', by: ['LIAISON', 'DUTY'], input: feedbackDraft,
      change: ({ doc, input }) => ({ feedback: { ...doc.data.feedback, ...input } }),
    }),
    row({
      act: 'feedback', verb: '反馈', code: 'FWD_FB', article: '第九条', from: ['accepted'], by: ['LIAISON', 'DUTY'], input: feedbackDraft,
      // Where the Center is itself concerned it checks nothing (O11).
      to: ({ doc }) => (doc.data.brief.reported.includes(center) ? 'closed' : 'feedbackIn'),
      guard: ({ doc, input }) => {
        if (!input.conclusion) return refuse('E-304', {}, ['conclusion']);
        if (['true', 'partly'].includes(input.conclusion) && !input.basis) return refuse('E-305', {}, ['basis']);
        if (input.facts.length < 10) return refuse('input', { fields: '请写明事实与依据（不少于 10 个字）' }, ['facts']);
        if (!input.tell) return refuse('input', { fields: '请选择可否告知举报人' }, ['tell']);
        // 以罚代移 (移送规定11条): a fine does not close what may be a crime before the head has decided on it.
        if (input.decisionNo && doc.data.brief.flags.includes('criminalThreshold') && !doc.data.referral.decided) return refuse('undecided', {}, ['decisionNo']);
        const open = doc.data.transfers.find((transfer) => !transfer.ended);
        return isSettled(doc.data) ? undefined : refuse('open-referral', { no: open?.no ?? doc.data.matterNo });
      },
      numbers: ({ doc, world }) => {
        const prefix = `${world.directory.organs.get(doc.data.organ)?.docPrefix ?? doc.data.organ}馈`;
        return [{ key: 'paper', form: `${prefix}〔{year}〕{n}号`, scope: `${prefix}-{year}` }];
      },
      change: ({ input, by, world }) => ({ feedback: { ...input, by: actorId(by), at: world.now.toISOString() } }),
      clocks: () => ({ stop: ['T03', 'T05'] }),
      follow: ({ doc, world }) => [
        post('write-paper', { paper: 'feedback-form', docNo: world.numbers['paper'] ?? '' }), ...(doc.state === 'feedbackIn' ? clerkCard(doc.data, 'feedback-check', world) : []), tellMatter(), redraw(),
      ],
    }),
    row({
      act: 'explain', verb: '说明原因', code: 'FWD_EXPLAIN', article: '第九条', from: ['sent', 'accepted', 'extendAsked'], to: '=', by: ['LIAISON', 'DUTY', 'DEPUTY', 'HEAD', 'ACTING_HEAD'], input: delayInput,
      change: ({ input, by, world }) => ({ explained: { at: world.now.toISOString(), by: actorName(by), reason: input.reason, expected: input.expected } }),
      follow: () => [redraw()],
      note: ({ input }) => `预计 ${dayText(input.expected)}`,
    }),
    row({
      act: 'pass', verb: '通过', code: 'FWD_CLOSE', article: '第九条', from: ['feedbackIn'], to: 'closed', by: ['C_CLERK', 'C_HEAD'], input: nothing,
      follow: () => [tellMatter(), redraw()],
    }),
    row({
      act: 'sendBack', verb: '退回补充', code: 'FWD_BACK', article: '第九条', from: ['feedbackIn'], to: 'accepted', by: ['C_CLERK', 'C_HEAD'], input: sentence,
      change: ({ input }) => ({ checkNote: input.reason }),
      clocks: () => ({ start: [{ rule: 'T03', amount: 5, origin: '中心设定' }] }),
      follow: ({ doc, world }) => [...toRole(world.directory, { organ: doc.data.organ, roles: ['LIAISON'] }, 'feedback'), tellMatter(), redraw()],
      note: ({ input }) => input.reason,
    }),
    row({
      act: 'cancel', verb: '撤回转办', code: 'FWD_CANCEL', article: '第九条', from: ['unnamed', 'sent', 'accepted'], to: 'cancelled', by: ['C_CLERK', 'C_HEAD'], input: sentence,
      change: ({ input }) => ({ checkNote: input.reason }),
      clocks: () => ({ stop: ['T01', 'T03', 'T04', 'T05'] }),
      follow: () => [post('tell-referral'), tellMatter(), redraw()],
      note: ({ input }) => input.reason,
    }),
    row({
      act: 'referral', verb: '核实进展', code: 'FWD_REFERRAL', article: '第十一条', from: [...open, ...leftStates], to: '=', by: ['system'], input: referralTold,
      change: ({ doc, input }) => ({
        referral: { id: input.id, state: input.state, ended: input.ended, decided: input.decided }, out: input.out,
        transfers: [...doc.data.transfers, ...input.transfers.filter((transfer) => !doc.data.transfers.some((known) => known.id === transfer.id))],
        ...(input.facts && !doc.data.feedback.facts ? { feedback: { ...doc.data.feedback, ...feedbackDraft.parse({ facts: input.facts.slice(0, 2000), conclusion: input.conclusion }) } } : {}),
      }),
      follow: onceSettled,
    }),
    row({
      act: 'transfer', verb: '移送进展', code: 'FWD_REFERRAL', article: '第十一条', from: [...open, ...leftStates], to: '=', by: ['system'], input: transferTold,
      change: ({ doc, input }) => ({ transfers: [...doc.data.transfers.filter((transfer) => transfer.id !== input.id), input] }),
      follow: onceSettled,
    }),
    row(takeOverRow<Forward>({ from: open, change: ({ input }) => ({ clerk: input.to }) })),
    briefShieldRow<Forward>(['closed', ...leftStates]),
    row(alarmRow<Forward>({ code: 'FWD_REMIND', article: '第九条', remind: remindersOf })),
    row(recountRow<Forward>({ code: 'FWD_RECOUNT', article: '第九条' })),
  ],
};

// Verification and transfers report as they come; the liaison is asked for the answer once nothing of them is open.
function onceSettled({ doc, world }: Pick<Situation<Forward, unknown>, 'doc' | 'world'>): EffectRequest[] {
  return isSettled(doc.data) && doc.state === 'accepted' ? [...toRole(world.directory, { organ: doc.data.organ, roles: ['LIAISON'] }, 'feedback'), tellMatter(), redraw()] : [redraw()];
}

function clerkCard(data: Forward, card: string, world: World): EffectRequest[] {
  return world.directory.people.has(data.clerk) ? [toPerson(data.clerk, card)] : toRole(world.directory, { organ: center, roles: ['C_CLERK'] }, card);
}
