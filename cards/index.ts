import type { DocCard, DrawInput } from './kit/draw.ts';
import { enlarged } from './kit/large.ts';
import type { Card } from './kit/kit.ts';
import { withSnooze } from './kit/snooze.ts';
import type { Preferences } from '../src/domain/push/push.ts';
import { approval } from './referral/approval.ts';
import { approvals } from './asked/approvals.ts';
import { assign } from './referral/assign.ts';
import { basis } from './asked/basis.ts';
import { board } from './meeting/board.ts';
import { delegation } from './delegation/delegation.ts';
import { campaign } from './campaign/campaign.ts';
import { campaignBoard } from './campaign/campaign-board.ts';
import { campaignPart } from './campaign/campaign-part.ts';
import { campaigns } from './asked/campaigns.ts';
import { complaint } from './complaint/complaint.ts';
import { complaintTold } from './complaint/complaint-told.ts';
import { delivery } from './delivery/delivery.ts';
import { digest } from './asked/digest.ts';
import { dueSoon } from './forward/due-soon.ts';
import { duty } from './matter/desk/duty.ts';
import { enforcement } from './joint/enforcement.ts';
import { enforcementDesk } from './joint/enforcement-desk.ts';
import { enforcementOfficer } from './joint/enforcement-officer.ts';
import { enforcementStart } from './matter/together/enforcement-start.ts';
import { evidenceDesk } from './matter/desk/evidence-desk.ts';
import { extensionAsked } from './forward/extension-asked.ts';
import { fault } from './kit/fault.ts';
import { feedback } from './forward/feedback.ts';
import { feedbackCheck } from './forward/feedback-check.ts';
import { fileFirst } from './matter/intake/file-first.ts';
import { files } from './matter/intake/files.ts';
import { forward } from './forward/forward.ts';
import { found } from './asked/found.ts';
import { handover } from './handover/handover.ts';
import { help } from './asked/help.ts';
import { howCounted } from './kit/how-counted.ts';
import { intake } from './matter/intake/intake.ts';
import { invitation } from './meeting/invitation.ts';
import { joint } from './referral/joint.ts';
import { jointStart } from './matter/together/joint-start.ts';
import { latePart } from './forward/late-part.ts';
import { lateTransfer } from './transfer/late-transfer.ts';
import { mine } from './asked/mine.ts';
import { minutes } from './meeting/minutes.ts';
import { needs } from './matter/intake/needs.ts';
import { noTransfer } from './referral/no-transfer.ts';
import { overdue } from './forward/overdue.ts';
import { askMeeting } from './matter/together/ask-meeting.ts';
import { poll } from './meeting/poll.ts';
import { position } from './meeting/position.ts';
import { proposal } from './meeting/proposal.ts';
import { opening } from './reporter/opening.ts';
import { identity } from './reporter/identity.ts';
import { accessLog } from './reporter/access-log.ts';
import { again } from './asked/again.ts';
import { pick } from './asked/pick.ts';
import { organ } from './organ/organ.ts';
import { organFile } from './organ/organ-file.ts';
import { preserve } from './asked/preserve.ts';
import { progress } from './matter/progress/progress.ts';
import { receiptForm } from './transfer/receipt-form.ts';
import { recusal } from './recusal/recusal.ts';
import { question } from './reporter/question.ts';
import { reportedPerson } from './reporter/reported-person.ts';
import { reminders } from './asked/reminders.ts';
import { result } from './matter/progress/result.ts';
import { returnAsked } from './forward/return-asked.ts';
import { secret } from './matter/intake/secret.ts';
import { secretary } from './meeting/secretary.ts';
import { shelf } from './matter/desk/shelf.ts';
import { stale } from './kit/stale.ts';
import { isDrawable, nothing } from './kit/unseen.ts';
import { suspension } from './forward/suspension.ts';
import { task } from './meeting/task.ts';
import { todo } from './asked/todo.ts';
import { transfer } from './transfer/transfer.ts';
import { triage } from './matter/desk/triage.ts';
import { triageLate } from './matter/desk/triage-late.ts';
import { unsigned } from './forward/unsigned.ts';
import { safety, urgent } from './matter/intake/urgent.ts';
import { verify } from './referral/verify.ts';
import { welcome } from './asked/welcome.ts';

/** Every card of a document by its name; names outlive code, so nothing is found by scanning. */
export const cards = {
  approval,
  'ask-meeting': askMeeting,
  assign,
  board,
  campaign,
  'campaign-board': campaignBoard,
  'campaign-part': campaignPart,
  delegation,
  delivery,
  complaint,
  'complaint-told': complaintTold,
  'due-soon': dueSoon,
  duty,
  enforcement,
  'enforcement-desk': enforcementDesk,
  'enforcement-officer': enforcementOfficer,
  'enforcement-start': enforcementStart,
  'evidence-desk': evidenceDesk,
  'extension-asked': extensionAsked,
  feedback,
  'feedback-check': feedbackCheck,
  files,
  forward,
  handover,
  'how-counted': howCounted,
  intake,
  invitation,
  joint,
  'joint-start': jointStart,
  'late-part': latePart,
  'late-transfer': lateTransfer,
  minutes,
  'no-transfer': noTransfer,
  organ,
  'organ-file': organFile,
  overdue,
  poll,
  position,
  progress,
  proposal,
  'receipt-form': receiptForm,
  recusal,
  opening,
  question,
  'reported-person': reportedPerson,
  result,
  'return-asked': returnAsked,
  secretary,
  shelf,
  suspension,
  task,
  transfer,
  triage,
  'triage-late': triageLate,
  unsigned,
  verify,
} as const satisfies Record<string, DocCard<never>>;

/** Every card that belongs to no document, or only points to one: lists, questions, notices. */
export const lists = {
  'access-log': accessLog,
  approvals,
  basis,
  campaigns,
  digest,
  fault,
  'file-first': fileFirst,
  found,
  help,
  identity,
  mine,
  needs,
  pick, again,
  preserve,
  reminders,
  safety,
  secret,
  stale,
  todo,
  urgent,
  welcome,
} as const satisfies Record<string, (...given: never[]) => Card>;

/** The name of a card. */
export type CardName = keyof typeof cards;

/** Draws a card by name, or what is drawn for what does not exist, where the viewer may not know of the document; throws where the name is unknown, because that is a fault of ours. */
export function draw(name: string, input: DrawInput): Card {
  const found = (cards as Readonly<Record<string, DocCard<never>>>)[name];
  if (!found) throw new Error(`unknown card: ${name}`);
  return isDrawable(input, name) ? found(input as DrawInput<never>) : nothing();
}

/** The card as its reader gets it: with the choice of putting its reminder off, and in the size of type that he chose. */
export function drawForReader(name: string, input: DrawInput, prefs: Pick<Preferences, 'large'>): Card {
  const drawn = withSnooze(draw(name, input), name, input);
  return prefs.large ? enlarged(drawn) : drawn;
}

export { formReaders, inputFrom } from './kit/forms.ts';
