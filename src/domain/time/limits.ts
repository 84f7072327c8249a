import { z } from 'zod';
import rows from '../data/deadlines.json' with { type: 'json' };

type Digit = '0' | '1' | '2' | '3' | '4' | '5' | '6' | '7' | '8' | '9';
type Tens = '0' | '1' | '2' | '3' | '4' | '5';

/** The number of a limit: T01 to T60. */
export type LimitId = Exclude<`T${Tens}${Digit}`, 'T00'> | 'T60';

const schema = z.object({
  id: z.string().regex(/^T(0[1-9]|[1-5]\d|60)$/),
  what: z.string(),
  owner: z.string(),
  startEvent: z.string(),
  amount: z.number().int().nullable(),
  unit: z.enum(['workingDay', 'calendarDay', 'hour', 'month']),
  basis: z.string().min(1),
  src: z.string(),
  mode: z.enum(['fixed', 'config', 'perCase', 'external']),
  profile: z.enum(['short', 'std', 'long', 'hour24', 'info']),
  note: z.string().exactOptional(),
  suspend: z.array(z.string()),
});

/** A limit as domain section 4 lists it; a null amount is set case by case, a negative one counts backward. */
export type LimitRule = z.infer<typeof schema>;

/** Every limit by its number. */
export const limits = Object.fromEntries(rows.map((row) => [row.id, schema.parse(row)])) as Record<LimitId, LimitRule>;

/** The limit of a number that comes from outside; undefined where there is none. */
export function limitRule(id: string): LimitRule | undefined {
  return Object.hasOwn(limits, id) ? limits[id as LimitId] : undefined;
}
