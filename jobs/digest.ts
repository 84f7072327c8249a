import { z } from 'zod';
import { digest as digestCard } from '../cards/asked/digest.ts';
import { digest as hash } from '../src/domain/audit.ts';
import type { Document } from '../src/domain/document.ts';
import { dateOf } from '../src/domain/time/deadlines.ts';
import { effectJob, type Deps } from './define.ts';
import { mayReach } from './drawing.ts';
import { insteadOf } from './instead-of.ts';
import { deliver } from './send-card.ts';
import { waitingFor } from './waiting.ts';

/**
 * The first reminder of a morning brings its reader one list of all that waits for him; the others of that day find it sent.
 * Where only one thing waits, its own card comes instead (experience section 2, rule 2).
 */
export const digest = effectJob({
  name: 'digest',
  payload: z.object({ to: z.literal('person'), person: z.string(), card: z.string(), face: z.string().default('') }),
  async run({ doc, effect, data }, deps) {
    if (data.person && mayReach(doc, data, deps)) await tell(data.person, { doc, card: data.card, face: data.face, uuid: effect }, deps);
    for (const delegate of insteadOf(data.person, doc, deps)) await tell(delegate, { doc, card: data.card, face: data.face, uuid: `${effect}${hash(delegate).slice(0, 8)}` }, deps);
  },
});

async function tell(person: string, at: { doc: Document; card: string; face: string; uuid: string }, deps: Deps): Promise<void> {
  const now = deps.now();
  const sent = `digest:${person}:${dateOf(now)}`;
  if (await deps.store.notes.get(sent)) return;
  const waiting = await waitingFor(person, deps);
  if (waiting.length > 1) {
    await deps.platform.sendCard({ openId: person }, digestCard({ now, calendar: deps.calendar, duties: waiting }), `d${dateOf(now)}${person}`.slice(0, 50));
  } else {
    await deliver({ ...at, key: person, openId: person, chat: '' }, deps);
  }
  await deps.store.notes.set(sent, at.uuid);
}
