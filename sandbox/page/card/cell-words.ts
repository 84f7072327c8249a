import { wallTime } from '../kit/dates.ts';
import { text, within, type Node } from './shape.ts';

/** A number with grouping, decimals and symbol as the column asks; what is no number stands as it is. */
export function numberText(value: unknown, format: Node): string {
  const amount = typeof value === 'number' ? value : text(value).trim() === '' ? Number.NaN : Number(value);
  if (!Number.isFinite(amount)) return text(value);
  const digits = format['precision'] === undefined ? undefined : within(format['precision'], [0, 10], 0);
  const grouped = format['separator'] === true || format['separator'] === 'true';
  const written = amount.toLocaleString('zh-CN', { useGrouping: grouped, ...(digits === undefined ? { maximumFractionDigits: 10 } : { minimumFractionDigits: digits, maximumFractionDigits: digits }) });
  return `${text(format['symbol'])}${written}`;
}

const parts = /YYYY|YY|MM|M|DD|D|HH|H|mm|ss/g;

/** Epoch milliseconds as the column's `date_format` asks, in China's time; `YYYY/MM/DD` where it asks for nothing. */
export function dateText(value: unknown, format: string): string {
  const moment = Number(value);
  if (text(value) === '' || !Number.isFinite(moment)) return text(value);
  const at = wallTime(moment);
  const two = (part: number) => String(part).padStart(2, '0');
  const [hour = '', minute = ''] = at.time.split(':');
  const words: Record<string, string> = {
    YYYY: String(at.year), YY: String(at.year).slice(2), MM: two(at.month), M: String(at.month), DD: two(at.day), D: String(at.day),
    HH: hour, H: String(Number(hour)), mm: minute, ss: two(Math.floor(moment / 1000) % 60),
  };
  return (format || 'YYYY/MM/DD').replace(parts, (part) => words[part] ?? part);
}
