import { describe, expect, it } from 'vitest';
import type { Document } from '../../src/domain/document.ts';
import { flows } from '../../src/domain/flows.ts';
import { toldToMatter } from '../../src/domain/standing.ts';
import { checked, complainant, untouched } from './complaint-story.ts';
import { after, as, directory, refusal, worldAt } from './town.ts';
import { begun } from './walk/begun.ts';

describe('回避 of those who handle a complaint', () => {
  const at = '2026-09-25T10:00:00+08:00';
  const fresh = () => untouched('GC-FJ', 'ZJJ', '2026-09-24T10:00:00+08:00');
  const tied = { tied: 'recuse', relation: 'R2', why: '近三年任职于被投诉单位' };
  const said = (doc: Document, who: string, input: object = { tied: 'none' }) => after(doc, { act: 'declare', by: as(who), input }, at);
  const cardsOf = (doc: Document, before: Document) => doc.effects.slice(before.effects.length).filter(({ job }) => job === 'send-card').map(({ data }) => `${data['card']} ${data['person']}`);
  const seenBy = (doc: Document, who: string) => flows.complaint.roles(doc, who, worldAt(at));

  it('nobody of the department handles it before he has declared; the complainant and the Center need not', () => {
    for (const act of ['accept', 'reject', 'redirect']) expect(refusal(fresh(), { act, by: as('zjj-liaison'), input: { ...checked, ground: 'late', words: '公示期满后才提出', organ: 'SLJ' } }, at), act).toBe('input');
    expect(after(said(fresh(), 'zjj-liaison'), { act: 'accept', by: as('zjj-liaison'), input: checked }, at).state).toBe('accepted');
    expect(after(fresh(), { act: 'withdraw', by: complainant, input: { reason: '已经和解，不再投诉' } }, at).state).toBe('withdrawn');
    expect(after(fresh(), { act: 'urge', by: as('chief'), input: { reason: '请按期办理' } }, at).state).toBe('received');
  });
  it('one declaration is not another one\'s', () => expect(refusal(said(fresh(), 'zjj-one'), { act: 'accept', by: as('zjj-liaison'), input: checked }, at)).toBe('input'));
  it('whoever declares a relation is out at once and told so (E-801), finds neither it nor its matter, and the head hears of it', () => {
    const out = said(fresh(), 'zjj-liaison', tied);
    expect([refusal(out, { act: 'accept', by: as('zjj-liaison'), input: checked }, at), seenBy(out, 'zjj-liaison')]).toEqual(['E-801', []]);
    expect(cardsOf(out, fresh())).toEqual(['recusal zjj-head', 'complaint zjj-deputy', 'recusal zjj-liaison']);
    const registered = begun.matter?.()[0] as Document;
    const passed = { ...registered, state: 'forwarded', data: { ...(registered.data as object), complaints: [{ id: out.id, organ: 'ZJJ', state: 'received', dueDate: '', to: '', out: [] }] } };
    const matter = after(passed, { act: 'progress', by: as('system'), input: toldToMatter(out).input });
    expect([flows.matter.hidden(matter, 'zjj-liaison', directory), flows.matter.hidden(matter, 'zjj-one', directory)]).toEqual([true, false]);
  });
  it('a relation that the deputy finds shuts out too, and the head lets back in whom he does not find tied', () => {
    const out = after(said(fresh(), 'zjj-one'), { act: 'raise', by: as('zjj-deputy'), input: { person: 'zjj-one', source: 'party', relation: 'R1', why: '投诉人申请其回避' } }, at);
    expect(flows.complaint.hidden(out, 'zjj-one', directory)).toBe(true);
    const back = after(out, { act: 'decideRecusal', by: as('zjj-head'), input: { person: 'zjj-one', agree: 'no' } }, at);
    expect(after(back, { act: 'accept', by: as('zjj-one'), input: checked }, at).state).toBe('accepted');
  });
  it('whom others named says whether he is tied; until the head has decided that is all that is open to him', () => {
    const out = after(said(fresh(), 'zjj-one'), { act: 'raise', by: as('zjj-deputy'), input: { person: 'zjj-one', source: 'party', relation: 'R1', why: '投诉人申请其回避' } }, at);
    const says = (stand: 'tied' | 'untied', why: string) => ({ act: 'sayRecusal', by: as('zjj-one'), input: { stand, why } });
    expect([refusal(out, says('untied', '无'), at), refusal(out, { ...says('tied', ''), by: as('zjj-liaison') }, at), refusal(said(fresh(), 'zjj-one', tied), says('tied', ''), at)]).toEqual(['input', 'E-901', 'E-801']);
    for (const one of [says('tied', ''), says('untied', '只是同名，并非亲属')]) {
      const doc = after(out, one, at);
      expect([flows.complaint.hidden(doc, 'zjj-one', directory), refusal(doc, { act: 'accept', by: as('zjj-one'), input: checked }, at)], one.input.stand).toEqual([true, 'E-801']);
    }
  });
  it('with somebody out the others go on, and no limit changes', () => {
    const out = said(fresh(), 'zjj-one', tied);
    expect(out.clocks).toEqual(fresh().clocks);
    expect(after(said(out, 'zjj-liaison'), { act: 'accept', by: as('zjj-liaison'), input: checked }, at).state).toBe('accepted');
  });
  it('ends with the complaint', () => expect(refusal(after(said(fresh(), 'zjj-liaison'), { act: 'reject', by: as('zjj-liaison'), input: { ground: 'late', words: '公示期满后才提出' } }, at), { act: 'declare', by: as('zjj-one'), input: tied }, at)).toBe('E-900'));
});
