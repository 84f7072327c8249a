import { z } from 'zod';
import { running } from '../time/clocks.ts';
import { dayText, workingDaysOver } from '../time/deadlines.ts';
import { rows, type Situation } from '../document.ts';
import { post, redraw, toRole } from '../effects.ts';
import { refuse, type Refusal } from '../refusal.ts';
import type { Forward } from './forward.ts';

const row = rows<Forward>();

/** How many working days after the limit the Center may write (experience 7.3). */
export const letterAfterDays = 5;

/** 督办函 (D-14): from the fifth working day the Center may write to a department; a person of the Center decides on it, and no limit changes by it. */
export const supervisionRows = [
  row({
    act: 'supervise', verb: '发督办函', code: 'FWD_URGE', article: '第九条', from: ['sent', 'accepted', 'extendAsked'], to: '=', by: ['C_CLERK', 'C_HEAD'], input: z.object({}).loose(), newRound: true,
    guard: supervisable,
    numbers: () => [{ key: 'paper', form: '鄂公资督〔{year}〕{n}号', scope: '鄂公资督-{year}' }],
    change: ({ doc, by, world }) => ({ supervised: { no: world.numbers['paper'] ?? '', at: world.now.toISOString(), by: 'name' in by ? by.name : '', dueDate: dueOf(doc) } }),
    follow: ({ doc, world }) => [
      post('write-paper', { paper: 'urge-letter', docNo: doc.data.supervised?.no ?? '' }),
      ...toRole(world.directory, { organ: doc.data.organ, roles: ['HEAD', 'DEPUTY', 'LIAISON'] }, 'overdue'), redraw(),
    ],
    note: ({ doc }) => `${doc.data.supervised?.no ?? ''}，应于 ${dayText(dueOf(doc))}反馈`,
  }),
];

/** Whether the Center may write now: five working days over, and not written yet about this limit. */
export function supervisable({ doc, world }: Pick<Situation<Forward, unknown>, 'doc'> & { world: Pick<Situation<Forward, unknown>['world'], 'now' | 'calendar'> }): Refusal | undefined {
  const due = dueOf(doc);
  if (!due || workingDaysOver(world.now, due, world.calendar) < letterAfterDays) return refuse('input', { fields: `过期满 ${letterAfterDays} 个工作日后才能发督办函` });
  const { supervised } = doc.data;
  return supervised?.dueDate === due ? refuse('stale', { who: supervised.by, what: '发督办函' }) : undefined;
}

function dueOf({ clocks }: Situation<Forward, unknown>['doc']): string {
  return running(clocks, 'T03')?.due.dueDate ?? '';
}
