import type { DutyRule } from '../document.ts';
import type { Transfer } from './transfer.ts';

/** What waits for whom on a transfer. */
export const transferDuties: readonly DutyRule<Transfer>[] = [
  { states: ['t.approved'], roles: ['VERIFIER'], verb: '移送', card: 'transfer', limits: ['T38', 'T09'] },
  { states: ['t.sent', 't.supplement', 't.returned'], roles: ['VERIFIER'], verb: '登记回执', card: 'receipt-form', limits: ['T10'] },
  { states: ['t.declined'], roles: ['VERIFIER'], verb: '答复不予立案', card: 'receipt-form', limits: ['T42'] },
  { states: ['t.filed'], roles: ['VERIFIER'], verb: '登记移交和结果', card: 'receipt-form', limits: ['T44'] },
];
