import { z } from 'zod';
import { rows, type Document, type EffectRequest, type Row, type World } from '../document.ts';
import { post, redraw } from '../effects.ts';
import { reportedPeopleInput } from '../forward/inputs.ts';
import type { Matter } from '../matter/matter.ts';
import { refuse } from '../refusal.ts';
import type { ReportedPerson } from './reported-people.ts';

const article = '信访工作条例30条';
const settleInput = z.object({ name: z.string(), of: z.string(), is: z.enum(['yes', 'no']) });

/** 核对被反映人: whether somebody of that name is really meant. Until it is said he counts as reported; the trail holds no name. */
export const settleRow: Row<Matter> = rows<Matter>()({
  act: 'settle', verb: '核对被反映人', code: 'LEAD_SHIELD', article, from: ['registered', 'forwarded', 'reported'], to: '=', by: ['C_CLERK', 'C_HEAD', 'VAULT'], input: settleInput,
  guard: ({ doc, input }) => (doc.data.reportedPeople.some((one) => isSame(one, input)) ? undefined : refuse('stale')),
  change: ({ doc, input }) => ({ reportedPeople: doc.data.reportedPeople.map((one) => (isSame(one, input) ? { ...one, is: input.is } : one)) }),
  follow: () => [post('tell-parts'), redraw()],
});

interface Shield<D> {
  final: readonly string[];
  put(data: D, people: readonly ReportedPerson[], world: World): Partial<D>;
  /** What must be taken from whoever is kept from it now, where more than cards tells of it. */
  after?(doc: Document<D>, world: World): readonly EffectRequest[];
}

/** How a part learns whom it is to be kept from; also after it has ended. */
export function shieldRow<D>({ final, put, after }: Shield<D>): Row<D> {
  return rows<D>()({
    act: 'shield', verb: '更新知悉范围', code: 'LEAD_SHIELD', article, from: ['*', ...final], to: '=', by: ['system'], input: z.object({ reportedPeople: reportedPeopleInput }),
    change: ({ doc, input, world }) => put(doc.data, input.reportedPeople, world),
    follow: ({ doc, world }) => [...(after?.(doc, world) ?? []), redraw()],
  });
}

/** The same for a part that holds a brief. */
export function briefShieldRow<D extends { brief: { reportedPeople: readonly ReportedPerson[] } }>(final: readonly string[]): Row<D> {
  return shieldRow<D>({ final, put: ({ brief }, reportedPeople) => ({ brief: { ...brief, reportedPeople } }) as Partial<D> });
}

function isSame(one: ReportedPerson, other: { name: string; of: string }): boolean {
  return one.name === other.name && one.of === other.of;
}
