import { describe, expect, it } from 'vitest';
import type { Card } from '../../cards/kit/kit.ts';
import { drawn } from './branch-walk.ts';
import { buttonTexts, texts } from './inspect.ts';
import { reporterId } from './stage.ts';

const shown = (card: Card): string => texts(card).join('\n').replace(/&#(\d+);/g, (_, code: string) => String.fromCharCode(Number(code)));

describe('a complaint', () => {
  it('AC-1.1 shows the Center how it stands and 督办, nothing of what is complained of', () => {
    const seen = drawn('complaint accepted', 'complaint', 'ggzy-head');
    expect(buttonTexts(seen)).toEqual(['怎么算的', '督办']);
    expect(shown(seen)).not.toMatch(/业绩|朔砾|青格勒/);
    expect(buttonTexts(drawn('complaint accepted', 'complaint', 'ggzy-clerk1'))).toEqual(['怎么算的']);
  });
  it('offers 暂停项目 to the 分管负责人 alone', () => {
    expect(buttonTexts(drawn('complaint accepted', 'complaint', 'zjj-deputy'))).toContain('暂停项目');
    expect(buttonTexts(drawn('complaint accepted', 'complaint', 'zjj-liaison'))).not.toContain('暂停项目');
  });
  it('offers 期满未补正 only once the day has passed', () => {
    expect(buttonTexts(drawn('complaint correcting', 'complaint', 'czj-liaison'))).not.toContain('期满未补正');
    expect(buttonTexts(drawn('complaint correcting over', 'complaint', 'czj-liaison'))).toContain('期满未补正');
  });
  it('tells the complainant what is asked of him, and nobody else by that card', () => {
    const own = drawn('complaint correcting', 'complaint-told', { id: reporterId, reporter: true, group: false });
    expect([buttonTexts(own), shown(own)]).toEqual([expect.arrayContaining(['已补正', '撤回投诉']), expect.stringContaining('请补交质疑函及答复、授权委托书')]);
    expect(shown(drawn('complaint correcting', 'complaint-told', 'czj-liaison'))).toContain('未找到');
  });
  it('asks whoever handles it whether he is tied to anybody, before he reads what is complained of', () => {
    const asked = drawn('complaint received new', 'complaint', 'zjj-liaison');
    expect(buttonTexts(asked)).toEqual(expect.arrayContaining(['无', '有，申请回避']));
    expect(shown(asked)).toContain('决定是否受理');
    expect(shown(asked)).not.toContain('业绩证明');
    expect(shown(drawn('complaint received', 'complaint', 'zjj-liaison'))).toContain('业绩证明');
    expect(shown(drawn('complaint received recused', 'complaint', 'zjj-officer1'))).toContain('未找到');
  });
});
