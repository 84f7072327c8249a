import type { WorkCalendar } from '../../src/domain/time/calendar.ts';
import type { Duty } from '../../src/domain/duties.ts';
import { dayText } from '../../src/domain/time/time.ts';
import { dutyRow, groupedDuties, type DutyGroup } from '../kit/duty-rows.ts';
import { button, card, focus, help, type Card } from '../kit/kit.ts';

const most = 8;

/** K36 每日汇总: one list in the morning instead of many reminders; what is done disappears from tomorrow's. */
export function digest({ now, calendar, duties }: { now: Date; calendar: WorkCalendar; duties: readonly Duty[] }): Card {
  const sorted = groupedDuties(duties, now, calendar);
  const count = (group: DutyGroup): number => sorted.find((one) => one.group === group)?.list.length ?? 0;
  const rows = sorted.flatMap(({ list }) => list).slice(0, most);
  return card({ title: `今日提醒　${dayText(now)}`, tint: 'blue', summary: `今日提醒 ${duties.length} 件` }, [
    focus(`今天到期 ${count('今天到期')}　三日内 ${count('三个工作日内')}　已过期限 ${count('已过期限')}`),
    ...rows.map((duty) => dutyRow(duty, now)),
    help(duties.length > most ? `还有 ${duties.length - most} 件。办完或申请延期后，不再提醒该件` : '办完或申请延期后，不再提醒该件'),
    button('全部待办', { do: 'ask', what: 'todo' }, { look: 'primary_filled', wide: true }),
  ]);
}
