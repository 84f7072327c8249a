import type { DutyRule } from '../document.ts';
import { unanswered } from './head-question.ts';
import { recusalDuty } from '../recusal/recusal-rows.ts';
import { activeVerifiers } from './verifiers.ts';
import { decisionOn, hasSigned, isOwnMatter, nextProposal, type Referral } from './referral.ts';

/** What waits for whom on a referral. */
export const referralDuties: readonly DutyRule<Referral>[] = [
  { states: ['v.none'], roles: ['DEPUTY'], verb: '指派核实', card: 'assign', limits: [] },
  { states: ['v.working'], roles: ['VERIFIER'], verb: '核实', card: 'verify', limits: ['T07'], when: (doc, person) => activeVerifiers(doc.data).some((verifier) => verifier.id === person.id && !hasSigned(doc.data, verifier)) },
  recusalDuty(['v.none', 'v.working', 'v.done']),
  { states: ['v.done'], roles: ['HEAD', 'ACTING_HEAD'], verb: '移送审批', card: 'approval', limits: ['T37', 'T08'], when: (doc) => !isOwnMatter(doc.data), no: (doc) => decisionOn(doc.data, nextProposal(doc.data)?.id ?? '')?.no ?? '' },
  { states: ['v.done'], roles: ['VERIFIER'], verb: '答复提问', card: 'verify', limits: ['T37', 'T08'], when: (doc, person) => unanswered(doc.data).length > 0 && activeVerifiers(doc.data).some((verifier) => verifier.id === person.id) },
  { states: ['v.done'], roles: ['CO_HEAD'], verb: '会同移送', card: 'joint', limits: ['T37', 'T08'], when: (doc, person) => doc.data.co.some(({ organ, at }) => organ === person.organ && !at) },
  { states: ['v.done'], roles: ['DEPUTY'], verb: '审核核实结果', card: 'no-transfer', limits: ['T37', 'T08'], when: (doc) => isOwnMatter(doc.data) },
];
