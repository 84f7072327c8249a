import { z } from 'zod';
import { actorId } from '../audit.ts';
import { alarmRow, recountRow } from '../time/clock-rows.ts';
import { rows, type Flow } from '../document.ts';
import { post, redraw, toPerson, toRole } from '../effects.ts';
import { emptyBrief } from '../forward/forward.ts';
import { takeOverRow } from '../handover/take-over-row.ts';
import { shortName } from '../people.ts';
import { isRecusedOnly } from '../recusal/recusal.ts';
import { leftToRecused } from '../recusal/left.ts';
import { refuse } from '../refusal.ts';
import { briefShieldRow } from '../reporter/shield-rows.ts';
import { hiddenFromReferral, referralRoles } from './access.ts';
import { referralDuties } from './duties.ts';
import { afterDecision, approvalNote, awaited, decided, deciding, extended, kept, lastToSign, namesOf, paperNumber, proposalOf, shortened, withVerifier, written } from './changes.ts';
import { approvable, assignable, changeable, decisionRule, newVersion, reasoned, replaceable, returnable, signable, tookPart } from './guards.ts';
import { partnerOf } from './joint.ts';
import { assignInput, changeInput, decisionInput, openReferral, proposalInput, reportInput } from './inputs.ts';
import { endingRow } from './ending-row.ts';
import { evidenceRows } from './evidence-rows.ts';
import { headQuestionRows } from './head-question-rows.ts';
import { referralRecusals } from './recusals.ts';
import { checkCode, decisionOn, finalStates, hasSigned, isOwnMatter, nextProposal, referralStates, type Referral } from './referral.ts';
import { referralReminders } from './reminders.ts';
import { suspensionRows, verificationStarts } from './suspension-rows.ts';
import { activeVerifiers } from './verifiers.ts';

const row = rows<Referral>();
const nothing = z.object({}).loose();
const tell = () => [post('tell-forward'), post('tell-matter'), redraw()];
const article = '第十一条';
const most = 5;

