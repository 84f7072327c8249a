import { z } from 'zod';
import { digest as digestCard } from '../cards/asked/digest.ts';
import { dateOf } from '../src/domain/time/deadlines.ts';
import { effectJob } from './define.ts';
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
    const now = deps.now();
    const sent = `digest:${data.person}:${dateOf(now)}`;
    if (!data.person || (await deps.store.notes.get(sent))) return;
    const waiting = await waitingFor(data.person, deps);
    if (waiting.length > 1) {
      await deps.platform.sendCard({ openId: data.person }, digestCard({ now, calendar: deps.calendar, duties: waiting }), `d${dateOf(now)}${data.person}`.slice(0, 50));
    } else {
      await deliver({ doc, card: data.card, face: data.face, uuid: effect, key: data.person, openId: data.person, chat: '' }, deps);
    }
    await deps.store.notes.set(sent, effect);
  },
});
