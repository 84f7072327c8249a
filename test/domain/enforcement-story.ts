import type { Document } from '../../src/domain/document.ts';
import type { Joint } from '../../src/domain/joint/joint.ts';
import { openingOfJoint } from '../../src/domain/joint/opening.ts';
import type { Matter } from '../../src/domain/matter/matter.ts';
import { after, as, blank } from './town.ts';

/** What the Center fills in: an inspection tour found it, 市住建局 leads. */
export const start = { trigger: 'inspection', document: '鄂巡〔2026〕3号', file: 'paper', lead: 'ZJJ', members: ['SLJ', 'CZJ'], goal: '查清转包并依法处理', firstAt: '2026-11-26 09:30', dueDate: '2026-12-18' };
/** A matter at 市住建局. */
export const matter = (data: Partial<Matter> = {}): Document<Matter> => {
  const doc = blank('matter', 'x') as Document<Matter>;
  return { ...doc, no: 'XS-20261123-0001', state: 'forwarded', data: { ...doc.data, clerk: 'clerk', forwards: [{ id: 'x-f-zjj', organ: 'ZJJ', state: 'accepted', docNo: '', dueDate: '2026-12-15' }], ...data } };
};
/** A joint enforcement as it was started. */
export const opened = (input: object = start, data: Partial<Matter> = {}): Document<Joint> => {
  const begun = after(matter(data), { act: 'enforce', by: as('clerk'), input }) as Document<Matter>;
  return after(blank('joint', 'x-l-1', 'x'), { act: 'open', by: as('system'), input: openingOfJoint(begun, 'clerk') }) as Document<Joint>;
};
/** The document after an act of somebody. */
export const does = (doc: Document, act: string, who: string, input: object = {}): Document<Joint> => after(doc, { act, by: as(who), input }) as Document<Joint>;
/** After an organ named two officers, who declared no relation. */
export const staffed = (doc: Document, organ: string): Document<Joint> => {
  const sent = does(doc, 'staff', `${organ}-liaison`, { people: [`${organ}-one`, `${organ}-two`], powers: '本单位职权，招标投标法' });
  return ['one', 'two'].reduce((one, who) => does(one, 'declare', `${organ}-${who}`, { tied: 'none' }), sent);
};
/** After all three heads agreed. */
export const acting = (): Document<Joint> => ['zjj', 'slj', 'czj'].reduce((doc, organ) => does(staffed(doc, organ), 'confirm', `${organ}-head`), opened());
/** After all three members reported. */
export const reported = (doc: Document<Joint>, more: object = {}): Document<Joint> => ['zjj', 'slj', 'czj'].reduce((one, organ) => does(one, 'report', `${organ}-liaison`, { words: '已检查完毕，情况见笔录和附件。', ...(organ === 'zjj' ? more : {}) }), doc);
