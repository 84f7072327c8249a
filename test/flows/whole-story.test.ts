import { describe, expect, it } from 'vitest';
import { play } from '../../scripts/tour/play.ts';
import { sampleCases } from '../../scripts/tour/cases.ts';
import { quiet, stageFor } from './stage.ts';

const textOf = (name: string) => sampleCases[name]?.text ?? '';

describe('a matter of one department, from the first words to the result', () => {
  const { stage } = stageFor('story-c1', { economy: true });

  it('a telephone tip on collusion goes to 市住建局, is verified by two, approved by the head, transferred to the police, and closed with the receipt', async () => {
    const played = await play(stage(), textOf('C1'));
    expect(played.no).toMatch(/^XS-\d{8}-\d{4}$/);
    expect(played.organs).toEqual(['ZJJ']);
    expect(played.result).toContain('查实部分问题');
    expect(played.steps.some((step) => step.did.includes('批准移送') && step.who.includes('巴特尔'))).toBe(true);
    expect(played.breaches).toBe(0);
  }, 120_000);

  it('leaves nothing running: every clock is stopped, no alarm waits, no effect is open', async () => {
    await quiet(stage());
    const docs = (await stage().app.store.search({ limit: 50 })).filter((doc) => doc.kind !== 'organ');
    expect(docs.map((doc) => doc.kind).sort()).toEqual(['forward', 'matter', 'referral', 'transfer']);
    for (const doc of docs.filter((one) => one.kind !== 'transfer')) {
      expect(doc.clocks.filter((clock) => !clock.stoppedAt).map((clock) => clock.rule), doc.kind).toEqual([]);
      expect(doc.alarms, doc.kind).toEqual([]);
    }
  });
});

describe('a matter of several departments', () => {
  const { stage } = stageFor('story-c4');

  it('a consultation is held, and both departments answer before it closes', async () => {
    const played = await play(stage(), textOf('C4'));
    expect(played.organs).toEqual(['SLJ', 'RSJ']);
    expect(played.steps.some((step) => step.did.includes('参加'))).toBe(true);
    expect(played.result).toContain('查实部分问题');
    expect(played.breaches).toBe(0);
  }, 180_000);
});
