import { join } from 'node:path';
import { beforeAll, describe, expect, it } from 'vitest';
import { findRunners, languages, type Language } from '../../scripts/sdk-runners.ts';
import { conformancePage } from './page.ts';
import { play, type Played } from './play.ts';
import { rules } from './rules.ts';

const page = join(import.meta.dirname, '..', '..', 'docs', 'conformance.md');
const { runners, missing } = await findRunners((text) => process.stderr.write(`${text}\n`));
for (const { language, why } of missing) process.stderr.write(`没有检查 ${language} 客户端：${why}\n`);
const whole = missing.length === 0;

describe('independent clients', () => {
  const played: Partial<Record<Language, Played>> = {};
  beforeAll(async () => {
    await Promise.all(languages.map(async (language) => {
      const runner = runners[language];
      if (runner) played[language] = await play(runner);
    }));
  }, 100_000);

  for (const language of languages) {
    const name = language.toLowerCase();
    const runner = runners[language];
    // Where machines prepare everything a missing language is a fault; on a desk it is said, and counted as skipped.
    it.runIf(runner ?? process.env['CI'])(`${name}: its official SDK can be had`, () => {
      expect(missing.find((one) => one.language === language)?.why).toBeUndefined();
    });

    it.runIf(runner).each(rules.map((rule) => [rule.rule, rule.id]))(`${name}: %s`, (_sentence, id) => {
      const verdict = played[language]?.verdicts.get(id);
      expect(verdict, `nothing was reported\n${played[language]?.complaint}`).toBeDefined();
      expect(verdict?.fault).toBeUndefined();
    });
  }

  it.runIf(whole)('docs/conformance.md says what came of it (npm run test:conformance -- --write)', async () => {
    await expect(conformancePage(played as Record<Language, Played>)).toMatchFileSnapshot(page);
  });
});
