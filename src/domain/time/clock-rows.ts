import { z } from 'zod';
import type { Document, EffectRequest, Row, World } from '../document.ts';
import { dayText } from './deadlines.ts';
import { redraw, toDigest } from '../effects.ts';
import { limitRule } from './limits.ts';

/** An alarm that rang: the limit it belongs to (empty for alarms of an act's own) and its stage. */
export interface Fired { rule: string; stage: string }

/** The row by which the clock asks a document whether somebody must be reminded; what is not urgent goes into the morning's digest. */
export function alarmRow<D>(at: { code: string; article: string; remind(doc: Document<D>, fired: Fired, world: World): readonly EffectRequest[] }): Row<D, Fired & { id: string }> {
  return {
    act: 'alarm', verb: '提醒', code: at.code, article: at.article, from: ['*'], to: '=', by: ['clock'],
    input: z.object({ id: z.string(), rule: z.string(), stage: z.string() }),
    follow: ({ doc, input, world }) => {
      const requests = at.remind(doc, input, world);
      return waitsForMorning(input) ? requests.map(toDigest) : requests;
    },
    note: ({ input }) => input.stage,
  };
}

/** The row by which the system counts provisional limits again once the notice of their year is known. */
export function recountRow<D>(at: { code: string; article: string }): Row<D, object> {
  return {
    act: 'recount', verb: '重新计算期限', code: at.code, article: at.article, from: ['*'], to: '=', by: ['system'], input: z.object({}),
    clocks: () => ({ recount: true }),
    follow: () => [redraw()],
    note: ({ doc }) => `放假安排已导入，期限为 ${doc.clocks.filter((clock) => !clock.stoppedAt).map((clock) => dayText(clock.due.dueDate)).join('、')}`,
  };
}

/** Whether a reminder is one of those at 09:00 that say a limit is near: the days before it and its last day (experience section 2). */
export function waitsForMorning({ rule, stage }: Fired): boolean {
  const moment = stage.split('-').at(-1) ?? '';
  if (moment === 'dueDay') return limitRule(rule)?.profile !== 'short';
  return /^before(10|5|3|1)$/.test(moment);
}
