import type { Fired } from '../clock-rows.ts';
import type { Document, EffectRequest, World } from '../document.ts';
import { toPerson, toRole } from '../effects.ts';
import { center } from '../people.ts';
import { approver } from './guards.ts';
import { activeVerifiers, hasSigned, type Referral } from './referral.ts';

/** Who hears of a limit of verification, decision, transfer or receipt; the card is drawn when it is sent. */
export function referralReminders(doc: Document<Referral>, fired: Fired, world: World): readonly EffectRequest[] {
  if (fired.stage === 'start') return [];
  const role = (roles: ('DEPUTY' | 'HEAD')[], card: string) => toRole(world.directory, { organ: doc.data.organ, roles }, card);
  const verifiers = activeVerifiers(doc.data).map((verifier) => verifier.id);
  const late = fired.stage.startsWith('over') || fired.stage === 'end';
  switch (fired.rule) {
    case 'T07': {
      const open = activeVerifiers(doc.data).filter((verifier) => !hasSigned(doc.data, verifier)).map((verifier) => toPerson(verifier.id, 'verify'));
      return fired.stage === 'over3' || fired.stage === 'over5' ? [...open, ...role(['HEAD'], 'late-part')] : fired.stage === 'over1' ? [...open, ...role(['DEPUTY'], 'late-part')] : open;
    }
    case 'T08':
    case 'T37':
      return [toPerson(approver(doc.data.organ, world), 'approval')];
    case 'T09':
    case 'T38':
      return [
        ...verifiers.map((id) => toPerson(id, 'transfer')), toPerson(approver(doc.data.organ, world), 'transfer'),
        ...(late ? toRole(world.directory, { organ: center, roles: ['C_HEAD'] }, 'late-part') : []),
      ];
    case 'T10':
      return [...verifiers.map((id) => toPerson(id, 'receipt-form')), ...(fired.stage === 'over3' ? role(['HEAD'], 'late-part') : [])];
    default:
      return [];
  }
}
