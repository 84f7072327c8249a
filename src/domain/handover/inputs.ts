import { z } from 'zod';
import { kinds } from '../document.ts';

const item = z.object({
  id: z.string(), kind: z.enum(kinds), doc: z.string(), no: z.string(), what: z.string(), dueDate: z.string(), named: z.boolean(), role: z.string(),
  to: z.literal('').default(''), state: z.literal('').default(''), why: z.literal('').default(''), kept: z.array(z.string()).default([]),
});

/** Opening of a hand-over: whose, why, and all that is his. */
export const openInput = z.object({ person: z.string(), name: z.string(), organ: z.string(), why: z.string().default(''), items: z.array(item) });

/** 交接: everything that is open to one person, or one item (`only`) to him. */
export const giveInput = z.object({ to: z.string('请选择交给谁').min(1, '请选择交给谁'), only: z.string().default('') });

/** What became of one item. */
export const settledInput = z.object({ item: z.string(), refused: z.string().default('') });
