import { answer } from './answer.ts';
import { openPiece, tellLinked } from './pieces.ts';
import type { EffectJob, InboxJob } from './define.ts';
import { checkEvidence } from './check-evidence.ts';
import { lookAfterEvent, sayGroup, sendMaterial } from './meeting-group.ts';
import { findTimes, leaveOut, openMeeting, proposeMeeting, takeIn } from './meeting-open.ts';
import { addToGroup, cancelEvent, moveEvent, removeFromGroup, setUp } from './meeting-set-up.ts';
import { carryOut, closeGroup, completeTask, makeTask, settleReturns } from './meeting-tasks.ts';
import { findTwin } from './find-twin.ts';
import { findAlike, joinParent, leaveParent, tellMerged } from './merge.ts';
import { openComplaint, openForward, openJoint, openReferral, openTransfer, reroute, sendPastCenter } from './open-parts.ts';
import { conveneJoint, linkOutcomes, openEnforcement } from './joint-parts.ts';
import { showIdentity } from './openings.ts';
import { handOver, openHandover } from './hand-over.ts';
import { askLiaison, sendWaiting } from './liaisons.ts';
import { adoptOrganFile } from './organisation.ts';
import { redraw, redrawPerson } from './redraw.ts';
import { sendCard } from './send-card.ts';
import { sendEvidence, sendTrail } from './send-evidence.ts';
import { tellParts } from './tell-parts.ts';
import { tellForward, tellMatter, tellReferral, tellTransfer } from './tell.ts';
import { tellMoved } from './tell-moved.ts';
import { askSafety, tellDuty } from './urgent.ts';
import { writePaper } from './write-paper.ts';

/** Every job that carries out an effect, under the name that documents keep. */
export const effectJobs: Readonly<Record<string, EffectJob>> = Object.fromEntries(
  [
    addToGroup, cancelEvent, carryOut, checkEvidence, closeGroup, completeTask, conveneJoint, findAlike, findTimes, findTwin, joinParent, leaveOut, leaveParent, linkOutcomes, lookAfterEvent, makeTask, moveEvent, openComplaint, openEnforcement, openForward, openJoint, openMeeting, openPiece, openReferral, openTransfer,
    adoptOrganFile, askLiaison, handOver, openHandover, sendWaiting,
    proposeMeeting, redraw, redrawPerson, removeFromGroup, reroute, sayGroup, sendCard, sendEvidence, sendMaterial, sendPastCenter, sendTrail, settleReturns, setUp, showIdentity, takeIn, askSafety, tellDuty, tellForward, tellLinked, tellMatter, tellMerged, tellMoved, tellParts, tellReferral, tellTransfer, writePaper,
  ].map((job) => [job.name, job]),
);

/** The job that answers received messages. */
export const inboxJob: InboxJob = answer;

export { bring } from './bring.ts';
export { retireOld } from './retire-old.ts';
