import fc from 'fast-check';
import { afterEach, describe, expect, it } from 'vitest';
import holidays from '../../src/domain/data/holidays.json' with { type: 'json' };
import {
  addWorkingDays, alarmsOf, createCalendar, dateOf, dayText, due, dueOnDay, endOfDay, explain, fullDay, leftText, limits, lineText,
  minute, time, workingDaysLeft, workingDaysOver, type CountOptions, type Unit,
} from '../../src/domain/time/deadlines.ts';
import examples from './deadline-examples.json' with { type: 'json' };

const calendar = createCalendar(holidays);
const at = (text: string): Date => new Date(text.includes('T') ? text : `${text}T10:00:00+08:00`);
const units = new Set<string>(['workingDay', 'calendarDay', 'hour']);

interface Rule { amount: number; unit: Unit; options: CountOptions }

// Reads the rule column of the worked examples: "30 workingDay, suspend[a..b], roll", "10 calendarDay backward, no roll".
function readRule(text: string): Rule {
  const [, digits, unit] = /(\d+) (workingDay|calendarDay|hour|month)/.exec(text) ?? [];
  if (!digits || !unit) throw new Error(`no rule in ${text}`);
  const span = /suspend\[(\S+?)\.\.(\S+?)\]/.exec(text);
  return {
    amount: Number(digits) * (text.includes('backward') ? -1 : 1),
    unit: unit as Unit,
    options: { calendar, ...(span?.[1] && span[2] ? { suspensions: [{ from: span[1], to: span[2] }] } : {}), ...(text.includes('no roll') ? { roll: false } : {}) },
  };
}

const counted = (start: string, rule: string): ReturnType<typeof due> => {
  const { amount, unit, options } = readRule(rule);
  return due(at(start), { amount, unit }, options);
};

const split = new Set(['E10', 'E13', 'E17']);

describe('the worked examples of domain section 9', () => {
  it.each(examples.filter((one) => !split.has(one.id)))('$id $what', (one) => {
    const found = counted(one.start, one.rule);
    if (one.expect.includes('T')) expect(Date.parse(found.dueAt)).toBe(Date.parse(one.expect.replace('+08', ':00+08')));
    else expect(found.dueDate).toBe(one.expect);
    if (one.rawDate) expect(found.rawDate).toBe(one.rawDate);
    expect(found.provisional).toBe(one.provisional ?? false);
  });
  it('E10 police review: 3 days and at the latest 10', () => {
    expect(counted('2026-04-30', '3 calendarDay roll')).toMatchObject({ rawDate: '2026-05-03', dueDate: '2026-05-06' });
    expect(counted('2026-04-30', '10 calendarDay roll')).toMatchObject({ rawDate: '2026-05-10', dueDate: '2026-05-11' });
  });
  it('E13 an extension goes on from the raw sixtieth day', () => {
    expect(counted('2025-07-01', '60 calendarDay roll')).toMatchObject({ rawDate: '2025-08-30', dueDate: '2025-09-01' });
    expect(counted('2025-07-01', '90 calendarDay roll')).toMatchObject({ rawDate: '2025-09-29', dueDate: '2025-09-29' });
  });
  it('E17 disclosure: 20 working days and 20 more', () => {
    expect(counted('2025-09-15', '20 workingDay').dueDate).toBe('2025-10-17');
    expect(counted('2025-10-17', '20 workingDay').dueDate).toBe('2025-11-14');
  });
  it('covers all 22', () => expect(examples).toHaveLength(22));
  it('case C2: fifteen working days after the answer', () => expect(counted('2026-11-16', '15 workingDay').dueDate).toBe('2026-12-07'));
});

