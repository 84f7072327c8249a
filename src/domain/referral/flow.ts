import { z } from 'zod';
import { alarmRow, recountRow } from '../clock-rows.ts';
import { minute } from '../deadlines.ts';
import { rows, type EffectRequest, type Flow, type Situation, type World } from '../document.ts';
import { post, redraw, toPerson, toRole } from '../effects.ts';
import { nameOf, shortName } from '../people.ts';
import { refuse } from '../refusal.ts';
import { hiddenFromReferral, referralRoles } from './access.ts';
import { approver, assignable, decidable, decisionRule, reasoned, receivable, signable, transferable, transferRule } from './guards.ts';
import { assignInput, declareInput, decisionInput, openReferral, receiptInput, reportInput, transferInput } from './inputs.ts';
import { activeVerifiers, checkCode, fixedReceivers, hasSigned, items, receiptResults, referralStates, reportHash, type Referral, type Verifier } from './referral.ts';
import { referralReminders } from './reminders.ts';

const row = rows<Referral>();
const nothing = z.object({}).loose();
const tell = () => [post('tell-forward'), post('tell-matter')];
const article = '第十一条';

/** 核实 → 移送审批 → 移送与回执: domain tables 5.4 to 5.6, row by row. */
export const referralFlow: Flow<Referral> = {
  kind: 'referral',
  states: referralStates,
  final: ['v.closed', 't.refused', 't.redirected'],
  sealed: ['brief', 'report', 'decision', 'verifiers', 'evidence', 'absent', 'receipt'],
  roles: referralRoles,
  hidden: hiddenFromReferral,
  find: ({ no, data }) => [no, data.matterNo, data.brief.title],
  empty: () => ({
    forward: '', matterNo: '', organ: '', verifiers: [], evidence: [], letterNo: '', have: [], absent: '', sentAt: '', sentBy: '',
    brief: { kind: '', title: '', category: '', stage: '', violations: [], subjects: [], named: [], amounts: [], flags: [], files: [], rules: [], dest: [], urgent: false, reported: [] },
    report: { version: 0, conclusion: '', facts: '', law: '', item: '', receiver: '', reason: '', hash: '', by: '', at: '' },
    decision: { by: '', at: '', what: '', reason: '', hash: '', formNo: '' },
    receipt: { result: '', no: '', date: '', signer: '', by: '', file: '' },
  }),
  rows: [
    row({
      act: 'open', verb: '待指派核实', code: 'VER_OPEN', article, from: ['new'], to: 'v.none', by: ['system'], input: openReferral,
      numbers: () => [{ key: 'no', form: 'YS-{date}-{nnnn}', scope: 'YS-{date}' }],
      change: ({ input }) => ({ ...input, evidence: input.brief.files }),
      follow: ({ doc, world }) => [...toRole(world.directory, { organ: doc.data.organ, roles: ['DEPUTY'] }, 'assign'), ...tell()],
    }),
    row({
      act: 'assign', verb: '指派核实', code: 'VER_ASSIGN', article, from: ['v.none', 'v.working'], to: 'v.working', by: ['DEPUTY'], input: assignInput, newRound: true,
      guard: assignable,
      change: ({ doc, input }) => ({ verifiers: [...new Set(input.people)].map((id) => kept(doc.data, id)) }),
      clocks: ({ doc }) => (doc.state === 'v.none' ? { start: [{ rule: 'T07' }] } : {}),
      follow: ({ doc }) => [...doc.data.verifiers.map((verifier) => toPerson(verifier.id, 'verify')), ...tell(), redraw()],
      note: ({ input, world }) => [...new Set(input.people)].map((id) => nameOf(world.directory, id)).join('、'),
    }),
    row({
      act: 'declare', verb: '回避声明', code: 'VER_DECLARE', article, from: ['v.working'], to: '=', by: ['VERIFIER'], input: declareInput,
      guard: ({ input }) => (input.relation === 'recuse' && input.why.length < 2 ? refuse('reason', { what: '申请回避' }, ['why']) : undefined),
      change: ({ doc, input, by }) => ({ verifiers: withVerifier(doc.data, by, { declared: input.relation, why: input.why }) }),
      follow: ({ doc, world }) => [...(activeVerifiers(doc.data).length < 2 ? toRole(world.directory, { organ: doc.data.organ, roles: ['DEPUTY'] }, 'assign') : []), redraw()],
      note: ({ input }) => (input.relation === 'none' ? '无需回避' : '名单有调整'),
    }),
    row({
      act: 'write', verb: '起草报告', code: 'VER_WRITE', article, from: ['v.working'], to: '=', by: ['VERIFIER'], input: reportInput, newRound: true,
      guard: ({ doc, by }) => (doc.data.verifiers.find((verifier) => 'id' in by && verifier.id === by.id)?.declared ? undefined : refuse('input', { fields: '请先作回避声明，再起草报告' })),
      change: ({ doc, input, by, world }) => ({ report: written(doc.data, input, { by: 'id' in by ? by.id : '', at: world.now.toISOString() }) }),
      follow: ({ doc, by }) => [...handlers(doc.data).filter((id) => !('id' in by && by.id === id)).map((id) => toPerson(id, 'verify')), redraw()],
      note: ({ doc }) => `第 ${doc.data.report.version} 版，签名后修改则已有签名作废`,
    }),
    row({
      act: 'signReport', verb: '签名', code: 'VER_REPORT', article, from: ['v.working'], by: ['VERIFIER'], input: nothing,
      to: ({ doc, by }) => (lastToSign(doc.data, by) ? 'v.done' : 'v.working'),
      guard: signable,
      numbers: ({ doc, by, world }) => (lastToSign(doc.data, by) ? [paperNumber(doc.data, '核', world)] : []),
      change: ({ doc, by, world }) => ({ verifiers: withVerifier(doc.data, by, { signedHash: doc.data.report.hash, signedAt: world.now.toISOString() }) }),
      clocks: ({ doc, by }) => (lastToSign(doc.data, by) ? { stop: ['T07'], start: [{ rule: decisionRule(doc.data) }] } : {}),
      follow: ({ doc, world }) => (doc.state === 'v.done' ? [post('write-paper', { paper: 'report', docNo: world.numbers['核'] ?? '' }), ...afterSigning(doc, world), ...tell(), redraw()] : [redraw()]),
      note: ({ doc }) => `第 ${doc.data.report.version} 版（校验码 ${checkCode(doc.data.report.hash)}），签名 ${activeVerifiers(doc.data).filter((verifier) => hasSigned(doc.data, verifier)).length}/${activeVerifiers(doc.data).length}`,
    }),
    row({
      act: 'noTransfer', verb: '无需移送', code: 'VER_NOTRANSFER', article, from: ['v.done'], to: 'v.closed', by: ['DEPUTY'], input: nothing,
      guard: ({ doc }) => (doc.data.report.item === 'D0' && !doc.data.brief.flags.includes('criminalThreshold') ? undefined : refuse('E-406', { head: '' })),
      clocks: () => ({ stop: ['T08', 'T37'] }),
      follow: () => [...tell(), redraw()],
    }),
    row({
      act: 'approve', verb: '批准移送', code: 'APV_OK', article, from: ['v.done'], to: ({ doc }) => (doc.data.report.item === 'D0' ? 'v.closed' : 't.approved'), by: ['HEAD', 'ACTING_HEAD'], input: decisionInput,
      guard: decidable,
      numbers: ({ doc, world }) => [paperNumber(doc.data, '移审', world), paperNumber(doc.data, '移', world)],
      change: (s) => ({ ...decided(s, 'approve'), letterNo: s.world.numbers['移'] ?? '' }),
      clocks: ({ doc }) => ({ stop: ['T08', 'T37'], start: doc.data.report.item === 'D0' ? [] : [{ rule: transferRule(doc.data) }] }),
      follow: ({ doc, world }) => [
        post('write-paper', { paper: 'approval-form', docNo: world.numbers['移审'] ?? '' }),
        ...(doc.state === 't.approved' ? [post('write-paper', { paper: 'transfer-letter', docNo: doc.data.letterNo }), ...handlers(doc.data).map((id) => toPerson(id, 'transfer'))] : []), ...tell(), redraw(),
      ],
      note: ({ doc, world }) => (doc.data.report.item === 'D0' ? '同意由本部门处理' : `${shortName(world.directory, doc.data.report.receiver)}，${items[doc.data.report.item || 'D0']}，报告第 ${doc.data.report.version} 版（校验码 ${checkCode(doc.data.report.hash)}），批准 ${minute(world.now)}`),
    }),
    row({
      act: 'refuse', verb: '不批准', code: 'APV_NO', article, from: ['v.done'], to: 't.refused', by: ['HEAD', 'ACTING_HEAD'], input: decisionInput,
      guard: reasoned,
      numbers: ({ doc, world }) => [paperNumber(doc.data, '移审', world)],
      change: (s) => decided(s, 'refuse'),
      clocks: () => ({ stop: ['T08', 'T37'] }),
      follow: ({ world }) => [post('write-paper', { paper: 'approval-form', docNo: world.numbers['移审'] ?? '' }), ...tell(), redraw()],
      note: () => '已决定不移送',
    }),
    row({
      act: 'back', verb: '退回补充核实', code: 'APV_BACK', article, from: ['v.done'], to: 'v.working', by: ['HEAD', 'ACTING_HEAD'], input: decisionInput,
      guard: reasoned,
      change: (s) => ({ ...decided(s, 'back'), verifiers: s.doc.data.verifiers.map((verifier) => ({ ...verifier, signedHash: '', signedAt: '' })) }),
      clocks: () => ({ stop: ['T08', 'T37'], start: [{ rule: 'T07' }] }),
      follow: ({ doc }) => [...activeVerifiers(doc.data).map((verifier) => toPerson(verifier.id, 'verify')), ...tell(), redraw()],
      note: () => '核实期限重新计算，须重新签名',
    }),
    row({
      act: 'transfer', verb: '登记已移送', code: 'TRF_SEND', article, from: ['t.approved'], to: 't.sent', by: ['VERIFIER', 'HANDLER', 'LIAISON'], input: transferInput,
      guard: transferable,
      change: ({ input, by, world }) => ({ have: input.have, absent: input.absent, sentAt: world.now.toISOString(), sentBy: 'id' in by ? by.id : '' }),
      clocks: ({ doc }) => ({ stop: ['T38', 'T09'], start: [{ rule: 'T10' }, ...(doc.data.report.item === 'D3' ? [{ rule: 'T40' }] : [])] }),
      follow: ({ doc }) => [...handlers(doc.data).map((id) => toPerson(id, 'receipt-form')), ...tell(), redraw()],
      note: ({ doc, world }) => `${shortName(world.directory, doc.data.report.receiver)}，${doc.data.letterNo}`,
    }),
    row({
      act: 'receipt', verb: '登记回执', code: 'TRF_RCPT', article, from: ['t.sent'], by: ['VERIFIER', 'HANDLER', 'LIAISON'], input: receiptInput,
      to: ({ input }) => ({ accepted: 't.received', supplement: 't.supplement', returned: 't.returned', redirected: 't.redirected', '': 't.sent' })[input.result],
      guard: receivable,
      change: ({ doc, input, by }) => ({ receipt: { ...doc.data.receipt, ...input, file: input.file || doc.data.receipt.file, by: 'id' in by ? by.id : '' } }),
      clocks: () => ({ stop: ['T10', 'T40'] }),
      follow: ({ doc, world }) => [...toRole(world.directory, { organ: doc.data.organ, roles: ['HEAD'] }, 'approval'), ...tell(), redraw()],
      note: ({ input }) => (input.result ? receiptResults[input.result] : ''),
    }),
    row({
      act: 'supplied', verb: '已补充', code: 'TRF_SUPPED', article, from: ['t.supplement', 't.returned'], to: 't.sent', by: ['VERIFIER', 'HANDLER', 'LIAISON'], input: nothing,
      change: ({ doc }) => ({ receipt: { ...doc.data.receipt, result: '', signer: '', file: '' } }),
      clocks: () => ({ start: [{ rule: 'T10' }] }),
      follow: () => [...tell(), redraw()],
    }),
    row({
      act: 'attachReceipt', verb: '附回执影像', code: 'EVIDENCE_IN', article, from: ['t.sent'], to: '=', by: ['VERIFIER', 'HANDLER', 'LIAISON'], input: z.object({ id: z.string(), sha256: z.string() }),
      change: ({ doc, input }) => ({ receipt: { ...doc.data.receipt, file: input.id } }),
      note: ({ input }) => `校验值 ${input.sha256.slice(0, 8)}`,
    }),
    row(alarmRow<Referral>({ code: 'VER_REMIND', article, remind: referralReminders })),
    row(recountRow<Referral>({ code: 'VER_RECOUNT', article })),
  ],
};

