import { z } from 'zod';
import { rows, type Row } from '../document.ts';
import { post } from '../effects.ts';
import { refuse } from '../refusal.ts';
import { matterStates, type Evidence, type Matter } from './matter.ts';

const row = rows<Matter>();

/** Evidence that may be given out: neither taken out before registration nor found broken; numbered as papers number it. */
export function givenOut(files: readonly Evidence[]): readonly { n: number; file: Evidence }[] {
  return files.filter((file) => !file.removed).map((file, index) => ({ n: index + 1, file })).filter(({ file }) => !file.broken);
}

/** What a file is called outside the store: its number and ending; its own name may name who sent it. */
export function neutralName(n: number, { name }: Pick<Evidence, 'name'>): string {
  return `材料${String(n).padStart(2, '0')}${/\.[a-z0-9]{1,5}$/i.exec(name)?.[0].toLowerCase() ?? ''}`;
}

/** How evidence leaves the store: each time with a line on the trail of who got it (Article 5, AC-5.2), and never with other bytes than those received. */
export const evidenceRows: readonly Row<Matter>[] = [
  row({
    act: 'handOut', verb: '提供材料', code: 'EVIDENCE_OUT', article: '第五条', from: ['registered', 'verifying', 'forwarded', 'reported', 'closed'], to: '=',
    by: ['C_CLERK', 'C_HEAD', 'VAULT', 'LIAISON', 'HANDLER', 'VERIFIER', 'DEPUTY', 'HEAD'], input: z.object({ as: z.enum(['copies', 'package']) }),
    guard: ({ doc }) => (givenOut(doc.data.files).length ? undefined : refuse('not-found', { what: '可提供的附件' })),
    follow: ({ by, input }) => [post('send-evidence', { to: 'person', person: 'id' in by ? by.id : '', as: input.as })],
    note: ({ doc, input }) => `${givenOut(doc.data.files).length} 份，${input.as === 'package' ? '证据包' : '逐份'}`,
  }),
  row({
    act: 'flag', verb: '停止提供', code: 'EVIDENCE_BAD', article: '第九条', from: ['registered', 'verifying', 'forwarded', 'reported', 'closed'], to: '=', by: ['system'], input: z.object({ file: z.string() }),
    change: ({ doc, input }) => ({ files: doc.data.files.map((file) => (file.id === input.file ? { ...file, broken: true } : file)) }),
    note: ({ doc, input }) => `材料 ${doc.data.files.filter((file) => !file.removed).findIndex((file) => file.id === input.file) + 1} 校验值与接收时不一致`,
  }),
  // Whatever became of a matter, its trail can be had; that it was had is on the trail as well.
  row({
    act: 'exportTrail', verb: '导出全程留痕', code: 'TRAIL_OUT', article: '第八条', from: Object.keys(matterStates).filter((state) => !['new', 'draft', 'discarded'].includes(state)), to: '=',
    by: ['C_CLERK', 'C_HEAD', 'VAULT', 'AUDITOR'], input: z.object({}).loose(),
    follow: ({ by }) => [post('send-trail', { to: 'person', person: 'id' in by ? by.id : '' })],
  }),
];
