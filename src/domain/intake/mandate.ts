import { dateOf } from '../time/time.ts';
import type { Guess } from './reading.ts';
import { clauseAt } from './scan.ts';

const organs = /(?:中央|国家|国务院|自治区|内蒙古|市委|市政府|市纪委监委)[\u4e00-\u9fa5]{0,12}?(?:巡视组|巡视办|巡察组|巡察办|督查室|督察组|办公厅|办公室|委员会|发改委|监委|厅|局)/;
const tours: readonly (readonly [RegExp, string])[] = [[/巡视/, '巡视组'], [/巡察/, '巡察组'], [/专项行动/, '专项行动办公室']];
const assigning = /交办|批示|转来|督办|督查|巡视|巡察|专项行动|移交/;
const papers = /[\u4e00-\u9fa5]{1,12}[〔[（(]\d{4}[〕\]）)]第?\d+号|(?:整改)?台账第?\d+条/;
const until = /(?:(\d{4})年)?(\d{1,2})月(\d{1,2})[日号](?:之?前|以前)[^，,。；;]{0,6}(?:报|办|反馈|回复|答复|完成)/;

/** 交办: who assigned it, under which document, until when; only where the text speaks of an assignment. */
export function readMandate(text: string, now: Date): Guess<{ organ: string; no: string; dueDate: string }> | undefined {
  if (!assigning.test(text)) return undefined;
  const named = organs.exec(text)?.[0];
  const tour = tours.find(([find]) => find.test(text))?.[1];
  const organ = named ?? tour ?? '';
  const no = papers.exec(text)?.[0] ?? '';
  if (!organ && !no) return undefined;
  const words = [named ?? '', no].filter(Boolean).join('、') || (assigning.exec(text)?.[0] ?? '');
  return { value: { organ, no, dueDate: dayIn(text, now) }, words, why: '提到交办', sure: named !== undefined && no !== '' };
}

/** What a system noticed: the rest of the clause after 系统提示 and the like. */
export function readSignal(text: string): Guess<string> | undefined {
  const found = /(?:系统|平台|监测)(?:自动)?(?:提示|预警|告警|发现)[：:，,]?/.exec(text);
  if (!found) return undefined;
  const clause = clauseAt(text, found.index + found[0].length).slice(-200).trim();
  const said = clause.replace(found[0].replace(/[：:，,]$/, ''), '').trim();
  return said.length >= 4 ? { value: said, words: said, why: '系统提示的内容', sure: false } : undefined;
}

// A day without its year is the next of that name.
function dayIn(text: string, now: Date): string {
  const [, year, month = '', day = ''] = until.exec(text) ?? [];
  if (!month) return '';
  const today = dateOf(now);
  const at = (of: string) => `${of}-${month.padStart(2, '0')}-${day.padStart(2, '0')}`;
  const own = at(year ?? today.slice(0, 4));
  const written = year || own >= today ? own : at(String(Number(today.slice(0, 4)) + 1));
  return Number.isNaN(Date.parse(written)) ? '' : written;
}
