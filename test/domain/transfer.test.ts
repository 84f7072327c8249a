import { describe, expect, it } from 'vitest';
import { running } from '../../src/domain/time/clocks.ts';
import type { Document } from '../../src/domain/document.ts';
import { flows } from '../../src/domain/flows.ts';
import { toldByTransfer } from '../../src/domain/standing.ts';
import type { Transfer } from '../../src/domain/transfer/transfer.ts';
import { all, answered, decides, delivered, forPolice, signed, transferOf } from './gate-story.ts';
import { after, as, blank, directory, refusal } from './town.ts';

const officer = as('zjj-one');
const limits = (doc: Document) => doc.clocks.filter((clock) => !clock.stoppedAt).map((clock) => clock.rule).sort();
const cardsOf = (doc: Document) => doc.effects.filter((effect) => effect.job === 'send-card').map((effect) => `${String(effect.data['card'])} ${String(effect.data['person'])}`);
const toOthers = () => transferOf(decides(signed({ item: 'D6', receiver: 'SCJG' }), 'approve'));
const outside = { role: 'outside', name: '赵警官', organ: 'GAJ' } as const;

describe('移送', () => {
  it('is opened by an approval alone, with its own number, letter and limit', () => {
    expect(refusal(blank('transfer', 't', 'm'), { act: 'open', by: as('zjj-head') })).toBe('E-901');
    const doc = forPolice();
    expect([doc.state, doc.no.startsWith('YS-'), doc.data.letterNo.includes('移'), limits(doc)]).toEqual(['t.approved', true, true, ['T38']]);
    expect(limits(toOthers())).toEqual(['T09']);
  });
  it('AC-11.5 24 hours run from the minute of approval over a holiday, the first two reminders come once on the last working evening before, the third is never moved', () => {
    const doc = forPolice('2026-09-30T16:20:00+08:00');
    expect(Date.parse(running(doc.clocks, 'T38')?.due.dueAt ?? '')).toBe(Date.parse('2026-10-01T16:20:00+08:00'));
    // +12 h would be 04:20 and +20 h 12:20, both on the holiday.
    expect(doc.alarms.map((alarm) => [alarm.stage, alarm.at])).toEqual([['hour20', '2026-09-30T12:30:00.000Z'], ['hour23', '2026-10-01T07:20:00.000Z'], ['end', '2026-10-01T08:20:00.000Z']]);
  });
  it('runs from the minute of the approval, however late the document was opened', () => {
    const late = transferOf(decides(signed(), 'approve', {}, '2026-11-24T16:20:00+08:00'), 'p1', '2026-11-24T18:00:00+08:00');
    expect(Date.parse(running(late.clocks, 'T38')?.due.dueAt ?? '')).toBe(Date.parse('2026-11-25T16:20:00+08:00'));
  });
  it('to the police has its five attachments, or a statement for each that is missing (E-409)', () => {
    const deliver = (input: object) => ({ act: 'deliver', by: officer, input });
    expect(refusal(forPolice(), deliver({ have: ['letter', 'report'] }))).toBe('E-409');
    expect(refusal(forPolice(), deliver({ have: ['letter', 'report', 'other'], absent: { things: '无涉案物品' } }))).toBe('E-409');
    expect(refusal(forPolice(), deliver({ have: ['report', 'things', 'tests', 'other'], absent: {} }))).toBe('E-409');
    expect(after(forPolice(), deliver({ have: ['letter', 'report', 'other'], absent: { things: '无涉案物品', tests: '未作鉴定，不需要' } })).state).toBe('t.sent');
    expect(after(toOthers(), deliver({})).state).toBe('t.sent');
  });
  it('to the police is copied to the procuratorate, and the police\'s own limits are tracked', () => {
    expect(delivered().audit.at(-1)?.note).toContain('抄送市检察院');
    expect(limits(delivered())).toEqual(['T10', 'T39', 'T40', 'T41']);
    expect(limits(delivered(toOthers()))).toEqual(['T10']);
  });
});

