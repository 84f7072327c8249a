import { describe, expect, it } from 'vitest';
import { readLead } from '../../src/domain/intake/intake.ts';
import { draftOf } from '../../src/domain/matter/drafting/draft.ts';
import type { Matter } from '../../src/domain/matter/matter.ts';
import { piecesOf } from '../../src/domain/matter/drafting/pieces.ts';
import { after, as, blank, refusal } from './town.ts';
import cases from './sample-cases.json' with { type: 'json' };

const now = new Date('2026-11-23T09:12:00+08:00');
const both = '我公司参加了市本级“青格勒学校综合楼”施工投标，评标办法排斥外地企业，请求重新评审。另外，听说沄朔市政在别的标里把活整个转包给了包工头。';
const reporter = as('somebody', true);
const draft = (words = both) => after(blank('matter', 'm'), { act: 'draft', by: reporter, input: draftOf(readLead(words, { now }), words) }, now);
const dataOf = (doc: ReturnType<typeof draft>) => doc.data as Matter;

describe('a message that tells a complaint and something else', () => {
  it('is read as two: the complaint first, what concerns everybody second, each with its own words and the project that was said once', () => {
    const [complaint, lead] = piecesOf(both, now) ?? [];
    expect([complaint?.facts.kind, lead?.facts.kind === 'complaint', lead?.facts.violations]).toEqual(['complaint', false, ['ZB']]);
    expect([complaint?.words.includes('转包'), lead?.words.includes('排斥'), lead?.facts.cityLevel]).toEqual([false, false, 'yes']);
  });
  it.each(cases.map(({ id, text }) => [id, text] as const))('the sample case %s is one thing', (_id, text) => expect(piecesOf(text, now)).toBeUndefined());
  it('is divided by its sender, who keeps both: the first stays with the complaint, the second is asked for, the message is kept whole', () => {
    const split = after(draft(), { act: 'split', by: reporter }, now);
    expect([dataOf(split).kind, dataOf(split).piece, dataOf(split).rest, dataOf(split).words.includes('转包')]).toEqual(['complaint', 'first', both, false]);
    expect(split.effects.at(-2)).toMatchObject({ job: 'open-piece', data: { id: dataOf(split).linked[0]?.id } });
    expect(refusal(split, { act: 'split', by: reporter }, now)).toBe('E-900');
  });
  it('may be left one, and is not asked about again', () => {
    const one = after(draft(), { act: 'oneMatter', by: reporter }, now);
    expect([dataOf(one).piece, refusal(one, { act: 'split', by: reporter }, now)]).toEqual(['whole', 'E-900']);
  });
  it('is not divided where it tells one thing', () => expect(refusal(draft(cases.find(({ id }) => id === 'C1')?.text ?? ''), { act: 'split', by: reporter }, now)).toBe('E-900'));
  it('tells the other matter its number once it is registered', () => {
    const split = after(draft(), { act: 'split', by: reporter }, now);
    const done = after(split, { act: 'register', by: reporter, input: { source: 'self', cityLevel: 'yes' } }, now);
    expect(done.effects.some(({ job }) => job === 'tell-linked')).toBe(true);
    const told = after(draft(), { act: 'linked', by: as('system'), input: { id: 'm2', no: 'XS-20261123-0002', piece: 'second' } }, now);
    expect([dataOf(told).linked, dataOf(told).piece]).toEqual([[{ id: 'm2', no: 'XS-20261123-0002' }], 'second']);
  });
});

describe('a message that tells of two projects', () => {
  const two = '市本级“节水改造二期”中标的沄朔市政把活转包了，工人工资也没发，衬砌板一冬天就裂了。市本级“档案设备采购”参数只有一个品牌能满足。';
  const read = (words: string) => piecesOf(words, now)?.map(({ facts }) => [facts.project, facts.violations]);
  it('is read as two in the order told, each with its own problems (D5)', () => expect(read(two)).toEqual([['节水改造二期', ['ZB', 'TQZ', 'ZL']], ['档案设备采购', ['PC']]]));
  it('is divided without names too, where 另外 leads to another sort of thing', () =>
    expect(read('灌区渠道的活转包给了包工头，工人三个月没发工资。另外办公家具采购的参数指向一个品牌。')?.map(([, violations]) => violations)).toEqual([['ZB', 'TQZ'], ['PC']]));
  it.each([
    ['the same project twice', '市本级“青格勒学校综合楼”三家围标。“青格勒学校综合楼”施工标的保证金是一个账户打的。'],
    ['three projects', `${two}“苏勒德路雨污分流工程”三家围标。`],
  ])('is left one where it tells %s', (_what, words) => expect(read(words)).toBeUndefined());
  it('becomes two drafts of its sender, the project of each its own', () => {
    const split = after(draft(two), { act: 'split', by: reporter }, now);
    expect([dataOf(split).project, dataOf(split).piece, dataOf(split).words.includes('档案'), split.effects.at(-2)?.job]).toEqual(['节水改造二期', 'first', false, 'open-piece']);
  });
});
