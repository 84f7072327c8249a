import { describe, expect, it } from 'vitest';
import type { Document } from '../../src/domain/document.ts';
import type { Forward } from '../../src/domain/forward/forward.ts';
import { running } from '../../src/domain/time/clocks.ts';
import { brief } from './gate-story.ts';
import { after, as, blank, refusal } from './town.ts';

const opening = { matterNo: 'XS-20261123-0001', organ: 'ZJJ', docNo: '鄂公资转〔2026〕1号', dueDate: '2026-12-15', requirement: '核实', brief, clerk: 'clerk', returns: 0 };
const accepted = (): Document => after(after(blank('forward', 'm-f-zjj', 'm'), { act: 'open', by: as('system'), input: opening }), { act: 'sign', by: as('zjj-liaison') });
const supervise = { act: 'supervise', by: as('clerk') };
// 22 December 2026 is the fifth working day after the 15th.
const late = '2026-12-22T09:00:00+08:00';
const written = (doc: Document = accepted(), now = late) => after(doc, supervise, now) as Document<Forward>;

describe('发督办函 (D-14)', () => {
  it('can be written from the fifth working day after the limit, not on the fourth and not before the limit', () => {
    expect([refusal(accepted(), supervise), refusal(accepted(), supervise, '2026-12-21T18:00:00+08:00')]).toEqual(['input', 'input']);
    expect(refusal(accepted(), supervise, late)).toBe('done');
  });
  it('is the decision of a clerk or the head of the Center, never of the department or of the clock', () => {
    for (const who of ['zjj-head', 'zjj-deputy', 'zjj-liaison', 'secretary', 'clock', 'system']) expect(refusal(accepted(), { ...supervise, by: as(who) }, late), who).toBe('E-901');
    expect(refusal(accepted(), { ...supervise, by: as('chief') }, late)).toBe('done');
  });
  it('is written once about one limit, and again about a later one', () => {
    expect(refusal(written(), supervise, '2026-12-23T09:00:00+08:00')).toBe('stale');
    const answer = { conclusion: 'untrue', facts: '经核实未发现所反映的问题', basis: '', decisionNo: '', tell: 'result' };
    const back = after(after(written(), { act: 'referral', by: as('system'), input: { id: 'y', state: 'v.closed', ended: true, decided: true } }, late), { act: 'feedback', by: as('zjj-liaison'), input: answer }, late);
    const again = after(back, { act: 'sendBack', by: as('clerk'), input: { reason: '请补充证据' } }, late);
    expect([running(again.clocks, 'T03')?.due.dueDate, refusal(again, supervise, '2026-12-31T09:00:00+08:00'), refusal(again, supervise, '2027-01-06T09:00:00+08:00')]).toEqual(['2026-12-29', 'input', 'done']);
  });
  it('moves no limit and takes the part out of no hands; head, deputy and liaison of the department get it with its own number', () => {
    const doc = written();
    expect([doc.state, running(doc.clocks, 'T03')?.due.dueDate]).toEqual(['accepted', '2026-12-15']);
    expect(doc.data.supervised).toMatchObject({ by: 'clerk', dueDate: '2026-12-15' });
    expect(doc.data.supervised?.no).toMatch(/^鄂公资督〔2026〕\d+号$/);
    const mine = doc.effects.filter((effect) => effect.at === doc.updatedAt);
    expect(mine.filter(({ job }) => job === 'send-card').map(({ data }) => String(data['person'])).toSorted()).toEqual(['zjj-deputy', 'zjj-head', 'zjj-liaison']);
    expect(mine.find(({ job }) => job === 'write-paper')?.data).toMatchObject({ paper: 'urge-letter', docNo: doc.data.supervised?.no });
  });
  it('is not written to a department that has answered (E-900)', () => {
    const told = after(accepted(), { act: 'referral', by: as('system'), input: { id: 'y', state: 'v.closed', ended: true, decided: true } });
    const fed = after(told, { act: 'feedback', by: as('zjj-liaison'), input: { conclusion: 'untrue', facts: '经核实未发现所反映的问题', basis: '', decisionNo: '', tell: 'result' } }, late);
    expect(refusal(fed, supervise, late)).toBe('E-900');
  });
});
