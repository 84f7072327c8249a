import { opens } from './draw.ts';
import type { WorkCalendar } from '../src/domain/calendar.ts';
import { addWorkingDays, dateOf } from '../src/domain/deadlines.ts';
import type { Duty } from '../src/domain/duties.ts';
import { clock, dayText, minute } from '../src/domain/time.ts';
import { button, buttonRow, card, help as small, line, plain, tapRow, type Card, type Child } from './kit.ts';


const most = 8;
const groups = ['已过期限', '今天到期', '三个工作日内', '以后'] as const;
type Group = (typeof groups)[number];

/** K31: what waits for a person, overdue on top, eight rows; a row sends that card afresh. */
export function todo({ now, calendar, duties }: { now: Date; calendar: WorkCalendar; duties: readonly Duty[] }): Card {
  if (!duties.length) {
    return card({ title: '我的待办', tint: 'blue', summary: '我的待办 0 件' }, [line('现在没有需要您办理的事项。'), button('我报的', { do: 'ask', what: 'mine' }, { wide: true })]);
  }
  const soon = addWorkingDays(dateOf(now), 3, calendar);
  const sorted = groups.map((group) => ({ group, list: duties.filter((duty) => groupOf(duty, now, soon) === group) })).filter(({ list }) => list.length);
  const first = sorted[0]?.list[0];
  let room = most;
  const rows = sorted.flatMap(({ group, list }): Child[] => {
    const shown = list.slice(0, room);
    room -= shown.length;
    return shown.length ? [line(`${group} ${list.length}`), ...shown.map((duty) => row(duty, now))] : [];
  });
  return card({ title: `我的待办　${duties.length} 件`, subtitle: `截至 ${dayText(now)}${clock(now)}`, tint: 'blue', summary: `我的待办 ${duties.length} 件` }, [
    ...rows,
    duties.length > most && small(`还有 ${duties.length - most} 件，办完上面的再说「我的待办」`),
    buttonRow(first && button('从第一件开始', opens(first.doc, first.card, first.face), { look: 'primary_filled' }), button('刷新', { do: 'ask', what: 'todo' })),
  ]);
}

function row(duty: Duty, now: Date): Child {
  return tapRow([plain(`${duty.verb}　${duty.no}　${dueText(duty, now)}`, 2)], opens(duty.doc, duty.card, duty.face));
}

function dueText(duty: Duty, now: Date): string {
  if (duty.urgentHours && duty.dueAt) return `${minute(duty.dueAt)} 前`;
  if (!duty.dueDate) return '未设期限';
  if (duty.dueDate === dateOf(now)) return '今天 24:00 前';
  return duty.dueDate < dateOf(now) ? dayText(duty.dueDate) : `${dayText(duty.dueDate)}前`;
}

function groupOf({ dueDate, dueAt, urgentHours }: Duty, now: Date, soon: string): Group {
  const today = dateOf(now);
  if (urgentHours && dueAt) return Date.parse(dueAt) < now.getTime() ? '已过期限' : '今天到期';
  if (!dueDate) return '以后';
  if (dueDate <= today) return dueDate < today ? '已过期限' : '今天到期';
  return dueDate <= soon ? '三个工作日内' : '以后';
}
