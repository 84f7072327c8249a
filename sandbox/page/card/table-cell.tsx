import { Markdown } from './markdown/markdown.tsx';
import { PersonChip } from './person-chip.tsx';
import { label, list, text, texts, toNode, within, type Node } from './shape.ts';
import { TextTag } from './text-tag.tsx';
import { wallTime } from '../kit/dates.ts';

/** What stands in one cell, drawn by the `data_type` of its column. */
export function Cell({ column, value }: { column: Node; value: unknown }) {
  const kind = text(column['data_type']);
  if (kind === 'lark_md' || kind === 'markdown') return <Markdown source={text(value)} />;
  if (kind === 'options') return <Options value={value} />;
  if (kind === 'persons') return <Persons value={value} />;
  if (kind === 'date') return <>{dateText(value, text(column['date_format']))}</>;
  if (kind === 'number') return <span class="number">{numberText(value, toNode(column['format']))}</span>;
  return <>{text(value) || label(value)}</>;
}

function Options({ value }: { value: unknown }) {
  const given = typeof value === 'string' ? [{ text: value }] : list(value);
  return <span class="cell-tags">{given.map((option: Node, at) => <TextTag key={at} color={text(option['color'])}>{text(option['text'])}</TextTag>)}</span>;
}

function Persons({ value }: { value: unknown }) {
  const ids = (texts(value).length > 0 ? texts(value) : [text(value)]).filter((id) => id !== '');
  return <span class="people">{ids.map((id, at) => <PersonChip key={at} id={id} size="small" name avatar />)}</span>;
}

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
