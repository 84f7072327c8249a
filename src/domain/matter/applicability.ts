import type { Settings } from '../settings.ts';
import { dayText } from '../time/time.ts';
import type { Facts } from './matter.ts';

/** 依据适用待确认 (AC-12.1, Q8): the event lies before the day from which the measures hold, or that day is not set; empty where nothing is in doubt or no day was told. */
export function doubtfulBasis({ happened }: Pick<Facts, 'happened'>, { effectiveFrom }: Pick<Settings, 'effectiveFrom'>): string {
  if (!effectiveFrom) return '依据适用待确认：本办法施行日期尚未填写';
  const day = happened.slice(0, 10);
  return day && day < effectiveFrom ? `依据适用待确认：${dayText(day, { year: true })}发生，本办法 ${dayText(effectiveFrom, { year: true })}起施行` : '';
}
