import { describe, expect, it } from 'vitest';
import type { Document } from '../../src/domain/document.ts';
import type { Matter } from '../../src/domain/matter/matter.ts';
import { countRatings } from '../../src/domain/reporter/rating.ts';
import { understand } from '../../src/domain/words.ts';
import { after, as, refusal } from './town.ts';
import { begun } from './walk/begun.ts';

const reporter = as('guest', true);
const all = () => begun.matter?.() as Document<Matter>[];
const registered = () => all().find(({ state }) => state === 'registered') as Document<Matter>;
const forwarded = () => all().find(({ state }) => state === 'forwarded') as Document<Matter>;
const asked = () => after(registered(), { act: 'ask', by: as('clerk'), input: { text: '您说的报价表是电子件还是纸质件？' } }) as Document<Matter>;
const closed = (anonymous = false) => ({ ...forwarded(), state: 'closed', data: { ...forwarded().data, anonymous } }) as Document<Matter>;
const news = (doc: Document, before: Document) => doc.effects.slice(before.effects.length).filter(({ data }) => data['to'] === 'reporter').map(({ data }) => [data['card'], data['urgency']]);

describe('what the reporter hears and does', () => {
  it('转办 is news to him, by his own receipt', () => {
    const before = registered();
    expect(news(after(before, { act: 'send', by: as('clerk'), input: { organs: ['ZJJ'], days: 15, reason: '先转主办单位' } }), before)).toEqual([['intake', 'news']]);
  });
  it('answer: only he answers a question that waits, 暂不回答 leaves it open to him, an answer given stands', () => {
    const how = (doc: Document, given: string, by = reporter) => ({ act: 'answer', by, input: { id: 'x1', how: given, words: '电子件' } });
    expect(refusal(asked(), how(asked(), 'told', as('clerk')))).toBe('E-901');
    expect(refusal(registered(), how(registered(), 'told'))).toBe('stale');
    const later = after(asked(), how(asked(), 'later'));
    const told = after(later, how(later, 'told')) as Document<Matter>;
    expect(told.data.exchange[0]).toMatchObject({ answer: 'told', words: '电子件' });
    expect(refusal(told, how(told, 'unknown'))).toBe('stale');
  });
  it('add: what he adds is kept beside the questions and shown to whoever is at work on it, until it has ended', () => {
    const more = after(forwarded(), { act: 'add', by: reporter, input: { words: '开标那天他们坐同一辆车' } }) as Document<Matter>;
    expect(more.data.exchange.at(-1)).toMatchObject({ question: '', words: '开标那天他们坐同一辆车' });
    expect(more.effects.slice(forwarded().effects.length).some(({ data }) => data['card'] === 'question')).toBe(true);
    expect([refusal(forwarded(), { act: 'add', by: as('clerk'), input: { words: '代填' } }), refusal(closed(), { act: 'add', by: reporter, input: { words: '又想起来' } })]).toEqual(['E-901', 'E-900']);
  });
  it('safety: 需要联系 calls whoever is on duty, 安全 and 已报警 only stand on the trail', () => {
    const jobs = (how: string) => after(registered(), { act: 'safety', by: reporter, input: { how } }).effects.slice(registered().effects.length).map(({ job }) => job);
    expect([jobs('contact'), jobs('safe'), jobs('police')]).toEqual([['tell-duty'], [], []]);
    expect(refusal(registered(), { act: 'safety', by: as('clerk'), input: { how: 'safe' } })).toBe('E-901');
  });
  it('appraise: once, when it has ended, by whoever left his name, in words without names', () => {
    const rate = (doc: Document, satisfied = 'fair') => ({ act: 'appraise', by: reporter, input: { satisfied, words: '我电话13847701234，办得还行' } });
    expect([refusal(forwarded(), rate(forwarded())), refusal(closed(true), rate(closed(true))), refusal(closed(), { ...rate(closed()), by: as('clerk') })]).toEqual(['E-900', 'E-900', 'E-901']);
    const rated = after(closed(), rate(closed())) as Document<Matter>;
    expect([rated.data.rating?.satisfied, rated.data.rating?.words.includes('13847701234')]).toEqual(['fair', false]);
    expect(refusal(rated, rate(rated))).toBe('stale');
  });
});

describe('满意度', () => {
  const matter = (satisfied: 'yes' | 'fair' | 'no' | '', anonymous = false) => ({ rating: satisfied ? { satisfied, words: '', at: '' } : null, anonymous });
  it('counts what was said, and who left his name and said nothing; the anonymous are not asked and not counted', () => {
    expect(countRatings([matter('yes'), matter('yes'), matter('no'), matter(''), matter('', true)])).toEqual({ yes: 2, fair: 0, no: 1, none: 1 });
  });
  it('is asked for in words', () => {
    expect(['满意度', '查看满意度', '评价统计', '/满意度'].map((words) => understand(words))).toEqual(Array.from({ length: 4 }, () => ({ ask: 'satisfaction' })));
    expect(understand('对办理结果不满意')).not.toEqual({ ask: 'satisfaction' });
  });
});
