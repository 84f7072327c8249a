import { describe, expect, it } from 'vitest';
import type { Document } from '../../src/domain/document.ts';
import { readMandate, readSignal } from '../../src/domain/intake/mandate.ts';
import { doubtfulBasis } from '../../src/domain/matter/applicability.ts';
import type { Matter } from '../../src/domain/matter/matter.ts';
import { partyText } from '../../src/domain/matter/drafting/party-rows.ts';
import { after, as, blank, refusal } from './town.ts';

const facts = {
  kind: 'report', project: '青格勒学校综合楼', cityLevel: 'yes', category: 'GC-FJ', stage: 'DB', violations: ['CT'], subjects: ['TBR'], named: [], reported: [], amountYuan: null,
  amounts: [], source: 'phone', anonymous: true, happened: '', flags: [],
};
const reporter = as('staff', true);
const draft = (more: object = {}): Document<Matter> => after(blank('matter', 'm'), { act: 'draft', by: as('staff'), input: { facts: { ...facts, ...more }, words: '原话', guessed: [], traces: [], urgent: false } }) as Document<Matter>;
const registered = (more: object = {}): Document<Matter> => after(draft(more), { act: 'register', by: reporter }) as Document<Matter>;
const mandate = { organ: '自治区发改委', no: '内发改交〔2026〕9号', dueDate: '2026-12-10' };
const send = (days: number) => ({ act: 'send', by: as('clerk'), input: { organs: ['ZJJ'], days } });

describe('交办', () => {
  it('is not registered without the organ that assigned it (E-101)', () => {
    expect(refusal(draft({ kind: 'assigned' }), { act: 'register', by: reporter })).toBe('E-101');
    expect(registered({ kind: 'assigned', mandate }).data.mandate).toEqual(mandate);
  });
  it('goes out with a feedback day no later than its own limit', () => {
    expect(refusal(registered({ kind: 'assigned', mandate }), send(20))).toBe('input');
    expect(after(registered({ kind: 'assigned', mandate }), send(10)).state).toBe('forwarded');
    expect(after(registered({ kind: 'report', mandate }), send(20)).state).toBe('forwarded');
  });
  it('whose limit has passed still goes out: late is better than never', () => {
    expect(after(registered({ kind: 'assigned', mandate: { ...mandate, dueDate: '2026-11-20' } }), send(10)).state).toBe('forwarded');
  });
  it('reminds clerk and head of the Center on the morning of the last working day before', () => {
    const doc = after(registered({ kind: 'assigned', mandate }), { act: 'claim', by: as('clerk') });
    expect(doc.alarms.filter((alarm) => alarm.stage === 'mandate').map((alarm) => alarm.at)).toEqual(['2026-12-09T01:00:00.000Z']);
    const rung = after(doc, { act: 'alarm', by: as('clock'), input: doc.alarms.find((alarm) => alarm.stage === 'mandate') }, '2026-12-09T09:00:00+08:00');
    expect(rung.effects.slice(doc.effects.length).map((effect) => effect.data['person'])).toEqual(['clerk', 'chief']);
  });
  it('is read from words: organ, document and day, only where somebody speaks of an assignment', () => {
    const now = new Date('2026-11-23T09:00:00+08:00');
    expect(readMandate('自治区发改委交办，内发改交〔2026〕9号，要求12月10日前反馈结果', now)?.value).toEqual(mandate);
    expect(readMandate('巡视整改台账第17条：厂区道路硬化拆成9份合同', now)).toMatchObject({ value: { organ: '巡视组', no: '整改台账第17条', dueDate: '' }, sure: false });
    expect(readMandate('1月5日前答复，督办件，市政府督查室转来', now)?.value.dueDate).toBe('2027-01-05');
    expect(readMandate('自治区发改委的项目有人围标', now)).toBeUndefined();
  });
});

describe('预警', () => {
  it('keeps what the system noticed, in its words', () => {
    expect(readSignal('今天上午开标，系统提示两家网卡MAC地址全部一致，评标还没结束')?.value).toBe('两家网卡MAC地址全部一致');
    expect(readSignal('有人说系统不好用')).toBeUndefined();
  });
});

