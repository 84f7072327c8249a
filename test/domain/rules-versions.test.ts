import { describe, expect, it } from 'vitest';
import { route } from '../../src/domain/competence/routing.ts';
import { rulesTables, rulesVersion, tableOn } from '../../src/domain/competence/routing-rules.ts';
import { decide } from '../../src/domain/decide.ts';
import type { Document } from '../../src/domain/document.ts';
import { flows } from '../../src/domain/flows.ts';
import type { Matter } from '../../src/domain/matter/matter.ts';
import { as, blank, worldAt } from './town.ts';

const moved = { id: 'B01', kind: 'base', when: { category: 'GC-FJ', stage: '*', violation: '*', subject: '*' }, depts: ['SLJ'], co: [], dest: [], basis: ['机构改革方案'], explain: '房建市政工程由水利部门监督' };
const tables = rulesTables(JSON.stringify([{ version: '2027-01-01', from: '2027-01-01', rules: [moved], drop: ['V38'] }]));
const facts = {
  kind: 'report', project: '青格勒学校综合楼', cityLevel: 'yes', category: 'GC-FJ', stage: '', violations: ['CXWG'], subjects: [], named: [], reported: [], amountYuan: null,
  amounts: [], source: 'phone', anonymous: true, happened: '', flags: [],
};
const does = (doc: Document, act: string, at: { on: string; by?: string; input?: unknown; rules?: typeof tables }): Document<Matter> => {
  const world = { ...worldAt(`${at.on}T10:00:00+08:00`, { no: 'XS-20261230-0001' }), settings: { ...worldAt(at.on).settings, rules: at.rules ?? tables } };
  const decision = decide(flows.matter, { doc, command: { kind: 'matter', id: 'm', act, by: at.by ? as(at.by) : as('staff', true), input: at.input ?? {}, cause: `${act} ${at.on} ${doc.version}` }, world });
  if (decision.kind !== 'done') throw new Error(`${act}: ${JSON.stringify(decision)}`);
  return decision.doc as Document<Matter>;
};
const registeredBy = (rules: typeof tables, given: typeof facts, on: string) =>
  does(does(blank('matter', 'm'), 'draft', { on, input: { facts: given, words: '原话', guessed: [], traces: [], urgent: false }, rules }), 'register', { on, rules });
const drafted = (on: string) => does(blank('matter', 'm'), 'draft', { on, input: { facts, words: '原话', guessed: [], traces: [], urgent: false } });

describe('versions of the competence table', () => {
  it('hold from their day on, each a change of the one before', () => {
    expect([tableOn('2026-12-31', tables).version, tableOn('2027-01-01', tables).version]).toEqual([rulesVersion, '2027-01-01']);
    const [first, second] = tables;
    expect(second?.rules.find(({ id }) => id === 'B01')?.depts).toEqual(['SLJ']);
    expect(first.rules.find(({ id }) => id === 'B01')?.depts).toEqual(['ZJJ']);
    expect([second?.rules.some(({ id }) => id === 'V38'), second?.rules.length]).toEqual([false, first.rules.length - 1]);
  });
  it('AC-4.1 a case keeps the version it was routed by, also where its scope is corrected later; new cases use the new one', () => {
    const old = does(drafted('2026-12-30'), 'register', { on: '2026-12-30' });
    expect([old.data.routing?.version, old.data.routing?.depts]).toEqual([rulesVersion, ['ZJJ']]);
    const corrected = does(old, 'setScope', { on: '2027-01-05', by: 'clerk', input: { cityLevel: 'yes', basis: '市发改委立项批复' } });
    expect([corrected.data.routing?.version, corrected.data.routing?.depts]).toEqual([rulesVersion, ['ZJJ']]);
    const fresh = does(drafted('2027-01-05'), 'register', { on: '2027-01-05' });
    expect([fresh.data.routing?.version, fresh.data.routing?.depts]).toEqual(['2027-01-01', ['SLJ']]);
  });
  it('a draft of the old year that is registered in the new one is routed by the new one', () => {
    expect(does(drafted('2026-12-30'), 'register', { on: '2027-01-05' }).data.routing?.version).toBe('2027-01-01');
  });
  it('an organ that was merged into another receives until that day, its successor from then on, wherever a rule named it', () => {
    const reform = rulesTables(JSON.stringify([{ version: '2027年机构改革', from: '2027-01-01', merged: { NYJ: 'FGW' } }, { version: '2028', from: '2028-01-01', drop: ['V38'] }]));
    const on = (day: string, category: string) => route({ category, violations: ['CXWG'], subjects: [], flags: [], reported: [] }, tableOn(day, reform));
    expect(['2026-12-31', '2027-01-01', '2028-01-01'].map((day) => on(day, 'GC-NY').depts)).toEqual([['NYJ'], ['FGW'], ['FGW']]);
    expect([on('2026-12-31', 'YN').co, on('2027-01-01', 'YN').co]).toEqual([['NYJ'], []]);
    const named = (day: string) => tableOn(day, reform).rules.filter(({ depts, co, recuse = [] }) => [...depts, ...co, ...recuse].includes('NYJ')).length;
    expect([named('2026-12-31') > 0, named('2027-01-01'), tableOn('2027-01-01', reform).rules.length]).toEqual([true, 0, tableOn('2026-12-31', reform).rules.length]);
  });
  it('a matter that went to an organ before it was merged stays with it, and one of the same words after it does not', () => {
    const energy = { ...facts, category: 'GC-NY', project: '康巴什储能电站' };
    const reform = rulesTables(JSON.stringify([{ version: '2027年机构改革', from: '2027-01-01', merged: { NYJ: 'FGW' } }]));
    const before = registeredBy(reform, energy, '2026-12-30');
    expect([before.data.routing?.version, before.data.routing?.depts]).toEqual([rulesVersion, ['NYJ']]);
    const corrected = does(before, 'setScope', { on: '2027-01-05', by: 'clerk', input: { cityLevel: 'yes', basis: '市发改委立项批复' }, rules: reform });
    expect([corrected.data.routing?.version, corrected.data.routing?.depts]).toEqual([rulesVersion, ['NYJ']]);
    const after = registeredBy(reform, energy, '2027-01-05');
    expect([after.data.routing?.version, after.data.routing?.depts]).toEqual(['2027年机构改革', ['FGW']]);
  });
  it('a file with a fault is refused in words', () => {
    expect(() => rulesTables('[{"version":"x","from":"2027-01-01","merged":{"NYJ":"XXX"}}]')).toThrow('不是单位表中的代码');
    expect(() => rulesTables('[{"version":"x"}]')).toThrow('权责规则文件有误');
    expect(() => rulesTables('{')).toThrow('权责规则文件不是 JSON');
  });
});
