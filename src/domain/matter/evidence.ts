import { z } from 'zod';
import { actorId } from '../audit.ts';
import { rows, type Row } from '../document.ts';
import { post, redraw } from '../effects.ts';
import { refuse } from '../refusal.ts';
import { evidenceInput } from './inputs.ts';
import { matterStates, type Evidence, type Matter } from './matter.ts';

const row = rows<Matter>();

/** Evidence that may be given out: neither taken out before registration nor found broken; numbered as papers number it; what is sealed keeps its number. */
export function givenOut(files: readonly Evidence[]): readonly { n: number; file: Evidence }[] {
  return files.filter((file) => !file.removed).map((file, index) => ({ n: index + 1, file })).filter(({ file }) => !file.broken && !file.sealedFor);
}

/** The files that a reporter may see on his own matter: neither those of a matter merged into it, nor what the staff kept. */
export function reportersOwn(files: readonly Evidence[]): readonly Evidence[] {
  return files.filter((file) => !file.from && !file.staff);
}

/** What a file is called outside the store: its number and ending; its own name may name who sent it. */
export function neutralName(n: number, { name }: Pick<Evidence, 'name'>): string {
  return `材料${String(n).padStart(2, '0')}${/\.[a-z0-9]{1,5}$/i.exec(name)?.[0].toLowerCase() ?? ''}`;
}

const open = ['registered', 'verifying', 'forwarded', 'reported'];

function numberIn(files: readonly Evidence[], id: string): number {
  return files.filter((file) => !file.removed).findIndex((file) => file.id === id) + 1;
}

/** How evidence is kept, sealed and leaves the store: each time with a line on the trail of who got it (Article 5, AC-5.2), and never with other bytes than those received. */
export const evidenceRows: readonly Row<Matter>[] = [
  row({
    act: 'handOut', verb: '提供材料', code: 'EVIDENCE_OUT', article: '第五条', from: [...open, 'closed'], to: '=',
    by: ['C_CLERK', 'C_HEAD', 'VAULT', 'LIAISON', 'HANDLER', 'VERIFIER', 'DEPUTY', 'HEAD'], input: z.object({ as: z.enum(['copies', 'package']) }),
    guard: ({ doc }) => (givenOut(doc.data.files).length ? undefined : refuse('not-found', { what: '可提供的附件' })),
    follow: ({ by, input }) => [post('send-evidence', { to: 'person', person: actorId(by), as: input.as })],
    note: ({ doc, input }) => `${givenOut(doc.data.files).length} 份，${input.as === 'package' ? '证据包' : '逐份'}`,
  }),
  row({
    act: 'flag', verb: '停止提供', code: 'EVIDENCE_BAD', article: '第九条', from: [...open, 'closed'], to: '=', by: ['system'], input: z.object({ file: z.string() }),
    change: ({ doc, input }) => ({ files: doc.data.files.map((file) => (file.id === input.file ? { ...file, broken: true } : file)) }),
    note: ({ doc, input }) => `材料 ${numberIn(doc.data.files, input.file)} 校验值与接收时不一致`,
  }),
  row({
    act: 'preserve', verb: '保留证据', code: 'EVIDENCE_KEEP', article: '第九条', from: open, to: '=', by: ['REPORTER', 'C_CLERK', 'C_HEAD', 'VAULT', 'LIAISON', 'HANDLER', 'DEPUTY', 'HEAD'],
    input: z.object({ files: z.array(evidenceInput).min(1).max(20) }),
    change: ({ doc, input, by }) => {
      const known = new Set(doc.data.files.map(({ id }) => id));
      const staff = by.role === 'REPORTER' ? {} : { staff: true };
      return { files: [...doc.data.files, ...input.files.filter(({ id }) => !known.has(id)).map((file) => ({ ...file, ...staff }))] };
    },
    follow: () => [redraw()],
    note: ({ input }) => `${input.files[0]?.via ?? '消息'}，${input.files.length} 份，校验值 ${input.files.map((file) => file.sha256.slice(0, 8)).join('、')}`,
  }),
  // Nobody deletes evidence: what is not to be used is sealed, keeps its number and stays in the store.
  row({
    act: 'seal', verb: '封存材料', code: 'EVIDENCE_SEAL', article: '第九条', from: open, to: '=', by: ['C_CLERK', 'C_HEAD', 'VAULT'],
    input: z.object({ file: z.string().min(1, '请选择材料'), reason: z.string().trim().min(4, '请写明封存理由（不少于 4 个字）').max(200) }),
    guard: ({ doc, input }) => (doc.data.files.some((file) => file.id === input.file && !file.removed && !file.sealedFor) ? undefined : refuse('not-found', { what: '可封存的材料' }, ['file'])),
    change: ({ doc, input }) => ({ files: doc.data.files.map((file) => (file.id === input.file ? { ...file, sealedFor: input.reason } : file)) }),
    follow: () => [redraw()],
    note: ({ doc, input }) => `材料 ${numberIn(doc.data.files, input.file)}，${input.reason}`,
  }),
  // Whatever became of a matter, its trail can be had; that it was had is on the trail as well.
  row({
    act: 'exportTrail', verb: '导出全程留痕', code: 'TRAIL_OUT', article: '第八条', from: Object.keys(matterStates).filter((state) => !['new', 'draft', 'discarded'].includes(state)), to: '=',
    by: ['C_CLERK', 'C_HEAD', 'VAULT', 'AUDITOR'], input: z.object({}).loose(),
    follow: ({ by }) => [post('send-trail', { to: 'person', person: actorId(by) })],
  }),
];
