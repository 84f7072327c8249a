import { z } from 'zod';
import { rows, type Document, type EffectRequest } from '../../document.ts';
import { post, redraw, toPerson, toReporter } from '../../effects.ts';
import { refuse } from '../../refusal.ts';
import { latest } from '../../time/clocks.ts';
import { isEnded, type Evidence, type Matter } from '../matter.ts';
import { givenOut } from '../evidence.ts';
import { evidenceInput } from '../inputs.ts';
import { likenesses, type Likeness } from './likeness.ts';

const row = rows<Matter>();
const article = '第九条';
const open = ['registered', 'verifying', 'forwarded', 'reported'];
const reasons = Object.keys(likenesses) as [Likeness, ...Likeness[]];

const alike = z.object({ id: z.string(), no: z.string(), state: z.string(), project: z.string(), why: z.array(z.enum(reasons)), same: z.boolean() });
const mergeInput = z.object({ into: z.string().min(1, '请选择并入哪一件'), reason: z.string().trim().max(500).default('') });
const standing = z.object({ state: z.string(), told: z.string(), organs: z.array(z.string()), dueDate: z.string() });
const child = z.object({ id: z.string(), no: z.string() });

/** 并案 (LEAD_MERGE, domain table 5.1): the merged matter keeps its number and points at the one that goes on; its reporter hears that one's progress in the words that may be told. */
export const mergeRows = [
  row({
    act: 'alike', verb: '相似来件', code: 'LEAD_ALIKE', article, from: ['registered'], to: '=', by: ['system'], input: z.object({ found: z.array(alike) }),
    change: ({ input }) => ({ alike: input.found }),
    follow: () => [redraw()],
    note: ({ input }) => `${input.found.length} 件`,
  }),
  row({
    act: 'merge', verb: '并案', code: 'LEAD_MERGE', article, from: ['registered'], to: 'merged', by: ['C_CLERK', 'C_HEAD', 'VAULT'], input: mergeInput,
    guard: ({ doc, input }) => {
      const parent = doc.data.alike.find(({ id }) => id === input.into);
      if (doc.data.merged.length) return refuse('input', { fields: '已有来件并入本件，不能再并入别的来件' });
      if (!parent) return refuse('not-found', { what: '可并入的来件' }, ['into']);
      return parent.same || input.reason.length >= 4 ? undefined : refuse('reason', { what: '不能直接看出是同一项目、同一事实的并案' }, ['reason']);
    },
    change: ({ doc, input }) => {
      const parent = doc.data.alike.find(({ id }) => id === input.into);
      return { into: { id: input.into, no: parent?.no ?? '', state: parent?.state ?? '', organs: [], dueDate: '', since: '' } };
    },
    clocks: () => ({ stop: ['T01', 'T02'] }),
    follow: () => [post('join-parent'), toReporter('intake'), redraw()],
    note: ({ doc, input }) => `并入 ${doc.data.into?.no ?? ''}${input.reason ? `，${input.reason}` : ''}`,
  }),
  row({
    act: 'unmerge', verb: '撤销并案', code: 'LEAD_UNMERGE', article, from: ['merged'], to: 'registered', by: ['C_CLERK', 'C_HEAD', 'VAULT', 'system'], input: z.object({}).loose(),
    // Once the parent has gone on, others have acted on both together.
    guard: ({ doc }) => (doc.data.into && doc.data.into.since !== '' && doc.data.into.state !== doc.data.into.since ? refuse('input', { fields: `${doc.data.into.no} 已进入下一步，不能撤销并案` }) : undefined),
    change: () => ({ told: '' }),
    // The limit goes on from its first day: a merge that was taken back wins no time.
    clocks: ({ doc }) => ({ start: ['T01', 'T02'].flatMap((rule) => (latest(doc.clocks, rule) ? [{ rule, from: latest(doc.clocks, rule)?.startedAt ?? '' }] : [])) }),
    follow: ({ doc, by }) => [...(by.role === 'system' ? [] : [post('leave-parent')]), ...(doc.data.clerk ? [toPerson(doc.data.clerk, 'triage')] : []), toReporter('intake'), redraw()],
    note: ({ doc }) => latest(doc.clocks, 'T01')?.due.dueDate ?? '',
  }),
  row({
    act: 'absorb', verb: '并入来件', code: 'LEAD_MERGE', article, from: open, to: '=', by: ['system'], input: child.extend({ files: z.array(evidenceInput) }),
    change: ({ doc, input }) => ({
      merged: [...doc.data.merged.filter(({ id }) => id !== input.id), { id: input.id, no: input.no }],
      files: broughtBack(doc.data.files, input),
    }),
    follow: ({ doc }) => [...(doc.data.clerk ? [toPerson(doc.data.clerk, 'progress')] : []), redraw()],
    note: ({ input }) => `${input.no}${input.files.length ? `，材料 ${input.files.length} 份` : ''}`,
  }),
  row({
    act: 'part', verb: '来件移出', code: 'LEAD_UNMERGE', article, from: open, to: '=', by: ['system'], input: child,
    change: ({ doc, input }) => ({ merged: doc.data.merged.filter(({ id }) => id !== input.id), files: doc.data.files.map((file) => (file.from === input.no ? { ...file, removed: true } : file)) }),
    follow: () => [redraw()],
    note: ({ input }) => input.no,
  }),
  row({
    act: 'followed', verb: '并案进展', code: 'LEAD_PROGRESS', article, from: ['merged'], to: '=', by: ['system'], input: standing,
    change: ({ doc, input }) => ({ told: input.told, into: doc.data.into && { ...doc.data.into, state: input.state, organs: input.organs, dueDate: input.dueDate, since: doc.data.into.since || input.state } }),
    follow: ({ input }) => [...(isEnded(input.state) ? [toReporter('result')] : []), redraw()],
    note: ({ input }) => (isEnded(input.state) ? '已办结' : ''),
  }),
];

// What came along before and was taken out with it comes back to its place; the rest is added.
function broughtBack(files: readonly Evidence[], { no, files: brought }: { no: string; files: readonly Evidence[] }): Evidence[] {
  const known = new Set(files.map(({ id }) => id));
  return [...files.map((file) => (file.from === no ? { ...file, removed: false } : file)), ...brought.filter(({ id }) => !known.has(id)).map((file) => ({ ...file, from: no }))];
}

/** Files that a merged matter brings along, as its parent keeps them. */
export function broughtAlong({ files }: Pick<Matter, 'files'>): object[] {
  return givenOut(files).map(({ file }) => file);
}

/** Acts after which the matters merged into this one hear nothing new. */
const quiet = new Set(['alike', 'alarm', 'recount', 'handOut', 'exportTrail', 'flag', 'claim', 'release']);

/** After whatever was done, those matters hear of it that were merged into this one. */
export function tellingMerged({ data }: Document<Matter>, act: string): EffectRequest[] {
  return data.merged.length > 0 && !quiet.has(act) ? [post('tell-merged')] : [];
}
