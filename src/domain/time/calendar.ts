import { Temporal } from 'temporal-polyfill';

/** Which days are worked. `covers` says whether the State Council notice of that year has been imported. */
export interface WorkCalendar {
  isWorkingDay(date: Temporal.PlainDate): boolean;
  covers(year: number): boolean;
}

/** Days off (weekends within holidays included) and make-up working days by year, with the notice they come from. */
export type HolidayYears = Readonly<Record<string, { source: string; off: readonly string[]; work: readonly string[] }>>;

/** Statutory days of every year by the solar calendar (全国年节及纪念日放假办法); days between are adjusted by notice only. */
const fixedFloor = ['01-01', '05-01', '05-02', '10-01', '10-02', '10-03'];

/** Statutory days that follow the lunar calendar or a solar term, for years whose notice is still unknown. */
const movingFloor: Readonly<Record<number, readonly string[]>> = {
  2027: ['02-05', '02-06', '02-07', '02-08', '04-05', '06-09', '09-15'],
};

/** Builds the calendar; a year without data falls back to weekends plus the statutory days that are certain. */
export function createCalendar(years: HolidayYears): WorkCalendar {
  const known = new Map(
    Object.entries(years).map(([year, { off, work }]) => [Number(year), { off: new Set(off), work: new Set(work) }]),
  );
  return {
    covers: (year) => known.has(year),
    isWorkingDay(date) {
      const year = known.get(date.year);
      const text = date.toString();
      if (year?.work.has(text)) return true;
      if (date.dayOfWeek > 5) return false;
      if (year) return !year.off.has(text);
      const day = text.slice(-5);
      return !fixedFloor.includes(day) && !movingFloor[date.year]?.includes(day);
    },
  };
}

/** The date `n` working days after (before, if negative) an ISO date; 0 gives the date itself. */
export function addWorkingDays(date: string, n: number, calendar: WorkCalendar): string {
  const step = Math.sign(n);
  let day = Temporal.PlainDate.from(date);
  for (let left = Math.abs(n); left > 0; ) {
    day = day.add({ days: step });
    if (calendar.isWorkingDay(day)) left -= 1;
  }
  return day.toString();
}

/** The first working day on or after an ISO date. */
export function rollForward(date: string, calendar: WorkCalendar): string {
  return calendar.isWorkingDay(Temporal.PlainDate.from(date)) ? date : addWorkingDays(date, 1, calendar);
}

/** How many working days lie after one ISO date and up to another, the latter included. */
export function workingDaysBetween(after: string, until: string, calendar: WorkCalendar): number {
  let count = 0;
  for (let day = Temporal.PlainDate.from(after).add({ days: 1 }); day.toString() <= until; day = day.add({ days: 1 })) {
    if (calendar.isWorkingDay(day)) count += 1;
  }
  return count;
}
