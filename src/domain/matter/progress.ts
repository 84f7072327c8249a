import { z } from 'zod';
import type { Matter } from './matter.ts';

/** What a part of the matter (forward, referral, meeting) tells about itself. */
export const progressInput = z.object({
  part: z.enum(['forward', 'referral', 'meeting']),
  id: z.string(),
  no: z.string().default(''),
  organ: z.string().default(''),
  state: z.string(),
  receiver: z.string().default(''),
  dueDate: z.string().default(''),
  told: z.string().default(''),
});
/** Input of 进展. */
export type Progress = z.output<typeof progressInput>;

const ended = ['closed', 'cancelled', 'returned'];

/** The matter with the part's present state mirrored in it. */
export function mirrored(matter: Matter, told: Progress): Partial<Matter> {
  if (told.part === 'meeting') return { meetings: put(matter.meetings, { id: told.id, no: told.no, state: told.state }) };
  if (told.part === 'referral') {
    return { referrals: put(matter.referrals, { id: told.id, no: told.no, organ: told.organ, state: told.state, receiver: told.receiver }) };
  }
  return {
    forwards: put(matter.forwards, { id: told.id, organ: told.organ, state: told.state, docNo: told.no, dueDate: told.dueDate }),
    ...(told.told ? { told: told.told } : {}),
  };
}

/** 已办结 as soon as every department has answered and been checked; otherwise unchanged. */
export function stateAfter(matter: Matter, state: string, told: Progress): string {
  const forwards = mirrored(matter, told).forwards ?? matter.forwards;
  const live = forwards.filter((branch) => branch.state !== 'cancelled' && branch.state !== 'returned');
  return live.length > 0 && live.every((branch) => ended.includes(branch.state)) ? 'closed' : state;
}

function put<T extends { id: string }>(list: readonly T[], item: T): readonly T[] {
  const at = list.findIndex((other) => other.id === item.id);
  return at < 0 ? [...list, item] : list.map((other, index) => (index === at ? { ...other, ...item } : other));
}
