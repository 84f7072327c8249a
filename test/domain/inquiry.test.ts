import { describe, expect, it } from 'vitest';
import { answerTo, askedOf } from '../../src/domain/competence/inquiry.ts';
import codes from '../../src/domain/data/codes.json' with { type: 'json' };
import { readLead } from '../../src/domain/intake/intake.ts';

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
  it('names why another organ is not the one', () => expect(answerTo({ violation: 'CT', category: 'GC-FJ' }).routing.alternatives).toContainEqual({ organ: 'FGW', why: '只管跨行业、无归口工程' }));
});
