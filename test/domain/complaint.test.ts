import { describe, expect, it } from 'vitest';
import { actsOpenTo } from '../../src/domain/decide.ts';
import type { Document } from '../../src/domain/document.ts';
import { dutiesOf } from '../../src/domain/duties.ts';
import { flows } from '../../src/domain/flows.ts';
import { running } from '../../src/domain/time/clocks.ts';
import { accepted, acceptedByFinance, checked, codeOf, complainant, dataOf, decision, due, live, opened, procurement, tender } from './complaint-story.ts';
import { after, as, refusal, worldAt } from './town.ts';

describe('收到投诉', () => {
  it('starts the department\'s own limit: whether to accept a tender complaint, three working days (E01)', () => expect([live(tender()), due(tender(), 'T15')]).toEqual([['T15'], '2026-09-30']));
  it('counts from the day of the receipt even on a Saturday (E18)', () => expect(due(tender('2026-11-21T22:00:00+08:00'), 'T15')).toBe('2026-11-25'));
  it('starts T25 to T28 in procurement, all from the receipt (E04)', () => {
    const doc = procurement('2026-02-13T10:00:00+08:00');
    expect([live(doc), due(doc, 'T25')]).toEqual([['T25', 'T26', 'T27', 'T28'], '2026-02-27']);
  });
  it('takes the limits over where no law of bidding governs, and says so', () => expect(running(opened('TD', 'ZJJ', '2026-11-24T10:00:00+08:00').clocks, 'T15')?.origin).toBe('系统默认'));
});

describe('要求补正 and what follows', () => {
  const fix = { act: 'fix', by: as('czj-liaison'), input: { words: '请补交质疑函及答复', dueDate: '2026-11-30' } };
  const correcting = () => after(procurement(), fix, '2026-11-25T10:00:00+08:00');
  it('is known to procurement alone', () => expect(refusal(tender(), { ...fix, by: as('zjj-liaison') }, '2026-09-25T10:00:00+08:00')).toBe('input'));
  it('is asked for within the five working days of T25, not later', () => {
    expect(refusal(procurement(), { ...fix, input: { ...fix.input, dueDate: '2026-12-10' } }, '2026-12-02T10:00:00+08:00')).toBe('input');
    expect(after(procurement(), { ...fix, input: { ...fix.input, dueDate: '2026-12-10' } }, '2026-12-01T10:00:00+08:00').state).toBe('correcting');
  });
  it('is asked for once', () => {
    const again = after(correcting(), { act: 'fixed', by: complainant }, '2026-11-27T10:00:00+08:00');
    expect(refusal(again, { ...fix, input: { ...fix.input, dueDate: '2026-12-10' } }, '2026-11-27T11:00:00+08:00')).toBe('input');
  });
  it('stops the limit of the decision: the days of the correction do not count', () => {
    expect(running(correcting().clocks, 'T28')?.pausedFrom).toBe('2026-11-25');
    const before = due(procurement(), 'T28');
    const fixed = after(correcting(), { act: 'fixed', by: complainant }, '2026-11-27T10:00:00+08:00');
    expect([before, due(fixed, 'T28'), fixed.state, live(fixed).toSorted()]).toEqual(['2027-01-06', '2027-01-11', 'received', ['T26', 'T27', 'T28']]);
  });
  it('may be declared 期满未补正 only after its day, and then the complaint is not accepted', () => {
    const lapse = { act: 'lapse', by: as('czj-liaison') };
    expect(refusal(correcting(), lapse, '2026-11-30T23:00:00+08:00')).toBe('input');
    const lapsed = after(correcting(), lapse, '2026-12-01T09:00:00+08:00');
    expect([lapsed.state, live(lapsed), dataOf(lapsed).rejection.ground, dataOf(lapsed).rejection.no.startsWith('鄂财不受')]).toEqual(['rejected', [], 'uncorrected', true]);
  });
  it('reminds the department on the first working day after its day', () => {
    expect(correcting().alarms.find(({ stage }) => stage === 'fix')?.at).toBe('2026-12-01T01:00:00.000Z');
    expect(after(correcting(), { act: 'fixed', by: complainant }, '2026-11-27T10:00:00+08:00').alarms.filter(({ rule }) => rule === '')).toEqual([]);
  });
});

