import { z } from 'zod';
import { rows, type Situation } from '../../document.ts';
import { redraw } from '../../effects.ts';
import { refuse, type Refusal } from '../../refusal.ts';
import { givenOut } from '../evidence.ts';
import { sendInput } from '../inputs.ts';
import type { Matter } from '../matter.ts';
import { branchesOf, openings, sendable, sendingNote } from './sending.ts';

const row = rows<Matter>();
const reportInput = sendInput.extend({ unfixed: z.string().trim().max(500).default('') });
type Reporting = Situation<Matter, z.output<typeof reportInput>>;

/** 书面报告 of what the Center found itself (Article 9, domain table 5.1): like a 转办, but never without evidence or a statement why none could be had (AC-9.5). */
export const reportRows = [
  row({
    act: 'report', verb: '书面报告', code: 'RPT_SEND', article: '第九条', from: ['registered'], to: 'reported', by: ['C_CLERK', 'C_HEAD'], input: reportInput,
    guard: reportable,
    numbers: ({ input }) => input.organs.map((organ) => ({ key: organ, form: '鄂公资报〔{year}〕{n}号', scope: '鄂公资报-{year}' })),
    change: (s) => ({ forwards: [...s.doc.data.forwards, ...branchesOf(s)], requirement: s.input.requirement, unfixed: s.input.unfixed }),
    clocks: () => ({ stop: ['T01', 'T02'] }),
    follow: (s) => [...openings(s), redraw()],
    note: (s) => sendingNote(s),
  }),
];

function reportable(s: Reporting): Refusal | undefined {
  const { data } = s.doc;
  if (!isFoundByCenter(data)) return refuse('input', { fields: '书面报告用于中心自行发现的问题，来件请转办' });
  if (!givenOut(data.files).length && s.input.unfixed.length < 4) return refuse('reason', { what: '没有已固定证据的书面报告' }, ['unfixed']);
  return sendable(s);
}

/** Whether the Center came upon it itself: by its monitoring, or its own people as witnesses. */
export function isFoundByCenter({ kind, source }: Pick<Matter, 'kind' | 'source'>): boolean {
  return kind === 'warning' || (kind === 'lead' && (source === 'system' || source === 'seen'));
}
