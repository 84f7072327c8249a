import { describe, expect, it } from 'vitest';
import codes from '../../src/domain/data/codes.json' with { type: 'json' };
import { departments, destinations, limitsFor, route, rulesVersion, type RoutingInput } from '../../src/domain/competence/routing.ts';
import { rules, score } from '../../src/domain/competence/routing-rules.ts';
import cases from './sample-cases.json' with { type: 'json' };

const asked = (given: Partial<RoutingInput>): RoutingInput => ({
  category: 'GC-FJ', violations: ['CT'], subjects: [], flags: [], reported: [], ...given,
});

describe('the six sample cases', () => {
  it.each(cases)('$id goes where the hand-made answer says', (one) => {
    const found = route(one);
    expect({ ...found, rules: found.rules.map((rule) => rule.id) }).toMatchObject({
      depts: one.depts, co: one.co, dest: one.dest, consult: one.consult, rules: one.rules,
    });
  });
});

describe('the competence table', () => {
  it('gives every category and violation at least one department', () => {
    for (const category of Object.keys(codes.category)) {
      for (const violation of Object.keys(codes.violation)) {
        const { depts } = route(asked({ category, violations: [violation] }));
        expect(depts.length, `${category} × ${violation}`).toBeGreaterThan(0);
        expect(depts.join(), `${category} × ${violation}`).not.toContain('$');
      }
    }
  });
  it('AC-3.1 every category goes to one of the sixteen departments, and what is unclear to a person of the Center', () => {
    const lost = Object.keys(codes.category).filter((category) => !route(asked({ category, violations: [] })).depts.some((organ) => departments.includes(organ)));
    expect(lost).toEqual(['QT']);
    expect(route(asked({ category: 'QT', violations: [] })).needConfirm).toBe(true);
  });
  it('knows sixteen supervising departments', () => {
    expect(departments).toHaveLength(16);
    expect(departments).not.toContain('GGZY');
  });
  it('gives each applied rule its basis and explanation', () => {
    for (const rule of route(asked({ flags: ['criminalThreshold'] })).rules) {
      expect(rule.basis.length).toBeGreaterThan(0);
      expect(rule.explain).not.toBe('');
    }
  });
  it('names its version', () => expect(route(asked({})).version).toBe(rulesVersion));
});

describe('precedence', () => {
  it('weighs category before violation, subject and stage', () => {
    const points = (id: string, stage?: string): number | undefined => {
      const rule = rules.find((one) => one.id === id);
      return rule && score(rule, { category: 'GC-FJ', stage, violation: 'ZB', subjects: ['TBR'] });
    };
    expect([points('V15', 'LY'), points('V16', 'LY'), points('V75', 'LY'), points('V15', 'PB'), points('V15'), points('V17')]).toEqual([361, 260, 50, undefined, 360, undefined]);
  });
  it('prefers the exact category to the group', () => {
    const ids = route(asked({ violations: ['ZB'], stage: 'LY', subjects: ['TBR'] })).rules.map((rule) => rule.id);
    expect(ids).toEqual(['B01', 'V15']);
  });
  it('does not exclude a rule by an unknown stage, but by a known different one', () => {
    const ids = (stage?: string): string[] =>
      route(asked({ violations: ['TQZ'], ...(stage ? { stage } : {}) })).rules.map((rule) => rule.id);
    expect(ids()).toEqual(['B01', 'V53']);
    expect(ids('PB')).toEqual(['B01', 'V99']);
  });
  it('takes a known different subject as exclusion', () => {
    const ids = route(asked({ violations: ['XM'], subjects: ['GZRY'] })).rules.map((rule) => rule.id);
    expect(ids).toEqual(['B01', 'V72']);
  });
  it('asks a person where the category or the violation is unknown', () => {
    expect(route(asked({ category: 'QT' })).needConfirm).toBe(true);
    expect(route(asked({ violations: [] })).needConfirm).toBe(true);
    expect(route(asked({})).needConfirm).toBe(false);
  });
});

describe('overlays', () => {
  it('an activity of a banner stops everything but the notice', () => {
    const found = route(asked({ flags: ['outOfScope', 'criminalThreshold'] }));
    expect(found).toMatchObject({ depts: ['QIQU'], dest: ['D0'], stop: true, consult: false });
    expect(found.rules.map((rule) => rule.id)).toEqual(['O10']);
  });
  it('violence brings the police and urgency', () => {
    const found = route(asked({ violations: ['QPJY'], flags: ['violenceNow'] }));
    expect(found.urgent).toBe(true);
    expect(found.depts).toEqual(['ZJJ', 'GAJ']);
  });
  it('keeps item seven only where a meeting follows', () => {
    expect(route(asked({ category: 'TD', violations: ['CT'], subjects: ['TBR'] }))).toMatchObject({ consult: true, dest: ['D5', 'D7'] });
    expect(route(asked({ category: 'QT', violations: ['PTWG'], subjects: ['TBR'] }))).toMatchObject({ depts: ['FGW'], consult: false, dest: [] });
  });
});

describe('recusal', () => {
  it('never sends a matter to the organ that it reports', () => {
    const found = route(asked({ violations: ['BZW'], subjects: ['JGBM'], reported: ['ZJJ'] }));
    expect(found).toMatchObject({ depts: ['JWJW'], recused: ['ZJJ'] });
  });
  it('finds another receiver where the only department is the one reported', () => {
    const found = route(asked({ reported: ['ZJJ'] }));
    expect(found.depts).toEqual(['JWJW']);
    expect(found.needConfirm).toBe(true);
    expect(found.rules.map((rule) => rule.id)).toContain('O12');
    expect(found.alternatives[0]).toEqual({ organ: 'ZJJ', why: '即被反映单位，按规定回避' });
  });
  it('takes the Center out where the Center is reported', () => {
    const found = route(asked({ flags: ['majorIssue'], reported: ['GGZY'] }));
    expect(found.recused).toEqual(['GGZY']);
    expect([...found.depts, ...found.co]).not.toContain('GGZY');
    expect(found.depts).toContain('FGW');
  });
});

describe('advice', () => {
  it('says why an expected organ was not chosen', () => {
    expect(route(asked({})).alternatives[0]).toEqual({ organ: 'FGW', why: '只管跨行业、无归口工程' });
  });
  it('names the item of Article 11 and its receiver', () => {
    expect(destinations.D3).toMatchObject({ article: '第十一条（三）', organs: ['GAJ'] });
    expect(Object.keys(destinations)).toEqual(Object.keys(codes.destination));
  });
  it('suggests a feedback limit by urgency, and one that it offers', () => {
    const advice = [limitsFor('report'), limitsFor('report', { urgent: true }), limitsFor('report', { major: true }), limitsFor('assigned'), limitsFor('assigned', { urgent: true })];
    expect(advice.map(({ suggested }) => suggested)).toEqual([20, 5, 10, 10, 5]);
    expect(advice.every(({ suggested, options }) => options.includes(suggested))).toBe(true);
  });
});
