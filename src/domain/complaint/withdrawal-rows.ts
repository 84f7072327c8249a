import { z } from 'zod';
import { rows, type Document } from '../document.ts';
import { running } from '../time/clocks.ts';
import { decisionRule, type Complaint } from './complaint.ts';
import { whyInput, withdrawInput } from './inputs.ts';
import { department, news, toComplainant, toDepartment } from './news.ts';

const row = rows<Complaint>();
const nothing = z.object({}).loose();
const article = '第九条';

/** 撤回 (domain table 5.2): in procurement the handling must end (政府采购法实施条例57条); in a tender whose violation is plain the department does not permit it. */
export const withdrawalRows = [
  row({
    act: 'withdraw', verb: '撤回', code: 'CMP_WITHDRAW', article, from: ['accepted', 'suspended'], by: ['REPORTER', ...department], input: withdrawInput,
    to: ({ doc }) => (doc.data.regime === 'procurement' ? 'withdrawn' : 'withdrawing'),
    change: ({ input, world }) => ({ withdrawal: { reason: input.reason, at: world.now.toISOString(), answer: '', why: '' } }),
    clocks: ({ doc }) => (doc.data.regime === 'procurement' ? { stop: ['T27', 'T28', 'T29'] } : {}),
    follow: (s) => [...toDepartment(s), toComplainant(), ...news()],
    note: ({ doc }) => (doc.data.regime === 'procurement' ? '处理终止' : '等待决定是否准予撤回'),
  }),
  // Before the acceptance there is nothing yet that a withdrawal could do harm to.
  row({
    act: 'withdraw', verb: '撤回', code: 'CMP_WITHDRAW', article, from: ['received', 'correcting'], to: 'withdrawn', by: ['REPORTER', ...department], input: withdrawInput,
    change: ({ input, world }) => ({ withdrawal: { reason: input.reason, at: world.now.toISOString(), answer: '', why: '' } }),
    clocks: () => ({ stop: ['T15', 'T25', 'T26', 'T27', 'T28'] }),
    follow: (s) => [...toDepartment(s), toComplainant(), ...news()],
    note: () => '受理前撤回',
  }),
  row({
    act: 'permit', verb: '准予撤回', code: 'CMP_WITHDRAW', article, from: ['withdrawing'], to: 'withdrawn', by: department, input: nothing,
    change: ({ doc }) => ({ withdrawal: { ...doc.data.withdrawal, answer: 'permitted' } }),
    clocks: () => ({ stop: ['T16', 'T29'] }),
    follow: () => [toComplainant(), ...news()],
    note: () => '不得以同一事实和理由再次投诉',
  }),
  row({
    act: 'deny', verb: '不准撤回', code: 'CMP_WITHDRAW', article, from: ['withdrawing'], by: department, input: whyInput,
    to: ({ doc }) => stateBefore(doc),
    change: ({ doc, input }) => ({ withdrawal: { ...doc.data.withdrawal, answer: 'denied', why: input.reason } }),
    follow: (s) => [toComplainant(), ...toDepartment(s), ...news()],
    note: ({ input }) => input.reason,
  }),
];

/** Where a withdrawal that was not permitted leads back to: an examination that was going on goes on. */
export function stateBefore(doc: Pick<Document<Complaint>, 'clocks' | 'data'>): 'accepted' | 'suspended' {
  return running(doc.clocks, decisionRule(doc.data))?.pausedFrom === undefined ? 'accepted' : 'suspended';
}