describe('properties of counting', () => {
  const day = fc.integer({ min: 0, max: 1000 }).map((n) => dateOf(new Date(Date.UTC(2024, 0, 2 + n, 4))));
  const amount = fc.integer({ min: 1, max: 45 });

  it('adding n working days and counting them gives n', () => {
    fc.assert(fc.property(day, amount, (start, n) => {
      expect(workingDaysLeft(at(start), addWorkingDays(start, n, calendar), calendar)).toBe(n);
    }));
  });
  it('a due date is a working day, but for hours and backward limits', () => {
    fc.assert(fc.property(day, amount, fc.constantFrom<Unit>('workingDay', 'calendarDay', 'month'), (start, n, unit) => {
      const { dueDate } = due(at(start), { amount: unit === 'month' ? (n % 6) + 1 : n, unit }, { calendar });
      expect(addWorkingDays(addWorkingDays(dueDate, 1, calendar), -1, calendar)).toBe(dueDate);
    }));
  });
  it('a later start never ends earlier', () => {
    fc.assert(fc.property(day, amount, fc.constantFrom<Unit>('workingDay', 'calendarDay', 'month', 'hour'), (start, n, unit) => {
      const later = new Date(at(start).getTime() + 86_400_000);
      expect(due(later, { amount: n, unit }, { calendar }).dueAt >= due(at(start), { amount: n, unit }, { calendar }).dueAt).toBe(true);
    }));
  });
  it('an empty suspension changes nothing', () => {
    fc.assert(fc.property(day, amount, fc.constantFrom<Unit>('workingDay', 'calendarDay', 'month'), (start, n, unit) => {
      const none = due(at(start), { amount: n, unit }, { calendar });
      expect(due(at(start), { amount: n, unit }, { calendar, suspensions: [] })).toEqual(none);
      expect(due(at(start), { amount: n, unit }, { calendar, suspensions: [{ from: '2026-02-02', to: '2026-02-01' }] })).toEqual(none);
    }));
  });
  it('the lines of the explanation leave no day out and count to the amount', () => {
    fc.assert(fc.property(day, amount, fc.constantFrom<Unit>('workingDay', 'calendarDay'), (start, n, unit) => {
      const lines = explain(at(start), { amount: n, unit }, { calendar });
      expect(lines.at(-1)?.to).toBe(due(at(start), { amount: n, unit }, { calendar }).dueDate);
      expect(lines.findLast((line) => line.days)?.days?.[1]).toBe(n);
    }));
  });
});

describe('time zone of the machine', () => {
  const before = process.env['TZ'];
  afterEach(() => {
    if (before === undefined) delete process.env['TZ'];
    else process.env['TZ'] = before;
  });
  it.each(['UTC', 'America/New_York', 'Pacific/Kiritimati'])('does not matter in %s', (zone) => {
    process.env['TZ'] = zone;
    expect(new Date('2026-06-01T00:00:00Z').getHours()).not.toBe(8);
    const late = new Date('2026-11-23T23:59:00+08:00');
    const found = due(late, { amount: 2, unit: 'workingDay' }, { calendar });
    expect(found).toMatchObject({ dueDate: '2026-11-25', dueAt: '2026-11-25T16:00:00.000Z' });
    expect(dateOf(new Date('2026-11-23T16:30:00Z'))).toBe('2026-11-24');
    expect(minute('2026-12-10T08:20:00Z')).toBe('12月10日（周四）16:20');
    expect(alarmsOf('std', { startedAt: late, due: found }, calendar)[0]?.at).toBe('2026-11-24T01:00:00.000Z');
  });
});

