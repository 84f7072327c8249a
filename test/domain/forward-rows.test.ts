import { describe, expect, it } from 'vitest';
import { running } from '../../src/domain/time/clocks.ts';
import type { Document } from '../../src/domain/document.ts';
import type { Matter } from '../../src/domain/matter/matter.ts';
import { brief } from './gate-story.ts';
import { after, as, blank, refusal } from './town.ts';

const opening = { matterNo: 'XS-20261123-0001', organ: 'ZJJ', docNo: '鄂公资转〔2026〕1号', dueDate: '2026-12-15', requirement: '核实', brief, clerk: 'clerk', returns: 0 };
const accepted = (more: object = {}): Document => after(after(blank('forward', 'm-f-zjj', 'm'), { act: 'open', by: as('system'), input: { ...opening, ...more } }), { act: 'sign', by: as('zjj-liaison') });
const ask = { ground: 'test', document: '鄂鉴委〔2026〕12号' };

describe('中止与恢复', () => {
  const asked = () => after(accepted(), { act: 'askSuspension', by: as('zjj-one'), input: ask }, '2026-12-01T10:00:00+08:00');
  const suspended = () => after(asked(), { act: 'agreeSuspension', by: as('clerk') }, '2026-12-01T15:00:00+08:00');

  it('needs a document and the Center\'s consent; until then the limit runs', () => {
    expect(refusal(accepted(), { act: 'askSuspension', by: as('zjj-one'), input: { ground: 'test' } })).toBe('input');
    expect(refusal(asked(), { act: 'agreeSuspension', by: as('zjj-liaison') })).toBe('E-901');
    expect(running(asked().clocks, 'T03')?.pausedFrom).toBeUndefined();
  });
  it('does not count the days between: suspended from 1 to 10 December, eight working days later', () => {
    expect(running(suspended().clocks, 'T03')?.pausedFrom).toBe('2026-12-01');
    const resumed = after(suspended(), { act: 'resume', by: as('zjj-liaison') }, '2026-12-10T10:00:00+08:00');
    expect([resumed.state, running(resumed.clocks, 'T03')?.due.dueDate]).toEqual(['accepted', '2026-12-25']);
  });
  it('reminds nobody while it stands still', () => expect(suspended().alarms.filter((alarm) => alarm.rule === 'T03')).toEqual([]));
  it('cannot be applied for after the limit (E-301)', () => expect(refusal(accepted(), { act: 'askSuspension', by: as('zjj-one'), input: ask }, '2026-12-16T09:00:00+08:00')).toBe('E-301'));
});

describe('other rows of table 5.3', () => {
  it('a second return can only go before a meeting (E-207)', () => {
    const again = after(accepted({ returns: 1 }), { act: 'askReturn', by: as('zjj-liaison'), input: { reason: '不属本单位', suggest: 'SLJ' } });
    expect(refusal(again, { act: 'agreeReturn', by: as('clerk') })).toBe('E-207');
  });
  it('退回补充 gives five working days', () => {
    const answer = { conclusion: 'untrue', facts: '经核实未发现所反映的问题', basis: '', decisionNo: '', tell: 'result' };
    const back = after(after(accepted(), { act: 'feedback', by: as('zjj-liaison'), input: answer }), { act: 'sendBack', by: as('clerk'), input: { reason: '请补充证据' } });
    expect([running(back.clocks, 'T03')?.amount, running(back.clocks, 'T03')?.unit]).toEqual([5, 'workingDay']);
  });
  it('a fine does not close what may be a crime before the head has decided (以罚代移, 移送规定11条)', () => {
    const answer = { conclusion: 'true', facts: '经核实三家投标文件由同一人编制', basis: '条例40条', decisionNo: '鄂住建罚〔2026〕8号', tell: 'result' };
    expect(refusal(accepted(), { act: 'feedback', by: as('zjj-liaison'), input: answer })).toBe('undecided');
    const told = after(accepted(), { act: 'referral', by: as('system'), input: { id: 'y', state: 'v.closed', ended: true, decided: true } });
    expect(after(told, { act: 'feedback', by: as('zjj-liaison'), input: answer }).state).toBe('feedbackIn');
  });
});

