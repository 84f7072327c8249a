import { describe, expect, it } from 'vitest';
import type { Document } from '../../src/domain/document.ts';
import { activeMembers, unreported, type Joint } from '../../src/domain/joint/joint.ts';
import { running } from '../../src/domain/time/clocks.ts';
import { acting, does, opened, reported, staffed } from './enforcement-story.ts';
import { as, refusal, run } from './town.ts';

const tries = (doc: Document, act: string, who: string, input: object = {}): string => refusal(doc, { act, by: as(who), input });
const plan = () => ({ ...opened().data.plan, firstAt: '2026-11-27 09:30' });
const words = '已检查完毕，情况见笔录和附件。';
const summed = (): Document<Joint> => does(reported(acting()), 'summarise', 'zjj-liaison', { words: '三家单位均已检查完毕。' });
const cardsOf = (doc: Document, act: string, who: string, input: object = {}): string[] => {
  const decision = run(doc, { act, by: as(who), input });
  return decision.kind === 'done' ? decision.effects.filter(({ job }) => job === 'send-card').map(({ data }) => String(data['person'])) : [];
};

describe('修改方案', () => {
  it('is for the lead department and the Center, for no other member, and no more once it runs', () => {
    expect(['zjj-liaison', 'clerk', 'chief', 'slj-head', 'czj-liaison'].map((who) => tries(opened(), 'plan', who, plan()))).toEqual(['done', 'done', 'done', 'E-901', 'E-901']);
    expect(tries(acting(), 'plan', 'clerk', plan())).toBe('E-900');
  });
  it('has every part of it: goal, steps, evidence, safety, publicity, summary and both days', () => {
    for (const part of ['goal', 'steps', 'evidence', 'safety', 'publicity', 'summary', 'firstAt', 'dueDate']) expect(tries(opened(), 'plan', 'clerk', { ...plan(), [part]: '' }), part).toBe('input');
  });
  it('voids the buttons of the version before, and waits for the heads anew from that day', () => {
    const first = opened();
    const agreed = does(first, 'confirm', 'slj-head');
    const second = does(agreed, 'plan', 'clerk', plan());
    expect(refusal(second, { act: 'confirm', by: as('slj-head'), seen: first.round })).toBe('stale');
    expect(second.alarms.filter(({ rule }) => rule === '').map(({ stage, at }) => [stage, at])).toEqual([['answer1', '2026-11-25T01:00:00.000Z'], ['answer3', '2026-11-27T01:00:00.000Z']]);
    expect([cardsOf(agreed, 'plan', 'clerk', plan()).toSorted(), does(second, 'confirm', 'slj-head').audit.at(-1)?.note]).toEqual([['czj-head', 'slj-head', 'zjj-head'], '市水利局，方案第 2 版']);
  });
});

describe('回避声明 of an officer', () => {
  const sent = () => does(opened(), 'staff', 'slj-liaison', { people: ['slj-one', 'slj-two'], powers: '水法' });
  it('is his own: nobody who was not named declares, nor his head for him', () => {
    expect(['slj-one', 'slj-new', 'slj-head', 'slj-liaison', 'zjj-one'].map((who) => tries(sent(), 'declare', who, { tied: 'none' }))).toEqual(['done', 'E-901', 'E-901', 'E-901', 'E-901']);
  });
  it('of a relation says which, and the liaison hears that somebody else is needed', () => {
    expect(tries(sent(), 'declare', 'slj-one', { tied: 'yes' })).toBe('input');
    const tied = { tied: 'yes', relation: 'R2' };
    expect([cardsOf(sent(), 'declare', 'slj-one', tied), does(sent(), 'declare', 'slj-one', tied).data.out]).toEqual([['slj-liaison'], ['slj-one']]);
  });
  it('stands before any action: who has not declared does not act', () => {
    const doc = ['zjj', 'slj', 'czj'].reduce((one, organ) => does(one, 'confirm', `${organ}-head`), staffed(sent(), 'zjj'));
    expect(tries(doc, 'record', 'zjj-liaison', { organ: 'SLJ', people: ['slj-one', 'slj-two'], date: '2026-11-24', power: '水法', what: '现场检查并制作笔录' })).toBe('input');
  });
});

