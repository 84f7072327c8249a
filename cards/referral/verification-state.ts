import type { Forward } from '../../src/domain/forward/forward.ts';
import { referralStates } from '../../src/domain/referral/referral.ts';
import { transferStates } from '../../src/domain/transfer/transfer.ts';

/** How far verification and transfers are, in the words of the least advanced one; empty before any. */
export function verificationState({ referral, transfers }: Forward): string {
  const open = transfers.find((transfer) => !transfer.ended) ?? transfers[0];
  const states: Readonly<Record<string, string>> = { ...referralStates, ...transferStates };
  return states[open?.state ?? referral.state] ?? '';
}
