import { describe, expect, it } from 'vitest';
import { running } from '../../src/domain/time/clocks.ts';
import { decide } from '../../src/domain/decide.ts';
import type { Clock, Document } from '../../src/domain/document.ts';
import { holidayYears } from '../../src/domain/time/holidays.ts';
import { command, worldAt } from '../store/fixture.ts';
import { countingFlow, type Tally } from '../store/counting-flow.ts';

const blank: Document<Tally> = {
  id: 'm1', kind: 'matter', no: '', matter: 'm1', version: 0, round: 0, state: 'open', createdAt: '', updatedAt: '', data: countingFlow.empty(), clocks: [], alarms: [], audit: [], effects: [],
};

function after(doc: Document<Tally>, act: string, at: { on: string; input?: object }): Document<Tally> {
  const world = { ...worldAt(new Date(`${at.on}T10:00:00+08:00`)), numbers: {} };
  const decided = decide(countingFlow, { doc, command: command(act, { input: at.input ?? {} }), world });
  if (decided.kind !== 'done') throw new Error(JSON.stringify(decided));
  return decided.doc;
}

const clockOf = (doc: Document<Tally>): Clock => running(doc.clocks, 'T03') as Clock;

describe('a limit that stands still for a while', () => {
  const started = after(blank, 'limit', { on: '2026-11-23', input: { amount: 15 } });
  const paused = after(started, 'pause', { on: '2026-11-26' });
  const resumed = after(paused, 'resume', { on: '2026-12-02' });

  it('ends on the fifteenth working day where nothing happens', () => expect(clockOf(started).due.dueDate).toBe('2026-12-14'));
  it('reminds nobody while it stands still', () => {
    expect(started.alarms.length).toBeGreaterThan(5);
    expect(paused.alarms).toEqual([]);
  });
  it('does not count the days of the pause, its first and last among them', () => {
    expect(clockOf(resumed)).toMatchObject({ suspensions: [{ from: '2026-11-26', to: '2026-12-02' }], due: { dueDate: '2026-12-21' } });
    expect(clockOf(resumed).pausedFrom).toBeUndefined();
  });
  it('reminds by its new end', () => {
    expect(resumed.alarms.find((alarm) => alarm.stage === 'dueDay')?.at).toBe('2026-12-21T01:00:00.000Z');
    expect(resumed.alarms.every((alarm) => alarm.at > '2026-12-02T02')).toBe(true);
  });
  it('may stand still twice; each pause is taken off', () => {
    const again = after(after(resumed, 'pause', { on: '2026-12-10' }), 'resume', { on: '2026-12-11' });
    expect(clockOf(again).due.dueDate).toBe('2026-12-23');
  });
  it('with a day set by hand moves by the working days of the pause', () => {
    const set = after(blank, 'limit', { on: '2026-11-23', input: { day: '2026-12-14' } });
    expect(clockOf(after(after(set, 'pause', { on: '2026-11-26' }), 'resume', { on: '2026-12-02' })).due.dueDate).toBe('2026-12-21');
  });
  it('a resumption without a pause changes nothing', () => expect(clockOf(after(started, 'resume', { on: '2026-12-02' }))).toEqual(clockOf(started)));
});

describe('the notices of holidays', () => {
  const own = (years: object): string => JSON.stringify(years);
  it('of a city go on top of those that are known', () => {
    const years = holidayYears(own({ 2027: { source: '通知', off: ['2027-01-01'], work: [] } }));
    expect(Object.keys(years)).toEqual(expect.arrayContaining(['2026', '2027']));
  });
  it.each([
    ['no JSON', '{', '不是 JSON'], ['a day of another year', own({ 2027: { source: '通知', off: ['2026-01-01'], work: [] } }), '2026-01-01 不在这一年'],
    ['a day that is none', own({ 2027: { source: '通知', off: ['2027-02-30'], work: [] } }), '日期应写成'], ['no source', own({ 2027: { source: '', off: [], work: [] } }), '请写明放假通知的名称'],
    ['no year', own({ next: { source: '通知', off: [], work: [] } }), 'next 应为四位年份'],
  ])('with %s are refused in words', (_what, text, words) => expect(() => holidayYears(text)).toThrow(words));
});