describe('说明情况', () => {
  it('is the word of the head in office, in a sentence, while the plan is open', () => {
    expect(['slj-head', 'slj-deputy', 'slj-liaison', 'clerk'].map((who) => tries(opened(), 'dissent', who, { words: '本单位认为不属职权范围' }))).toEqual(['done', 'E-901', 'E-901', 'E-901']);
    expect([tries(opened(), 'dissent', 'slj-head', { words: '不' }), tries(acting(), 'dissent', 'slj-head', { words: '本单位认为不属职权范围' })]).toEqual(['input', 'E-900']);
  });
  it('holds up the whole until that head agrees, however many others have', () => {
    const against = does(opened(), 'dissent', 'slj-head', { words: '本单位认为不属职权范围' });
    const others = ['zjj', 'czj'].reduce((doc, organ) => does(doc, 'confirm', `${organ}-head`), against);
    expect([others.state, does(others, 'confirm', 'slj-head').state]).toEqual(['j.plan', 'j.acting']);
  });
});

describe('撤销启动', () => {
  it('is for the head of the Center alone, with a reason, before it runs', () => {
    expect(['chief', 'clerk', 'zjj-head'].map((who) => tries(opened(), 'withdraw', who, { reason: '会商决定不启动' }))).toEqual(['done', 'E-901', 'E-901']);
    expect([tries(opened(), 'withdraw', 'chief', {}), tries(acting(), 'withdraw', 'chief', { reason: '会商决定不启动' })]).toEqual(['input', 'E-900']);
  });
  it('leaves nothing to remind anybody of', () => expect(does(opened(), 'withdraw', 'chief', { reason: '会商决定不启动' }).alarms).toEqual([]));
});

describe('决定成员变更', () => {
  const asked = (...organs: string[]) => organs.reduce((doc, organ) => does(doc, 'askChange', `${organ}-liaison`, { what: 'leave', reason: '不涉本单位职权' }), opened());
  it('is for the Center, once a request', () => {
    expect(['clerk', 'chief', 'zjj-head', 'slj-head'].map((who) => tries(asked('slj'), 'decideChange', who, { id: 'm1', agree: 'yes' }))).toEqual(['done', 'done', 'E-901', 'E-901']);
    expect(tries(does(asked('slj'), 'decideChange', 'clerk', { id: 'm1', agree: 'no' }), 'decideChange', 'clerk', { id: 'm1', agree: 'yes' })).toBe('stale');
  });
  it('a no leaves the member where it was, and its liaison hears of it', () => {
    const no = does(asked('slj'), 'decideChange', 'clerk', { id: 'm1', agree: 'no' });
    expect([activeMembers(no.data).length, cardsOf(asked('slj'), 'decideChange', 'clerk', { id: 'm1', agree: 'no' }), no.audit.at(-1)?.note]).toEqual([3, ['slj-liaison'], '不同意市水利局退出']);
  });
  it('two remain: of two that ask to leave only one may', () => {
    const one = does(asked('slj', 'czj'), 'decideChange', 'clerk', { id: 'm1', agree: 'yes' });
    expect([tries(one, 'decideChange', 'clerk', { id: 'm2', agree: 'yes' }), tries(one, 'decideChange', 'clerk', { id: 'm2', agree: 'no' })]).toEqual(['input', 'done']);
  });
  it('where the only head who had not agreed leaves, the others begin with the limit of the plan', () => {
    const waiting = ['zjj', 'czj'].reduce((doc, organ) => does(doc, 'confirm', `${organ}-head`), asked('slj'));
    const begun = does(waiting, 'decideChange', 'clerk', { id: 'm1', agree: 'yes' });
    expect([waiting.state, begun.state, running(begun.clocks, 'T03')?.due.dueDate]).toEqual(['j.plan', 'j.acting', '2026-12-18']);
  });
});

