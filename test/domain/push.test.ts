import { describe, expect, it } from 'vitest';
import holidays from '../../src/domain/data/holidays.json' with { type: 'json' };
import { capOf, decidePush, heardAfter, morningAfter, snoozeChoices, usualPreferences, type Heard, type PushWish, type Urgency } from '../../src/domain/push/push.ts';
import { urgencyOfLine, type GroupLine } from '../../src/domain/meeting/calling/urgency.ts';
import { urgencyOf } from '../../src/domain/push/urgency.ts';
import type { StaffRole } from '../../src/domain/people.ts';
import { createCalendar } from '../../src/domain/time/calendar.ts';
import { clock, dateOf, minute } from '../../src/domain/time/time.ts';

const calendar = createCalendar(holidays);
const at = (local: string): { now: Date; calendar: typeof calendar } => ({ now: new Date(`${local}:00+08:00`), calendar });
const silent: Heard = { pushes: [], reactedAt: '', snoozes: [], prefs: usualPreferences };
const heard = (times: readonly string[], more: Partial<Heard> = {}): Heard => ({ ...silent, pushes: times.map((local, index) => ({ id: `p${index}`, at: at(local).now.toISOString() })), ...more });
const wish = (urgency: Urgency, roles: readonly StaffRole[] = ['LIAISON'], more: Partial<PushWish> = {}): PushWish => ({ id: 'new', urgency, to: { who: 'wang', roles }, ...more });
const verdict = (urgency: Urgency, local: string, past: Heard = silent, roles: readonly StaffRole[] = ['LIAISON']): string => {
  const said = decidePush(wish(urgency, roles), past, at(local));
  return said.push === 'now' ? 'now' : `${said.push} ${minute(said.until)}`;
};
const slot = clock(morningAfter('wang', usualPreferences, at('2026-11-24T00:00')));

describe('quiet hours', () => {
  const rows: [string, string][] = [
    ['2026-11-24T08:00', 'now'], ['2026-11-24T20:59', 'now'], ['2026-11-24T21:00', `digest 11月25日（周三）${slot}`], ['2026-11-25T07:59', `digest 11月25日（周三）${slot}`],
    ['2026-11-28T10:00', `digest 11月30日（周一）${slot}`], ['2026-10-10T10:00', 'now'], ['2026-10-03T10:00', `digest 10月8日（周四）${slot}`], ['2026-10-09T22:00', `digest 10月10日（周六）${slot}`],
  ];
  it.each(rows)('a new duty at %s: %s', (local, expected) => {
    expect(verdict('duty', local)).toBe(expected);
  });

  it('hold no alarm and no answer back, but they hold an approval back', () => {
    expect(verdict('alarm', '2026-11-28T02:00')).toBe('now');
    expect(verdict('answer', '2026-11-28T02:00')).toBe('now');
    expect(verdict('first', '2026-11-28T02:00')).toBe(`digest 11月30日（周一）${slot}`);
  });

  it('are those that a person chose, where he chose longer ones', () => {
    const early = { ...silent, prefs: { ...usualPreferences, quiet: { from: '18:00', to: '08:30' } } };
    expect(verdict('duty', '2026-11-24T19:00', early)).toBe(`digest 11月25日（周三）${slot}`);
    expect(verdict('duty', '2026-11-24T19:00')).toBe('now');
  });

  it('hold a group too, but a working group has no pauses and no caps', () => {
    const group = { id: 'g', urgency: 'duty', to: { who: 'chat', group: 'work' } } as const;
    expect(decidePush(group, heard(Array.from({ length: 30 }, () => '2026-11-24T09:59')), at('2026-11-24T10:00'))).toEqual({ push: 'now' });
    expect(decidePush(group, silent, at('2026-11-24T22:00')).push).toBe('digest');
  });
});

