import type { z } from 'zod';
import { rows, type ClockRequest, type Document, type Row } from '../document.ts';
import { refuse } from '../refusal.ts';
import { afterAnswer, answeredBy } from './changes.ts';
import { receivable } from './guards.ts';
import { receiptInput } from './inputs.ts';
import { isToPolice, receiptResults, type Receipt, type ReceiptResult, type Transfer } from './transfer.ts';

const row = rows<Transfer>();

interface Own { code: string; from: readonly string[]; to: string; clocks(s: { doc: Document<Transfer> }): { start?: readonly ClockRequest[]; stop?: readonly string[] } }

/** 登记回执: one row a result; registered by whoever handles it, or entered by the organ itself through the link of the letter. */
function answer(result: ReceiptResult, own: Own): Row<Transfer> {
  return row({
    act: 'receipt', given: { result }, unchosen: refuse('input', { fields: '请选择回执结果' }, ['result']), verb: `登记回执·${receiptResults[result]}`, article: '第十一条',
    by: ['VERIFIER', 'HANDLER', 'LIAISON', 'outside'], input: receiptInput,
    guard: receivable,
    // What an organ enters itself gets a number of ours, which it can quote.
    numbers: ({ by }) => (by.role === 'outside' ? [{ key: 'HZ', form: 'HZ-{date}-{nnnn}', scope: 'HZ-{date}' }] : []),
    change: (s) => answeredBy(s, { ...receiptIn(s.input), no: s.input.no || (s.world.numbers['HZ'] ?? '') }),
    follow: afterAnswer,
    note: ({ input }) => [input.no, input.date].filter(Boolean).join('，'),
    ...own,
  });
}

function receiptIn({ serial: _serial, ...receipt }: z.output<typeof receiptInput>): Omit<Receipt, 'by'> {
  return receipt;
}

/** Every answer that a receiving organ may give (domain table 5.6). */
export const receiptRows: readonly Row<Transfer>[] = [
  answer('accepted', { code: 'TRF_RCPT', from: ['t.sent'], to: 't.received', clocks: () => ({ stop: ['T10', 'T39'] }) }),
  answer('supplement', { code: 'TRF_SUPP', from: ['t.sent'], to: 't.supplement', clocks: () => ({ stop: ['T10', 'T39', 'T40', 'T41'], start: [{ rule: 'T10', origin: '对方要求' }] }) }),
  answer('returned', { code: 'TRF_RET', from: ['t.sent'], to: 't.returned', clocks: () => ({ stop: ['T10', 'T39', 'T40', 'T41'] }) }),
  answer('redirected', { code: 'TRF_RET', from: ['t.sent'], to: 't.redirected', clocks: () => ({ stop: ['T10', 'T39', 'T40', 'T41'] }) }),
  answer('filed', { code: 'TRF_FILED', from: ['t.sent', 't.received'], to: 't.filed', clocks: ({ doc }) => ({ stop: ['T10', 'T39', 'T40', 'T41'], start: isToPolice(doc.data) ? [{ rule: 'T44' }] : [] }) }),
  answer('declined', { code: 'TRF_DECLINED', from: ['t.sent', 't.received'], to: 't.declined', clocks: ({ doc }) => ({ stop: ['T10', 'T39', 'T40', 'T41'], start: isToPolice(doc.data) ? [{ rule: 'T42' }] : [] }) }),
];
