import { z } from 'zod';
import type { Matter } from './matter.ts';

/** What a part of the matter (forward, referral, transfer, meeting) tells about itself. */
export const progressInput = z.object({
  part: z.enum(['forward', 'referral', 'transfer', 'meeting']),
  id: z.string(),
  no: z.string().default(''),
  organ: z.string().default(''),
  state: z.string(),
  receiver: z.string().default(''),
  dueDate: z.string().default(''),
  told: z.string().default(''),
  out: z.array(z.string()).default([]),
});
/** Input of 进展. */
export type Progress = z.output<typeof progressInput>;

const ended = ['closed', 'cancelled', 'returned'];

/** The matter with the part's present state mirrored in it. */
export function mirrored(matter: Matter, told: Progress): Partial<Matter> {
  if (told.part === 'meeting') return { meetings: put(matter.meetings, { id: told.id, no: told.no, state: told.state }) };
  if (told.part === 'referral') {
    return { referrals: put(matter.referrals, { id: told.id, organ: told.organ, state: told.state, out: told.out }) };
  }
  if (told.part === 'transfer') return { transfers: put(matter.transfers, { id: told.id, no: told.no, organ: told.organ, state: told.state, receiver: told.receiver }) };
  return {
    forwards: put(matter.forwards, { id: told.id, organ: told.organ, state: told.state, docNo: told.no, dueDate: told.dueDate }),
    ...(told.told ? { told: told.told } : {}),
  };
}

/** 已办结 as soon as every department has answered and been checked; 已登记 again where the last 转办 was taken back; otherwise unchanged. */
export function stateAfter(matter: Matter, state: string, told: Progress): string {
  const forwards = mirrored(matter, told).forwards ?? matter.forwards;
  const live = forwards.filter((branch) => branch.state !== 'cancelled' && branch.state !== 'returned');
  if (told.part === 'forward' && told.state === 'cancelled' && live.length === 0) return 'registered';
  return live.length > 0 && live.every((branch) => ended.includes(branch.state)) ? 'closed' : state;
}

/** Whether the Center is told of it by a card: a decision not to transfer, a transfer that came back or was sent on, a result. */
export function isNews(told: Progress): boolean {
  return ['t.refused', 't.returned', 't.redirected', 't.done'].includes(told.state);
}

function put<T extends { id: string }>(list: readonly T[], item: T): readonly T[] {
  const at = list.findIndex((other) => other.id === item.id);
  return at < 0 ? [...list, item] : list.map((other, index) => (index === at ? { ...other, ...item } : other));
}