describe('受理', () => {
  it('needs all four checks: standing, time, prior objection, signature', () => {
    for (const left of checked.checks) expect(refusal(tender(), { act: 'accept', by: as('zjj-one'), input: { ...checked, checks: checked.checks.filter((check) => check !== left) } }, '2026-09-28T10:00:00+08:00'), left).toBe('input');
  });
  it('ends the examination and begins thirty working days in a tender (E02)', () => expect([live(accepted()), due(accepted(), 'T16')]).toEqual([['T16'], '2026-11-17']));
  it('lets T27 and T28 go on from the receipt in procurement', () => {
    expect([live(acceptedByFinance()), due(acceptedByFinance(), 'T28')]).toEqual([['T27', 'T28'], due(procurement(), 'T28')]);
  });
  it('writes 投诉受理决定书 under the department\'s own number', () => {
    const doc = accepted();
    expect(dataOf(doc).acceptNo).toMatch(/^鄂住建受〔2026〕\d+号$/);
    expect(doc.effects.find(({ job }) => job === 'write-paper')?.data).toMatchObject({ paper: 'complaint-accepted', docNo: dataOf(doc).acceptNo });
  });
});

describe('不予受理 and 告知向他部门投诉', () => {
  const reject = (more: object = {}) => ({ act: 'reject', by: as('zjj-liaison'), input: { ground: 'late', words: '公示期满第二十日才提出', ...more } });
  it('names a reason of the law and its article', () => {
    expect(refusal(tender(), reject({ ground: 'other' }), '2026-09-25T10:00:00+08:00')).toBe('input');
    const doc = after(tender(), reject(), '2026-09-25T10:00:00+08:00');
    expect([doc.state, codeOf(doc), dataOf(doc).rejection.basis, live(doc)]).toEqual(['rejected', 'CMP_REJECT', '招标投标法实施条例60条', []]);
  });
  it('cannot rest on a correction that nobody asked for', () => expect(refusal(procurement(), { ...reject({ ground: 'uncorrected' }), by: as('czj-liaison') })).toBe('input'));
  it('names another department, neither its own nor the one complained of', () => {
    const redirect = (organ: string) => ({ act: 'redirect', by: as('zjj-liaison'), input: { organ, words: '属于水利工程' } });
    const at = '2026-09-25T10:00:00+08:00';
    expect(refusal(tender(), redirect('ZJJ'), at)).toBe('input');
    expect(refusal({ ...tender(), data: { ...dataOf(tender()), brief: { ...dataOf(tender()).brief, reported: ['SLJ'] } } }, redirect('SLJ'), at)).toBe('E-202');
    expect([after(tender(), redirect('SLJ'), at).state, codeOf(after(tender(), redirect('SLJ'), at))]).toEqual(['redirected', 'CMP_REDIRECT']);
  });
});

describe('发出答复通知书 (T27)', () => {
  const serve = { act: 'serve', by: as('czj-liaison') };
  const at = '2026-11-25T10:00:00+08:00';
  it('is known to procurement alone, once, after 受理', () => {
    expect(refusal(accepted(), { ...serve, by: as('zjj-liaison') }, '2026-10-08T10:00:00+08:00')).toBe('input');
    expect(refusal(procurement(), serve, at)).toBe('E-900');
    expect(refusal(after(acceptedByFinance(at), serve, at), serve, at)).toBe('stale');
  });
  it('is the department\'s: neither the Center nor the complainant serves it', () => {
    for (const by of [as('clerk'), as('chief'), as('zjj-liaison'), complainant]) expect(refusal(acceptedByFinance(at), { ...serve, by }, at)).toBe('E-901');
  });
  it('ends the eight working days from the receipt and no other limit, also while an examination stands', () => {
    expect(due(acceptedByFinance(at), 'T27')).toBe('2026-12-04');
    const served = after(acceptedByFinance(at), serve, at);
    expect([served.state, live(served), due(served, 'T28')]).toEqual(['accepted', ['T28'], due(procurement(), 'T28')]);
    const examined = after(acceptedByFinance(at), { act: 'suspend', by: as('czj-one'), input: { ground: 'appraisal', document: '鄂鉴委〔2026〕12号' } }, at);
    expect([after(examined, serve, at).state, live(after(examined, serve, at))]).toEqual(['suspended', ['T28']]);
  });
  it('is waited for by the liaison until it is done', () => {
    const waits = (doc: Document) => dutiesOf(doc, 'czj-liaison', worldAt(at)).filter(({ verb }) => verb === '发出答复通知书').map(({ dueDate }) => dueDate);
    expect([waits(acceptedByFinance(at)), waits(after(acceptedByFinance(at), serve, at))]).toEqual([['2026-12-04'], []]);
  });
});

