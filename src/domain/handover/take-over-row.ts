import { z } from 'zod';
import type { EffectRequest, Row, Situation } from '../document.ts';
import { redraw } from '../effects.ts';
import { nameOf } from '../people.ts';
import type { Refusal } from '../refusal.ts';

/** From whom to whom something passes. */
export interface Passing { from: string; to: string }

/** The row by which what somebody held in his own name passes to a colleague: limits and earlier acts stay as they are. */
export function takeOverRow<D>(at: {
  from: readonly string[];
  change(s: Situation<D, Passing>): Partial<D>;
  guard?(s: Situation<D, Passing>): Refusal | undefined;
  follow?(s: Situation<D, Passing>): readonly EffectRequest[];
}): Row<D, Passing> {
  return {
    act: 'takeOver', verb: '接办', code: 'HND_TAKE', article: '第三条', from: at.from, to: '=', by: ['system'], newRound: true,
    input: z.object({ from: z.string(), to: z.string() }), change: at.change, ...(at.guard ? { guard: at.guard } : {}),
    follow: (s) => [...(at.follow?.(s) ?? []), redraw()],
    note: ({ input, world }) => `${nameOf(world.directory, input.from)} 交给 ${nameOf(world.directory, input.to)}`,
  };
}