describe('回执', () => {
  it('needs a result, and an image or a signer (E-410)', () => {
    expect(refusal(delivered(), { act: 'receipt', by: officer, input: { signer: '收件人' } })).toBe('input');
    expect(refusal(delivered(), { act: 'receipt', by: officer, input: { result: 'accepted' } })).toBe('E-410');
    const imaged = after(delivered(), { act: 'attachReceipt', by: officer, input: { id: 'f', sha256: 'ab'.repeat(32) } });
    expect(after(imaged, { act: 'receipt', by: officer, input: { result: 'accepted' } }).state).toBe('t.received');
  });
  it('leads by its result to the next state, under the code of the table', () => {
    const led = (['accepted', 'supplement', 'returned', 'redirected', 'filed', 'declined'] as const).map((result) => {
      const doc = answered(result);
      return [doc.state, doc.audit.at(-1)?.code];
    });
    expect(led).toEqual([['t.received', 'TRF_RCPT'], ['t.supplement', 'TRF_SUPP'], ['t.returned', 'TRF_RET'], ['t.redirected', 'TRF_RET'], ['t.filed', 'TRF_FILED'], ['t.declined', 'TRF_DECLINED']]);
  });
  it('of an accepted case can only be 立案 or 不予立案, with the number of its notice', () => {
    expect(refusal(answered('accepted'), { act: 'receipt', by: officer, input: { result: 'supplement', signer: '收件人', words: '再补' } })).toBe('E-900');
    expect(refusal(answered('accepted'), { act: 'receipt', by: officer, input: { result: 'filed', signer: '收件人' } })).toBe('input');
    expect(answered('filed', {}, answered('accepted')).state).toBe('t.filed');
  });
  it('说明 is asked for where something is to be supplemented, was returned or sent on', () => {
    for (const result of ['supplement', 'returned', 'redirected']) expect(refusal(delivered(), { act: 'receipt', by: officer, input: { result, signer: '收件人' } }), result).toBe('input');
  });
  it('需补充材料 gives five working days, and after 已补充 the receipt is waited for again under a new link', () => {
    const doc = answered('supplement');
    expect([running(doc.clocks, 'T10')?.amount, running(doc.clocks, 'T10')?.origin]).toEqual([5, '对方要求']);
    const again = after(doc, { act: 'supplied', by: officer, input: { what: '补充资金流水' } }) as Document<Transfer>;
    expect([again.state, again.data.receipt.result, again.data.link, again.data.earlier.length]).toEqual(['t.sent', '', { ...again.data.link, serial: 2, used: false }, 1]);
    expect(answered('accepted', {}, again).state).toBe('t.received');
  });
  it('a returned transfer is sent anew or, by the head, taken back', () => {
    expect(after(answered('returned'), { act: 'supplied', by: officer, input: { what: '补正移送书' } }).state).toBe('t.sent');
    expect(refusal(answered('returned'), { act: 'takeBack', by: officer })).toBe('E-901');
    expect(after(answered('returned'), { act: 'takeBack', by: as('zjj-head') }).state).toBe('t.closed');
  });
  it('that does not come reminds those who transferred, and never the other organ or the Center', () => {
    const doc = delivered();
    const fired = doc.alarms.filter((alarm) => ['T10', 'T40'].includes(alarm.rule)).reduce<Document>((now, alarm) => after(now, { act: 'alarm', by: as('clock'), input: alarm }, alarm.at), doc);
    const people = fired.effects.filter((effect) => !doc.effects.includes(effect) && effect.data['to'] === 'person').map((effect) => directory.people.get(String(effect.data['person']))?.organ);
    expect(people.length).toBeGreaterThan(4);
    expect([...new Set(people)]).toEqual(['ZJJ']);
  });
});

describe('立案、不予立案', () => {
  it('立案 by the police starts T44, and a result is registered only after things and materials were handed over', () => {
    const filed = answered('filed');
    expect(limits(filed)).toEqual(['T44']);
    expect(refusal(filed, { act: 'conclude', by: officer, input: { no: '鄂检诉〔2027〕3号' } })).toBe('input');
    const handed = after(filed, { act: 'handOver', by: officer });
    expect(limits(handed)).toEqual([]);
    expect(after(handed, { act: 'conclude', by: officer, input: { no: '鄂检诉〔2027〕3号' } }).state).toBe('t.done');
  });
  it('不予立案 starts three days (T42), and a way must be chosen (E-411)', () => {
    const declined = answered('declined');
    expect([running(declined.clocks, 'T42')?.amount, running(declined.clocks, 'T42')?.unit]).toEqual([3, 'calendarDay']);
    expect(refusal(declined, { act: 'answer', by: officer, input: { way: '' } })).toBe('E-411');
  });
  it('the three ways: review, supervision by the procuratorate, dealing with it itself', () => {
    const answer = (way: string) => after(answered('declined'), { act: 'answer', by: officer, input: { way } });
    expect([answer('review').state, answer('supervision').state, answer('own').state]).toEqual(['t.review', 't.review', 't.closed']);
    expect(limits(answer('review'))).toEqual(['T43']);
    expect(answer('supervision').audit.at(-1)?.note).toContain('市检察院');
  });
  it('after three days only the third way is left', () => {
    for (const way of ['review', 'supervision']) expect(refusal(answered('declined'), { act: 'answer', by: officer, input: { way } }, '2026-12-08T09:00:00+08:00'), way).toBe('input');
    expect(after(answered('declined'), { act: 'answer', by: officer, input: { way: 'own' } }, '2026-12-08T09:00:00+08:00').state).toBe('t.closed');
  });
  it('a review that upholds the decision allows supervision within three more days, but no second review', () => {
    const upheld = after(after(answered('declined'), { act: 'answer', by: officer, input: { way: 'review' } }), { act: 'reviewed', by: officer, input: { result: 'upheld' } });
    expect([upheld.state, limits(upheld)]).toEqual(['t.declined', ['T42']]);
    expect(refusal(upheld, { act: 'answer', by: officer, input: { way: 'review' } })).toBe('input');
    const supervised = after(upheld, { act: 'answer', by: officer, input: { way: 'supervision' } });
    expect(after(supervised, { act: 'reviewed', by: officer, input: { result: 'filed' } }).state).toBe('t.filed');
  });
  it('a penalty in the same case must be copied within ten days of its date (T45)', () => {
    const punished = after(answered('accepted'), { act: 'punish', by: officer, input: { no: '鄂住建罚〔2026〕8号', date: '2026-11-23' } });
    expect(running(punished.clocks, 'T45')?.due.dueDate).toBe('2026-12-03');
    expect(limits(after(punished, { act: 'copied', by: officer }))).not.toContain('T45');
    expect(refusal(answered('accepted', {}, delivered(toOthers())), { act: 'punish', by: officer, input: { no: '鄂住建罚〔2026〕8号', date: '2026-11-23' } })).toBe('E-900');
  });
});

