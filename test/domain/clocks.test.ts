import fc from 'fast-check';
import { describe, expect, it } from 'vitest';
import { running, suspendedDays } from '../../src/domain/time/clocks.ts';
import { decide } from '../../src/domain/decide.ts';
import type { Clock, Document } from '../../src/domain/document.ts';
import { createCalendar, workingDaysBetween, type WorkCalendar } from '../../src/domain/time/calendar.ts';
import { holidayYears } from '../../src/domain/time/holidays.ts';
import { dateOf } from '../../src/domain/time/time.ts';
import { command, worldAt } from '../store/fixture.ts';
import { countingFlow, type Tally } from '../store/counting-flow.ts';

const blank: Document<Tally> = {
  id: 'm1', kind: 'matter', no: '', matter: 'm1', version: 0, round: 0, state: 'open', createdAt: '', updatedAt: '', data: countingFlow.empty(), clocks: [], alarms: [], audit: [], effects: [],
};

function after(doc: Document<Tally>, act: string, at: { on: string; input?: object; calendar?: WorkCalendar }): Document<Tally> {
  const plain = worldAt(new Date(`${at.on}T10:00:00+08:00`));
  const world = { ...plain, numbers: {}, calendar: at.calendar ?? plain.calendar };
  const decided = decide(countingFlow, { doc, command: command(act, { input: at.input ?? {}, ...(act === 'recount' ? { by: { role: 'system' } as const } : {}) }), world });
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
  it.each([
    ['on the day of its start', [['2026-11-23', '2026-12-01']], '2026-12-22', 6],
    ['in its midst', [['2026-11-26', '2026-12-02']], '2026-12-21', 5],
    ['on its last day', [['2026-12-14', '2026-12-15']], '2026-12-16', 2],
    ['twice, the second time on the day of the first end', [['2026-11-26', '2026-12-02'], ['2026-12-02', '2026-12-04']], '2026-12-23', 7],
    ['over a weekend', [['2026-11-28', '2026-11-29']], '2026-12-14', 0],
    ['after its end', [['2026-12-16', '2026-12-18']], '2026-12-14', 0],
  ] as const)('paused %s ends on the same day whether it was counted or set by hand, and says as many days as it moved', (_when, pauses, end, days) => {
    for (const input of [{ amount: 15 }, { day: '2026-12-14' }]) {
      const begun = after(blank, 'limit', { on: '2026-11-23', input });
      const clock = clockOf(pauses.reduce((doc, [from, to]) => after(after(doc, 'pause', { on: from }), 'resume', { on: to }), begun));
      expect([clock.due.dueDate, suspendedDays(clock, worldAt(new Date()).calendar)]).toEqual([end, days]);
    }
  });
  it('moves by the days that it says, whatever pauses there were and however its end was given', () => {
    const { calendar } = worldAt(new Date());
    const day = (n: number): string => dateOf(new Date(Date.UTC(2026, 1, 2 + n, 4)));
    fc.assert(fc.property(fc.integer({ min: 1, max: 40 }), fc.array(fc.tuple(fc.nat(30), fc.nat(10)), { maxLength: 4 }), (amount, spans) => {
      const plain = clockOf(after(blank, 'limit', { on: day(0), input: { amount } })).due.dueDate;
      let now = 0;
      const pauses = spans.map(([wait, length]): readonly [string, string] => {
        const from = (now += wait);
        return [day(from), day((now += length))];
      });
      for (const input of [{ amount }, { day: plain }]) {
        const begun = after(blank, 'limit', { on: day(0), input });
        const clock = clockOf(pauses.reduce((doc, [from, to]) => after(after(doc, 'pause', { on: from }), 'resume', { on: to }), begun));
        expect(suspendedDays(clock, calendar)).toBe(workingDaysBetween(plain, clock.due.dueDate, calendar));
      }
    }), { numRuns: 150 });
  });
  it('moved by a pause into a year without a notice is provisional and is moved anew by the notice; a day set by hand that was not moved is neither', () => {
    const notice = createCalendar(holidayYears(JSON.stringify({ 2027: { source: '放假安排', off: ['2027-01-01', '2027-01-04', '2027-01-05'], work: [] } })));
    const set = after(blank, 'limit', { on: '2026-12-21', input: { day: '2027-01-04' } });
    expect(clockOf(set).due).toMatchObject({ dueDate: '2027-01-04', provisional: false });
    expect(clockOf(after(set, 'recount', { on: '2026-12-22', calendar: notice })).due.dueDate).toBe('2027-01-04');
    const moved = after(after(set, 'pause', { on: '2026-12-23' }), 'resume', { on: '2026-12-23' });
    expect(clockOf(moved).due).toMatchObject({ dueDate: '2027-01-05', provisional: true });
    expect(clockOf(after(moved, 'recount', { on: '2026-12-24', calendar: notice })).due).toMatchObject({ dueDate: '2027-01-06', provisional: false });
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
