import { z } from 'zod';
import { dutiesOf, numberOf } from '../../src/domain/duties.ts';
import { morningAfter } from '../../src/domain/push/push.ts';
import { effectJob } from '../define.ts';
import { waitingPush } from './push.ts';

/** A limit that moved by itself stands as one line in the next morning's list of everybody for whom the document waits. */
export const tellMoved = effectJob({
  name: 'tell-moved',
  payload: z.object({ line: z.string() }),
  async run({ doc, effect, data }, deps) {
    const world = { directory: deps.directory, now: deps.now() };
    for (const person of deps.directory.people.keys()) {
      const [duty] = dutiesOf(doc, person, world);
      if (!duty) continue;
      const { heard } = await deps.store.attention.of(deps.store.attention.keyOf(person));
      const until = morningAfter(deps.store.attention.keyOf(person), heard.prefs, { now: world.now, calendar: deps.calendar });
      const plan = { doc, card: duty.card, face: duty.face, uuid: effect, line: `${numberOf(doc)}　${data.line}`, key: person, openId: person, chat: '' };
      await deps.store.waiting.put(waitingPush(plan, { push: 'digest', until }, deps));
    }
  },
});
