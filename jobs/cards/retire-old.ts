import { digest } from '../../src/domain/audit.ts';
import type { Document } from '../../src/domain/document.ts';
import { dutiesOf } from '../../src/domain/duties.ts';
import { flows } from '../../src/domain/flows.ts';
import { morningAfter } from '../../src/domain/push/push.ts';
import { isQuiet } from '../../src/domain/time/quiet.ts';
import { dateOf, instantAt } from '../../src/domain/time/time.ts';
import type { Deps, LiveCard } from '../define.ts';
import { isGroupGone } from '../platform-fault.ts';
import { isChangeable } from './card-life.ts';
import { outdated } from './drawing.ts';
import { putUp } from './put-up.ts';
import { waitingPush } from './push.ts';

const day = 86_400_000;
/** The platform lets a card be tapped and changed for 14 days; a day earlier ours becomes K45. */
const lifeDays = 13;

/** Turns cards into K45 on their thirteenth day, as far as the platform still lets them be changed (after a standstill some are too old); what still waits for somebody there comes afresh with that day's list, a group's board is put up anew. */
export async function retireOld(deps: Deps): Promise<void> {
  const before = new Date(instantAt(dateOf(deps.now()), '00:00').getTime() - (lifeDays - 1) * day);
  for (const live of await deps.store.cards.sentBefore(before, 200)) await retire(live, deps);
}

async function retire(live: LiveCard, deps: Deps): Promise<void> {
  const doc = await deps.store.load(live.kind, live.doc);
  const isBoard = live.to.startsWith('chat:') && doc !== undefined && !flows[doc.kind].final.includes(doc.state);
  if (isBoard && isQuiet(deps.now(), deps.calendar)) return;
  await deps.store.cards.quiet(live.message);
  if (doc && isChangeable(live, deps.now())) await deps.platform.patchCard(live.message, outdated(doc, live, deps));
  await deps.store.cards.retire(live.message);
  if (isBoard) return putUpAgain(doc, live, deps);
  if (doc) await bringBack(doc, live, deps);
}

// A group that is gone keeps no board; whoever coordinates was told when it went.
async function putUpAgain(doc: Document, { card, face, to, message }: LiveCard, deps: Deps): Promise<void> {
  await putUp({ doc, card, face, chat: to.slice('chat:'.length), uuid: `b${digest(message).slice(0, 32)}` }, deps).catch((fault: unknown) => {
    if (!isGroupGone(fault)) throw fault;
    deps.log.info({ doc: doc.id }, 'no board in a group that is gone');
  });
}

async function bringBack(doc: Document, live: LiveCard, deps: Deps): Promise<void> {
  const now = deps.now();
  const duty = dutiesOf(doc, live.to, { directory: deps.directory, now }).find(({ face }) => live.face === '' || face === live.face);
  if (!duty) return;
  const { heard } = await deps.store.attention.of(deps.store.attention.keyOf(live.to));
  const until = morningAfter(deps.store.attention.keyOf(live.to), heard.prefs, { now, calendar: deps.calendar });
  const plan = { doc, card: duty.card, face: duty.face, uuid: `o${digest(live.message).slice(0, 32)}`, key: live.to, openId: live.to, chat: '' };
  // A reminder of the same document that waits already says more than the duty alone.
  await deps.store.waiting.offer(waitingPush(plan, { push: 'digest', until }, deps));
}
