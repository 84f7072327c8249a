import { recusalOf } from '../recusal/recusal.ts';
import type { Referral, Verifier } from './referral.ts';

/** Verifiers who take part: whoever is out does not. */
export function activeVerifiers(referral: Pick<Referral, 'verifiers' | 'recusals'>): readonly Verifier[] {
  return referral.verifiers.filter((verifier) => !recusalOf(referral, verifier.id));
}
