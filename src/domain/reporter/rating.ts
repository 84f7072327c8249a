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

const input = z.object({ satisfied: z.enum(['yes', 'fair', 'no'], '请选择是否满意'), words: z.string().trim().max(1000).default('') });

/** 评价 of whoever left his name (K44): once; the Center reads it on its matter. */
export const ratingRow: Row<Matter> = rows<Matter>()({
  act: 'appraise', verb: '评价', code: 'RPT_RATE', article: '第九条', from: ['closed', 'notApplicable', 'referredOut', 'merged'], to: '=', by: ['REPORTER'], input,
  guard: ({ doc }) => {
    if (doc.data.rating) return refuse('stale', { who: '您', what: '评价' });
    return doc.data.anonymous ? refuse('E-900', { state: '来件未留名' }) : undefined;
  },
  change: ({ input: { satisfied, words }, world }) => ({ rating: { satisfied, words: redacted(words), at: world.now.toISOString() } }),
  follow: () => [redraw()],
});
