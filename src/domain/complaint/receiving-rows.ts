import { z } from 'zod';
import { rows } from '../document.ts';
import { post } from '../effects.ts';
import { shortName } from '../people.ts';
import { addWorkingDays, dayText } from '../time/deadlines.ts';
import { instantAt } from '../time/time.ts';
import { reasons, regimeOf, regimes, type Complaint } from './complaint.ts';
import { acceptable, correctable, isUncorrected, redirectable, rejectable } from './guards.ts';
import { acceptInput, fixInput, openInput, redirectInput, rejectInput } from './inputs.ts';
import { atAcceptance, atReceipt, limitsText } from './limits.ts';
import { department, news, paper, toDepartment, toComplainant } from './news.ts';

const row = rows<Complaint>();
const nothing = z.object({}).loose();

/** From the receipt to 受理 or 不予受理 (domain table 5.2, first rows). */
export const receivingRows = [
  row({
    act: 'open', verb: '收到投诉', code: 'CMP_PASS', article: '第九条', from: ['new'], to: 'received', by: ['system'], input: openInput,
    change: ({ input, world }) => ({ ...input, regime: regimeOf(input.brief.category), receivedAt: world.now.toISOString() }),
    clocks: ({ input }) => ({ start: atReceipt(input.brief.category) }),
    follow: (s) => [post('find-twin'), ...toDepartment(s), toComplainant(), ...news()],
    note: ({ doc }) => `${regimes[doc.data.regime]}，${limitsText(doc)}`,
  }),
  row({
    act: 'fix', verb: '要求补正', code: 'CMP_FIX', article: '第九条', from: ['received'], to: 'correcting', by: department, input: fixInput,
    guard: correctable,
    change: ({ input, world }) => ({ fix: { ...input, askedAt: world.now.toISOString(), doneAt: '' } }),
    // The eight days of T27 run from a complaint that is whole, so they begin anew with its correction.
    clocks: () => ({ stop: ['T25', 'T26', 'T27'], pause: ['T28'] }),
    alarms: ({ input, doc, world }) => [{ id: `fix-${doc.version}`, at: instantAt(addWorkingDays(input.dueDate, 1, world.calendar), '09:00').toISOString(), rule: '', stage: 'fix' }],
    follow: () => [toComplainant(), ...news()],
    note: ({ input }) => `${dayText(input.dueDate)}前补正`,
  }),
  row({
    act: 'fixed', verb: '已补正', code: 'CMP_FIXED', article: '第九条', from: ['correcting'], to: 'received', by: ['REPORTER', ...department], input: nothing,
    change: ({ doc, world }) => ({ fix: { ...doc.data.fix, doneAt: world.now.toISOString() } }),
    clocks: () => ({ start: [{ rule: 'T26' }, { rule: 'T27' }], resume: ['T28'] }),
    alarms: () => [],
    follow: (s) => [...toDepartment(s), ...news()],
    note: ({ doc }) => limitsText(doc),
  }),
  row({
    act: 'lapse', verb: '期满未补正', code: 'CMP_FIXED', article: '第九条', from: ['correcting'], to: 'rejected', by: department, input: nothing,
    guard: isUncorrected,
    numbers: (s) => [paper(s, '不受')],
    change: ({ doc, world }) => ({ rejection: { ground: 'uncorrected', basis: reasons.uncorrected.procurement, words: `要求 ${dayText(doc.data.fix.dueDate)}前补正，未补正`, no: world.numbers['paper'] ?? '' } }),
    clocks: () => ({ stop: ['T28'] }),
    follow: (s) => [post('write-paper', { paper: 'complaint-rejected', docNo: s.doc.data.rejection.no }), toComplainant(), ...news()],
    note: ({ doc }) => doc.data.rejection.no,
  }),
  row({
    act: 'accept', verb: '受理', code: 'CMP_ACCEPT', article: '第九条', from: ['received'], to: 'accepted', by: department, input: acceptInput,
    guard: acceptable,
    numbers: (s) => [paper(s, '受')],
    change: ({ input: { checks, ...parties }, world }) => ({ parties, checks, acceptNo: world.numbers['paper'] ?? '' }),
    clocks: ({ doc }) => atAcceptance(doc.data),
    follow: (s) => [post('find-twin'), post('write-paper', { paper: 'complaint-accepted', docNo: s.doc.data.acceptNo }), ...toDepartment(s, 'DEPUTY'), toComplainant(), ...news()],
    note: ({ doc }) => `${doc.data.acceptNo}，${limitsText(doc)}`,
  }),
  row({
    act: 'reject', verb: '不予受理', code: 'CMP_REJECT', article: '第九条', from: ['received'], to: 'rejected', by: department, input: rejectInput,
    guard: rejectable,
    numbers: (s) => [paper(s, '不受')],
    change: ({ doc, input, world }) => ({
      parties: { ...doc.data.parties, complainant: input.complainant || doc.data.parties.complainant },
      rejection: { ground: input.ground, basis: reasons[input.ground][doc.data.regime], words: input.words, no: world.numbers['paper'] ?? '' },
    }),
    clocks: () => ({ stop: ['T15', 'T25', 'T26', 'T27', 'T28'] }),
    follow: (s) => [post('write-paper', { paper: 'complaint-rejected', docNo: s.doc.data.rejection.no }), toComplainant(), ...news()],
    note: ({ doc, input }) => `${doc.data.rejection.no}，${reasons[input.ground].text}`,
  }),
  row({
    act: 'redirect', verb: '告知向他部门投诉', code: 'CMP_REDIRECT', article: '第九条', from: ['received'], to: 'redirected', by: department, input: redirectInput,
    guard: redirectable,
    numbers: (s) => [paper(s, '告')],
    change: ({ input, world }) => ({ redirect: { ...input, no: world.numbers['paper'] ?? '' } }),
    clocks: () => ({ stop: ['T15', 'T25', 'T26', 'T27', 'T28'] }),
    follow: (s) => [post('write-paper', { paper: 'complaint-redirected', docNo: s.doc.data.redirect.no }), toComplainant(), ...news()],
    note: ({ input, world }) => shortName(world.directory, input.organ),
  }),
];
