import { campaignFlow } from './campaign/flow.ts';
import { complaintFlow } from './complaint/flow.ts';
import type { Flow, Kind } from './document.ts';
import { deliveryFlow } from './delivery/flow.ts';
import { delegationFlow } from './delegation/flow.ts';
import { handoverFlow } from './handover/flow.ts';
import { organFlow } from './organ/flow.ts';
import { forwardFlow } from './forward/flow.ts';
import { jointFlow } from './joint/flow.ts';
import { matterFlow } from './matter/flow.ts';
import { meetingFlow } from './meeting/flow.ts';
import { openingFlow } from './opening/flow.ts';
import { referralFlow } from './referral/flow.ts';
import { transferFlow } from './transfer/flow.ts';

/** Every kind of document with its flow: the regulation as tables. */
export const flows: Readonly<Record<Kind, Flow<unknown>>> = {
  matter: matterFlow as Flow<unknown>,
  forward: forwardFlow as Flow<unknown>,
  referral: referralFlow as Flow<unknown>,
  transfer: transferFlow as Flow<unknown>,
  meeting: meetingFlow as Flow<unknown>,
  opening: openingFlow as Flow<unknown>,
  joint: jointFlow as Flow<unknown>,
  delegation: delegationFlow as Flow<unknown>,
  complaint: complaintFlow as Flow<unknown>,
  organ: organFlow as Flow<unknown>,
  handover: handoverFlow as Flow<unknown>,
  campaign: campaignFlow as Flow<unknown>,
  delivery: deliveryFlow as Flow<unknown>,
};