describe('中止联合执法, 恢复联合执法', () => {
  const paused = () => does(acting(), 'suspend', 'chief', { reason: '等待检测结论' });
  it('are for the head of the Center with a reason, while it runs', () => {
    expect(['chief', 'clerk', 'zjj-head'].map((who) => tries(acting(), 'suspend', who, { reason: '等待检测结论' }))).toEqual(['done', 'E-901', 'E-901']);
    expect(['chief', 'clerk', 'zjj-head'].map((who) => tries(paused(), 'resume', who, { reason: '检测结论已出' }))).toEqual(['done', 'E-901', 'E-901']);
    expect([tries(acting(), 'suspend', 'chief', {}), tries(opened(), 'suspend', 'chief', { reason: '等待检测结论' }), tries(acting(), 'resume', 'chief', { reason: '检测结论已出' })]).toEqual(['input', 'E-900', 'E-900']);
  });
  it('nothing goes on in between: no report, no summary, no change of members; and every member hears of both', () => {
    expect([tries(paused(), 'report', 'slj-liaison', { words }), tries(paused(), 'summarise', 'zjj-liaison', { words }), tries(paused(), 'askChange', 'slj-liaison', { what: 'leave', reason: '不涉水利职权' })]).toEqual(['E-900', 'E-900', 'E-900']);
    const liaisons = ['zjj-liaison', 'slj-liaison', 'czj-liaison'];
    expect([cardsOf(acting(), 'suspend', 'chief', { reason: '等待检测结论' }), cardsOf(paused(), 'resume', 'chief', { reason: '检测结论已出' })]).toEqual([liaisons, liaisons]);
  });
});

describe('报送结果', () => {
  it('is the member\'s own, in ten characters, once it runs', () => {
    expect(['slj-liaison', 'slj-deputy', 'slj-head', 'slj-one', 'rsj-liaison', 'clerk', 'chief'].map((who) => tries(acting(), 'report', who, { words }))).toEqual(['done', 'done', 'done', 'E-901', 'E-901', 'E-901', 'E-901']);
    expect([tries(acting(), 'report', 'slj-liaison', { words: '查过了' }), tries(opened(), 'report', 'slj-liaison', { words })]).toEqual(['input', 'E-900']);
  });
  it('speaks for its own organ alone; only the last one calls the lead to sum up', () => {
    const own = { words, penalty: '鄂水罚〔2026〕2号' };
    const one = does(acting(), 'report', 'slj-liaison', own);
    expect([one.data.members.map(({ report }) => report?.words ?? ''), cardsOf(acting(), 'report', 'slj-liaison', own)]).toEqual([['', words, ''], []]);
    const two = does(one, 'report', 'czj-liaison', { words });
    expect(cardsOf(two, 'report', 'zjj-liaison', { words })).toEqual(['zjj-liaison']);
    expect(two.data.members[1]?.report?.outcomes).toEqual([{ kind: 'penalty', no: '鄂水罚〔2026〕2号', doc: '' }]);
  });
});

describe('退回补充', () => {
  it('is for the Center with a reason, after the summary', () => {
    expect(['clerk', 'chief', 'zjj-head', 'zjj-liaison'].map((who) => tries(summed(), 'sendBack', who, { reason: '请补充资金结论' }))).toEqual(['done', 'done', 'E-901', 'E-901']);
    expect([tries(summed(), 'sendBack', 'clerk', {}), tries(acting(), 'sendBack', 'clerk', { reason: '请补充资金结论' })]).toEqual(['input', 'E-900']);
  });
  it('asks all where none is named, says why on each, and keeps the summary from being closed before they answered', () => {
    const back = does(summed(), 'sendBack', 'clerk', { reason: '请补充资金结论' });
    expect([unreported(back.data).length, back.data.members.map((member) => member.back), cardsOf(summed(), 'sendBack', 'clerk', { reason: '请补充资金结论' })]).toEqual([3, Array(3).fill('请补充资金结论'), ['zjj-liaison', 'slj-liaison', 'czj-liaison']]);
    expect([tries(back, 'summarise', 'zjj-liaison', { words: '三家单位均已检查完毕。' }), tries(back, 'close', 'clerk', { reason: '结果已汇总' })]).toEqual(['input', 'E-900']);
    expect(does(back, 'report', 'czj-liaison', { words }).data.members[2]?.back).toBe('');
  });
});
