import type { Actor, EffectRequest } from './document.ts';
import { hasDeputy, holders, type Directory, type StaffRole } from './people.ts';
import type { Urgency } from './push/push.ts';

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

/** The same card with the limit and the stage that ask for it, by which its urgency is known. */
export function asReminder(request: EffectRequest, { rule, stage }: { rule: string; stage: string }): EffectRequest {
  return request.job === 'send-card' ? { ...request, data: { ...request.data, rule, stage } } : request;
}

/** The same card with an urgency of its own, where the card alone does not tell it: a meeting that was moved within two hours is an `alarm`. */
export function pressing(request: EffectRequest, urgency: Urgency): EffectRequest {
  return request.job === 'send-card' ? { ...request, data: { ...request.data, urgency } } : request;
}

/** The same request as an answer, where it goes to whoever has just acted. */
export function asAnswer(request: EffectRequest, by: Actor): EffectRequest {
  const { to, person } = request.data;
  const own = 'id' in by ? to === 'person' && person === by.id : 'ref' in by && to === 'reporter';
  return own ? pressing(request, 'answer') : request;
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
