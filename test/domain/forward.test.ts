import { describe, expect, it } from 'vitest';
import { running } from '../../src/domain/time/clocks.ts';
import type { Document } from '../../src/domain/document.ts';
import { brief } from './gate-story.ts';
import { after, as, blank, refusal } from './town.ts';

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
