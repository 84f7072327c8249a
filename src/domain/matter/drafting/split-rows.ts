import { z } from 'zod';
import { digest } from '../../audit.ts';
import { rows } from '../../document.ts';
import { post, redraw } from '../../effects.ts';
import { refuse } from '../../refusal.ts';
import type { Matter } from '../matter.ts';
import { piecesOf } from './pieces.ts';
import { tableNow, withRouting } from './suggestion.ts';

const row = rows<Matter>();
const nothing = z.object({}).loose();
const article = '第九条';

/** One message that tells a complaint and something else, or of two projects (domain section 5, experience D5): its sender divides it or leaves it one; the two are linked and know each other's number. */
export const splitRows = [
  row({
    act: 'split', verb: '分成 2 件', code: 'LEAD_SPLIT', article, from: ['draft'], to: '=', by: ['REPORTER'], input: nothing, newRound: true,
    guard: ({ doc, world }) => (doc.data.piece || !piecesOf(doc.data.words, world.now) ? refuse('E-900', { state: '本件只有一件事' }) : undefined),
    change: ({ doc, world }) => {
      const [first] = piecesOf(doc.data.words, world.now) ?? [];
      const link = { id: otherId(doc.id), no: '' };
      return first ? { ...withRouting({ ...doc.data, ...first.facts }, tableNow(world)), words: first.words, guessed: first.guessed, traces: first.traces, piece: 'first', rest: doc.data.words, linked: [link] } : {};
    },
    follow: ({ doc }) => [post('open-piece', { id: otherId(doc.id) }), redraw()],
    note: () => '一条消息里的两件事分开办理',
  }),
  row({
    act: 'oneMatter', verb: '合成 1 件', code: 'LEAD_SPLIT', article, from: ['draft'], to: '=', by: ['REPORTER'], input: nothing, newRound: true,
    change: () => ({ piece: 'whole' }),
    follow: () => [redraw()],
  }),
  row({
    act: 'linked', verb: '关联来件', code: 'LEAD_LINK', article, from: ['draft', 'registered', 'verifying', 'forwarded', 'reported', 'shelved', 'merged', 'closed'], to: '=', by: ['system'], input: z.object({ id: z.string(), no: z.string(), piece: z.enum(['second', '']).default('') }),
    change: ({ doc, input: { piece, ...link } }) => ({ linked: [...doc.data.linked.filter(({ id }) => id !== link.id), link], ...(piece ? { piece } : {}) }),
    follow: () => [redraw()],
    note: ({ input }) => input.no,
  }),
];

/** The id of the second of two matters that one message became. */
export function otherId(id: string): string {
  return `m${digest([id, 'piece']).slice(0, 20)}`;
}
