import { z } from 'zod';
import { rows, type Row } from '../document.ts';
import { redraw } from '../effects.ts';
import type { Matter } from '../matter/matter.ts';
import { refuse } from '../refusal.ts';
import { redacted } from './redact.ts';

/** 对办理是否满意. */
export const satisfactions = { yes: '满意', fair: '基本满意', no: '不满意' } as const;
/** How content a reporter is. */
export type Satisfaction = keyof typeof satisfactions;

/** What a reporter thought of it; his words are redacted. */
export interface Rating { satisfied: Satisfaction; words: string; at: string }

/** Where a matter has ended in a way that its reporter may judge. */
export const ratable: readonly string[] = ['closed', 'notApplicable', 'referredOut', 'merged'];

/** How many of each among these matters, and how many that could have been rated were not. */
export function countRatings(matters: readonly Pick<Matter, 'rating' | 'anonymous'>[]): Readonly<Record<Satisfaction | 'none', number>> {
  const rated = (how: Satisfaction): number => matters.filter(({ rating }) => rating?.satisfied === how).length;
  return { yes: rated('yes'), fair: rated('fair'), no: rated('no'), none: matters.filter(({ rating, anonymous }) => !rating && !anonymous).length };
}

const input = z.object({ satisfied: z.enum(['yes', 'fair', 'no'], '请选择是否满意'), words: z.string().trim().max(1000).default('') });

/** 评价 of whoever left his name (K44): once; the Center reads it on its matter. */
export const ratingRow: Row<Matter> = rows<Matter>()({
  act: 'appraise', verb: '评价', code: 'RPT_RATE', article: '第九条', from: ratable, to: '=', by: ['REPORTER'], input,
  guard: ({ doc }) => {
    if (doc.data.rating) return refuse('stale', { who: '您', what: '评价' });
    return doc.data.anonymous ? refuse('E-900', { state: '来件未留名' }) : undefined;
  },
  change: ({ input: { satisfied, words }, world }) => ({ rating: { satisfied, words: redacted(words), at: world.now.toISOString() } }),
  follow: () => [redraw()],
});