describe('a 转办 that is taken back', () => {
  const matter = (): Document => ({ ...blank('matter', 'm'), state: 'forwarded', data: { ...blank('matter', 'm').data as Matter, cityLevel: 'yes', clerk: 'clerk', forwards: [{ id: 'm-f-zjj', organ: 'ZJJ', state: 'sent', docNo: '', dueDate: '' }] } });
  const back = () => after(matter(), { act: 'progress', by: as('system'), input: { part: 'forward', id: 'm-f-zjj', organ: 'ZJJ', state: 'cancelled' } });

  it('brings the matter back to 已登记 with the Center\'s own limit running anew', () => expect([back().state, running(back().clocks, 'T01') !== undefined]).toEqual(['registered', true]));
  it('may go to the same department again, as a new document', () => {
    const sent = after(back(), { act: 'send', by: as('clerk'), input: { organs: ['ZJJ'], days: 15 } }) as Document<Matter>;
    expect(sent.data.forwards.map(({ id, state }) => [id, state])).toEqual([['m-f-zjj', 'cancelled'], ['m-f-zjj2', 'sent']]);
    expect(sent.effects.map((effect) => effect.data)).toContainEqual(expect.objectContaining({ id: 'm-f-zjj2', organ: 'ZJJ' }));
  });
});

describe('书面报告 of what the Center found itself', () => {
  const found = (more: object = {}): Document => ({ ...blank('matter', 'm'), state: 'registered', no: 'YJ-20261123-0001', data: { ...(blank('matter', 'm').data as Matter), kind: 'warning', source: 'system', cityLevel: 'yes', ...more } });
  const report = (more: object = {}) => ({ act: 'report', by: as('clerk'), input: { organs: ['ZJJ'], days: 15, ...more } });
  const file = { id: 'f', name: 'log.txt', size: 1, sha256: 'a'.repeat(64), at: '2026-11-23T02:00:00.000Z' };

  it('AC-9.5 is not sent without evidence unless it says why none could be had', () => {
    expect(refusal(found(), report())).toBe('reason');
    expect(after(found(), report({ unfixed: '日志已被覆盖，无法导出' })).state).toBe('reported');
    const sent = after(found({ files: [file] }), report()) as Document<Matter>;
    expect([sent.state, sent.data.forwards[0]?.docNo.startsWith('鄂公资报'), sent.audit.at(-1)?.code]).toEqual(['reported', true, 'RPT_SEND']);
    expect(refusal(found({ files: [{ ...file, removed: true }] }), report())).toBe('reason');
  });
  it('is a paper of its own with the same limits as a 转办', () => {
    expect(refusal(found({ files: [file] }), report({ days: undefined }))).toBe('E-201');
    const forward = after(blank('forward', 'm-f-zjj', 'm'), { act: 'open', by: as('system'), input: { ...opening, paper: 'found-report', unfixed: '' } });
    expect(forward.effects[0]?.data['paper']).toBe('found-report');
    expect(forward.clocks.map((clock) => clock.rule)).toEqual(['T03', 'T04']);
  });
  it('is not the way for what somebody else reported', () => expect(refusal(found({ kind: 'report', source: 'phone', files: [file] }), report())).toBe('input'));
});

describe('转办 to another department than suggested', () => {
  it('AC-3.2 a manual change of department stands on the trail with old, new, reason, person and time', () => {
    const suggested = { depts: ['ZJJ'], co: [], dest: [], rules: [], alternatives: [], recused: [], consult: false };
    const matter = { ...blank('matter', 'm'), state: 'registered', data: { ...(blank('matter', 'm').data as Matter), kind: 'report', cityLevel: 'yes', routing: suggested } } as Document;
    expect(refusal(matter, { act: 'send', by: as('clerk'), input: { organs: ['SLJ'], days: 15 } })).toBe('reason');
    const entry = after(matter, { act: 'send', by: as('clerk'), input: { organs: ['SLJ'], days: 15, reason: '该项目由水利部门招标' } }).audit.at(-1);
    expect(entry?.note).toMatch(/原建议 市住建局.*市水利局.*改选理由：该项目由水利部门招标|市水利局.*原建议 市住建局.*改选理由：该项目由水利部门招标/);
    expect([entry?.by, entry?.at]).toEqual([expect.objectContaining({ id: 'clerk' }), '2026-11-24T02:00:00.000Z']);
  });
});
