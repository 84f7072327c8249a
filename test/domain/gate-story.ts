import type { Document } from '../../src/domain/document.ts';
import type { Referral } from '../../src/domain/referral/referral.ts';
import { openingOfTransfer, type Transfer } from '../../src/domain/transfer/transfer.ts';
import { after, as, blank } from './town.ts';

/** C1 as 市住建局 gets it: a tip on collusion that may be a crime. */
export const brief = {
  kind: 'report', title: '青格勒学校综合楼', category: 'GC-FJ', stage: 'DB', violations: ['CT'], subjects: ['TBR'], named: [], amounts: [], flags: ['criminalThreshold'], files: [],
  rules: ['B01', 'V01', 'O02'], dest: ['D3', 'D6'], urgent: false, reported: [],
};
/** What the verifiers write. */
export const report = { conclusion: 'partly', facts: '查明三家投标文件由同一人编制', law: '招标投标法实施条例40条', item: 'D3', receiver: 'GAJ', reason: '涉嫌串通投标' };
const both = ['zjj-one', 'zjj-two'];

/** The verification as the signature of the liaison opened it. */
export const opened = (organ = 'ZJJ', more: object = {}): Document<Referral> =>
  after(blank('referral', 'y', 'm'), { act: 'open', by: as('system'), input: { forward: 'f', matterNo: 'XS-20261123-0001', organ, brief: { ...brief, ...more } } }) as Document<Referral>;
/** After 指派核实. */
export const assigned = (people = both): Document<Referral> => after(opened(), { act: 'assign', by: as('zjj-deputy'), input: { people } }) as Document<Referral>;
/** After both declared that nothing ties them to the case. */
export const declared = (): Document => both.reduce<Document>((doc, id) => after(doc, { act: 'declare', by: as(id), input: { tied: 'none' } }), assigned());
/** After the report was written. */
export const written = (more: object = {}): Document<Referral> => after(declared(), { act: 'write', by: as('zjj-one'), input: { ...report, ...more } }) as Document<Referral>;
/** After both signed it; `also` are further destinations. */
export function signed(more: object = {}, also: readonly object[] = []): Document<Referral> {
  const whole = also.reduce<Document>((doc, input) => after(doc, { act: 'propose', by: as('zjj-one'), input }), written(more));
  return both.reduce<Document>((doc, id) => after(doc, { act: 'signReport', by: as(id) }), whole) as Document<Referral>;
}
/** A decision of the head on one destination. */
export const decides = (doc: Document, act: 'approve' | 'refuse' | 'back', more: object = {}, now?: string): Document<Referral> =>
  after(doc, { act, by: as('zjj-head'), input: { proposal: 'p1', ...more } }, now) as Document<Referral>;
/** The transfer of an approved destination. */
export const transferOf = (doc: Document<Referral>, proposal = 'p1', now?: string): Document<Transfer> =>
  after(blank('transfer', `y-t-${proposal}`, 'm'), { act: 'open', by: as('system'), input: openingOfTransfer(doc, proposal) }, now) as Document<Transfer>;
/** C1's transfer to the police, approved at a moment. */
export const forPolice = (now?: string): Document<Transfer> => transferOf(decides(signed(), 'approve', {}, now), 'p1', now);
/** All five attachments. */
export const all = { have: ['letter', 'report', 'things', 'tests', 'other'] };
/** The same after it was delivered. */
export const delivered = (doc: Document = forPolice(), now?: string): Document<Transfer> => after(doc, { act: 'deliver', by: as('zjj-one'), input: all }, now) as Document<Transfer>;
/** The same after an answer of the receiving organ. */
export const answered = (result: string, more: object = {}, doc: Document = delivered()): Document<Transfer> =>
  after(doc, { act: 'receipt', by: as('zjj-one'), input: { result, signer: '收件人', no: '鄂公收〔2026〕7号', words: '请补充资金往来材料', ...more } }) as Document<Transfer>;