function kept(referral: Referral, id: string): Verifier {
  return referral.verifiers.find((verifier) => verifier.id === id) ?? { id, declared: '', why: '', signedHash: '', signedAt: '' };
}

function withVerifier(referral: Referral, by: Situation<Referral, unknown>['by'], change: Partial<Verifier>): readonly Verifier[] {
  return referral.verifiers.map((verifier) => ('id' in by && verifier.id === by.id ? { ...verifier, ...change } : verifier));
}

function written(referral: Referral, input: z.output<typeof reportInput>, mark: { by: string; at: string }): Referral['report'] {
  const receiver = input.item ? (fixedReceivers[input.item] ?? input.receiver) : input.receiver;
  const report = { ...input, receiver, version: referral.report.version + 1 };
  return { ...report, ...mark, hash: reportHash(report, referral.evidence) };
}

function lastToSign(referral: Referral, by: Situation<Referral, unknown>['by']): boolean {
  const active = activeVerifiers(referral);
  return active.length >= 2 && active.every((verifier) => ('id' in by && verifier.id === by.id) || hasSigned(referral, verifier));
}

function decided({ doc, input, by, world }: Situation<Referral, z.output<typeof decisionInput>>, what: 'approve' | 'refuse' | 'back'): Pick<Referral, 'decision'> {
  return { decision: { by: 'id' in by ? by.id : '', at: world.now.toISOString(), what, reason: input.reason, hash: doc.data.report.hash, formNo: world.numbers['移审'] ?? '' } };
}

function paperNumber(referral: Referral, word: string, world: World) {
  const prefix = `${world.directory.organs.get(referral.organ)?.docPrefix ?? referral.organ}${word}`;
  return { key: word, form: `${prefix}〔{year}〕{n}号`, scope: `${prefix}-{year}` };
}

function handlers(referral: Referral): readonly string[] {
  return activeVerifiers(referral).map((verifier) => verifier.id);
}

function afterSigning(doc: Situation<Referral, unknown>['doc'], world: World): EffectRequest[] {
  const own = doc.data.report.item === 'D0' && !doc.data.brief.flags.includes('criminalThreshold');
  return own ? toRole(world.directory, { organ: doc.data.organ, roles: ['DEPUTY'] }, 'no-transfer') : [toPerson(approver(doc.data.organ, world), 'approval')];
}
