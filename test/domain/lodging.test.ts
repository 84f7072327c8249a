import { describe, expect, it } from 'vitest';
import { complaintAnswer } from '../../cards/complaint/lodging-words.ts';
import { lodgingOf } from '../../src/domain/complaint/lodging.ts';
import { readLead } from '../../src/domain/intake/intake.ts';
import { draftOf } from '../../src/domain/matter/drafting/draft.ts';
import { withRouting } from '../../src/domain/matter/drafting/suggestion.ts';
import cases from './sample-cases.json' with { type: 'json' };
import { worldAt } from './town.ts';

const { calendar } = worldAt('2026-11-23T09:12:00+08:00');
const lodged = (words: string, category: string, at = '2026-11-23T09:12:00+08:00') => lodgingOf({ words, category, at: new Date(at) }, calendar);
const c2 = cases.find(({ id }) => id === 'C2')?.text ?? '';

describe('how long somebody may complain, by his own words', () => {
  it('in procurement fifteen working days after the answer to the 质疑 (T24, C2)', () => expect(lodged(c2, 'ZC-HF')).toEqual({ rule: 'T24', from: '2026-11-16', until: '2026-12-07', passed: false }));
  it('counts from the end of the seven working days where no answer is told', () => {
    expect(lodged('我公司11月5日书面提出质疑，一直没有人理我们', 'ZC-HF')).toMatchObject({ from: '2026-11-16', until: '2026-12-07' });
  });
  it('in a tender ten days after he knew, the objection not counted (T14, E06, E07)', () => {
    expect(lodged('9月22日看到公示才知道，请求重新评审', 'GC-FJ', '2026-09-28T10:00:00+08:00')).toMatchObject({ rule: 'T14', until: '2026-10-08' });
    expect(lodged('11月2日公示，我们11月4日提出异议，招标人11月6日答复不认可', 'GC-FJ', '2026-11-10T10:00:00+08:00')).toMatchObject({ from: '2026-11-02', until: '2026-11-16' });
  });
  it('is only shown where it may have passed: the department decides', () => expect(lodged(c2, 'ZC-HF', '2026-12-08T09:00:00+08:00')?.passed).toBe(true));
  it('says nothing where the words name no day', () => expect(lodged('请求重新评审', 'GC-FJ')).toBeUndefined());
  it('D14 says who accepts it, that the Center cannot, and until when', () => {
    const facts = withRouting(draftOf(readLead(c2, { now: new Date('2026-11-23T09:12:00+08:00') }), c2).facts);
    expect(complaintAnswer(facts, { words: c2, at: new Date('2026-11-23T09:12:00+08:00') }, calendar)).toBe('这像是投诉。投诉由市财政局受理，中心不能代为受理，会转交并书面告知您。投诉有期限：答复期满（11月16日）后 15 个工作日，到 12月7日（周一）。');
  });
});
