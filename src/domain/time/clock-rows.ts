import { z } from 'zod';
import type { Document, EffectRequest, Row, World } from '../document.ts';
import { dayText } from './deadlines.ts';
import { asReminder, post, redraw } from '../effects.ts';
import { running } from './clocks.ts';

/** An alarm that rang: the limit it belongs to (empty for alarms of an act's own) and its stage. */
export interface Fired { rule: string; stage: string }

/** The row by which the clock asks a document whether somebody must be reminded; after a jump of the clock everybody hears only of the last stage meant for him. */
export function alarmRow<D>(at: { code: string; article: string; remind(doc: Document<D>, fired: Fired, world: World): readonly EffectRequest[] }): Row<D, Fired & { id: string }> {
  return {
    act: 'alarm', verb: '提醒', code: at.code, article: at.article, from: ['*'], to: '=', by: ['clock'],
    input: z.object({ id: z.string(), rule: z.string(), stage: z.string() }),
    follow: ({ doc, input, world }) => {
      const told = new Set(overtaking(doc, input, world).flatMap((later) => at.remind(doc, later, world)).map(receiverOf));
      return at.remind(doc, input, world).filter((request) => !told.has(receiverOf(request))).map((request) => asReminder(request, input));
    },
    note: ({ input }) => input.stage,
  };
}

const counted = z.object({ before: z.array(z.object({ rule: z.string(), dueDate: z.string() })).default([]) });

/** The row by which the system counts provisional limits again once the notice of their year is known; `before` are the days that held until then. */
export function recountRow<D>(at: { code: string; article: string }): Row<D, z.output<typeof counted>> {
  return {
    act: 'recount', verb: '重新计算期限', code: at.code, article: at.article, from: ['*'], to: '=', by: ['system'], input: counted,
    clocks: () => ({ recount: true }),
    follow: ({ doc, input }) => [...movedDays(doc, input).map((line) => post('tell-moved', { line })), redraw()],
    note: ({ doc, input }) => movedDays(doc, input).join('；') || '放假安排已导入，期限不变',
  };
}

function movedDays({ clocks }: Pick<Document, 'clocks'>, { before }: z.output<typeof counted>): string[] {
  const days = before.map(({ rule, dueDate }) => ({ from: dueDate, to: running(clocks, rule)?.due.dueDate ?? dueDate }));
  return days.filter(({ from, to }) => from !== to).map(({ from, to }) => `放假安排已导入，期限由 ${dayText(from)}调整为 ${dayText(to)}`);
}

// Stages of the same limit that are due as well: whoever hears of one of them needs not hear of this one.
function overtaking<D>(doc: Document<D>, { rule, stage }: Fired, { now }: World): readonly Fired[] {
  const [of] = stage.split('-');
  return doc.alarms.filter((alarm) => Date.parse(alarm.at) <= now.getTime() && alarm.rule === rule && (rule !== '' || alarm.stage.split('-')[0] === of));
}

function receiverOf({ job, data }: EffectRequest): string {
  return [job, data['to'], data['person'], data['organ'], data['face'], job === 'send-card' ? '' : data['text']].map((part) => String(part ?? '')).join(' ');
}