describe('calendar', () => {
  it('has the working days of the years it knows', () => {
    const count = (year: number): number => {
      let days = 0;
      for (let day = `${year}-01-01`; day < `${year + 1}`; day = dateOf(new Date(at(day).getTime() + 86_400_000)))
        if (addWorkingDays(dateOf(new Date(at(day).getTime() - 86_400_000)), 1, calendar) === day) days += 1;
      return days;
    };
    expect([2024, 2025, 2026].map(count)).toEqual([251, 248, 248]);
  });
  it('marks a limit that reaches into an unknown year, and only such a one', () => {
    expect(due(at('2026-12-28'), { amount: 10, unit: 'workingDay' }, { calendar }).provisional).toBe(true);
    expect(due(at('2026-12-28'), { amount: 24, unit: 'hour' }, { calendar }).provisional).toBe(false);
    expect(due(at('2026-12-28'), { amount: 1, unit: 'workingDay' }, { calendar }).provisional).toBe(false);
  });
  it('does not mark a day that was set by hand, because no notice changes it, until a pause has moved it', () => {
    expect(dueOnDay(at('2026-12-28'), '2027-01-13', { calendar })).toMatchObject({ dueDate: '2027-01-13', provisional: false });
    const moved = dueOnDay(at('2026-12-28'), '2027-01-13', { calendar, suspensions: [{ from: '2026-12-29', to: '2026-12-30' }] });
    expect(moved).toMatchObject({ dueDate: '2027-01-15', provisional: true });
  });
  it('leaves a rest day that was set by hand as it was set, and moves it on to a working day after a pause', () => {
    expect(dueOnDay(at('2026-12-01'), '2026-12-12', { calendar }).dueDate).toBe('2026-12-12');
    const options = { calendar, suspensions: [{ from: '2026-12-12', to: '2026-12-14' }] };
    expect(dueOnDay(at('2026-12-01'), '2026-12-12', options).dueDate).toBe('2026-12-15');
  });
});

describe('limits table', () => {
  it('has T01 to T60, each with its basis', () => {
    expect(Object.keys(limits)).toHaveLength(60);
    expect(limits.T38).toMatchObject({ amount: 24, unit: 'hour', profile: 'hour24', basis: '移送规定5条' });
    expect(Object.values(limits).every((limit) => limit.basis && units.has(limit.unit === 'month' ? 'hour' : limit.unit))).toBe(true);
  });
});

describe('counting for people', () => {
  it('counts what is left from tomorrow, the due day included', () => {
    expect(leftText(at('2026-12-10'), '2026-12-15', calendar)).toBe('还有 3 个工作日');
    expect(leftText(at('2026-12-15'), '2026-12-15', calendar)).toBe('今天到期');
    expect(leftText(at('2026-12-16'), '2026-12-15', calendar)).toBe('已过 1 个工作日');
    expect(workingDaysOver(at('2026-12-20'), '2026-12-15', calendar)).toBe(3);
  });
  it('writes days as experience 7.1 says', () => {
    expect(dayText('2026-12-15')).toBe('12月15日（周二）');
    expect(dayText('')).toBe('');
    expect(fullDay('2026-12-15')).toBe('2026年12月15日（周二）');
    expect(endOfDay('2026-12-15')).toBe('12月15日（周二）24:00 前');
    expect(minute(new Date('2026-12-10T16:20:00+08:00'))).toBe('12月10日（周四）16:20');
    expect(time.spanText(3, 'calendarDay')).toBe('3 日（自然日）');
    expect(time.dueText({ dueDate: '2027-01-13', provisional: true })).toBe('1月13日（周三）（暂按周末推算，待放假通知发布后更新）');
  });
  it('explains each skipped span, make-up days and the rolled end', () => {
    const lines = explain(at('2026-09-30'), { amount: 30, unit: 'workingDay' }, { calendar, suspensions: [{ from: '2026-10-19', to: '2026-11-06' }] });
    expect(lines.slice(0, 3).map(({ from, to, kind, days }) => [from, to, kind, days])).toEqual([
      ['2026-10-01', '2026-10-07', 'holiday', null],
      ['2026-10-08', '2026-10-09', 'counted', [1, 2]],
      ['2026-10-10', '2026-10-10', 'makeUp', [3, 3]],
    ]);
    expect(lines.find((line) => line.kind === 'suspended')).toMatchObject({ from: '2026-10-19', to: '2026-11-06' });
    const rolled = explain(at('2026-09-22'), { amount: 10, unit: 'calendarDay' }, { calendar });
    expect(rolled.at(-1)).toEqual({ from: '2026-10-03', to: '2026-10-08', kind: 'rolled', days: null });
    expect(rolled.map(lineText)[0]).toBe('9月23日（周三）至 10月2日（周五）　第 1–10 日');
  });
});

