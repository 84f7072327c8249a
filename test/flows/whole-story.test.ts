import { describe, expect, it } from 'vitest';
import { play } from '../../scripts/tour/play.ts';
import { sampleCases } from '../../scripts/tour/cases.ts';
import { stageFor } from './stage.ts';

describe('a whole matter, from the first words to the result', () => {
  const { stage } = stageFor('whole-story');

  it('C1: a telephone tip on collusion goes to 市住建局, is verified by two, approved by the head, transferred to the police, and closed with the receipt', async () => {
    const played = await play(stage(), sampleCases['C1']?.text ?? '');
    expect(played.no).toMatch(/^XS-\d{8}-\d{4}$/);
    expect(played.organs).toEqual(['ZJJ']);
    expect(played.result).toContain('查实部分问题');
    expect(played.steps.some((step) => step.did.includes('批准移送') && step.who.includes('巴特尔'))).toBe(true);
    expect(played.breaches).toBe(0);
  }, 120_000);

  it('C4: two departments are concerned, so a consultation is held, and both answer before it closes', async () => {
    const played = await play(stage(), sampleCases['C4']?.text ?? '');
    expect(played.organs).toEqual(['SLJ', 'RSJ']);
    expect(played.steps.some((step) => step.did.includes('参加'))).toBe(true);
    expect(played.result).toContain('查实部分问题');
    expect(played.breaches).toBe(0);
  }, 180_000);
});
