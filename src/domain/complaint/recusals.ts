import type { Row } from '../document.ts';
import { toRole } from '../effects.ts';
import { holders, isSamePerson } from '../people.ts';
import { recusalRows } from '../recusal/recusal-rows.ts';
import { recusalOf } from '../recusal/recusal.ts';
import { refuse } from '../refusal.ts';
import { live, type Complaint } from './complaint.ts';
import { department, tellMatter } from './news.ts';

/** 回避 of those who handle a complaint (公务员法76条, 招标投标活动投诉处理办法13条); where no liaison is left the deputy goes on. */
export const complaintRecusals = recusalRows<Complaint>({
  from: live, declarers: department, codes: ['CMP_DECLARE', 'CMP_RECUSE', 'CMP_RECUSE_SAY', 'CMP_RECUSE_DEC'],
  cleared: ({ declared }, person) => ({ declared: [...declared.filter((id) => id !== person), person] }),
  tookPart: (doc, person, directory) => doc.data.declared.some((id) => isSamePerson(directory, id, person)),
  left: ({ data }, { directory }) => (holders(directory, data.organ, 'LIAISON').every(({ id }) => recusalOf(data, id)) ? toRole(directory, { organ: data.organ, roles: ['DEPUTY'] }, 'complaint') : []),
  tell: () => [tellMatter],
});

/** The same row, but whoever handles a complaint for the department has said before whether a relation keeps him from it. */
export function afterDeclaration(row: Row<Complaint>): Row<Complaint> {
  if (!row.by.some((role) => role === 'DEPUTY' || role === 'LIAISON')) return row;
  return {
    ...row,
    guard: (s) => ('id' in s.by && s.by.organ === s.doc.data.organ && !s.doc.data.declared.includes(s.by.id) ? refuse('input', { fields: '请先作回避声明，再办理' }) : row.guard?.(s)),
  };
}
