import { dateOf } from '../time/time.ts';
import type { Guess } from './reading.ts';
import { clauseAt } from './scan.ts';

const day = 86_400_000;
const back: Readonly<Record<string, number>> = { 今天: 0, 今早: 0, 今上午: 0, 刚才: 0, 刚刚: 0, 昨天: 1, 昨晚: 1, 前天: 2, 大前天: 3 };

// Days of hearing, writing or answering are not days of doing.
const other = /电话|来信|收到|举报信|来访|质疑|异议|答复|投诉|反映|举报|月底要|下个?月|将于|准备/;

const pad = (value: number): string => String(value).padStart(2, '0');

function absolute(match: RegExpMatchArray, now: Date): string | undefined {
  const [, year, month = '', date = ''] = match;
  const today = dateOf(now);
  const rest = `${pad(Number(month))}-${pad(Number(date))}`;
  if (Number(month) < 1 || Number(month) > 12 || Number(date) < 1 || Number(date) > 31) return undefined;
  if (year) return `${year}-${rest}`;
  const thisYear = `${today.slice(0, 4)}-${rest}`;
  return thisYear <= today ? thisYear : `${Number(today.slice(0, 4)) - 1}-${rest}`;
}

/** Every day that a text names, in its order, with the clause that it stands in; a day without year is the latest one not in the future. */
export function datesIn(text: string, now: Date): { date: string; words: string; clause: string; whole: boolean }[] {
  return [...text.matchAll(/(?:(20\d\d)\s*[年./-]\s*)?(\d{1,2})\s*[月./-]\s*(\d{1,2})\s*[日号]/g)].flatMap((match) => {
    const date = absolute(match, now);
    return date ? [{ date, words: match[0], clause: clauseAt(text, match.index), whole: match[1] !== undefined }] : [];
  });
}

/** When it happened, as told, as an ISO date; a date without year is the latest one not in the future. */
export function readHappened(text: string, now: Date): Guess<string> | undefined {
  const told = datesIn(text, now).find(({ clause }) => !other.test(clause));
  if (told) return { value: told.date, words: told.words, why: '提到的日期', sure: told.whole };
  for (const match of text.matchAll(/大前天|前天|昨天|昨晚|今天|今早|刚才|刚刚/g)) {
    if (other.test(clauseAt(text, match.index))) continue;
    return { value: dateOf(new Date(now.getTime() - (back[match[0]] ?? 0) * day)), words: match[0], why: '按您发消息的时间推算', sure: true };
  }
  return undefined;
}
