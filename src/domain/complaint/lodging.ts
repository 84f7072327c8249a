import { datesIn } from '../intake/happened.ts';
import type { WorkCalendar } from '../time/calendar.ts';
import { dateOf, due, limits, type Suspension } from '../time/deadlines.ts';
import { regimeOf } from './complaint.ts';

/** How long somebody may complain, as far as his own words tell (T14, T24): from which day, until which. It is shown, never used to refuse; whether it was kept is for the department. */
export interface Lodging { rule: 'T14' | 'T24'; /** ISO day that it is counted from. */ from: string; /** ISO day of its end. */ until: string; passed: boolean }

interface Told { words: string; category: string; at: Date }

/** Reads the days of 质疑、答复、公示 out of a complaint and counts its limit; undefined where the words name none of them. */
export function lodgingOf({ words, category, at }: Told, calendar: WorkCalendar): Lodging | undefined {
  const days = datesIn(words, at);
  const day = (cue: RegExp): string | undefined => days.find(({ clause }) => cue.test(clause))?.date;
  const answered = day(/答复|回复/);
  const asked = day(/质疑|异议/);
  const found = regimeOf(category) === 'procurement' ? afterAnswer(answered, asked, calendar) : afterKnowing({ known: day(/公示|公告|公布|知道|得知|发现|开标/), asked, answered, at }, calendar);
  return found && { ...found, passed: dateOf(at) > found.until };
}

// 政府采购法55条: fifteen working days after the answer, or after the seven working days in which it should have come.
function afterAnswer(answered: string | undefined, asked: string | undefined, calendar: WorkCalendar): Omit<Lodging, 'passed'> | undefined {
  const from = answered ?? (asked && end(asked, 'T23', { calendar }));
  return from ? { rule: 'T24', from, until: end(from, 'T24', { calendar }) } : undefined;
}

// 条例60条: ten days after he knew; the days of an objection until its answer do not count.
function afterKnowing(told: { known: string | undefined; asked: string | undefined; answered: string | undefined; at: Date }, calendar: WorkCalendar): Omit<Lodging, 'passed'> | undefined {
  if (!told.known) return undefined;
  const suspensions = told.asked ? [{ from: told.asked, to: told.answered ?? dateOf(told.at) }] : [];
  return { rule: 'T14', from: told.known, until: end(told.known, 'T14', { calendar, suspensions }) };
}

function end(from: string, rule: 'T14' | 'T23' | 'T24', options: { calendar: WorkCalendar; suspensions?: readonly Suspension[] }): string {
  return due(new Date(`${from}T09:00:00+08:00`), { amount: limits[rule].amount ?? 0, unit: limits[rule].unit }, options).dueDate;
}
