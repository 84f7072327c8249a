import { describe, expect, it } from 'vitest';
import { earliestDay, isConflict, keepsNotice, proposeTimes, withAnswers, type Busy } from '../../src/domain/meeting/calling/finding-time.ts';
import { readMeetingWish } from '../../src/domain/meeting/calling/wish-in-words.ts';
import { minute } from '../../src/domain/time/time.ts';
import { worldAt } from './town.ts';

const world = worldAt('2026-11-24T10:00:00+08:00');
const { calendar } = world;
const day = earliestDay(world);
const free = (organ: string): Busy => ({ organ, spans: [] });
const busyOn = (organ: string, ...days: string[]): Busy => ({ organ, spans: days.map((date) => ({ from: new Date(`${date}T00:00:00+08:00`).toISOString(), to: new Date(`${date}T23:59:00+08:00`).toISOString() })) });
const at = (text: string): string => new Date(`${text}:00+08:00`).toISOString();

describe('times of a meeting', () => {
  it('keep three whole working days of notice (T11) and Beijing time', () => {
    expect(day).toBe('2026-11-30');
    expect([keepsNotice(at('2026-11-27T23:59'), world), keepsNotice(at('2026-11-30T09:00'), world)]).toEqual([false, true]);
    expect(proposeTimes({ busy: [free('ZJJ')], day }, calendar).map((slot) => minute(slot.start))).toEqual(['11月30日（周一）15:00', '11月30日（周一）09:30', '12月1日（周二）15:00']);
  });
  it('are at most three, one each half day, inside working hours of working days', () => {
    const over = proposeTimes({ busy: [busyOn('ZJJ', '2026-11-30', '2026-12-01', '2026-12-02', '2026-12-03', '2026-12-04'), free('SLJ')], day }, calendar);
    expect(over.map((slot) => [minute(slot.start).slice(0, 8), slot.free])).toEqual([['12月7日（周一', ['ZJJ', 'SLJ']], ['12月7日（周一', ['ZJJ', 'SLJ']], ['12月8日（周二', ['ZJJ', 'SLJ']]]);
  });
  it('an hour that touches the meeting makes busy, one that ends when it begins does not', () => {
    const spans = (from: string, to: string): Busy => ({ organ: 'ZJJ', spans: [{ from: at(from), to: at(to) }] });
    const counts = (busy: Busy): number => proposeTimes({ busy: [busy], day }, calendar).find((slot) => slot.start === at('2026-11-30T15:00'))?.free.length ?? 0;
    expect([counts(spans('2026-11-30T14:00', '2026-11-30T15:00')), counts(spans('2026-11-30T16:29', '2026-11-30T17:00'))]).toEqual([1, 0]);
  });
  it('a second round asks for none of the times of the first', () => {
    const first = proposeTimes({ busy: [free('ZJJ')], day }, calendar).map((slot) => slot.start);
    const second = proposeTimes({ busy: [free('ZJJ')], day, not: first }, calendar).map((slot) => slot.start);
    expect(second).toHaveLength(3);
    expect(second.filter((start) => first.includes(start))).toEqual([]);
  });
  it('who answered counts by his answer, who did not by the calendar', () => {
    const [one = '', two = ''] = proposeTimes({ busy: [free('ZJJ')], day }, calendar).map((slot) => slot.start);
    const times = [{ start: one, free: ['ZJJ', 'SLJ', 'CZJ'] }, { start: two, free: ['ZJJ'] }];
    const counted = withAnswers(times, [{ organ: 'ZJJ', by: '', starts: [two] }, { organ: 'SLJ', by: '', starts: [two] }]);
    expect(counted).toEqual([{ start: two, free: ['ZJJ', 'SLJ'] }, { start: one, free: ['CZJ'] }]);
    expect([isConflict(counted, 3), isConflict(counted, 5), isConflict([{ start: one, free: ['CZJ'] }], 2)]).toEqual([false, true, true]);
  });
});

describe('a meeting wished in words', () => {
  const read = (text: string) => readMeetingWish(text, world.now, calendar);
  it('gives day, time and organs', () => {
    expect(read('明天下午三点开个会，把公安、住建、财政都叫上')).toEqual({ start: '2026-11-25 15:00', organs: ['GAJ', 'ZJJ', 'CZJ'], no: '' });
    expect(read('下周二上午九点半召集水利局和人社局开会')?.start).toBe('2026-12-01 09:30');
    expect(read('12月3日下午2点半开会 XS-20261123-0001')).toEqual({ start: '2026-12-03 14:30', organs: [], no: 'XS-20261123-0001' });
    expect(read('请组织水利和人社碰个头')).toMatchObject({ start: '', organs: ['SLJ', 'RSJ'] });
  });
  it('is never read into what tells of a meeting that was, or of nothing to come', () => {
    for (const told of ['昨天开会的时候他们改了评分', '评标会上住建局的专家打招呼', '开标会议结束后三家一起吃饭', '听说要开会', '上周住建局开了个会，内定了中标人']) expect(read(told), told).toBeUndefined();
  });
});
