import { z } from 'zod';
import { digest } from '../../src/domain/audit.ts';
import { toRole } from '../../src/domain/effects.ts';
import { bookId } from '../../src/domain/organ/organ.ts';
import { center } from '../../src/domain/people.ts';
import { effectJob } from '../define.ts';
import { deliver } from '../cards/deliver.ts';
import { system } from '../tell.ts';

/** Brings the book of an organ without liaison to those who may name one: its deputy or head, and the administrator. */
export const askLiaison = effectJob({
  name: 'ask-liaison',
  payload: z.object({ organ: z.string() }),
  async run({ effect, data }, deps) {
    const book = await deps.store.load('organ', bookId(data.organ));
    const asked = [...toRole(deps.directory, { organ: data.organ, roles: ['DEPUTY'] }, 'organ'), ...toRole(deps.directory, { organ: center, roles: ['ADMIN'] }, 'organ')];
    for (const person of book ? new Set(asked.map((request) => String(request.data['person']))) : []) {
      if (book) await deliver({ doc: book, card: 'organ', face: '', uuid: `${effect}${digest(person).slice(0, 8)}`, key: person, openId: person, chat: '' }, deps);
    }
  },
});

/** Sends out what waited for a liaison of this organ. */
export const sendWaiting = effectJob({
  name: 'send-waiting',
  payload: z.object({ organ: z.string() }),
  async run({ effect, data }, deps) {
    for (const doc of await deps.store.search({ kind: 'forward', organ: data.organ, states: ['unnamed'], limit: 500 })) {
      await deps.handle(system({ kind: 'forward', id: doc.id, act: 'release', input: {}, cause: effect }));
    }
  },
});
