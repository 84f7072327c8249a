import codes from '../../src/domain/data/codes.json' with { type: 'json' };
import { actorName } from '../../src/domain/audit.ts';
import { workingDaysBetween } from '../../src/domain/time/calendar.ts';
import { dateOf, dayText, endOfDay, minute, time } from '../../src/domain/time/deadlines.ts';
import type { AuditEntry, Clock, Document } from '../../src/domain/document.ts';
import type { Surroundings } from './draw.ts';

/** The Center as cards of other organs name it. */
export const centerTitle = '市公共资源交易中心';

/** 11月24日 15:20: the moment of an act in a handled line. */
export function stamp(at: string): string {
  return at === '' ? '' : `${dayText(at).split('（')[0] ?? ''} ${time.clock(at)}`;
}

/** The last line of the trail among some acts; refused tries are left out. */
export function lastOf(doc: Pick<Document, 'audit'>, ...acts: readonly string[]): AuditEntry | undefined {
  return doc.audit.findLast((entry) => acts.includes(entry.act) && entry.code !== 'DENIED');
}

/** 王磊 11月24日 15:20 签收: the first line of a handled card; empty where nothing of the kind was done. */
export function doneLine(doc: Pick<Document, 'audit'>, ...acts: readonly string[]): string {
  const entry = lastOf(doc, ...acts);
  return entry ? `${actorName(entry.by) || '系统'} ${stamp(entry.at)} ${entry.verb}` : '';
}

/** 15 个工作日（中心设定）, 3 日（自然日，法定，移送规定5条）: the span of a limit with its origin. */
export function spanOf(clock: Clock, { calendar }: Pick<Surroundings, 'calendar'>): string {
  const amount = clock.amount || workingDaysBetween(dateOf(new Date(clock.startedAt)), clock.due.dueDate, calendar);
  const span = time.spanText(amount, clock.unit);
  const origin = clock.origin === '法定' ? `法定，${clock.basis}` : clock.origin;
  return span.endsWith('）') ? `${span.slice(0, -1)}，${origin}）` : `${span}（${origin}）`;
}

/** The end of a limit as a card says it: the minute of an hour limit, else the day till 24:00. */
export function endOf(clock: Clock): string {
  return clock.unit === 'hour' ? `${minute(clock.due.dueAt)} 前` : `${endOfDay(clock.due.dueDate)}${clock.due.provisional ? '（暂按周末推算，待放假通知发布后更新）' : ''}`;
}

/** The end of a limit that counts now; empty where there is none, or where it stands still. */
export function countingEnd(clock: Clock | undefined): string {
  return clock && clock.pausedFrom === undefined ? endOf(clock) : '';
}

/** 12月15日（周二）前（中心设定）: a limit short enough for a row of facts; since when it stands still, where it does. */
export function shortLimit(clock: Clock): string {
  if (clock.pausedFrom) return `自 ${dayText(clock.pausedFrom)}起不计入期限`;
  const origin = clock.origin === '法定' ? `法定，${clock.basis}` : clock.origin;
  return `${beforeOf(clock)}（${origin}）`;
}

/** 12月11日（周五）16:20 前, 12月15日（周二）前: the end of a limit in a sentence. */
export function beforeOf(clock: Clock): string {
  return clock.unit === 'hour' ? `${minute(clock.due.dueAt)} 前` : `${time.dueText(clock.due)}前`;
}

/** The end of a limit as a plain point in time, for sentences like 应于…完成. */
export function pointOf(clock: Clock): string {
  return clock.unit === 'hour' ? minute(clock.due.dueAt) : time.dueText(clock.due);
}

/** Whether a limit has passed while it still runs. */
export function isOver(clock: Clock | undefined, now: Date): boolean {
  return clock !== undefined && !clock.stoppedAt && Date.parse(clock.due.dueAt) <= now.getTime();
}

/** Names of violations in words; unknown codes are left out. */
export function violationNames(list: readonly string[]): string {
  const names: Readonly<Record<string, string>> = codes.violation;
  return list.map((code) => names[code] ?? '').filter(Boolean).join('、');
}

/** At most `most` characters of somebody's words, marked where cut, so that a card keeps its size. */
export function cut(text: string, most = 300): string {
  const signs = [...text];
  return signs.length > most ? `${signs.slice(0, most - 1).join('')}…` : text;
}

/** How many pieces of evidence, and whether their checksums are those of their receipt. */
export function evidenceText({ evidence, broken }: { evidence: readonly unknown[]; broken: readonly unknown[] }): string {
  if (broken.length) return `${evidence.length} 份，${broken.length} 份校验值不一致`;
  return evidence.length ? `${evidence.length} 份，已校验` : '无';
}
