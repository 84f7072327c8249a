import type { Document, DutyRule } from '../document.ts';
import type { Forward } from './forward.ts';

/** What waits for whom on a forward. */
export const forwardDuties: readonly DutyRule<Forward>[] = [
  { states: ['unnamed'], roles: ['C_CLERK'], verb: '催请指定联络员', card: 'forward', limits: ['T01'], when: isClerkOf },
  { states: ['sent'], roles: ['LIAISON', 'DUTY'], verb: '签收', card: 'forward', limits: ['T04'] },
  { states: ['accepted'], roles: ['LIAISON'], verb: '反馈', card: 'feedback', limits: ['T03'] },
  { states: ['returnAsked'], roles: ['C_CLERK'], verb: '审核退回', card: 'return-asked', limits: ['T03'], when: isClerkOf },
  { states: ['extendAsked'], roles: ['C_CLERK'], verb: '审核延期', card: 'extension-asked', limits: ['T03'], when: isClerkOf },
  { states: ['suspendAsked'], roles: ['C_CLERK'], verb: '审核中止', card: 'suspension', limits: ['T03'], when: isClerkOf },
  { states: ['feedbackIn'], roles: ['C_CLERK'], verb: '审核反馈', card: 'feedback-check', limits: [], when: isClerkOf },
];

function isClerkOf(doc: Document<Forward>, person: { id: string }): boolean {
  return doc.data.clerk === '' || doc.data.clerk === person.id;
}
