import type { EffectRequest } from './document.ts';
import { hasDeputy, holders, type Directory, type StaffRole } from './people.ts';

/** A job request with ids only. */
export function post(job: string, data: EffectRequest['data'] = {}): EffectRequest {
  return { job, data };
}

/** Every live card of this document is drawn again; the tapped one is answered by itself. */
export function redraw(): EffectRequest {
  return post('redraw');
}

/** A card to one person; `face` names a part of the document where the card shows only that. */
export function toPerson(person: string, card: string, face = ''): EffectRequest {
  return post('send-card', { card, to: 'person', person, ...(face ? { face } : {}) });
}

/** The same reminder as part of its reader's digest of the morning; what goes to groups and reporters stays as it is. */
export function toDigest(request: EffectRequest): EffectRequest {
  return request.job === 'send-card' && request.data['to'] === 'person' ? { ...request, job: 'digest' } : request;
}

/** A card to the reporter, whose identity only the vault knows. */
export function toReporter(card: string): EffectRequest {
  return post('send-card', { card, to: 'reporter' });
}

/** A card into the working group of an organ. */
export function toChat(organ: string, card: string): EffectRequest {
  return post('send-card', { card, to: 'chat', organ });
}

/** One card each to all holders of roles in an organ, nobody twice; where an organ has no 分管负责人, its 主要负责人 stands in for him. */
export function toRole(directory: Directory, at: { organ: string; roles: readonly StaffRole[]; face?: string }, card: string): EffectRequest[] {
  const standIn = at.roles.includes('DEPUTY') && !hasDeputy(directory, at.organ) ? (['HEAD'] as const) : [];
  return holders(directory, at.organ, ...at.roles, ...standIn).map((person) => toPerson(person.id, card, at.face));
}
