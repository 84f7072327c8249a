import { z } from 'zod';
import { rows, type Document, type EffectRequest, type Row, type World } from '../document.ts';
import { redraw } from '../effects.ts';
import type { Role } from '../people.ts';
import { refuse } from '../refusal.ts';
import { isNoNews, lossNote, lostInput, withLoss, type Grouped } from './lost.ts';

/** How a kind of document stands to its group: who belongs into it, who is told of a loss, how it is made whole again. */
export interface GroupCare<D extends Grouped> {
  codes: { lost: string; restored: string };
  article: string;
  from: readonly string[];
  by: readonly Role[];
  expected(data: D, world: Pick<World, 'directory'>): readonly string[];
  tell(data: D, world: World): readonly EffectRequest[];
  /** What changes when a loss is to be put right; the loss itself is forgotten. */
  change(data: D): Partial<D>;
  /** What then makes it whole, seen after the change. */
  again(data: D): readonly EffectRequest[];
  /** What goes on where a loss is left as it is. */
  stays(data: D): string;
}

/** What is lost from outside (experience 6.8): noticed by an event of the platform or by looking, told to whoever coordinates, and put right, or left, by one tap. */
export function lossRows<D extends Grouped>(care: GroupCare<D>): readonly Row<D>[] {
  const row = rows<D>();
  const { codes, article, from, by } = care;
  const lost = ({ doc }: { doc: Document<D> }) => (doc.data.lost ? undefined : refuse('stale'));
  const put = (change: Partial<Grouped>): Partial<D> => change as Partial<D>;
  return [
    row({
      act: 'lost', verb: '发现异常', code: codes.lost, article, from, to: '=', by: ['system'], input: lostInput, newRound: true,
      guard: ({ doc, input, world }) => isNoNews(doc.data, input, care.expected(doc.data, world)),
      change: ({ doc, input, world }) => put({ lost: withLoss(doc.data, input, world.now) }),
      follow: ({ doc, world }) => [...care.tell(doc.data, world), redraw()],
      note: ({ input, world }) => lossNote(input, world),
    }),
    row({
      act: 'restore', verb: '恢复', code: codes.restored, article, from, to: '=', by, input: z.object({}).loose(), newRound: true, guard: lost,
      change: ({ doc }) => ({ ...care.change(doc.data), ...put({ lost: null }) }),
      follow: ({ doc }) => [...care.again(doc.data), redraw()],
    }),
    row({
      act: 'accept', verb: '知道了', code: codes.restored, article, from, to: '=', by, input: z.object({}).loose(), newRound: true, guard: lost,
      change: () => put({ lost: null }),
      follow: () => [redraw()],
      note: ({ doc }) => care.stays(doc.data),
    }),
  ];
}
