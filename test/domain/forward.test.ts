import { afterAll, beforeAll, describe, expect, it } from 'vitest';
import { running } from '../../src/domain/time/clocks.ts';
import type { Document } from '../../src/domain/document.ts';
import { brief } from './gate-story.ts';
import { after, as, blank, refusal, watches } from './town.ts';

const opening = { matterNo: 'XS-20261123-0001', organ: 'ZJJ', docNo: '鄂公资转〔2026〕1号', dueDate: '2026-12-15', requirement: '核实', brief, clerk: 'clerk', returns: 0 };
const liaison = as('zjj-liaison');
const clerk = as('clerk');
const accepted = (): Document => after(after(blank('forward', 'm-f-zjj', 'm'), { act: 'open', by: as('system'), input: opening }), { act: 'sign', by: liaison });
const due = (doc: Document): string | undefined => running(doc.clocks, 'T03')?.due.dueDate;

describe('what the Center answers a department', () => {
  it('an extension moves the limit only after 同意延期, and there is no second one (E-302)', () => {
    const asked = after(accepted(), { act: 'askExtension', by: liaison, input: { dueDate: '2026-12-29', reason: '等待工程造价鉴定' } });
    expect([due(asked), refusal(asked, { act: 'agreeExtension', by: liaison })]).toEqual(['2026-12-15', 'E-901']);
    const agreed = after(asked, { act: 'agreeExtension', by: clerk });
    expect([due(agreed), refusal(agreed, { act: 'askExtension', by: liaison, input: { dueDate: '2027-01-08', reason: '再等一等鉴定' } })]).toEqual(['2026-12-29', 'E-302']);
  });
  it('不同意延期 and 不同意中止 leave the limit as it was', () => {
    const extension = after(accepted(), { act: 'askExtension', by: liaison, input: { dueDate: '2026-12-29', reason: '等待工程造价鉴定' } });
    const suspension = after(accepted(), { act: 'askSuspension', by: as('zjj-one'), input: { ground: 'test', document: '鄂鉴委〔2026〕12号' } });
    const denied = [after(extension, { act: 'denyExtension', by: clerk, input: { reason: '可先行取样' } }), after(suspension, { act: 'denySuspension', by: clerk, input: { reason: '可先行取样' } })];
    expect(denied.map((doc) => [doc.state, due(doc)])).toEqual([['accepted', '2026-12-15'], ['accepted', '2026-12-15']]);
  });
  it('通过 is for the Center alone, and only for a feedback that has come', () => {
    const answer = { conclusion: 'untrue', facts: '经核实未发现所反映的问题', basis: '', decisionNo: '', tell: 'result' };
    const fed = after(accepted(), { act: 'feedback', by: liaison, input: answer });
    expect([refusal(accepted(), { act: 'pass', by: clerk }), refusal(fed, { act: 'pass', by: liaison })]).toEqual(['E-900', 'E-901']);
    expect(after(fed, { act: 'pass', by: clerk }).state).toBe('closed');
  });
});

describe('a department that has no liaison', () => {
  const waiting = (): Document => after(blank('forward', 'm-f-wjw', 'm'), { act: 'open', by: as('system'), input: { ...opening, organ: 'WJW' } });
  const clocks = (doc: Document): string[] => doc.clocks.filter((clock) => !clock.stoppedAt).map((clock) => `${clock.rule} ${clock.due.dueDate}`);

  it('AC-3.3 its part waits as 待指定联络员, with a limit of the Center, whose clerk and head are told', () => {
    const doc = waiting();
    expect([doc.state, clocks(doc)]).toEqual(['unnamed', ['T01 2026-11-26']]);
    expect(doc.effects.filter((effect) => effect.job === 'send-card').map((effect) => effect.data['person'])).toEqual(['clerk', 'chief']);
    expect(doc.effects.some((effect) => effect.job === 'ask-liaison')).toBe(true);
  });
  it('release gives the department as many working days as the Center had set, from the day on which it can sign', () => {
    const sent = after(waiting(), { act: 'release', by: as('system') }, '2026-11-26T10:00:00+08:00');
    expect([sent.state, clocks(sent)]).toEqual(['sent', ['T03 2026-12-18', 'T04 2026-11-27']]);
  });
  it('撤回转办 is open to the Center while it waits', () => {
    expect(after(waiting(), { act: 'cancel', by: clerk, input: { reason: '改由其他部门承办' } }).state).toBe('cancelled');
  });
});

describe('who is on duty', () => {
  const opened = (at: string, more: object = {}): unknown[] =>
    after(blank('forward', 'm-f-zjj', 'm'), { act: 'open', by: as('system'), input: { ...opening, brief: { ...brief, ...more } } }, at).effects.filter((effect) => effect.job === 'send-card').map((effect) => effect.data['person']);

  beforeAll(() => void watches.set('ZJJ', [{ person: 'zjj-new', from: '2026-11-23', to: '2026-11-29' }, { person: 'zjj-two', from: '2026-11-28', to: '2026-11-28' }]));
  afterAll(() => void watches.delete('ZJJ'));

  it('gets what comes after hours, or is urgent, beside the liaison; in office hours the liaison alone', () => {
    expect(opened('2026-11-24T10:00:00+08:00')).toEqual(['zjj-liaison']);
    expect(opened('2026-11-24T18:30:00+08:00')).toEqual(['zjj-liaison', 'zjj-new']);
    expect(opened('2026-11-28T10:00:00+08:00')).toEqual(['zjj-liaison', 'zjj-two']);
    expect(opened('2026-11-24T10:00:00+08:00', { urgent: true })).toEqual(['zjj-liaison', 'zjj-new']);
  });
  it('may sign on his days and on no other (E-203)', () => {
    const sent = after(blank('forward', 'm-f-zjj', 'm'), { act: 'open', by: as('system'), input: opening });
    expect(refusal(sent, { act: 'sign', by: as('zjj-new') }, '2026-11-30T10:00:00+08:00')).toBe('E-203');
    expect(after(sent, { act: 'sign', by: as('zjj-new') }, '2026-11-24T20:00:00+08:00').state).toBe('accepted');
  });
  it('hears of what nobody has signed at half of the limit (T04)', () => {
    const sent = after(blank('forward', 'm-f-zjj', 'm'), { act: 'open', by: as('system'), input: opening });
    const half = sent.alarms.find((alarm) => alarm.rule === 'T04' && alarm.stage === 'half');
    const rung = after(sent, { act: 'alarm', by: as('clock'), input: { id: half?.id ?? '', rule: 'T04', stage: 'half' } }, half?.at);
    expect(rung.effects.slice(sent.effects.length).map((effect) => [effect.data['card'], effect.data['person']])).toEqual([['unsigned', 'zjj-new']]);
  });
});
