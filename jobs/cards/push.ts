import { approvals } from '../../cards/asked/approvals.ts';
import { digest } from '../../src/domain/audit.ts';
import type { Document } from '../../src/domain/document.ts';
import { decidePush, heardAfter, type Audience, type PushVerdict, type Urgency } from '../../src/domain/push/push.ts';
import type { Deps } from '../define.ts';
import { sendLoose } from '../say.ts';
import { companions, deliver, redrawnInPlace, type Receiver } from './deliver.ts';
import { waitingFor } from './waiting.ts';

const listFrom = 4;

/** A card that wants to go out. `rule` names the limit that it reminds of, `line` what the list of the morning says of it beside its row. */
export interface PushPlan extends Receiver { doc: Document; card: string; face: string; uuid: string; urgency: Urgency; rule?: string; line?: string }

/** Brings a card to its receiver as soon as he may be disturbed: now, or by the waiting room. Harmless twice. */
export async function push(plan: PushPlan, deps: Deps): Promise<void> {
  const verdict = await claim(plan, deps);
  if (verdict.push === 'now') return (await listedApprovals(plan, deps)) ? undefined : deliver(plan, deps);
  if (verdict.push === 'join' && (await redrawnInPlace(plan, deps))) return;
  await deps.store.waiting.put(waitingPush(plan, verdict, deps));
}

// From the fourth open approval on the head gets one list; each is still decided by itself.
async function listedApprovals({ card, urgency, openId, uuid }: PushPlan, deps: Deps): Promise<boolean> {
  if (card !== 'approval' || urgency === 'answer' || !deps.settings.economy) return false;
  const duties = (await waitingFor(openId, deps)).filter((duty) => duty.card === 'approval');
  if (duties.length < listFrom) return false;
  return (await sendLoose({ openId, uuid }, approvals({ now: deps.now(), duties }), deps)) !== undefined;
}

/** Decides on a push and writes it down as heard where it may go out, so that two at once cannot both go. */
export async function claim(plan: Pick<PushPlan, 'doc' | 'urgency' | 'uuid' | 'rule'> & Receiver, deps: Deps): Promise<PushVerdict> {
  if (!deps.settings.economy) return { push: 'now' };
  const to = audienceOf(plan, deps);
  for (;;) {
    const { heard, version } = await deps.store.attention.of(to.who);
    const now = deps.now();
    const verdict = decidePush({ id: plan.uuid, urgency: plan.urgency, to, ...(plan.rule ? { reminds: plan.doc.id } : {}) }, heard, { now, calendar: deps.calendar });
    if (verdict.push !== 'now' || plan.urgency === 'answer' || ('group' in to && to.group === 'work')) return verdict;
    if (await deps.store.attention.keep(to.who, { heard: heardAfter(heard, { id: plan.uuid, at: now }), version })) return verdict;
  }
}

function audienceOf({ doc, key, openId, chat }: Receiver & { doc: Document }, { store, directory }: Deps): Audience {
  if (chat) return { who: store.attention.keyOf(key), group: doc.kind === 'meeting' ? 'meeting' : 'work' };
  return { who: store.attention.keyOf(openId), roles: key === 'reporter' ? [] : (directory.people.get(openId)?.roles ?? []) };
}

/** What the waiting room keeps of a card until it may go out. */
export function waitingPush({ doc, card, face, uuid, rule = '', line = '', ...to }: Omit<PushPlan, 'urgency'>, verdict: Exclude<PushVerdict, { push: 'now' }>, deps: Pick<Deps, 'store' | 'now'>): Parameters<Deps['store']['waiting']['put']>[0] {
  const who = deps.store.attention.keyOf(to.chat ? to.key : to.openId);
  return {
    place: digest([who, doc.id, face, companions.has(card) ? card : '', line && 'line']).slice(0, 40), id: uuid, who, to: to.key, kind: doc.kind, doc: doc.id, round: doc.round, card, face, rule, line,
    why: verdict.push, since: deps.now().toISOString(), until: verdict.until.toISOString(),
  };
}
