import { z } from 'zod';
import { dateOf, dayText } from '../time/deadlines.ts';
import { rows, type ClockTurn, type Document } from '../document.ts';
import { redraw } from '../effects.ts';
import { running } from '../time/clocks.ts';
import { openStates, type Referral } from './referral.ts';

const row = rows<Referral>();

/** 中止与恢复 of the department's part reach its verification: T07 stands still as long; the head's own limits of decision do not. */
export const suspensionRows = [
  row({
    act: 'pause', verb: '中止核实期限', code: 'VER_SUSP', article: '第九条', from: openStates, to: '=', by: ['system'], input: z.object({}),
    change: () => ({ suspended: true }),
    clocks: () => ({ pause: ['T07'] }),
    follow: () => [redraw()],
    note: ({ world }) => `自 ${dayText(dateOf(world.now))}起不计入核实期限`,
  }),
  row({
    act: 'resume', verb: '恢复核实期限', code: 'VER_SUSP', article: '第九条', from: openStates, to: '=', by: ['system'], input: z.object({}),
    change: () => ({ suspended: false }),
    clocks: () => ({ resume: ['T07'] }),
    follow: () => [redraw()],
    note: ({ doc }) => (running(doc.clocks, 'T07') ? `核实截止 ${dayText(running(doc.clocks, 'T07')?.due.dueDate ?? '')}` : ''),
  }),
];

/** The start of the limit of verification; where the department's part stands still it waits for its end. */
export function verificationStarts({ data }: Pick<Document<Referral>, 'data'>): ClockTurn {
  return { start: [{ rule: 'T07' }], ...(data.suspended ? { pause: ['T07'] } : {}) };
}
