import type { Fired } from '../time/clock-rows.ts';
import type { Document, EffectRequest, World } from '../document.ts';
import { toPerson, toRole } from '../effects.ts';
import { deciding } from './changes.ts';
import { hasSigned, type Referral } from './referral.ts';
import { activeVerifiers } from './verifiers.ts';

/** Who hears of a limit of verification or decision; the card is drawn when it is sent. */
export function referralReminders(doc: Document<Referral>, fired: Fired, world: World): readonly EffectRequest[] {
  if (fired.stage === 'start') return [];
  const role = (roles: ('DEPUTY' | 'HEAD')[], card: string) => toRole(world.directory, { organ: doc.data.organ, roles }, card);
  if (fired.rule === 'T08' || fired.rule === 'T37') return deciding(doc, world);
  if (fired.rule !== 'T07') return [];
  const open = activeVerifiers(doc.data).filter((verifier) => !hasSigned(doc.data, verifier)).map((verifier) => toPerson(verifier.id, 'verify'));
  if (fired.stage === 'over3' || fired.stage === 'over5') return [...open, ...role(['HEAD'], 'late-part')];
  return fired.stage === 'over1' ? [...open, ...role(['DEPUTY'], 'late-part')] : open;
}
