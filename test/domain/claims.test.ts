import { describe, expect, it } from 'vitest';
import { mayAssert } from '../../src/domain/matter/routing/claim-rows.ts';
import type { Document } from '../../src/domain/document.ts';
import type { Matter } from '../../src/domain/matter/matter.ts';
import { after, as, blank, refusal } from './town.ts';

const branch = (organ: string, state = 'accepted') => ({ id: `x-f-${organ.toLowerCase()}`, organ, state, docNo: `${organ}-1`, dueDate: '2026-12-15' });
const matter = (...forwards: Matter['forwards'][number][]): Document<Matter> => {
  const doc = blank('matter', 'x') as Document<Matter>;
  return { ...doc, no: 'XS-20261123-0001', state: 'forwarded', data: { ...doc.data, clerk: 'clerk', forwards } };
};
const because = { reason: '水利工程由本单位监管' };
const asserted = (doc: Document<Matter>, who: string) => after(doc, { act: 'assert', by: as(who), input: because }) as Document<Matter>;
const proposals = ({ effects }: Document) => effects.filter(({ job }) => job === 'propose-meeting').map(({ data }) => data['why']);

describe('主张由本单位办理', () => {
  const both = () => matter(branch('ZJJ'), branch('SLJ'));
  it('two departments that claim the same matter bring a proposal to meet, one alone does not, and nothing changes hands', () => {
    const one = asserted(both(), 'slj-liaison');
    expect([proposals(one), one.data.forwards]).toEqual([[], both().data.forwards]);
    const two = asserted(one, 'zjj-head');
    expect([proposals(two), two.state, two.data.claims.map(({ organ }) => organ)]).toEqual([['claimed'], 'forwarded', ['SLJ', 'ZJJ']]);
  });
  it('needs a reason, a live part of one\'s own and another department that has it too; it is said once', () => {
    const no = (doc: Document, who: string, input: object = because) => refusal(doc, { act: 'assert', by: as(who), input });
    expect([no(both(), 'slj-liaison', { reason: '' }), no(both(), 'rsj-liaison'), no(both(), 'clerk'), no(matter(branch('SLJ')), 'slj-liaison')]).toEqual(['input', 'E-901', 'E-901', 'input']);
    expect([no(matter(branch('SLJ'), branch('ZJJ', 'returned')), 'slj-liaison'), no(asserted(both(), 'slj-liaison'), 'slj-head')]).toEqual(['input', 'stale']);
    expect(mayAssert(asserted(both(), 'slj-liaison'), 'SLJ')).toBe(false);
  });
  it('where a meeting is proposed or called already, that one has it', () => {
    const met = { ...both(), data: { ...both().data, meetings: [{ id: 'x-c-1', no: '', state: 'c.proposed' }] } };
    expect(proposals(asserted(asserted(met, 'slj-liaison'), 'zjj-liaison'))).toEqual([]);
  });
});