describe('what others learn', () => {
  it('the department may answer the Center once it was received, not before', () => {
    const ended = (doc: Document<Transfer>) => (toldByTransfer(doc).input as { ended: boolean }).ended;
    expect([forPolice(), delivered(), answered('supplement'), answered('returned')].map(ended)).toEqual([false, false, false, false]);
    expect([answered('accepted'), answered('redirected'), answered('filed')].map(ended)).toEqual([true, true, true]);
  });
  it('the head reads the receipt, the Center gets no card of it', () => {
    expect(cardsOf(answered('declined'))).toContain('receipt-form zjj-head');
    expect(cardsOf(answered('declined')).some((card) => card.endsWith('clerk'))).toBe(false);
  });
  it('whoever is recused finds it no more and gets none of its cards', () => {
    const recused = after(forPolice(), { act: 'recused', by: as('system'), input: { out: ['zjj-one'] } });
    expect(flows.transfer.hidden(recused, 'zjj-one', directory)).toBe(true);
    expect(cardsOf(after(recused, { act: 'deliver', by: as('zjj-two'), input: all })).filter((card) => card.endsWith('zjj-one')).length).toBe(cardsOf(recused).filter((card) => card.endsWith('zjj-one')).length);
  });
});

describe('the one-time link of the letter', () => {
  const enters = (doc: Document, more: object = {}, now?: string) => refusal(doc, { act: 'receipt', by: outside, input: { result: 'accepted', signer: '赵警官', serial: 1, ...more } }, now);

  it('lets the receiving organ enter its receipt, with its name and organ on the trail', () => {
    const doc = after(delivered(), { act: 'receipt', by: outside, input: { result: 'accepted', signer: '赵警官', serial: 1 } }) as Document<Transfer>;
    expect([doc.state, doc.data.link.used, doc.audit.at(-1)?.by]).toEqual(['t.received', true, outside]);
  });
  it('holds for its own letter only, a fortnight, once', () => {
    expect(enters(delivered(), { serial: 0 })).toBe('stale');
    expect(enters(delivered(), {}, '2026-12-08T10:00:01+08:00')).toBe('stale');
    expect(enters(after(answered('supplement'), { act: 'supplied', by: officer, input: { what: '补充资金流水' } }))).toBe('stale');
    const used = after(delivered(), { act: 'receipt', by: outside, input: { result: 'supplement', signer: '赵警官', serial: 1, words: '请补充流水' } });
    expect(enters(used)).toBe('E-900');
    const received = after(delivered(), { act: 'receipt', by: outside, input: { result: 'accepted', signer: '赵警官', serial: 1 } });
    expect(enters(received, { result: 'declined', no: '鄂公不立〔2026〕3号' })).toBe('stale');
  });
  it('takes no decision that comes by notice', () => expect(enters(delivered(), { result: 'filed', no: '鄂公立〔2026〕8号' })).toBe('input'));
  it('opens no other act', () => {
    for (const act of ['deliver', 'supplied', 'answer', 'conclude', 'takeBack']) expect(['E-900', 'E-901'], act).toContain(refusal(delivered(), { act, by: outside, input: { way: 'own' } }));
  });
});