describe('the group of a meeting', () => {
  const say = (text: GroupLine, local: string, before = 0, start = '2026-11-30T15:00:00+08:00'): string => {
    const urgency = urgencyOfLine(text, { start: new Date(start).toISOString(), movedFrom: '' }, at(local));
    const day = local.slice(0, 10);
    return decidePush({ id: 'new', urgency, to: { who: 'chat', group: 'meeting' } }, heard(Array.from({ length: before }, () => `${day}T08:30`)), at(local)).push;
  };

  it('hears its reminders one after the other, without a pause', () => {
    expect([say('day', '2026-11-27T09:00'), say('hour', '2026-11-30T14:00', 1), say('ten', '2026-11-30T14:50', 2)]).toEqual(['now', 'now', 'now']);
  });

  it('hears at most six lines on a day, and that the minutes hold only while it has heard less than three', () => {
    expect([say('ten', '2026-11-30T14:50', 5), say('ten', '2026-11-30T14:50', 6), say('moved', '2026-11-27T10:00', 6)]).toEqual(['now', 'digest', 'digest']);
    expect([say('confirmed', '2026-12-03T10:00', 2), say('confirmed', '2026-12-03T10:00', 3)]).toEqual(['now', 'digest']);
  });

  it('hears the last reminders also on a rest day and at night, and nothing else but what is moved or cancelled within two hours', () => {
    const saturday = '2026-11-28T09:00:00+08:00';
    expect([say('hour', '2026-11-28T08:00', 0, saturday), say('day', '2026-11-28T08:00', 0, saturday), say('cancelled', '2026-11-28T06:59', 0, saturday)]).toEqual(['now', 'digest', 'digest']);
    expect([say('cancelled', '2026-11-28T07:00', 0, saturday), say('moved', '2026-11-28T07:00', 9, saturday)]).toEqual(['now', 'now']);
  });

  it('hears at once of a meeting that was to begin soon and was moved far away', () => {
    const moved = (movedFrom: string) => urgencyOfLine('moved', { start: '2026-12-07T07:00:00.000Z', movedFrom }, at('2026-11-30T13:30'));
    expect([moved('2026-11-30T07:00:00.000Z'), moved('2026-12-01T07:00:00.000Z'), moved('')]).toEqual(['alarm', 'duty', 'duty']);
  });
});

describe('the morning list', () => {
  it('comes between 09:01 and 09:12 of a working day, at the same minute for the same person, and not at the same for all', () => {
    const slots = Array.from({ length: 200 }, (_, index) => clock(morningAfter(`person ${index}`, usualPreferences, at('2026-11-24T00:00'))));
    expect(slots.every((one) => one >= '09:01' && one <= '09:12')).toBe(true);
    expect(new Set(slots).size).toBe(12);
    expect(dateOf(morningAfter('wang', usualPreferences, at('2026-12-31T12:00')))).toBe('2027-01-04');
  });

  it('collects what the clock reminds of at nine; later on the day such a reminder comes at once', () => {
    expect(verdict('morning', '2026-11-24T09:00')).toBe(`digest 11月24日（周二）${slot}`);
    expect(verdict('morning', '2026-11-24T10:00')).toBe('now');
  });

  it('comes when its reader wants it', () => {
    expect(clock(morningAfter('wang', { ...usualPreferences, digestAt: '10:00' }, at('2026-11-24T09:30'))) > '10:00').toBe(true);
  });
});

describe('a pause between two', () => {
  it('of ten minutes, unless he did something since, or it is urgent, or in answer to him', () => {
    const once = heard(['2026-11-24T10:00']);
    expect(verdict('duty', '2026-11-24T10:04', once)).toBe('join 11月24日（周二）10:10');
    expect(verdict('first', '2026-11-24T10:04', once)).toBe('join 11月24日（周二）10:10');
    expect(verdict('duty', '2026-11-24T10:10', once)).toBe('now');
    expect(verdict('duty', '2026-11-24T10:04', { ...once, reactedAt: at('2026-11-24T10:02').now.toISOString() })).toBe('now');
    expect(verdict('alarm', '2026-11-24T10:04', once)).toBe('now');
    expect(verdict('answer', '2026-11-24T10:04', once)).toBe('now');
  });

  it('does not hold up a second try of the same message', () => {
    expect(decidePush({ ...wish('duty'), id: 'p0' }, heard(['2026-11-24T10:00']), at('2026-11-24T10:01'))).toEqual({ push: 'now' });
  });
});

