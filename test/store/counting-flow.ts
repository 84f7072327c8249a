import { z } from 'zod';
import { recountRow } from '../../src/domain/time/clock-rows.ts';
import { rows, type Flow } from '../../src/domain/document.ts';
import { post } from '../../src/domain/effects.ts';

/** What the small flow counts; `words` is sealed. */
export interface Tally { count: number; words: string; organ: string; project: string }

const row = rows<Tally>();
const words = z.object({ words: z.string().default(''), project: z.string().default(''), job: z.string().default('') }).loose();

/** A flow just large enough to exercise the machine: open it, add one, set an alarm, close it. */
export const countingFlow: Flow<Tally> = {
  kind: 'matter',
  states: { new: '未建立', open: '已开', closed: '已关' },
  final: ['closed'],
  sealed: ['words'],
  roles: (_doc, personId) => (personId === 'ou_head' ? ['C_HEAD'] : []),
  hidden: () => false,
  duties: [],
  holds: () => undefined,
  find: ({ no, data }) => [no, data.project],
  empty: () => ({ count: 0, words: '', organ: 'GGZY', project: '' }),
  rows: [
    row({
      act: 'open', verb: '开', code: 'OPEN', article: '', from: ['new'], to: 'open', by: ['C_HEAD', 'system'], input: words,
      numbers: () => [{ key: 'no', form: 'XS-{date}-{nnnn}', scope: '{date}' }],
      change: ({ input }) => ({ words: input.words, project: input.project }),
      follow: ({ input }) => (input.job ? [post(input.job, { to: 'person', person: 'ou_head' })] : []),
    }),
    row({
      act: 'add', verb: '加', code: 'ADD', article: '', from: ['open'], to: '=', by: ['C_HEAD'], input: words,
      change: ({ doc }) => ({ count: doc.data.count + 1 }),
      follow: ({ doc, input }) => [post(input.job || 'note', { n: doc.data.count, to: 'person', person: 'ou_head' })],
    }),
    row({
      act: 'wake', verb: '定时', code: 'WAKE', article: '', from: ['open'], to: '=', by: ['C_HEAD'], input: z.object({ at: z.array(z.string()) }),
      alarms: ({ input }) => input.at.map((at, index) => ({ id: `w${index}`, at, rule: '', stage: `s${index}` })),
    }),
    row({
      act: 'alarm', verb: '提醒', code: 'ALARM', article: '', from: ['open'], to: '=', by: ['clock'], input: z.object({ id: z.string(), rule: z.string(), stage: z.string() }),
      change: ({ doc }) => ({ count: doc.data.count + 100 }),
      note: ({ input }) => input.stage,
    }),
    row({
      act: 'limit', verb: '限期', code: 'LIMIT', article: '', from: ['open'], to: '=', by: ['C_HEAD'], input: z.object({ amount: z.number().optional(), day: z.string().optional() }),
      clocks: ({ input: { amount, day } }) => ({ start: [{ rule: 'T03', ...(amount === undefined ? {} : { amount }), ...(day === undefined ? {} : { dueDate: day }) }] }),
    }),
    row({ act: 'pause', verb: '中止', code: 'PAUSE', article: '', from: ['open'], to: '=', by: ['C_HEAD'], input: z.object({}), clocks: () => ({ pause: ['T03'] }) }),
    row({ act: 'resume', verb: '恢复', code: 'RESUME', article: '', from: ['open'], to: '=', by: ['C_HEAD'], input: z.object({}), clocks: () => ({ resume: ['T03'] }) }),
    row(recountRow<Tally>({ code: 'RECOUNT', article: '' })),
    row({ act: 'close', verb: '关', code: 'CLOSE', article: '', from: ['open'], to: 'closed', by: ['C_HEAD'], input: z.object({}).loose() }),
  ],
};