describe('暂停项目', () => {
  const pause = (until: string) => ({ act: 'pause', by: as('czj-deputy'), input: { reason: '防止签订合同造成损失', until } });
  it('is for the 分管负责人 alone', () => expect(refusal(acceptedByFinance(), { ...pause('2026-12-10'), by: as('czj-liaison') })).toBe('E-901'));
  it('lasts thirty days in procurement and not one more (T29)', () => {
    expect(refusal(acceptedByFinance(), pause('2026-12-25'), '2026-11-24T11:00:00+08:00')).toBe('input');
    expect(due(after(acceptedByFinance(), pause('2026-12-24'), '2026-11-24T11:00:00+08:00'), 'T29')).toBe('2026-12-24');
  });
  it('lasts thirty days altogether, however often it is paused', () => {
    const first = after(acceptedByFinance(), pause('2026-12-14'), '2026-11-24T11:00:00+08:00');
    const again = after(first, { act: 'unpause', by: as('czj-deputy') }, '2026-12-14T11:00:00+08:00');
    expect(dataOf(again).pause.days).toBe(20);
    expect(refusal(again, pause('2026-12-26'), '2026-12-15T11:00:00+08:00')).toBe('input');
    expect(due(after(again, pause('2026-12-25'), '2026-12-15T11:00:00+08:00'), 'T29')).toBe('2026-12-25');
  });
  it('has no such cap in a tender, and no limit of the table', () => {
    const paused = after(accepted(), { ...pause('2026-12-31'), by: as('zjj-deputy') }, '2026-10-08T10:00:00+08:00');
    expect([paused.state, live(paused)]).toEqual(['accepted', ['T16']]);
  });
  it('ends with the decision', () => {
    const paused = after(acceptedByFinance(), pause('2026-12-14'), '2026-11-24T11:00:00+08:00');
    const decided = after(paused, { act: 'decide', by: as('czj-liaison'), input: decision }, '2026-12-01T11:00:00+08:00');
    expect([dataOf(decided).pause.endedAt !== '', dataOf(decided).pause.days, live(decided)]).toEqual([true, 7, []]);
  });
});

describe('鉴定中止', () => {
  const suspend = { act: 'suspend', by: as('zjj-one'), input: { ground: 'appraisal', document: '鄂鉴委〔2026〕12号' } };
  it('needs its document', () => expect(refusal(accepted(), { ...suspend, input: { ground: 'appraisal' } }, '2026-10-19T10:00:00+08:00')).toBe('input'));
  it('does not count: from 19 October to 6 November fifteen working days later (E03)', () => {
    const resumed = after(after(accepted(), suspend, '2026-10-19T10:00:00+08:00'), { act: 'resume', by: as('zjj-one') }, '2026-11-06T10:00:00+08:00');
    expect([resumed.state, due(resumed, 'T16')]).toEqual(['accepted', '2026-12-08']);
  });
});

describe('撤回', () => {
  const withdraw = { act: 'withdraw', by: complainant, input: { reason: '与采购人达成一致' } };
  it('ends the handling of a procurement complaint at once (条例57条)', () => expect([after(acceptedByFinance(), withdraw).state, live(after(acceptedByFinance(), withdraw))]).toEqual(['withdrawn', []]));
  it('of a tender complaint waits for the department, while its limit runs on', () => {
    const asked = after(accepted(), withdraw, '2026-10-12T10:00:00+08:00');
    expect([asked.state, live(asked)]).toEqual(['withdrawing', ['T16']]);
    expect(refusal(asked, { act: 'permit', by: complainant }, '2026-10-13T10:00:00+08:00')).toBe('E-901');
    expect(after(asked, { act: 'permit', by: as('zjj-liaison') }, '2026-10-13T10:00:00+08:00').state).toBe('withdrawn');
  });
  it('is not permitted where a plain violation was found, and an appraisal that ran goes on', () => {
    const deny = { act: 'deny', by: as('zjj-liaison'), input: { reason: '已查实业绩合同不存在' } };
    expect(after(after(accepted(), withdraw, '2026-10-12T10:00:00+08:00'), deny, '2026-10-13T10:00:00+08:00').state).toBe('accepted');
    const examined = after(accepted(), { act: 'suspend', by: as('zjj-one'), input: { ground: 'experts', document: '评审函一号' } }, '2026-10-12T10:00:00+08:00');
    expect(after(after(examined, withdraw, '2026-10-13T10:00:00+08:00'), deny, '2026-10-14T10:00:00+08:00').state).toBe('suspended');
  });
  it('is applied for with a reason', () => expect(refusal(accepted(), { ...withdraw, input: {} }, '2026-10-12T10:00:00+08:00')).toBe('input'));
});

