import { describe, expect, it } from 'vitest';
import { basis } from '../../cards/asked/basis.ts';
import { groundNow } from '../../jobs/answers/ground.ts';
import { answerTo, askedOf } from '../../src/domain/competence/inquiry.ts';
import { published, rulesTables } from '../../src/domain/competence/routing-rules.ts';
import codes from '../../src/domain/data/codes.json' with { type: 'json' };
import { readLead } from '../../src/domain/intake/intake.ts';
import { defaultSettings } from '../../src/domain/settings.ts';

const now = new Date('2026-11-24T09:00:00+08:00');
const asked = (question: string) => askedOf(question, readLead(question, { now }));
const violations = Object.keys(codes.violation);
const categories = Object.keys(codes.category);

describe('/依据', () => {
  it('understands every name of the tables, also with words around it', () => {
    const plainOf = (name: string) => name.replace(/（.*?）/g, '');
    const missed = violations.filter((code) => code !== 'QT' && !asked(`/依据 ${plainOf(codes.violation[code as keyof typeof codes.violation])}`).violation);
    expect(missed).toEqual([]);
    expect(categories.filter((code) => code !== 'QT' && !asked(plainOf(codes.category[code as keyof typeof codes.category])).category)).toEqual([]);
    expect(asked('串通投标')).toEqual({ violation: 'CT', category: '' });
    expect(asked('CT|GC-SL')).toEqual({ violation: 'CT', category: 'GC-SL' });
    expect(asked('今天天气')).toEqual({ violation: '', category: '' });
  });
  it('has for every problem in every kind of project a competent organ, articles, papers, limits and the rules that say so', () => {
    const empty = violations.flatMap((violation) => ['', ...categories].filter((category) => {
      const { routing, articles, papers, limits } = answerTo({ violation, category });
      return [routing.depts, routing.rules, articles, papers, limits].some((list) => list.length === 0) || routing.rules.some((rule) => !rule.explain || !rule.basis.length);
    }).map((category) => `${violation} ${category}`));
    expect(empty).toEqual([]);
  });
  it('without a kind of project names the organ of each kind, and leaves none out', () => {
    for (const violation of violations) expect(answerTo({ violation, category: '' }).byOrgan.flatMap((group) => group.categories).toSorted()).toEqual(categories.toSorted());
  });
  it('says the two limits of a transfer to the police, and the ordinary ones of others', () => {
    expect(answerTo({ violation: 'CT', category: 'GC-FJ' }).limits.join('；')).toMatch(/移送公安：主要负责人 3 日[^；]*内决定，批准后 24 小时[^；]*内送达；移送其他机关：3 个工作日内决定，批准后 2 个工作日内发出/);
    expect(answerTo({ violation: 'TQK', category: 'GC-FJ' }).limits.join()).not.toContain('公安');
  });
  it('answers by the city\'s own table from the day on which that holds, and says which version it is', () => {
    const moved = { id: 'B01', kind: 'base', when: { category: 'GC-FJ', stage: '*', violation: '*', subject: '*' }, depts: ['SLJ'], co: [], dest: [], basis: ['机构改革方案'], explain: '房建市政工程由水利部门监督' };
    const tables = rulesTables(JSON.stringify([{ version: '2027年版', from: '2027-01-01', rules: [moved] }]));
    const on = (day: string) => groundNow({ now: () => new Date(`${day}T10:00:00+08:00`), settings: { ...defaultSettings, rules: tables } });
    const about = { violation: 'CXWG', category: 'GC-FJ' };
    expect(['2026-12-31', '2027-01-01'].map((day) => answerTo(about, on(day)).routing.depts)).toEqual([['ZJJ'], ['SLJ']]);
    expect(answerTo({ ...about, category: '' }, on('2027-01-01')).byOrgan.find(({ categories: those }) => those.includes('GC-FJ'))?.depts).toEqual(['SLJ']);
    const said = JSON.stringify(basis({ question: 'CXWG|GC-FJ', reading: { violations: [] }, ground: on('2027-01-01') }));
    expect([said.includes('市水利局'), said.includes('机构改革方案'), said.includes('权责规则 2027年版 版'), said.includes('市住建局')]).toEqual([true, true, true, false]);
  });
  it('names the spans that the city set, not those that ship', () => {
    const told = (own: Record<string, number>) => answerTo({ violation: 'CT', category: 'GC-FJ' }, { table: published[0], limits: own }).limits.join('；');
    expect([told({}), told({ T01: 1, T07: 12 })].map((words) => [/中心 (\d+) 个工作日/.exec(words)?.[1], /核实 (\d+) 个工作日/.exec(words)?.[1]])).toEqual([['2', '15'], ['1', '12']]);
  });
  it('names why another organ is not the one', () => expect(answerTo({ violation: 'CT', category: 'GC-FJ' }).routing.alternatives).toContainEqual({ organ: 'FGW', why: '只管跨行业、无归口工程' }));
});