describe('who is suspected', () => {
  const both = { name: '张某', tags: ['discipline'], employer: '岚戈建设', employerTags: ['law', 'crime'] };

  it('AC-2.3 an employee and his employer are recorded both, each with tags of its own', () => {
    const recorded = after(after(draft(), { act: 'party', by: reporter, input: both }), { act: 'register', by: reporter }) as Document<Matter>;
    expect(recorded.data.parties).toEqual([both]);
    expect(partyText(recorded.data.parties[0] ?? { name: '', tags: [], employer: '', employerTags: [] })).toBe('张某（涉嫌违纪），所在单位 岚戈建设（涉嫌违法、涉嫌犯罪）');
  });
  it('recorded again under the same names replaces the tags; the Center may record and take out as well', () => {
    const doc = after(draft(), { act: 'party', by: reporter, input: both });
    const again = after(doc, { act: 'party', by: reporter, input: { ...both, tags: ['rule'] } }) as Document<Matter>;
    expect(again.data.parties.map((party) => party.tags)).toEqual([['rule']]);
    const known = after(registered(), { act: 'party', by: as('clerk'), input: { employer: '沄朔市政', employerTags: ['rule'] } });
    expect((after(known, { act: 'dropParty', by: as('clerk'), input: { name: '', employer: '沄朔市政' } }) as Document<Matter>).data.parties).toEqual([]);
  });
  it('needs a name or a unit, and is not recorded by a department', () => {
    expect(refusal(draft(), { act: 'party', by: reporter, input: { tags: ['rule'] } })).toBe('input');
    expect(refusal(registered(), { act: 'party', by: as('zjj-liaison'), input: both })).toBe('E-901');
  });
});

describe('the day from which the measures hold', () => {
  const settings = { effectiveFrom: '2024-01-01' };

  it('AC-12.1 an event before it is marked 依据适用待确认; one of that day or of no known day is not', () => {
    expect(doubtfulBasis({ happened: '2023-12-31' }, settings)).toBe('依据适用待确认：2023年12月31日（周日）发生，本办法 2024年1月1日（周一）起施行');
    expect([doubtfulBasis({ happened: '2024-01-01' }, settings), doubtfulBasis({ happened: '' }, settings)]).toEqual(['', '']);
  });
  it('that is not set marks every matter (Q8)', () => expect(doubtfulBasis({ happened: '2026-11-01' }, { effectiveFrom: '' })).toContain('尚未填写'));
});

describe('a project of a banner', () => {
  it('gets no limit of Article 9 when it is registered, and the ordinary one once it is corrected (AC-2.1)', () => {
    const doc = registered({ cityLevel: 'no', region: '达拉特旗' });
    expect(doc.clocks).toEqual([]);
    const corrected = after(doc, { act: 'setScope', by: as('clerk'), input: { cityLevel: 'yes', basis: '市发改委立项批复' } });
    expect(corrected.clocks.map((clock) => [clock.rule, clock.stoppedAt])).toEqual([['T01', undefined]]);
  });
  it('is corrected only with a basis, by its reporter and by the Center (E-104)', () => {
    const doc = draft({ cityLevel: 'no', region: '达拉特旗' });
    expect(refusal(doc, { act: 'setScope', by: reporter, input: { cityLevel: 'yes' } })).toBe('E-104');
    expect(refusal(registered({ cityLevel: 'no' }), { act: 'setScope', by: as('clerk'), input: { cityLevel: 'yes', basis: ' ' } })).toBe('E-104');
    const corrected = after(doc, { act: 'setScope', by: reporter, input: { cityLevel: 'yes', basis: '市发改委立项批复' } }) as Document<Matter>;
    expect([corrected.data.cityLevel, corrected.data.scopeNote, corrected.data.routing?.depts]).toEqual(['yes', '市发改委立项批复', ['ZJJ']]);
  });
  it('is told so and passed on by letter to the department named', () => {
    const told = after(registered({ cityLevel: 'no' }), { act: 'notApplicable', by: as('clerk'), input: { region: '达拉特旗', receiver: '达拉特旗住建局' } }) as Document<Matter>;
    expect([told.data.passedTo, told.data.told]).toEqual(['达拉特旗住建局', '该事项不属市本级交易活动，已转达拉特旗对口部门']);
    expect(told.effects.flatMap((effect) => effect.data['paper'] ?? [])).toEqual(['intake-record', 'not-applicable', 'banner-letter']);
  });
});
