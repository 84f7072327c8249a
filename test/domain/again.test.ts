import { describe, expect, it } from 'vitest';
import type { Document } from '../../src/domain/document.ts';
import { readLead } from '../../src/domain/intake/intake.ts';
import { draftOf } from '../../src/domain/matter/drafting/draft.ts';
import type { Matter } from '../../src/domain/matter/matter.ts';
import { toldBefore } from '../../src/domain/reporter/again.ts';
import { after, as, blank } from './town.ts';

const now = new Date('2026-11-23T09:12:00+08:00');
const hours = (count: number): Date => new Date(now.getTime() + count * 3_600_000);
const story = '市本级“青格勒学校综合楼”施工标，三家的标书是同一个人做的，听人说的';
const tell = (words: string) => ({ facts: draftOf(readLead(words, { now }), words).facts, words });
const told = (words = story): Document<Matter> => {
  const draft = after(blank('matter', 'm1'), { act: 'draft', by: as('somebody', true), input: draftOf(readLead(words, { now }), words) }, now);
  return { ...after(draft, { act: 'register', by: as('somebody', true), input: { source: 'heard', cityLevel: 'yes' } }, now), createdAt: now.toISOString() } as Document<Matter>;
};

describe('a story that its teller has told before', () => {
  it.each([
    ['the same words', story], ['the same project and problem in other words', '青格勒学校综合楼围标了，几家公司商量好的'],
  ])('is known by %s', (_how, words) => expect(toldBefore([told()], tell(words), hours(2))?.id).toBe('m1'));
  it.each([
    ['another project in the same words', story.replace('青格勒学校综合楼', '阿康线养护')], ['another problem of the same project', '青格勒学校综合楼的工人三个月没发工资'],
  ])('is not seen in %s', (_how, words) => expect(toldBefore([told()], tell(words), hours(2))).toBeUndefined());
  it('is asked about for a day, and not longer', () => {
    expect(toldBefore([told()], tell(story), hours(23.9))?.id).toBe('m1');
    expect(toldBefore([told()], tell(story), hours(24))).toBeUndefined();
  });
  it('is not asked about where the matter takes nothing more', () => expect(toldBefore([{ ...told(), state: 'closed' }], tell(story), hours(1))).toBeUndefined());
});
