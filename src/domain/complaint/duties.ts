import type { DutyRule } from '../document.ts';
import { recusalDuty } from '../recusal/recusal-rows.ts';
import { live, type Complaint } from './complaint.ts';

/** What waits for whom on a complaint. */
export const complaintDuties: readonly DutyRule<Complaint>[] = [
  recusalDuty(live),
  { states: ['received'], roles: ['LIAISON'], verb: '审查投诉', card: 'complaint', limits: ['T15', 'T26', 'T25', 'T28'] },
  { states: ['correcting'], roles: ['LIAISON'], verb: '核对补正', card: 'complaint', limits: [], faces: (doc) => [{ face: '', dueDate: doc.data.fix.dueDate }] },
  { states: ['accepted'], roles: ['LIAISON'], verb: '发出答复通知书', card: 'complaint', limits: ['T27'], when: ({ data }) => data.regime === 'procurement' && data.servedAt === '' },
  { states: ['accepted'], roles: ['LIAISON', 'HANDLER'], verb: '作出处理决定', card: 'complaint', limits: ['T16', 'T28'] },
  { states: ['withdrawing'], roles: ['LIAISON'], verb: '决定是否准予撤回', card: 'complaint', limits: ['T16'] },
];