describe('caps', () => {
  const rows: [StaffRole[], number][] = [[[], 3], [['C_CLERK', 'DUTY'], 12], [['LIAISON'], 8], [['HANDLER'], 5], [['DEPUTY'], 4], [['HEAD'], 4], [['ADMIN'], 3], [['HEAD', 'LIAISON'], 8]];
  it.each(rows)('%j: %i a day', (roles, cap) => {
    expect(capOf(roles)).toBe(cap);
    const day = Array.from({ length: cap }, (_, index) => `2026-11-24T${String(9 + index % 10).padStart(2, '0')}:${index < 10 ? '00' : '30'}`).sort();
    expect(verdict('duty', '2026-11-24T19:50', heard(day.slice(1)), roles)).toBe('now');
    expect(verdict('duty', '2026-11-24T19:50', heard(day), roles)).toBe(`digest 11月25日（周三）${slot}`);
    expect(verdict('first', '2026-11-24T19:50', heard(day), roles)).toBe('now');
    expect(verdict('duty', '2026-11-25T10:00', heard(day), roles)).toBe('now');
  });

  it('news fold first, at half of them', () => {
    expect(verdict('news', '2026-11-24T16:00', heard(['2026-11-24T09:00', '2026-11-24T10:00', '2026-11-24T11:00']))).toBe('now');
    expect(verdict('news', '2026-11-24T16:00', heard(['2026-11-24T09:00', '2026-11-24T10:00', '2026-11-24T11:00', '2026-11-24T12:00']))).toBe(`digest 11月25日（周三）${slot}`);
  });

  it('what is remembered of earlier days is the last only', () => {
    const kept = heardAfter(heard(['2026-11-23T09:00', '2026-11-23T10:00']), { id: 'new', at: at('2026-11-24T09:00').now });
    expect(kept.pushes.map((push) => push.id)).toEqual(['p1', 'new']);
    expect(heardAfter(kept, { id: 'new', at: at('2026-11-24T09:05').now })).toBe(kept);
  });
});

describe('a reminder that is put off', () => {
  const words = (dueDate: string, local: string): string[] => snoozeChoices(dueDate, at(local)).map((choice) => `${choice.words}：${minute(choice.until)}`);

  it('comes this afternoon, tomorrow morning or a working day before the end', () => {
    expect(words('2026-12-15', '2026-11-24T10:00')).toEqual(['今天 14:00：11月24日（周二）14:00', '明天 09:00：11月25日（周三）09:00', '到期前 1 个工作日：12月14日（周一）09:00']);
    expect(words('2026-12-15', '2026-11-27T15:00')).toEqual(['下一个工作日 09:00：11月30日（周一）09:00', '到期前 1 个工作日：12月14日（周一）09:00']);
  });

  it('never after 09:00 of the day on which it is due', () => {
    expect(words('2026-11-25', '2026-11-24T15:00')).toEqual(['明天 09:00：11月25日（周三）09:00']);
    expect(words('2026-11-24', '2026-11-24T08:30')).toEqual([]);
    expect(words('2026-11-23', '2026-11-24T08:30')).toEqual([]);
  });

  it('holds back reminders of the same document until then, and nothing else', () => {
    const put = { ...silent, snoozes: [{ doc: 'f1', at: '', until: at('2026-11-25T09:00').now.toISOString() }] };
    const on = (reminds: string | undefined) => decidePush({ ...wish('morning'), ...(reminds ? { reminds } : {}) }, put, at('2026-11-24T11:00')).push;
    expect([on('f1'), on('f2'), on(undefined)]).toEqual(['digest', 'now', 'now']);
  });
});

describe('how pressing a card is', () => {
  const doc = { clocks: [] };
  const rows: [string, string, string, Urgency][] = [
    ['due-soon', 'T03', 'before3', 'morning'], ['due-soon', 'T03', 'dueDay', 'morning'], ['unsigned', 'T04', 'dueDay', 'first'], ['unsigned', 'T04', 'half', 'duty'], ['overdue', 'T03', 'over3', 'morning'],
    ['transfer', 'T38', 'hour12', 'alarm'], ['late-transfer', 'T38', 'end', 'alarm'], ['transfer', 'T09', 'end', 'morning'], ['task', '', 'r1-before1', 'morning'], ['approval', '', '', 'first'], ['invitation', '', 'day', 'morning'], ['secretary', '', 'quorum', 'morning'], ['progress', '', '', 'news'], ['forward', '', '', 'duty'],
  ];
  it.each(rows)('%s by %s %s is %s', (card, rule, stage, expected) => {
    expect(urgencyOf({ card, rule, stage }, doc)).toBe(expected);
  });
});
