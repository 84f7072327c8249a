import type { DocCard, DrawInput } from './draw.ts';
import type { Card } from './kit.ts';
import { approval } from './approval.ts';
import { assign } from './assign.ts';
import { basis } from './basis.ts';
import { board } from './board.ts';
import { digest } from './digest.ts';
import { dueSoon } from './due-soon.ts';
import { duty } from './duty.ts';
import { extensionAsked } from './extension-asked.ts';
import { fault } from './fault.ts';
import { feedback } from './feedback.ts';
import { feedbackCheck } from './feedback-check.ts';
import { fileFirst } from './file-first.ts';
import { files } from './files.ts';
import { forward } from './forward.ts';
import { found } from './found.ts';
import { help } from './help.ts';
import { howCounted } from './how-counted.ts';
import { intake } from './intake.ts';
import { invitation } from './invitation.ts';
import { joint } from './joint.ts';
import { jointStart } from './joint-start.ts';
import { latePart } from './late-part.ts';
import { lateTransfer } from './late-transfer.ts';
import { mine } from './mine.ts';
import { minutes } from './minutes.ts';
import { needs } from './needs.ts';
import { noTransfer } from './no-transfer.ts';
import { overdue } from './overdue.ts';
import { progress } from './progress.ts';
import { receiptForm } from './receipt-form.ts';
import { recusal } from './recusal.ts';
import { result } from './result.ts';
import { returnAsked } from './return-asked.ts';
import { secret } from './secret.ts';
import { secretary } from './secretary.ts';
import { shelf } from './shelf.ts';
import { stale } from './stale.ts';
import { suspension } from './suspension.ts';
import { task } from './task.ts';
import { todo } from './todo.ts';
import { transfer } from './transfer.ts';
import { triage } from './triage.ts';
import { triageLate } from './triage-late.ts';
import { unsigned } from './unsigned.ts';
import { urgent } from './urgent.ts';
import { verify } from './verify.ts';
import { welcome } from './welcome.ts';

/** Every card of a document by its name; names outlive code, so nothing is found by scanning. */
export const cards = {
  approval,
  assign,
  board,
  'due-soon': dueSoon,
  duty,
  'extension-asked': extensionAsked,
  feedback,
  'feedback-check': feedbackCheck,
  files,
  forward,
  'how-counted': howCounted,
  intake,
  invitation,
  joint,
  'joint-start': jointStart,
  'late-part': latePart,
  'late-transfer': lateTransfer,
  minutes,
  'no-transfer': noTransfer,
  overdue,
  progress,
  'receipt-form': receiptForm,
  recusal,
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
  basis,
  digest,
  fault,
  'file-first': fileFirst,
  found,
  help,
  mine,
  needs,
  secret,
  stale,
  todo,
  urgent,
  welcome,
} as const satisfies Record<string, (...given: never[]) => Card>;

/** The name of a card. */
export type CardName = keyof typeof cards;

/** Draws a card by name; throws where the name is unknown, because that is a fault of ours. */
export function draw(name: string, input: DrawInput): Card {
  const found = (cards as Readonly<Record<string, DocCard<never>>>)[name];
  if (!found) throw new Error(`unknown card: ${name}`);
  return found(input as DrawInput<never>);
}

export { formReaders, inputFrom } from './forms.ts';
