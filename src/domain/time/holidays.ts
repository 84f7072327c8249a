import { z } from 'zod';
import type { HolidayYears } from './calendar.ts';
import published from '../data/holidays.json' with { type: 'json' };

const date = z.iso.date('日期应写成 2027-01-01');
const year = z.object({ source: z.string().min(1, '请写明放假通知的名称'), off: z.array(date), work: z.array(date) });
const file = z.record(z.string(), year);

/** The years whose notices the product knows, and those of a city's own file on top; throws Error with every fault in Chinese. */
export function holidayYears(own?: string): HolidayYears {
  if (own === undefined) return published;
  const parsed = file.safeParse(jsonOf(own));
  const faults = parsed.success ? strays(parsed.data) : parsed.error.issues.map((issue) => `${issue.path.join('.')}：${issue.message}`);
  if (!parsed.success || faults.length) throw new Error(`放假安排文件有误：${faults.join('；')}`);
  return { ...published, ...parsed.data };
}

function jsonOf(text: string): unknown {
  try {
    return JSON.parse(text);
  } catch {
    throw new Error('放假安排文件不是 JSON');
  }
}

function strays(years: HolidayYears): string[] {
  return Object.entries(years).flatMap(([name, { off, work }]) => {
    if (!/^\d{4}$/.test(name)) return [`${name} 应为四位年份`];
    return [...off, ...work].filter((day) => !day.startsWith(`${name}-`)).map((day) => `${name}：${day} 不在这一年`);
  });
}
