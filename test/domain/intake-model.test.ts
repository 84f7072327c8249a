import { readFileSync } from 'node:fs';
import { describe, expect, it } from 'vitest';
import { fit } from '../../scripts/intake/fit.ts';
import { examplesIn, lessons } from '../../scripts/intake/examples.ts';
import { weightsText } from '../../scripts/intake/validate.ts';
import codes from '../../src/domain/data/codes.json' with { type: 'json' };
import { featuresOf } from '../../src/domain/intake/features.ts';
import { bestFindings, chances, none, tellingWords } from '../../src/domain/intake/model.ts';
import { models } from '../../src/domain/intake/models.ts';
import corpus from './intake-corpus.json' with { type: 'json' };
import cases from './sample-cases.json' with { type: 'json' };
import voices from './intake-voices.json' with { type: 'json' };

const file = new URL('../../src/domain/data/intake-weights.json', import.meta.url);
const files = ['violations', 'categories', 'intents', 'kinds'] as const;
const bare = (text: string): string => text.replace(/[^\p{L}\p{N}]/gu, '');

describe('the weights', () => {
  it('are those of the examples: npm run intake:train changes nothing', () => {
    expect(weightsText(Object.fromEntries(Object.entries(lessons()).map(([field, examples]) => [field, fit(examples)]))) === readFileSync(file, 'utf8')).toBe(true);
  }, 60_000);
  it('stay below 1 MB', () => expect(readFileSync(file).byteLength).toBeLessThan(1024 * 1024));
});

describe('the examples', () => {
  it('teach only codes that there are', () => {
    const known: Record<(typeof files)[number], string[]> = {
      violations: Object.keys(codes.violation), categories: Object.keys(codes.category),
      intents: ['report', 'question', 'angry', 'vague', 'greeting', 'nothing'], kinds: ['complaint', 'report', 'lead', 'assigned', 'warning'],
    };
    for (const name of files) expect(examplesIn(name).flatMap(({ labels }) => labels).filter((label) => !known[name].includes(label)), name).toEqual([]);
  });
  it('teach each violation by at least thirty lines and each category by at least fifteen', () => {
    const lines = (name: (typeof files)[number], code: string): number => examplesIn(name).filter(({ labels }) => labels.includes(code)).length;
    for (const code of Object.keys(codes.violation)) if (code !== 'QT') expect(lines('violations', code), code).toBeGreaterThanOrEqual(30);
    for (const code of Object.keys(codes.category)) expect(lines('categories', code), code).toBeGreaterThanOrEqual(15);
  });
  it('are not the messages that they are tried on', () => {
    const tried = new Set([...corpus, ...voices, ...cases].map(({ text }) => bare(text)).filter((text) => text.length >= 8));
    for (const name of files) expect(examplesIn(name).filter(({ text }) => tried.has(bare(text))), name).toEqual([]);
  });
});

describe('a model', () => {
  const text = '几家的U盘一个牌子，工人说工资没发';
  it('gives chances that make one', () => {
    const sum = [...chances(models.violations, featuresOf(text)).values()].reduce((all, each) => all + each, 0);
    expect(sum).toBeCloseTo(1);
  });
  it('points at the words of each finding and not at those of another', () => {
    const stretches = [{ from: 0, to: 9 }, { from: 10, to: text.length }];
    const words = (code: string): string => {
      const finding = bestFindings(models.violations, text, stretches).find(({ label }) => label === code);
      return finding ? tellingWords(models.violations, text, finding) : '';
    };
    expect(text.slice(0, 9)).toContain(words('CT'));
    expect(text.slice(10)).toContain(words('TQZ'));
    expect(words('TQZ')).toContain('工资');
  });
  it('finds nothing where nothing is told', () => {
    const [best] = [...chances(models.violations, featuresOf('今天上午开标'))].sort(([, a], [, b]) => b - a);
    expect(best?.[0]).toBe(none);
  });
});
