import { describe, expect, it } from 'vitest';
import { sampleCases } from '../../scripts/tour/cases.ts';
import { play } from '../../scripts/tour/play.ts';
import type { Stage } from '../../scripts/tour/stage.ts';
import { runRecorded } from '../sandbox/run-recorded.ts';
import { stageFor } from './stage.ts';

describe('a matter that the sandbox recorded', () => {
  const { stage } = stageFor('recorded-here');
  const fresh = stageFor('recorded-there');

  it('from the first words to the result is a test that plays it again, in a city where nothing of it has happened', async () => {
    await stage().client.recorder(true);
    const played = await play(stage(), sampleCases['C1']?.text ?? '');
    expect(played.result).toContain('查实部分问题');
    const { test } = await stage().client.recorder(false);
    expect(await runRecorded(test, fresh.stage().client.url)).toMatch(/Tests\s+1 passed/);
    const kinds = async (which: Stage): Promise<string[]> => (await which.app.store.search({ limit: 20 })).map((doc) => `${doc.kind} ${doc.state}`).toSorted();
    expect(await kinds(fresh.stage())).toEqual(await kinds(stage()));
  }, 240_000);
});
