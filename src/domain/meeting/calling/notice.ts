import type { World } from '../../document.ts';
import { refuse, type Refusal } from '../../refusal.ts';
import { dayText } from '../../time/deadlines.ts';
import { keepsNotice, keepsUrgentNotice } from './finding-time.ts';

/** The limit of notice (T11): three working days before, or two hours before with a written reason; undefined where it is kept. */
export function noticeFault({ start, reason }: { start: string; reason: string }, world: Pick<World, 'now' | 'calendar' | 'settings'>): Refusal | undefined {
  if (keepsNotice(start, world)) return undefined;
  if (!keepsUrgentNotice(start, world)) return refuse('input', { fields: '紧急会商也要提前 2 小时通知，请改晚一些' }, ['start']);
  return reason.length >= 4 ? undefined : refuse('notice', { days: String(world.settings.noticeDays), day: dayText(start) }, ['reason']);
}
