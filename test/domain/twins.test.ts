import { describe, expect, it } from 'vitest';
import type { Complaint } from '../../src/domain/complaint/complaint.ts';
import { inOrder, isTwin } from '../../src/domain/complaint/twins.ts';
import type { Document } from '../../src/domain/document.ts';
import { accepted, codeOf, dataOf, live, opened } from './complaint-story.ts';
import { after, as } from './town.ts';

describe('重复投诉', () => {
  const twin = { id: 'n-s-slj', no: 'TS-20261124-0002', organ: 'SLJ' };
  it('ends at the later department, and the first to receive it keeps it (条例61条)', () => {
    const later = after(accepted(), { act: 'giveWay', by: as('system'), input: twin }, '2026-10-12T10:00:00+08:00');
    expect([later.state, live(later), codeOf(later), dataOf(later).first]).toEqual(['merged', [], 'CMP_FIRST', twin]);
    const first = after(accepted(), { act: 'join', by: as('system'), input: twin }, '2026-10-12T10:00:00+08:00');
    expect([first.state, live(first), dataOf(first).joined]).toEqual(['accepted', ['T16'], [twin]]);
  });
});

describe('whether two complaints are one', () => {
  const words = '我公司参加投标，中标候选人业绩证明是假的，请求重新评审';
  const at = (organ: string, more: Partial<Complaint> = {}): Document<Complaint> => {
    const doc = opened('GC-FJ', organ, organ === 'ZJJ' ? '2026-11-24T10:00:00+08:00' : '2026-11-24T15:00:00+08:00');
    return { ...doc, data: { ...doc.data, words, ...more } };
  };
  it('the same account with the same words on one project at two departments is one, and the earlier receipt keeps it', () => {
    expect(isTwin(at('ZJJ'), at('SLJ'), true)).toBe(true);
    expect(inOrder([at('SLJ'), at('ZJJ')]).map(({ data }) => data.organ)).toEqual(['ZJJ', 'SLJ']);
  });
  it('one account alone makes none: a clerk may write down the letters of many', () => expect(isTwin(at('ZJJ'), at('SLJ', { words: '评标委员会成员是招标人的亲戚，应当回避而没有回避，请予查处' }), true)).toBe(false));
  it('names that both departments took down decide, whoever wrote them in', () => {
    const named = (complainant: string) => ({ parties: { complainant, respondent: '' } });
    expect(isTwin(at('ZJJ', named('朔砾路桥（集团）')), at('SLJ', named('朔砾路桥(集团)')), false)).toBe(true);
    expect(isTwin(at('ZJJ', named('朔砾路桥')), at('SLJ', named('岚戈建设')), true)).toBe(false);
  });
  it('what has ended already, or is of another project, is none', () => {
    expect(isTwin(at('ZJJ'), { ...at('SLJ'), state: 'decided' }, true)).toBe(false);
    expect(isTwin(at('ZJJ'), at('SLJ', { brief: { ...at('SLJ').data.brief, title: '康巴什体育馆' } }), true)).toBe(false);
  });
});
