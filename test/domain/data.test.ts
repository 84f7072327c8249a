import { describe, expect, it } from 'vitest';
import codes from '../../src/domain/data/codes.json' with { type: 'json' };
import holidays from '../../src/domain/data/holidays.json' with { type: 'json' };
import organs from '../../src/domain/data/organs.json' with { type: 'json' };
import { none } from '../../src/domain/intake/model.ts';
import { models } from '../../src/domain/intake/models.ts';
import { rules } from '../../src/domain/competence/routing-rules.ts';

const organCodes = new Set([...organs.map(({ code }) => code), '$SECTOR', '$REPORTED']);
const known = (table: Record<string, string>, values: readonly string[]): string[] => values.filter((value) => !(value in table));

describe('the competence table', () => {
  it('has 28 base rules, 80 by violation and 15 overlays with unique numbers', () => {
    const count = (kind: string): number => rules.filter((rule) => rule.kind === kind).length;
    expect([count('base'), count('violation'), count('overlay')]).toEqual([28, 80, 15]);
    expect(new Set(rules.map(({ id }) => id)).size).toBe(123);
  });
  it('names only known organs, destinations, violations and stages', () => {
    for (const { id, depts, co, dest, recuse = [], when } of rules) {
      expect([...depts, ...co, ...recuse].filter((code) => !organCodes.has(code)), id).toEqual([]);
      expect(known(codes.destination, dest), id).toEqual([]);
      expect(known({ ...codes.violation, '*': '' }, when?.violation ?? []), id).toEqual([]);
      expect(known({ ...codes.stage, '*': '' }, when?.stage ?? []), id).toEqual([]);
      expect(known({ ...codes.subject, '*': '' }, when?.subject ?? []), id).toEqual([]);
    }
  });
  it('has one base rule for each category', () => {
    for (const category of Object.keys(codes.category))
      expect(rules.filter((rule) => rule.kind === 'base' && rule.when?.category.includes(category)), category).toHaveLength(1);
  });
  it('has a violation rule that can reach each violation', () => {
    for (const violation of Object.keys(codes.violation))
      expect(rules.some((rule) => rule.when?.violation.includes(violation)), violation).toBe(true);
  });
});

describe('organs', () => {
  it('begin with the sixteen departments, each with a document prefix', () => {
    expect(organs.slice(0, 16).every((organ) => 'docPrefix' in organ && organ.docPrefix)).toBe(true);
    expect(organs[16]?.code).toBe('GGZY');
  });
  it('share no alias', () => {
    const all = organs.flatMap(({ aliases }) => aliases);
    expect(all.filter((alias, index) => all.indexOf(alias) !== index)).toEqual([]);
  });
});

describe('holidays', () => {
  it('are days of their year, in order, off and work apart; make-up days are weekends', () => {
    for (const [year, { off, work, source }] of Object.entries(holidays)) {
      expect(source).toContain(year);
      for (const days of [off, work]) expect([...days].sort()).toEqual(days);
      expect([...off, ...work].every((day) => day.startsWith(year) && !Number.isNaN(Date.parse(day)))).toBe(true);
      expect(off.filter((day) => work.includes(day))).toEqual([]);
      expect(work.every((day) => [0, 6].includes(new Date(`${day}T00:00:00Z`).getUTCDay()))).toBe(true);
    }
  });
});

describe('what is learnt from examples', () => {
  it.each([['categories', Object.keys(codes.category).filter((code) => code !== 'QT')], ['violations', Object.keys(codes.violation).filter((code) => code !== 'QT')],
    ['intents', ['angry', 'greeting', 'nothing', 'question', 'report', 'vague']], ['kinds', ['assigned', 'complaint', 'lead', 'report', 'warning']]] as const)(
    'are the %s that there are, all of them and no other', (field, wanted) =>
      expect([...models[field].labels].filter((label) => label !== none).sort()).toEqual([...wanted].sort()));
});
