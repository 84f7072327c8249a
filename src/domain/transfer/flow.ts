import { z } from 'zod';
import { actorId } from '../audit.ts';
import { briefShieldRow } from '../reporter/shield-rows.ts';
import { alarmRow, recountRow } from '../time/clock-rows.ts';
import { rows, type Flow } from '../document.ts';
import { post, redraw, toPerson, toRole } from '../effects.ts';
import { emptyBrief } from '../forward/forward.ts';
import { takeOverRow } from '../handover/take-over-row.ts';
import { nameOf, shortName } from '../people.ts';
import { paperNumber } from '../referral/changes.ts';
import { refuse } from '../refusal.ts';
import { hiddenFromTransfer, transferRoles } from './access.ts';
import { transferDuties } from './duties.ts';
import { afterAnswer, answered, answeredBy, deliveryNote, freshLink, linkEnd, toHandlers, told } from './changes.ts';
import { answerable, deliverable } from './guards.ts';
import { deliveryInput, openTransfer, outcomeInput, penaltyInput, reviewInput, suppliedInput, wayInput } from './inputs.ts';
import { receiptRows } from './receipt-rows.ts';
import { transferReminders } from './reminders.ts';
import { emptyReceipt, isToPolice, transferStates, type Transfer } from './transfer.ts';

const row = rows<Transfer>();
const article = '第十一条';
const law = '移送规定9条';
const handlers = ['VERIFIER', 'HANDLER', 'LIAISON'] as const;

