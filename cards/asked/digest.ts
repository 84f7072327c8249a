import type { WorkCalendar } from '../../src/domain/time/calendar.ts';
import type { Duty } from '../../src/domain/duties.ts';
import { dayText } from '../../src/domain/time/time.ts';
import { opens } from '../kit/draw.ts';
import { dutyRow, groupedDuties, type DutyGroup } from '../kit/duty-rows.ts';
import { button, buttonRow, card, focus, help, line, type Card } from '../kit/kit.ts';

const most = 8;

/** K36 每日汇总: one list instead of many messages; `lines` say what changed without him, `others` how many things were done by somebody else meanwhile. */
export function digest({ now, calendar, duties, lines = [], others = 0 }: { now: Date; calendar: WorkCalendar; duties: readonly Duty[]; lines?: readonly string[]; others?: number }): Card {
  const sorted = groupedDuties(duties, now, calendar);
  const count = (group: DutyGroup): number => sorted.find((one) => one.group === group)?.list.length ?? 0;
  const all = sorted.flatMap(({ list }) => list);
  const rows = all.slice(0, most);
  const [first] = all;
  return card({ title: `今日提醒　${dayText(now)}`, tint: 'blue', summary: `今日提醒 ${duties.length} 件` }, [
    focus(`今天到期 ${count('今天到期')}　三日内 ${count('三个工作日内')}　已过期限 ${count('已过期限')}`),
    ...rows.map((duty) => dutyRow(duty, now)),
    ...lines.slice(0, most).map(line),
    others > 0 && help(`有 ${others} 件已由他人办理，不需您处理`),
    help(duties.length > most ? `还有 ${duties.length - most} 件。办完或申请延期后，不再提醒该件` : '办完或申请延期后，不再提醒该件'),
    buttonRow(
      button('全部待办', { do: 'ask', what: 'todo' }, { look: 'primary_filled' }),
      first && button('从第一件开始', opens(first.doc, first.card, first.face)), button('提醒设置', { do: 'ask', what: 'reminders' }),
    ),
  ]);
}
