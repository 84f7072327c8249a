import { opens } from '../kit/draw.ts';
import type { WorkCalendar } from '../../src/domain/time/calendar.ts';
import type { Duty } from '../../src/domain/duties.ts';
import { clock, dayText } from '../../src/domain/time/time.ts';
import { dutyRow, groupedDuties } from '../kit/duty-rows.ts';
import { button, buttonRow, card, help as small, line, type Card, type Child } from '../kit/kit.ts';

const most = 8;

/** K31: what waits for a person, overdue on top, eight rows; a row sends that card afresh. */
export function todo({ now, calendar, duties }: { now: Date; calendar: WorkCalendar; duties: readonly Duty[] }): Card {
  if (!duties.length) {
    return card({ title: '我的待办', tint: 'blue', summary: '我的待办 0 件' }, [line('现在没有需要您办理的事项。'), button('我报的', { do: 'ask', what: 'mine' }, { wide: true })]);
  }
  const sorted = groupedDuties(duties, now, calendar);
  const first = sorted[0]?.list[0];
  let room = most;
  const rows = sorted.flatMap(({ group, list }): Child[] => {
    const shown = list.slice(0, room);
    room -= shown.length;
    return shown.length ? [line(`${group} ${list.length}`), ...shown.map((duty) => dutyRow(duty, now))] : [];
  });
  return card({ title: `我的待办　${duties.length} 件`, subtitle: `截至 ${dayText(now)}${clock(now)}`, tint: 'blue', summary: `我的待办 ${duties.length} 件` }, [
    ...rows,
    duties.length > most && small(`还有 ${duties.length - most} 件，办完上面的再说「我的待办」`),
    buttonRow(first && button('从第一件开始', opens(first.doc, first.card, first.face), { look: 'primary_filled' }), button('刷新', { do: 'ask', what: 'todo' })),
  ]);
}
