import { describe, expect, it } from 'vitest';
import type { Document } from '../../src/domain/document.ts';
import { meetingAlarms } from '../../src/domain/meeting/calling/calling-reminders.ts';
import { afterStep, beforeRetry, nextStep, nothingSetUp, type Step } from '../../src/domain/meeting/calling/set-up.ts';
import type { Meeting } from '../../src/domain/meeting/meeting.ts';
import { after, as, blank, refusal, worldAt } from './town.ts';

const guests = ['ZJJ', 'SLJ'].map((organ) => ({ organ, person: `${organ.toLowerCase()}-head` }));
const materials = [{ id: 'm1', matter: 'm', file: 'f1', n: 1, name: '来信.pdf', organs: [] }];
const opening = {
  matterNos: ['XS-20261123-0001'], matterIds: ['m'], topic: '转包', convener: 'secretary', place: '三楼', start: '2026-11-30T07:00:00.000Z', end: '2026-11-30T08:30:00.000Z', guests, materials,
  questions: [{ id: 'q1', text: '转包由谁查处' }], reported: ['RSJ'],
};
const secretary = as('secretary');
const proposed = (more: object = {}): Document<Meeting> => after(blank('meeting', 'c', 'm'), { act: 'open', by: as('system'), input: { ...opening, ...more } }) as Document<Meeting>;
const called = (): Document<Meeting> => after(proposed(), { act: 'call', by: secretary }) as Document<Meeting>;
const jobs = (doc: Document): string[] => doc.effects.map((effect) => effect.job);

describe('拟会商', () => {
  it('E-501: is linked to a matter, and called by the Center alone', () => {
    expect(refusal(blank('meeting', 'c', 'm'), { act: 'open', by: as('system'), input: { ...opening, matterNos: [] } })).toBe('E-501');
    expect(refusal(proposed(), { act: 'call', by: as('zjj-liaison') })).toBe('E-901');
    expect(called().state).toBe('c.notified');
  });
  it('T11: is called at short notice with a reason only, and never less than two hours before', () => {
    const soon = (reason: string) => ({ act: 'adjust', by: secretary, input: { start: '2026-11-25 15:00', organs: ['ZJJ', 'SLJ'], urgent: reason ? 'urgent' : 'normal', reason } });
    expect(refusal(proposed(), soon(''))).toBe('notice');
    expect(after(after(proposed(), soon('资金可能转移')), { act: 'call', by: secretary }).state).toBe('c.notified');
    expect(refusal(proposed(), { act: 'adjust', by: secretary, input: { start: '2026-11-24 11:30', organs: ['ZJJ', 'SLJ'], urgent: 'urgent', reason: '资金可能转移' } })).toBe('input');
  });
  it('E-202: takes in no organ that is reported, and needs two', () => {
    expect(refusal(proposed(), { act: 'adjust', by: secretary, input: { start: '2026-11-30 15:00', organs: ['ZJJ', 'RSJ'] } })).toBe('E-202');
    expect(refusal(proposed({ guests: guests.slice(0, 1) }), { act: 'call', by: secretary })).toBe('input');
  });
  it('is declined with a reason where a department asked', () => {
    expect(refusal(proposed({ askedBy: 'zjj-liaison', why: 'asked' }), { act: 'decline', by: secretary })).toBe('reason');
    expect(after(proposed(), { act: 'decline', by: secretary }).state).toBe('c.declined');
  });
  it('whoever is recused later is left out, and somebody else of his organ is expected', () => {
    const doc = after(called(), { act: 'leaveOut', by: as('system'), input: { out: ['slj-head'] } }) as Document<Meeting>;
    expect([doc.data.guests[1]?.person, doc.data.leftOut]).toEqual(['slj-deputy', ['slj-head']]);
    expect(refusal(doc, { act: 'reply', by: as('slj-head'), input: { reply: 'yes' } })).toBe('E-902');
    expect(jobs(doc)).toContain('remove-from-group');
  });
});

describe('setting up', () => {
  const done = (...steps: Step[]) => steps.reduce((setUp, step) => afterStep(setUp, { step }), nothingSetUp);
  it('goes step by step; what fails for good is named and does not hold up the rest', () => {
    expect(nextStep(done('group', 'members', 'board'), 'board')).toBe('event');
    const failed = afterStep(nothingSetUp, { step: 'group', failed: 232033 });
    expect([nextStep(failed, 'group'), failed.failed]).toEqual(['event', [{ step: 'group', code: 232033 }]]);
  });
  it('a group made again gets its members and its board again, and nothing that stands already', () => {
    const again = beforeRetry(done('group', 'members', 'board', 'event', 'notice', 'invite'), 'group');
    expect([again.done, nextStep(afterStep(again, { step: 'group' }), 'group'), nextStep(afterStep(again, { step: 'board' }), 'board')]).toEqual([['event', 'notice', 'invite'], 'members', undefined]);
  });
});

describe('before a meeting', () => {
  it('evidence is read by the organs it was opened to, and each reading stands on the trail', () => {
    const doc = after(called(), { act: 'openMaterial', by: secretary, input: { id: 'm1', organs: ['SLJ'] } });
    expect(refusal(doc, { act: 'readMaterial', by: as('zjj-liaison'), input: { id: 'm1' } })).toBe('E-901');
    expect(after(doc, { act: 'readMaterial', by: as('slj-liaison'), input: { id: 'm1' } }).audit.at(-1)?.code).toBe('EVIDENCE_OUT');
  });
  it('an organ has one position a question, its last, and the questions stand once one is filed', () => {
    const file = (doc: Document, stance: string) => after(doc, { act: 'position', by: as('zjj-liaison'), input: { question: 'q1', stance, reason: '属本局职责' } });
    const doc = file(file(called(), 'yes'), 'hold') as Document<Meeting>;
    expect(doc.data.positions.map((one) => one.stance)).toEqual(['hold']);
    expect(refusal(doc, { act: 'ask', by: secretary, input: { lines: '别的议题' } })).toBe('input');
  });
  it('its reminders lie ahead and none after its beginning; a moved one has none at its old time', () => {
    const world = worldAt('2026-11-27T16:00:00+08:00');
    const alarms = meetingAlarms('2026-11-30T07:00:00.000Z', world);
    expect(alarms.every((alarm) => alarm.at > world.now.toISOString() && alarm.at < '2026-11-30T07:00:00.000Z')).toBe(true);
    expect(alarms.map((alarm) => alarm.stage).toSorted()).toEqual(['day', 'hour', 'ten', 'watch', 'watch']);
    const moved = after(called(), { act: 'move', by: secretary, input: { start: '2026-12-07 15:00' } });
    expect(moved.alarms.filter((alarm) => alarm.stage !== 'watch').every((alarm) => alarm.at >= '2026-12-04')).toBe(true);
  });
});
