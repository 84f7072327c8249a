import { z } from 'zod';
import { over } from '../complaint/complaint.ts';
import { hasArrived } from '../transfer/transfer.ts';
import { isOverJoint } from '../joint/joint.ts';
import { isJoint } from './together/joint-rows.ts';
import type { Matter } from './matter.ts';

/** What a part of the matter (forward, referral, transfer, meeting, joint, complaint) tells about itself. */
export const progressInput = z.object({
  part: z.enum(['forward', 'referral', 'transfer', 'meeting', 'joint', 'complaint']),
  id: z.string(),
  no: z.string().default(''),
  organ: z.string().default(''),
  state: z.string(),
  receiver: z.string().default(''),
  dueDate: z.string().default(''),
  told: z.string().default(''),
  out: z.array(z.string()).default([]),
  verifiers: z.array(z.string()).default([]),
  /** Transfers that a verification has decided on; their own documents may not be open yet. */
  transfers: z.array(z.object({ id: z.string(), no: z.string(), receiver: z.string() })).default([]),
});
/** Input of 进展. */
export type Progress = z.output<typeof progressInput>;

const ended = ['closed', 'cancelled', 'returned'];
const verified = ['v.closed', 't.refused', 'v.decided'];

/** The matter with the part's present state mirrored in it. */
export function mirrored(matter: Matter, told: Progress): Partial<Matter> {
  if (told.part === 'meeting') return { meetings: put(matter.meetings, { id: told.id, no: told.no, state: told.state }) };
  if (told.part === 'joint') return { joints: put(matter.joints, { id: told.id, no: told.no, state: told.state }) };
  if (told.part === 'referral') {
    const decided = told.transfers.filter(({ id }) => !matter.transfers.some((known) => known.id === id)).map((transfer) => ({ ...transfer, organ: told.organ, state: 't.approved' }));
    return { referrals: put(matter.referrals, { id: told.id, organ: told.organ, state: told.state, out: told.out, verifiers: told.verifiers }), transfers: [...matter.transfers, ...decided] };
  }
  if (told.part === 'transfer') return { transfers: put(matter.transfers, { id: told.id, no: told.no, organ: told.organ, state: told.state, receiver: told.receiver }) };
  if (told.part === 'complaint') {
    return { complaints: put(matter.complaints, { id: told.id, organ: told.organ, state: told.state, dueDate: told.dueDate, to: told.receiver, out: told.out }), ...(told.told ? { told: told.told } : {}) };
  }
  return {
    forwards: put(matter.forwards, { id: told.id, organ: told.organ, state: told.state, docNo: told.no, dueDate: told.dueDate }),
    ...(told.told ? { told: told.told } : {}),
  };
}

/** 已办结 as soon as every department has answered and been checked, and the Center's own verification has ended with what it transferred, and no joint enforcement runs; where the last 转办 was taken back, what it was before; a complaint ends it, or brings it back to the Center where it belongs to another department; otherwise unchanged. */
export function stateAfter(matter: Matter, state: string, told: Progress): string {
  if (told.part === 'complaint') return told.state === 'redirected' ? 'registered' : over.includes(told.state) ? 'closed' : state;
  const now = { ...matter, ...mirrored(matter, told) };
  const live = now.forwards.filter((branch) => branch.state !== 'cancelled' && branch.state !== 'returned');
  const joint = now.referrals.find(({ id }) => isJoint(id));
  if (told.part === 'forward' && told.state === 'cancelled' && live.length === 0) return joint ? 'verifying' : 'registered';
  // A department's answer is waited for wherever one was asked; the Center's own part wherever it began.
  const asked = live.length > 0 || state === 'verifying';
  const answered = live.every((branch) => ended.includes(branch.state));
  return asked && answered && (state !== 'verifying' || joint !== undefined) && isOver(now, joint) && now.joints.every((one) => isOverJoint(one)) ? 'closed' : state;
}

// Its transfers count as soon as they are decided on, so that the matter does not end between decision and delivery.
function isOver({ transfers }: Pick<Matter, 'transfers'>, joint: Matter['referrals'][number] | undefined): boolean {
  if (!joint) return true;
  return verified.includes(joint.state) && transfers.filter(({ id }) => id.startsWith(joint.id)).every(({ state }) => hasArrived(state));
}

/** The matter after the part told of itself; where it ends with the Center's own verification, for which no department gave words, the reporter is told that much and no more. */
export function progressed(matter: Matter, state: string, told: Progress): Partial<Matter> {
  const now = mirrored(matter, told);
  const wordless = stateAfter(matter, state, told) === 'closed' && state === 'verifying' && !matter.told;
  return wordless ? { ...now, told: '已会同有关部门依法核实处理' } : now;
}

/** Whether the Center is told of it by a card: a decision not to transfer, a transfer that came back or was sent on, a result. */
export function isNews(told: Progress): boolean {
  return ['t.refused', 't.returned', 't.redirected', 't.done'].includes(told.state);
}

function put<T extends { id: string }>(list: readonly T[], item: T): readonly T[] {
  const at = list.findIndex((other) => other.id === item.id);
  return at < 0 ? [...list, item] : list.map((other, index) => (index === at ? { ...other, ...item } : other));
}
