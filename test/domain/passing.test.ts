import { describe, expect, it } from 'vitest';
import type { Document } from '../../src/domain/document.ts';
import type { Matter } from '../../src/domain/matter/matter.ts';
import { after, as, blank, refusal } from './town.ts';

const facts = {
  kind: 'complaint', project: '智慧档案设备采购', cityLevel: 'yes', category: 'ZC-HF', stage: 'WJ', violations: ['PC'], subjects: ['ZBR'], named: [], reported: [], amountYuan: null,
  amounts: [], source: 'self', anonymous: false, happened: '', flags: [],
};
const registered = (more: object = {}): Document<Matter> => {
  const draft = after(blank('matter', 'm'), { act: 'draft', by: as('staff'), input: { facts: { ...facts, ...more }, words: '原话', guessed: [], traces: [], urgent: false } });
  return after(draft, { act: 'register', by: as('staff', true) }) as Document<Matter>;
};
const pass = (organ = 'CZJ', reason = '', who = 'clerk') => ({ act: 'pass', by: as(who), input: { organ, reason } });
const limits = (doc: Document): string[] => doc.clocks.filter((clock) => !clock.stoppedAt).map(({ rule }) => rule);

describe('转办 of a complaint by the Center (CMP_PASS)', () => {
  it('is for complaints alone, and 转办 with a day for the answer is for none', () => {
    expect(refusal(registered({ kind: 'report' }), pass())).toBe('E-900');
    expect(refusal(registered(), { act: 'send', by: as('clerk'), input: { organs: ['CZJ'], days: 15 } })).toBe('E-900');
  });
  it('goes to the department that may accept it; to another only with the reason', () => {
    expect([refusal(registered(), pass()), refusal(registered(), pass('ZJJ')), refusal(registered(), pass('ZJJ', '工程采用招标方式'))]).toEqual(['done', 'reason', 'done']);
    expect(after(registered(), pass('ZJJ', '工程采用招标方式')).audit.at(-1)?.note).toBe('市住建局；原建议 市财政局，改选理由：工程采用招标方式');
  });
  it('is refused while the scope is unknown (E-103), to the organ complained of (E-202), to organs that accept none, and where nobody receives it', () => {
    expect(refusal({ ...registered(), data: { ...registered().data, cityLevel: 'unknown' } }, pass())).toBe('E-103');
    expect(refusal({ ...registered(), data: { ...registered().data, reported: ['CZJ'] } }, pass())).toBe('E-202');
    for (const organ of ['GGZY', 'JWJW', 'GAJ', 'JCY']) expect(refusal(registered(), pass(organ, '另有管辖')), organ).toBe('input');
    expect(refusal(registered(), pass('WJW', '采购人为医疗机构'))).toBe('not-found');
  });
  it('is an act of the Center\'s clerk or head, and ends its limit: from there the law\'s own run from the department\'s receipt', () => {
    for (const who of ['czj-liaison', 'secretary', 'admin', 'auditor']) expect(refusal(registered(), pass('CZJ', '', who)), who).toBe('E-901');
    const doc = after(registered(), pass()) as Document<Matter>;
    expect([limits(registered()), doc.state, limits(doc)]).toEqual([['T01'], 'forwarded', []]);
    expect(doc.data.complaints).toEqual([{ id: 'm-s-czj', organ: 'CZJ', state: 'received', dueDate: '', to: '', out: [] }]);
  });
  it('opens one complaint there and writes to the complainant which department that is, under a number of the Center', () => {
    const doc = after(registered(), pass());
    expect(doc.effects.find(({ job }) => job === 'open-complaint')?.data).toEqual({ id: 'm-s-czj', organ: 'CZJ' });
    expect(doc.effects.findLast(({ job }) => job === 'write-paper')?.data).toMatchObject({ paper: 'complaint-passed', about: 'CZJ', docNo: expect.stringMatching(/^鄂公资告〔2026〕\d+号$/) });
  });
  it('a department that said it is not competent gets it no second time; the one that it named is then suggested', () => {
    const doc = registered();
    const told: Document = { ...doc, data: { ...doc.data, complaints: [{ id: 'm-s-czj', organ: 'CZJ', state: 'redirected', dueDate: '', to: 'ZJJ', out: [] }] } };
    expect([refusal(told, pass('CZJ', '仍由财政受理')), refusal(told, pass('ZJJ')), refusal(told, pass('SLJ'))]).toEqual(['stale', 'done', 'reason']);
  });
});