describe('alarms', () => {
  const alarms = (profile: 'short' | 'std' | 'long' | 'hour24' | 'info', start: string, amount: number, unit: Unit): string[] => {
    const from = new Date(`${start}:00+08:00`);
    return alarmsOf(profile, { startedAt: from, due: due(from, { amount, unit }, { calendar }) }, calendar).map((one) => `${one.stage} ${minute(one.at)}`);
  };
  it('std: three and one working days before, the due day, then one, three and five after', () => {
    expect(alarms('std', '2026-11-24T15:20', 15, 'workingDay')).toEqual([
      'before3 12月10日（周四）09:00', 'before1 12月14日（周一）09:00', 'dueDay 12月15日（周二）09:00',
      'over1 12月16日（周三）09:00', 'over3 12月18日（周五）09:00', 'over5 12月22日（周二）09:00',
    ]);
  });
  it('long adds ten and five, and leaves out what lies before the start', () => {
    expect(alarms('long', '2026-11-24T15:20', 15, 'workingDay').slice(0, 2)).toEqual(['before10 12月1日（周二）09:00', 'before5 12月8日（周二）09:00']);
    expect(alarms('long', '2026-11-24T15:20', 5, 'workingDay')[0]).toBe('before3 11月26日（周四）09:00');
  });
  it('short: at the start, half time, the due afternoon, and the next working morning', () => {
    expect(alarms('short', '2026-11-26T10:00', 2, 'workingDay')).toEqual([
      'start 11月26日（周四）10:00', 'half 11月30日（周一）09:00', 'dueDay 11月30日（周一）15:30', 'end 12月1日（周二）09:00',
    ]);
  });
  it('short: warns by the raw date when a holiday moves the end', () => {
    expect(alarms('short', '2026-02-13T10:00', 3, 'calendarDay')).toEqual([
      'start 2月13日（周五）10:00', 'half 2月14日（周六）15:30', 'dueDay 2月24日（周二）15:30', 'end 2月25日（周三）09:00',
    ]);
  });
  it('hour24: exact hours, but the first two not at night', () => {
    expect(alarms('hour24', '2026-09-30T16:20', 24, 'hour')).toEqual([
      'hour20 9月30日（周三）20:30', 'hour23 10月1日（周四）15:20', 'end 10月1日（周四）16:20',
    ]);
    expect(alarms('hour24', '2026-09-30T11:00', 24, 'hour')[0]).toBe('hour20 9月30日（周三）20:30');
    expect(alarms('hour24', '2026-09-30T02:00', 24, 'hour').at(-2)).toBe('hour23 10月1日（周四）01:00');
  });
  it('info never reminds', () => expect(alarms('info', '2026-11-24T15:20', 10, 'calendarDay')).toEqual([]));
  it('all day-based alarms lie in the day of a working day', () => {
    fc.assert(fc.property(fc.integer({ min: 0, max: 20_000 }), fc.integer({ min: 1, max: 30 }), fc.constantFrom('short' as const, 'std' as const, 'long' as const), (hours, n, profile) => {
      const from = new Date(Date.UTC(2024, 1, 1) + hours * 3_600_000);
      for (const alarm of alarmsOf(profile, { startedAt: from, due: due(from, { amount: n, unit: 'calendarDay' }, { calendar }) }, calendar)) {
        if (alarm.stage === 'start') continue;
        const hour = time.clock(alarm.at);
        expect(hour >= '08:00' && hour < '21:00', `${alarm.stage} ${alarm.at}`).toBe(true);
        const day = dateOf(new Date(alarm.at));
        expect(addWorkingDays(addWorkingDays(day, 1, calendar), -1, calendar), alarm.stage).toBe(day);
      }
    }));
  });
});