describe('作出决定', () => {
  const decide = (more: object = {}) => ({ act: 'decide', by: as('zjj-liaison'), input: { ...decision, ...more } });
  it('names facts, articles and what can be done against it', () => {
    for (const left of ['facts', 'basis', 'remedies']) expect(refusal(accepted(), decide({ [left]: '' }), '2026-10-20T10:00:00+08:00'), left).toBe('input');
    const decided = after(accepted(), decide(), '2026-10-20T10:00:00+08:00');
    expect([decided.state, codeOf(decided), live(decided), /^鄂住建诉决〔2026〕\d+号$/.test(dataOf(decided).decision.no)]).toEqual(['decided', 'CMP_DECIDE', [], true]);
  });
  it('dismisses invented facts and forged papers on that ground alone (条例61条3款, EYTS)', () => {
    expect(refusal(accepted(), decide({ result: 'dismissed' }), '2026-10-20T10:00:00+08:00')).toBe('input');
    const decided = after(accepted(), decide({ result: 'dismissed', ground: 'forged', facts: '经核实，投诉所附检测报告系伪造' }), '2026-10-20T10:00:00+08:00');
    expect([dataOf(decided).decision.result, dataOf(decided).decision.ground]).toEqual(['dismissed', 'forged']);
  });
  it('waits for the end of an examination', () => {
    const examined = after(accepted(), { act: 'suspend', by: as('zjj-one'), input: { ground: 'test', document: '检测委托一号' } }, '2026-10-12T10:00:00+08:00');
    expect(refusal(examined, decide(), '2026-10-13T10:00:00+08:00')).toBe('E-900');
  });
});

describe('who may do what', () => {
  const states = { received: tender, accepted, withdrawing: () => after(accepted(), { act: 'withdraw', by: complainant, input: { reason: '不再投诉了' } }, '2026-10-12T10:00:00+08:00') };
  it.each(Object.entries(states))('AC-1.1 the Center may 督办 a complaint that is %s, and nothing else', (_state, made) => {
    for (const who of ['clerk', 'chief']) {
      const open = actsOpenTo(flows.complaint, { doc: made(), by: as(who), world: worldAt('2026-10-13T10:00:00+08:00') });
      expect(open.map(({ verb }) => verb), who).toEqual(who === 'chief' ? ['督办'] : []);
    }
  });
  it('the complainant himself does nothing but correct and withdraw', () => {
    const open = Object.values(states).flatMap((made) => actsOpenTo(flows.complaint, { doc: made(), by: complainant, world: worldAt('2026-10-13T10:00:00+08:00') }));
    expect([...new Set(open.map(({ act }) => act))]).toEqual(['withdraw']);
  });
  it('people of the organ complained of do not know that it exists', () => {
    const hidden = { ...tender(), data: { ...dataOf(tender()), brief: { ...dataOf(tender()).brief, reported: ['ZJJ'] } } };
    expect(refusal(hidden, { act: 'accept', by: as('zjj-one'), input: checked })).toBe('E-902');
  });
});

describe('reminders', () => {
  const ring = (doc: Document, rule: string, stage: string) => {
    const alarm = doc.alarms.find((one) => one.rule === rule && one.stage === stage);
    const rung = { ...doc, alarms: doc.alarms.filter((one) => one.at >= (alarm?.at ?? '')) };
    return after(rung, { act: 'alarm', by: as('clock'), input: { id: alarm?.id ?? '', rule, stage } }, alarm?.at).effects.slice(doc.effects.length).map(({ data }) => data['person']);
  };
  it('go to the liaison before the limit, by the ladder after it', () => {
    expect(ring(accepted(), 'T16', 'before3')).toEqual(['zjj-liaison']);
    expect(ring(accepted(), 'T16', 'over1')).toEqual(['zjj-deputy', 'zjj-liaison', 'clerk']);
    expect(ring(accepted(), 'T16', 'over3')).toEqual(['zjj-head', 'zjj-deputy', 'zjj-liaison', 'clerk']);
    expect(ring(accepted(), 'T16', 'over5')).toEqual(['chief']);
  });
  it('of the three days whether to accept go to head and Center as soon as they are over', () => expect(ring(tender(), 'T15', 'end')).toEqual(['zjj-head', 'zjj-deputy', 'zjj-liaison', 'clerk']));
});
