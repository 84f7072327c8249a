import { answer } from './answers/answer.ts';
import { openPiece, tellLinked } from './answers/pieces.ts';
import type { EffectJob, InboxJob } from './define.ts';
import { checkEvidence } from './papers/check-evidence.ts';
import { lookAfterEvent, sayGroup, sendMaterial } from './meeting/meeting-group.ts';
import { findTimes, leaveOut, openMeeting, proposeMeeting, takeIn } from './meeting/meeting-open.ts';
import { addToGroup, closeGroup, joinGroups, removeFromGroup } from './meeting/groups.ts';
import { cancelEvent, moveEvent, setUp, shutOut } from './meeting/meeting-set-up.ts';
import { collectCase, gatherCampaign, releaseCases, tellCampaign } from './meeting/campaigns.ts';
import { carryOut, completeTask, makeTask, settleReturns } from './meeting/meeting-tasks.ts';
import { findTwin } from './matter/find-twin.ts';
import { findAlike, joinParent, leaveParent, tellMerged } from './matter/merge.ts';
import { openComplaint, openForward, openJoint, openReferral, openTransfer, reroute, sendPastCenter } from './matter/open-parts.ts';
import { conveneJoint, linkOutcomes, openEnforcement } from './meeting/joint-parts.ts';
import { showIdentity } from './people/openings.ts';
import { handOver, openHandover } from './people/hand-over.ts';
import { askLiaison, sendWaiting } from './people/liaisons.ts';
import { adoptOrganFile } from './people/organisation.ts';
import { redraw, redrawPerson } from './cards/redraw.ts';
import { sendAgain } from './cards/send-again.ts';
import { sendCard } from './cards/send-card.ts';
import { sendEvidence, sendTrail } from './papers/send-evidence.ts';
import { tellParts } from './matter/tell-parts.ts';
import { tellForward, tellMatter, tellReferral, tellTransfer } from './tell.ts';
import { tellMoved } from './cards/tell-moved.ts';
import { askSafety, tellDuty } from './answers/urgent.ts';
import { writePaper } from './papers/write-paper.ts';

/** Every job that carries out an effect, under the name that documents keep. */
export const effectJobs: Readonly<Record<string, EffectJob>> = Object.fromEntries(
  [
    addToGroup, cancelEvent, carryOut, checkEvidence, closeGroup, completeTask, conveneJoint, findAlike, findTimes, findTwin, joinParent, leaveOut, leaveParent, linkOutcomes, lookAfterEvent, makeTask, moveEvent, openComplaint, openEnforcement, openForward, openJoint, openMeeting, openPiece, openReferral, openTransfer,
    collectCase, gatherCampaign, releaseCases, tellCampaign, adoptOrganFile, askLiaison, handOver, openHandover, joinGroups, sendWaiting,
    proposeMeeting, redraw, redrawPerson, removeFromGroup, reroute, sayGroup, sendAgain, sendCard, sendEvidence, sendMaterial, sendPastCenter, sendTrail, settleReturns, setUp, showIdentity, shutOut, takeIn, askSafety, tellDuty, tellForward, tellLinked, tellMatter, tellMerged, tellMoved, tellParts, tellReferral, tellTransfer, writePaper,
  ].map((job) => [job.name, job]),
);

/** The job that answers received messages. */
export const inboxJob: InboxJob = answer;

export { bring } from './cards/bring.ts';
export { retireOld } from './cards/retire-old.ts';
