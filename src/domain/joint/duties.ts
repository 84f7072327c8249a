import type { DutyRule } from '../document.ts';
import { memberOf, pendingChange, unreported, type Joint } from './joint.ts';

/** What waits for whom on a joint enforcement. */
export const jointDuties: readonly DutyRule<Joint>[] = [
  { states: ['j.plan', 'j.acting'], roles: ['HEAD', 'ACTING_HEAD'], verb: '确认参与', card: 'enforcement', limits: [], when: (doc, { organ }) => memberOf(doc.data, organ)?.answer === '' },
  { states: ['j.plan', 'j.acting'], roles: ['LIAISON'], verb: '报执法人员', card: 'enforcement', limits: [], when: (doc, { organ }) => memberOf(doc.data, organ)?.officers.length === 0 },
  { states: ['j.plan', 'j.acting'], roles: ['OFFICER'], verb: '回避声明', card: 'enforcement-officer', limits: [], when: (doc, { id, organ }) => memberOf(doc.data, organ)?.officers.some((one) => one.id === id && one.declared === '') ?? false },
  { states: ['j.acting'], roles: ['LIAISON'], verb: '报送结果', card: 'enforcement', limits: ['T03'], when: (doc, { organ }) => unreported(doc.data).some((member) => member.organ === organ) },
  { states: ['j.acting'], roles: ['LEAD'], verb: '提交汇总', card: 'enforcement-desk', limits: ['T03'], when: (doc) => unreported(doc.data).length === 0 },
  { states: ['j.plan', 'j.acting'], roles: ['C_CLERK'], verb: '审核成员变更', card: 'enforcement-desk', limits: [], when: (doc) => pendingChange(doc.data) !== undefined },
  { states: ['j.result'], roles: ['C_CLERK'], verb: '办结联合执法', card: 'enforcement-desk', limits: [] },
];
