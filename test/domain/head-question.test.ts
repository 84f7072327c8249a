import { describe, expect, it } from 'vitest';
import { decide } from '../../src/domain/decide.ts';
import type { Document } from '../../src/domain/document.ts';
import { dutiesOf } from '../../src/domain/duties.ts';
import { flows } from '../../src/domain/flows.ts';
import type { Referral } from '../../src/domain/referral/referral.ts';
import { changesBetween, standingReport } from '../../src/domain/referral/versions.ts';
import { decides, report, signed, written } from './gate-story.ts';
import { after, as, directory, refusal, worldAt } from './town.ts';

const question = { act: 'ask', by: as('zjj-head'), input: { words: '机器码是谁、在什么时候提取的？' } };
const asked = () => after(signed(), question) as Document<Referral>;
const answered = () => after(asked(), { act: 'answer', by: as('zjj-two'), input: { id: 'q1', words: '由中心技术人员当场提取' } }) as Document<Referral>;
const cardsOf = (doc: Document) => doc.effects.filter((effect) => effect.job === 'send-card').map((effect) => `${String(effect.data['card'])} ${String(effect.data['person'])}`);
const dutyOf = (doc: Document, who: string) => dutiesOf(doc, who, { directory, now: worldAt('2026-11-24T10:00:00+08:00').now }).map(({ verb }) => verb);

describe('向核实人员提问', () => {
  it('goes to every verifier, moves neither state nor limit, and leaves the open approval good', () => {
    const before = signed();
    const doc = asked();
    expect(cardsOf(doc).slice(-2)).toEqual(['verify zjj-one', 'verify zjj-two']);
    expect([doc.state, doc.round, doc.clocks]).toEqual([before.state, before.round, before.clocks]);
    expect(['zjj-one', 'zjj-two'].map((who) => dutyOf(doc, who))).toEqual([['答复提问'], ['答复提问']]);
    expect(decides(doc, 'approve').state).toBe('v.decided');
  });
  it('what one of them answers comes to the head, and the other need not answer any more', () => {
    const doc = answered();
    expect(cardsOf(doc).at(-1)).toBe('approval zjj-head');
    expect(doc.data.questions[0]?.answers.map(({ by, words }) => [by, words])).toEqual([['zjj-two', '由中心技术人员当场提取']]);
    expect(['zjj-one', 'zjj-two', 'zjj-head'].map((who) => dutyOf(doc, who))).toEqual([[], [], ['移送审批']]);
    expect(refusal(doc, { act: 'answer', by: as('zjj-two'), input: { id: 'q1', words: '再说一遍' } })).toBe('stale');
    expect(after(doc, { act: 'answer', by: as('zjj-one'), input: { id: 'q1', words: '我也在场' } }).state).toBe('v.done');
  });
  it('is the deciding head\'s alone, and the answer the verifiers\' alone', () => {
    expect(['zjj-deputy', 'slj-head', 'zjj-one'].map((who) => refusal(signed(), { ...question, by: as(who) }))).toEqual(['E-901', 'E-901', 'E-901']);
    expect(['zjj-deputy', 'zjj-head', 'zjj-three'].map((who) => refusal(asked(), { act: 'answer', by: as(who), input: { id: 'q1', words: '代答' } }))).toEqual(['E-901', 'E-901', 'E-901']);
    expect(refusal(decides(signed(), 'approve'), question)).toBe('E-900');
  });
  it('waits in at most three open questions', () => {
    const three = ['一问', '二问', '三问'].reduce<Document>((doc, words) => after(doc, { ...question, input: { words } }), signed());
    expect(refusal(three, question)).toBe('input');
  });
  it('its words are sealed at rest and stand on no trail', () => {
    expect(flows.referral.sealed).toEqual(expect.arrayContaining(['questions', 'earlier']));
    expect(JSON.stringify(answered().audit)).not.toMatch(/机器码|当场提取/);
  });
});

describe('a report that comes back to the head', () => {
  const again = (more: object = {}): Document<Referral> => {
    const back = decides(signed({ facts: '查明三家投标文件由同一人编制。尚未鉴定。' }), 'back', { reason: '请补充机器码的鉴定意见' });
    const rewritten = after(back, { act: 'write', by: as('zjj-one'), input: { ...report, facts: '查明三家投标文件由同一人编制。经鉴定，机器码一致。', ...more } });
    return ['zjj-one', 'zjj-two'].reduce<Document>((doc, id) => after(doc, { act: 'signReport', by: as(id) }), rewritten) as Document<Referral>;
  };
  const differs = (doc: Document<Referral>) => {
    const former = doc.data.earlier.find(({ version }) => version === doc.data.sentBack);
    return former && changesBetween(former, standingReport(doc.data), ({ item }) => item);
  };

  it('is told apart from the version that he sent back, sentence by sentence', () => {
    expect(differs(again())).toEqual([{ what: '查明事实', gone: ['尚未鉴定。'], come: ['经鉴定，机器码一致。'] }]);
    expect(differs(again({ conclusion: 'true', item: 'D6', receiver: 'SCJG' }))?.map(({ what, gone, come }) => [what, gone, come]).slice(0, 2)).toEqual([['结论', ['部分属实'], ['属实']], ['去向', ['D3'], ['D6']]]);
  });
  it('has no difference to show him the first time, however often it was rewritten before', () => {
    const twice = after(written(), { act: 'write', by: as('zjj-two'), input: { ...report, reason: '另有理由' } }) as Document<Referral>;
    expect([twice.data.earlier.map(({ version }) => version), differs(twice)]).toEqual([[1], undefined]);
  });
  it('also tells evidence that was added in between', () => {
    const file = { id: 'a', name: 'a.pdf', size: 1, sha256: 'a'.repeat(64), at: '2026-11-24T02:00:00.000Z' };
    const back = decides(signed(), 'back', { reason: '请补充机器码的鉴定意见' });
    const more = ['zjj-one', 'zjj-two'].reduce<Document>((doc, id) => after(doc, { act: 'signReport', by: as(id) }), after(back, { act: 'attach', by: as('zjj-one'), input: file })) as Document<Referral>;
    expect(differs(more)).toEqual([{ what: '证据', gone: [], come: [file.sha256] }]);
  });
  it('an approval of the version before is refused with the number of the new one', () => {
    const doc = again();
    const former = doc.data.earlier[0];
    const command = { kind: 'referral', id: doc.id, act: 'approve', by: as('zjj-head'), input: { proposal: 'p1', hash: former?.hash }, cause: 'late', seen: doc.round - 2 } as const;
    const decision = decide(flows.referral as never, { doc, command, world: worldAt('2026-11-24T10:00:00+08:00') });
    expect(decision.kind === 'refused' && [decision.refusal.code, decision.refusal.with]).toEqual(['new-version', { version: '2' }]);
  });
});
