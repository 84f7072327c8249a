import { z } from 'zod';
import type { Command, Document } from '../src/domain/document.ts';
import { latest } from '../src/domain/clocks.ts';
import { toldOf, type Forward } from '../src/domain/forward/forward.ts';
import type { Meeting } from '../src/domain/meeting/meeting.ts';
import { isEnded, type Referral } from '../src/domain/referral/referral.ts';
import { effectJob } from './define.ts';

/** A command of the system; the effect that asks for it is its cause, so that a repeat changes nothing. */
export function system(command: Pick<Command, 'kind' | 'id' | 'act' | 'input' | 'cause' | 'matter'>): Command {
  return { ...command, by: { role: 'system' } };
}

/** Tells the matter how one of its parts now stands. */
export const tellMatter = effectJob({
  name: 'tell-matter',
  payload: z.object({}),
  async run({ doc, effect }, deps) {
    await deps.handle(system({ kind: 'matter', id: doc.matter, act: 'progress', input: standing(doc), cause: effect, matter: doc.matter }));
  },
});

/** Tells the department's part how its verification now stands. */
export const tellForward = effectJob({
  name: 'tell-forward',
  payload: z.object({}),
  async run({ doc, effect }, deps) {
    const { id, no, state, data, matter } = doc as Document<Referral>;
    const ended = isEnded(state);
    const input = { id, no, state, ended, ...(ended ? { facts: data.report.facts, conclusion: data.report.conclusion } : {}) };
    await deps.handle(system({ kind: 'forward', id: data.forward, act: 'referral', input, cause: effect, matter }));
  },
});

function standing(doc: Document): object {
  switch (doc.kind) {
    case 'forward': {
      const { data, clocks } = doc as Document<Forward>;
      const told = doc.state === 'closed' ? toldOf(data.feedback) : '';
      return { part: 'forward', id: doc.id, no: data.docNo, organ: data.organ, state: doc.state, dueDate: latest(clocks, 'T03')?.due.dueDate ?? '', told };
    }
    case 'referral': {
      const { data } = doc as Document<Referral>;
      return { part: 'referral', id: doc.id, no: doc.no, organ: data.organ, state: doc.state, receiver: data.report.receiver };
    }
    case 'meeting':
      return { part: 'meeting', id: doc.id, no: doc.no, state: doc.state, dueDate: (doc as Document<Meeting>).data.start.slice(0, 10) };
    case 'matter':
      return { part: 'forward', id: doc.id, state: doc.state };
  }
}
