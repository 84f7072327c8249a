import { latest, suspendedDays } from '../../src/domain/time/clocks.ts';
import { dateOf, explain, lineText, limitRule, workingDaysLeft, type Line } from '../../src/domain/time/deadlines.ts';
import type { Clock } from '../../src/domain/document.ts';
import { dayText, dueText, endOfDay, minute, spanText } from '../../src/domain/time/time.ts';
import { numberOf } from '../../src/domain/duties.ts';
import type { DocCard, DrawInput } from './draw.ts';
import { card, facts, focus, help, line, plain } from './kit.ts';
import { mayView, unknownCard } from '../matter/matter-parts.ts';

const most = 24;

/** K35 for any document: the face names the limit (T03 …); start, unit, source, every day counted or skipped, and the rolled end. */
export const howCounted: DocCard<unknown> = (input) => {
  const { doc, face } = input;
  const limit = latest(doc.clocks, face);
  if (!mayView(input, doc) || !limit) return unknownCard();
  const { due } = limit;
  const hours = limit.unit === 'hour';
  const days = hours ? [] : daysOf(limit, input);
  return card({ title: `${dayText(due.dueDate)}是怎么算的`, subtitle: numberOf(doc), tint: 'grey', summary: `${numberOf(doc)} 期限说明` }, [
    focus(hours ? `截止 ${minute(due.dueAt)}` : endOfDay(due.dueDate)),
    facts([
      ['起算', hours ? minute(limit.startedAt) : `${dayText(limit.startedAt)}，当日不计`],
      ['天数', amountText(limit, input)],
      ['依据', limit.basis],
      ['事项', (limitRule(limit.rule)?.what ?? '').replace(/（[^）]*）/g, '')],
    ]),
    ...days.slice(0, most).map((day) => plain(lineText(day), 1)),
    due.rawDate !== due.dueDate && line(`原到期 ${dayText(due.rawDate)}，遇放假顺延至 ${dueText(due)}`),
    hours && line('按小时计算，放假和周末不扣除，到点即止。'),
    limit.pausedFrom && line(`自 ${dayText(limit.pausedFrom)}起中止，恢复后重新计算到期日`),
    Boolean(limit.suspensions?.length) && line(`中止期间已扣除 ${suspendedDays(limit, input.world.calendar)} 个工作日`),
    due.provisional && help('该年放假安排未导入，暂按周末推算，待放假通知发布后更新'),
    !hours && help('按国务院办公厅放假安排和调休计算'),
  ]);
};

// A limit set to a day has no number of its own: its days are counted back from that day.
function daysOf(limit: Clock, { world }: Pick<DrawInput, 'world'>): readonly Line[] {
  const start = new Date(limit.startedAt);
  const options = { calendar: world.calendar, suspensions: limit.suspensions ?? [] };
  if (limit.amount !== 0) return explain(start, { amount: limit.amount, unit: limit.unit }, options);
  const counted = countedDays(limit, world);
  return counted > 0 ? explain(start, { amount: counted, unit: 'workingDay' }, options) : [];
}

function countedDays(limit: Clock, { calendar }: DrawInput['world']): number {
  return workingDaysLeft(new Date(limit.startedAt), limit.due.dueDate, calendar) - suspendedDays(limit, calendar);
}

function amountText(limit: Clock, { world }: Pick<DrawInput, 'world'>): string {
  if (limit.amount !== 0) return `${spanText(limit.amount, limit.unit)}（${limit.origin}）`;
  const counted = countedDays(limit, world);
  return `${dateOf(new Date(limit.startedAt)) < limit.due.dueDate ? `${spanText(counted, 'workingDay')}，` : ''}${limit.origin}`;
}