/** 核实 → 移送审批: domain tables 5.4 and 5.5, row by row; 5.6 is the flow of the transfer, one a destination. */
export const referralFlow: Flow<Referral> = {
  kind: 'referral',
  states: referralStates,
  final: finalStates,
  sealed: ['brief', 'report', 'earlier', 'questions', 'decisions', 'returned', 'verifiers', 'recusals', 'evidence', 'ended', 'former'],
  roles: referralRoles,
  hidden: hiddenFromReferral,
  recused: isRecusedOnly,
  leftTo: leftToRecused,
  overtaken: newVersion,
  instead: ({ state, data }) => (state === 'v.ended' && data.ended ? refuse('stale', { who: data.ended.by || '会商', what: data.ended.verb }) : undefined),
  duties: referralDuties,
  holds: ({ state, data }, person) => (state === 'v.working' && data.verifiers.some(({ id }) => id === person) ? '核实人员' : undefined),
  find: ({ data }) => [data.matterNo, data.brief.title, ...data.decisions.map((decision) => decision.no)],
  empty: () => ({
    forward: '', matterNo: '', organ: '', brief: emptyBrief, verifiers: [], recusals: [], decider: '', co: [], exception: '', evidence: [], broken: [], collecting: [], decisions: [], returned: null, sentBack: 0, ended: null, former: null, suspended: false, earlier: [], questions: [],
    report: { version: 0, conclusion: '', facts: '', law: '', proposals: [], hash: '', by: '', at: '' },
  }),
  rows: [
    row({
      act: 'open', verb: '待指派核实', code: 'VER_OPEN', article, from: ['new'], to: 'v.none', by: ['system'], input: openReferral,
      change: ({ input }) => ({ ...input, evidence: input.brief.files }),
      follow: ({ doc, world }) => [post('check-evidence'), ...toRole(world.directory, { organ: doc.data.organ, roles: ['DEPUTY'] }, 'assign'), ...tell()],
    }),
    row({
      act: 'assign', verb: '指派核实', code: 'VER_ASSIGN', article, from: ['v.none'], to: 'v.working', by: ['DEPUTY'], input: assignInput,
      guard: assignable,
      change: ({ doc, input }) => ({ verifiers: input.people.map((id) => kept(doc.data, id)) }),
      clocks: (s) => verificationStarts(s.doc),
      follow: ({ doc }) => [...doc.data.verifiers.map((verifier) => toPerson(verifier.id, 'verify')), ...tell()],
      note: ({ input, world }) => namesOf(input.people, world),
    }),
    row({
      act: 'change', verb: '更换核实人员', code: 'VER_CHANGE', article, from: ['v.working'], to: '=', by: ['DEPUTY'], input: changeInput, newRound: true,
      guard: changeable,
      change: ({ doc, input }) => ({ verifiers: input.people.map((id) => kept(doc.data, id)) }),
      follow: ({ doc, world }) => [
        ...activeVerifiers(doc.data).map((verifier) => toPerson(verifier.id, 'verify')), ...toRole(world.directory, { organ: doc.data.organ, roles: ['HEAD'] }, 'assign'), ...tell(),
      ],
      note: ({ input, world }) => `${input.why === 'recusal' ? '回避' : '不能到岗'}，现由 ${namesOf(input.people, world)}`,
    }),
    ...referralRecusals,
    ...evidenceRows,
    ...suspensionRows,
    endingRow,
    ...headQuestionRows,
    row({
      act: 'write', verb: '起草报告', code: 'VER_WRITE', article, from: ['v.working'], to: '=', by: ['VERIFIER'], input: reportInput, newRound: true,
      guard: ({ doc, by }) => (doc.data.verifiers.find((verifier) => verifier.id === actorId(by))?.declared ? undefined : refuse('input', { fields: '请先作回避声明，再起草报告' })),
      change: ({ doc, input, by, world }) => ({ ...written(doc.data, input, { by: actorId(by), at: world.now.toISOString() }), collecting: [] }),
      follow: ({ doc, by }) => [post('check-evidence'), ...activeVerifiers(doc.data).filter((verifier) => verifier.id !== actorId(by)).map((verifier) => toPerson(verifier.id, 'verify')), redraw()],
      note: ({ doc }) => `第 ${doc.data.report.version} 版，此前的签名作废`,
    }),
    row({
      act: 'propose', verb: '增加去向', code: 'VER_WRITE', article, from: ['v.working'], to: '=', by: ['VERIFIER'], input: proposalInput, newRound: true,
      guard: ({ doc, input }) => {
        const { proposals } = doc.data.report;
        if (!proposals.length || proposals.some((proposal) => proposal.item === 'D0')) return refuse('input', { fields: '请先在报告里写明第一个去向' });
        if (!input.item || input.item === 'D0') return refuse('input', { fields: '请选择建议去向' }, ['item']);
        if (proposals.length >= most) return refuse('input', { fields: `一份报告最多 ${most} 个去向，请另行报告` });
        return proposals.some((proposal) => proposal.item === input.item && (proposal.receiver === input.receiver || ['D1', 'D2', 'D3'].includes(input.item))) ? refuse('input', { fields: '该去向已在报告中' }, ['item']) : undefined;
      },
      change: ({ doc, input, by, world }) => extended(doc.data, input, { by: actorId(by), at: world.now.toISOString() }),
      follow: () => [redraw()],
      note: ({ doc }) => `第 ${doc.data.report.version} 版，${doc.data.report.proposals.length} 个去向，此前的签名作废`,
    }),
    row({
      act: 'drop', verb: '去掉去向', code: 'VER_WRITE', article, from: ['v.working'], to: '=', by: ['VERIFIER'], input: z.object({ proposal: z.string() }), newRound: true,
      guard: ({ doc, input }) => (doc.data.report.proposals.length > 1 && proposalOf(doc.data, input.proposal) ? undefined : refuse('input', { fields: '报告至少要有一个去向，请直接改报告' })),
      change: ({ doc, input, by, world }) => shortened(doc.data, input.proposal, { by: actorId(by), at: world.now.toISOString() }),
      follow: () => [redraw()],
      note: ({ doc }) => `第 ${doc.data.report.version} 版，此前的签名作废`,
    }),
    row({
      act: 'signReport', verb: '签名', code: 'VER_REPORT', article, from: ['v.working'], by: ['VERIFIER'], input: nothing,
      to: ({ doc, by }) => (lastToSign(doc.data, by) ? 'v.done' : 'v.working'),
      guard: signable,
      numbers: ({ doc, by, world }) => (lastToSign(doc.data, by)
        ? [paperNumber(doc.data, '核', world), ...doc.data.report.proposals.filter((proposal) => !decisionOn(doc.data, proposal.id)?.no).map((proposal) => ({ key: `YS ${proposal.id}`, form: 'YS-{date}-{nnnn}', scope: 'YS-{date}' }))] : []),
      change: ({ doc, by, world }) => ({
        verifiers: withVerifier(doc.data, by, { signedHash: doc.data.report.hash, signedAt: world.now.toISOString() }), ...(lastToSign(doc.data, by) ? { decisions: awaited(doc.data, world), returned: null } : {}),
      }),
      clocks: ({ doc, by }) => (lastToSign(doc.data, by) ? { stop: ['T07'], start: [{ rule: decisionRule(doc.data) }] } : {}),
      follow: ({ doc, world }) => (doc.state === 'v.done' ? [post('check-evidence'), post('write-paper', { paper: 'report', docNo: world.numbers['核'] ?? '' }), ...deciding(doc, world), ...tell()] : [redraw()]),
      note: ({ doc }) => `第 ${doc.data.report.version} 版（校验码 ${checkCode(doc.data.report.hash)}），签名 ${activeVerifiers(doc.data).filter((verifier) => hasSigned(doc.data, verifier)).length}/${activeVerifiers(doc.data).length}`,
    }),
    row({
      act: 'join', verb: '同意会同移送', code: 'APV_JOIN', article: '第十一条（七）', from: ['v.done'], to: '=', by: ['CO_HEAD'], input: z.object({ hash: z.string().default('') }),
      guard: ({ doc, input, by, world }) => {
        if (tookPart(doc, actorId(by), world.directory)) return refuse('E-408');
        const moved = newVersion(doc, input);
        if (moved) return moved;
        return partnerOf(doc.data, actorId(by), world)?.at ? refuse('stale', { who: '贵单位', what: '同意' }) : undefined;
      },
      change: ({ doc, by, world }) => ({ co: doc.data.co.map((one) => (one === partnerOf(doc.data, actorId(by), world) ? { ...one, by: actorId(by), at: world.now.toISOString() } : one)) }),
      follow: () => [redraw()],
      note: ({ doc, by, world }) => `${shortName(world.directory, partnerOf(doc.data, actorId(by), world)?.organ ?? '')}，报告第 ${doc.data.report.version} 版`,
    }),
    row({
      act: 'noTransfer', verb: '无需移送', code: 'VER_NOTRANSFER', article, from: ['v.done'], to: 'v.closed', by: ['DEPUTY'], input: nothing,
      guard: ({ doc }) => (isOwnMatter(doc.data) ? undefined : refuse('E-406', { head: '' })),
      clocks: () => ({ stop: ['T08', 'T37'] }),
      follow: tell,
    }),
    row({
      act: 'back', verb: '退回补充核实', code: 'APV_BACK', article, from: ['v.done'], to: 'v.working', by: ['HEAD', 'ACTING_HEAD'], input: decisionInput,
      guard: returnable,
      change: ({ doc, input, by, world }) => ({
        co: doc.data.co.map((one) => ({ ...one, by: '', at: '' })), returned: { by: actorId(by), at: world.now.toISOString(), reason: input.reason }, sentBack: doc.data.report.version, verifiers: doc.data.verifiers.map((verifier) => ({ ...verifier, signedHash: '', signedAt: '' })),
      }),
      clocks: (s) => ({ stop: ['T08', 'T37'], ...verificationStarts(s.doc) }),
      follow: ({ doc }) => [...activeVerifiers(doc.data).map((verifier) => toPerson(verifier.id, 'verify')), ...tell()],
      note: () => '核实期限重新计算，须重新签名',
    }),
    row({
      act: 'approve', verb: '批准移送', code: 'APV_OK', article, from: ['v.done'], by: ['HEAD', 'ACTING_HEAD'], input: decisionInput, newRound: true,
      to: (s) => stateAfterDecision(decided(s, 'approve'), s.doc.data),
      guard: approvable,
      numbers: ({ doc, input, world }) => [paperNumber(doc.data, '移审', world), ...(proposalOf(doc.data, input.proposal)?.item === 'D0' ? [] : [paperNumber(doc.data, '移', world)])],
      change: (s) => decided(s, 'approve'),
      clocks: (s) => (nextProposal({ ...s.doc.data, ...decided(s, 'approve') }) ? {} : { stop: ['T08', 'T37'] }),
      follow: (s) => [...afterDecision(s), ...tell()],
      note: approvalNote,
    }),
    row({
      act: 'refuse', verb: '不批准', code: 'APV_NO', article, from: ['v.done'], by: ['HEAD', 'ACTING_HEAD'], input: decisionInput, newRound: true,
      to: (s) => stateAfterDecision(decided(s, 'refuse'), s.doc.data),
      guard: reasoned,
      numbers: ({ doc, world }) => [paperNumber(doc.data, '移审', world)],
      change: (s) => decided(s, 'refuse'),
      clocks: (s) => (nextProposal({ ...s.doc.data, ...decided(s, 'refuse') }) ? {} : { stop: ['T08', 'T37'] }),
      follow: (s) => [...afterDecision(s), ...tell()],
      note: () => '已决定不移送',
    }),
    briefShieldRow<Referral>(finalStates),
    row(takeOverRow<Referral>({
      from: ['v.working'], guard: replaceable,
      change: ({ doc, input }) => ({ verifiers: doc.data.verifiers.map((verifier) => (verifier.id === input.from ? kept(doc.data, input.to) : verifier)) }),
      follow: ({ input }) => [toPerson(input.to, 'verify'), ...tell().slice(0, 2)],
    })),
    row(alarmRow<Referral>({ code: 'VER_REMIND', article, remind: referralReminders })),
    row(recountRow<Referral>({ code: 'VER_RECOUNT', article })),
  ],
};

/** Where a verification stands after a decision: 待审批 while another proposal waits; then what the decisions together say. */
export function stateAfterDecision({ decisions }: Pick<Referral, 'decisions'>, referral: Referral): string {
  if (nextProposal({ report: referral.report, decisions })) return 'v.done';
  const approved = referral.report.proposals.filter((proposal) => decisionOn({ decisions }, proposal.id)?.what === 'approve');
  if (!approved.length) return 't.refused';
  return approved.every((proposal) => proposal.item === 'D0') ? 'v.closed' : 'v.decided';
}