/** 移送与回执: domain table 5.6, row by row; one document a destination. */
export const transferFlow: Flow<Transfer> = {
  kind: 'transfer',
  states: transferStates,
  final: ['t.redirected', 't.done', 't.closed'],
  sealed: ['brief', 'evidence', 'report', 'absent', 'receipt', 'earlier', 'outcome', 'penalty'],
  roles: transferRoles,
  hidden: hiddenFromTransfer,
  duties: transferDuties,
  holds: ({ data }, person) => (data.handlers.includes(person) ? '移送经办' : undefined),
  find: ({ no, data }) => [no, data.matterNo, data.letterNo, data.brief.title],
  empty: () => ({
    referral: '', forward: '', matterNo: '', organ: '', co: [], brief: emptyBrief, evidence: [], handlers: [], out: [], item: 'D4', receiver: '', letterNo: '', have: [], absent: {}, sentAt: '', sentBy: '',
    report: { version: 0, conclusion: '', facts: '', law: '', reason: '', hash: '' }, approval: { by: '', at: '' }, receipt: emptyReceipt, earlier: [], answers: [], handedOver: '',
    link: { serial: 0, used: false, until: '' }, penalty: { no: '', date: '', copiedAt: '' }, outcome: { no: '', words: '', at: '' },
  }),
  rows: [
    row({
      act: 'open', verb: '待移送', code: 'TRF_OPEN', article, from: ['new'], to: 't.approved', by: ['system'], input: openTransfer,
      no: ({ input }) => input.no,
      change: ({ input: { no: _no, ...input }, world }) => ({ ...input, link: freshLink(0, world) }),
      clocks: ({ input }) => ({ start: [{ rule: input.item === 'D3' ? 'T38' : 'T09', from: input.approval.at }] }),
      follow: ({ doc }) => [post('write-paper', { paper: 'transfer-letter', docNo: doc.data.letterNo }), ...toHandlers(doc, 'transfer'), ...told()],
      note: ({ doc, world }) => `${shortName(world.directory, doc.data.receiver)}，${doc.data.letterNo}`,
    }),
    row({
      act: 'deliver', verb: '登记已移送', code: 'TRF_SEND', article, from: ['t.approved'], to: 't.sent', by: handlers, input: deliveryInput,
      guard: deliverable,
      change: ({ doc, input, by, world }) => ({ have: input.have, absent: input.absent, sentAt: world.now.toISOString(), sentBy: actorId(by), link: { ...doc.data.link, until: linkEnd(world) } }),
      clocks: ({ doc }) => ({ stop: ['T38', 'T09'], start: [{ rule: 'T10' }, ...(isToPolice(doc.data) ? [{ rule: 'T39' }, { rule: 'T40' }, { rule: 'T41' }] : [])] }),
      follow: ({ doc }) => [...toHandlers(doc, 'receipt-form'), ...told()],
      note: deliveryNote,
    }),
    ...receiptRows,
    row({
      act: 'attachReceipt', verb: '附回执影像', code: 'EVIDENCE_IN', article, from: ['t.sent', 't.received'], to: '=', by: handlers, input: z.object({ id: z.string(), sha256: z.string() }),
      change: ({ doc, input }) => ({ receipt: { ...doc.data.receipt, file: input.id } }),
      note: ({ input }) => `校验值 ${input.sha256.slice(0, 8)}`,
    }),
    row({
      act: 'supplied', verb: '已补充', code: 'TRF_SUPPED', article, from: ['t.supplement', 't.returned'], to: 't.sent', by: handlers, input: suppliedInput,
      change: ({ doc, world }) => ({ receipt: emptyReceipt, earlier: [...doc.data.earlier, doc.data.receipt], link: freshLink(doc.data.link.serial, world) }),
      clocks: ({ doc }) => ({ start: [{ rule: 'T10' }, ...(isToPolice(doc.data) ? [{ rule: 'T39' }, { rule: 'T40' }, { rule: 'T41' }] : [])] }),
      follow: ({ doc }) => [post('write-paper', { paper: 'receipt-slip', docNo: doc.data.letterNo }), ...toHandlers(doc, 'receipt-form'), ...told()],
      note: ({ input }) => input.what,
    }),
    row({
      act: 'takeBack', verb: '由本部门依法处理', code: 'TRF_OWN', article, from: ['t.returned'], to: 't.closed', by: ['HEAD', 'ACTING_HEAD'], input: z.object({}).loose(),
      follow: told,
    }),
    row({
      act: 'answer', given: { way: 'review' }, unchosen: refuse('E-411', {}, ['way']), verb: '提请复议', code: 'TRF_REVIEW', article: law, from: ['t.declined'], to: 't.review', by: handlers, input: wayInput,
      guard: answerable,
      numbers: ({ doc, world }) => [paperNumber(doc.data, '移复', world)],
      change: answered,
      clocks: () => ({ stop: ['T42'], start: [{ rule: 'T43' }] }),
      follow: ({ doc }) => [post('write-paper', { paper: 'review-request', docNo: doc.data.answers.at(-1)?.no ?? '' }), ...toHandlers(doc, 'receipt-form'), ...told()],
      note: ({ doc }) => `向作出决定的公安机关，${doc.data.answers.at(-1)?.no ?? ''}`,
    }),
    row({
      act: 'answer', given: { way: 'supervision' }, verb: '建议立案监督', code: 'TRF_REVIEW', article: law, from: ['t.declined'], to: 't.review', by: handlers, input: wayInput,
      guard: answerable,
      numbers: ({ doc, world }) => [paperNumber(doc.data, '移监', world)],
      change: answered,
      clocks: () => ({ stop: ['T42'] }),
      follow: ({ doc }) => [post('write-paper', { paper: 'supervision-letter', docNo: doc.data.answers.at(-1)?.no ?? '' }), ...toHandlers(doc, 'receipt-form'), ...told()],
      note: ({ doc, world }) => `向${shortName(world.directory, 'JCY')}提出，${doc.data.answers.at(-1)?.no ?? ''}`,
    }),
    row({
      act: 'answer', given: { way: 'own' }, verb: '依法行政处理', code: 'TRF_OWN', article: law, from: ['t.declined'], to: 't.closed', by: handlers, input: wayInput,
      guard: answerable,
      change: answered,
      clocks: () => ({ stop: ['T42'] }),
      follow: ({ doc, world }) => [...toRole(world.directory, { organ: doc.data.organ, roles: ['HEAD'] }, 'receipt-form'), ...told()],
    }),
    row({
      act: 'reviewed', given: { result: 'filed' }, unchosen: refuse('input', { fields: '请选择复议或者监督的结果' }, ['result']), verb: '登记结果·立案', code: 'TRF_FILED', article: law, from: ['t.review'], to: 't.filed', by: handlers, input: reviewInput,
      change: (s) => answeredBy(s, { ...emptyReceipt, ...s.input, result: 'filed' }),
      clocks: ({ doc }) => ({ stop: ['T43'], start: isToPolice(doc.data) ? [{ rule: 'T44' }] : [] }),
      follow: afterAnswer,
    }),
    row({
      act: 'reviewed', given: { result: 'upheld' }, verb: '登记结果·维持不予立案', code: 'TRF_DECLINED', article: law, from: ['t.review'], to: 't.declined', by: handlers, input: reviewInput,
      change: (s) => answeredBy(s, { ...emptyReceipt, ...s.input, result: 'declined' }),
      clocks: () => ({ stop: ['T43'], start: [{ rule: 'T42' }] }),
      follow: afterAnswer,
    }),
    row({
      act: 'handOver', verb: '登记已移交涉案物品', code: 'TRF_HANDOVER', article: '移送规定12条', from: ['t.filed'], to: '=', by: handlers, input: z.object({}).loose(), newRound: true,
      guard: ({ doc }) => (doc.data.handedOver ? refuse('stale', { who: '经办人', what: '登记移交' }) : undefined),
      change: ({ world }) => ({ handedOver: world.now.toISOString() }),
      clocks: () => ({ stop: ['T44'] }),
      follow: () => [redraw()],
    }),
    row({
      act: 'punish', verb: '登记处罚决定', code: 'TRF_PENALTY', article: '高检会〔2006〕2号', from: ['t.sent', 't.received', 't.filed', 't.declined', 't.review'], to: '=', by: handlers, input: penaltyInput, newRound: true,
      guard: ({ doc }) => (isToPolice(doc.data) ? undefined : refuse('E-900')),
      change: ({ input }) => ({ penalty: { ...input, copiedAt: '' } }),
      clocks: ({ input }) => ({ start: [{ rule: 'T45', from: `${input.date}T09:00:00+08:00` }] }),
      follow: () => [redraw()],
      note: ({ doc, world }) => `决定书副本须抄送${shortName(world.directory, doc.data.receiver)}、${shortName(world.directory, 'JCY')}`,
    }),
    row({
      act: 'copied', verb: '登记已抄送决定书', code: 'TRF_COPY', article: '高检会〔2006〕2号', from: ['t.sent', 't.received', 't.filed', 't.declined', 't.review'], to: '=', by: handlers, input: z.object({}).loose(), newRound: true,
      guard: ({ doc }) => (doc.data.penalty.no && !doc.data.penalty.copiedAt ? undefined : refuse('stale')),
      change: ({ doc, world }) => ({ penalty: { ...doc.data.penalty, copiedAt: world.now.toISOString() } }),
      clocks: () => ({ stop: ['T45'] }),
      follow: () => [redraw()],
    }),
    row({
      act: 'conclude', verb: '登记结果', code: 'TRF_DONE', article, from: ['t.filed'], to: 't.done', by: handlers, input: outcomeInput,
      guard: ({ doc }) => (isToPolice(doc.data) && !doc.data.handedOver ? refuse('input', { fields: '请先登记涉案物品和材料已移交' }) : undefined),
      change: ({ input, world }) => ({ outcome: { ...input, at: world.now.toISOString() } }),
      follow: ({ doc, world }) => [...toRole(world.directory, { organ: doc.data.organ, roles: ['HEAD'] }, 'receipt-form'), ...told()],
    }),
    row({
      act: 'recused', verb: '名单有调整', code: 'TRF_RECUSE', article: '公务员法76条', from: ['*'], to: '=', by: ['system'], input: z.object({ out: z.array(z.string()) }),
      change: ({ input }) => ({ out: input.out }),
      follow: () => [redraw()],
    }),
    briefShieldRow<Transfer>(['t.redirected', 't.done', 't.closed']),
    row(takeOverRow<Transfer>({
      from: ['*'], change: ({ doc, input }) => ({ handlers: doc.data.handlers.map((id) => (id === input.from ? input.to : id)) }),
      guard: ({ doc, input, world }) => (doc.data.out.includes(input.to) ? refuse('E-402', { name: nameOf(world.directory, input.to), reason: '本件已回避' }) : undefined),
      follow: ({ doc, input }) => [toPerson(input.to, doc.state === 't.approved' ? 'transfer' : 'receipt-form')],
    })),
    row(alarmRow<Transfer>({ code: 'TRF_REMIND', article, remind: transferReminders })),
    row(recountRow<Transfer>({ code: 'TRF_RECOUNT', article })),
  ],
};
