import { z } from 'zod';
import type { Document } from '../../src/domain/document.ts';
import { expectedIn } from '../../src/domain/meeting/guests.ts';
import { steps, type Step } from '../../src/domain/meeting/calling/set-up.ts';
import type { Meeting } from '../../src/domain/meeting/meeting.ts';
import { effectJob, type Deps } from '../define.ts';
import { platformCode } from '../platform-fault.ts';
import { putUp } from '../cards/put-up.ts';
import { system } from '../tell.ts';
import { rememberGroup } from './groups.ts';
import { writePaper } from '../papers/write-paper.ts';

interface Task { meeting: Document<Meeting>; effect: string }
type Made = { chat?: string; board?: string; event?: string; link?: string; joined?: number; wanted?: number; missing?: readonly string[] };

const work: Readonly<Record<Step, (task: Task, deps: Deps) => Promise<Made>>> = {
  group: async ({ meeting, effect }, { platform, store }) => {
    const chat = meeting.data.chat || (await platform.createChat({ name: `会商 ${meeting.no}`, people: [meeting.data.convener].filter(Boolean), uuid: effect }));
    await rememberGroup({ kind: 'meeting', id: meeting.id, chat }, { store });
    return { chat };
  },
  members: async ({ meeting }, deps) => {
    const people = expectedIn(meeting.data, deps.directory);
    const missing = await deps.platform.addToChat(meeting.data.chat, people);
    return { joined: people.length - missing.length, wanted: people.length, missing };
  },
  board: async ({ meeting, effect }, deps) => ({ board: await putUp({ doc: meeting, card: 'board', chat: meeting.data.chat, uuid: effect }, deps) }),
  event: async ({ meeting, effect }, { platform, directory }) => {
    const people = expectedIn(meeting.data, directory);
    const owner = meeting.data.convener || people[0] || '';
    const made = await platform.createEvent({ title: `会商 ${meeting.no}`, text: '议题和材料请在受控附件中查阅', start: meeting.data.start, end: meeting.data.end, place: meeting.data.place, people, owner, key: effect });
    return { event: made.event, link: made.link || (await platform.reserveMeeting({ topic: `会商 ${meeting.no}`, owner, end: meeting.data.end })) };
  },
  notice: async ({ meeting, effect }, deps) => {
    await writePaper.run({ doc: meeting, effect, data: { paper: 'meeting-notice', docNo: meeting.data.noticeNo, about: '' } }, deps);
    return {};
  },
  // The invitations are effects of their own, one a person; here it is only noted that they went out.
  invite: () => Promise.resolve({}),
};

/** One step of setting up a meeting; safe to repeat at any point. What the platform refuses for good is noted on the meeting, and the next step goes on. */
export const setUp = effectJob({
  name: 'set-up',
  payload: z.object({ step: z.enum(Object.keys(steps) as [Step, ...Step[]]) }),
  async run({ doc, effect, data }, deps) {
    const meeting = doc as Document<Meeting>;
    const made = await work[data.step]({ meeting, effect }, deps).catch((fault: unknown) => {
      if (platformCode(fault) === undefined || (fault instanceof Error && 'again' in fault && fault.again === true)) throw fault;
      deps.log.warn({ doc: doc.id, step: data.step, code: platformCode(fault) }, 'a step of setting up a meeting was refused');
      return { failed: platformCode(fault) };
    });
    await deps.handle(system({ kind: 'meeting', id: doc.id, act: 'arranged', input: { step: data.step, ...made }, cause: effect, matter: doc.matter }));
  },
});

/** Moves the calendar event with the meeting. */
export const moveEvent = effectJob({
  name: 'move-event',
  payload: z.object({}),
  async run({ doc }, deps) {
    const { event, start, end, place } = (doc as Document<Meeting>).data;
    if (event) await deps.platform.moveEvent(event, { title: `会商 ${doc.no}`, start, end, place });
  },
});

/** Cancels the calendar event. */
export const cancelEvent = effectJob({
  name: 'cancel-event',
  payload: z.object({}),
  async run({ doc }, deps) {
    const { event } = (doc as Document<Meeting>).data;
    if (event) await deps.platform.cancelEvent(event);
  },
});

/** Takes from somebody who may not know of a meeting any more what tells him of it: its group, its event, its open tasks. None of it is said to him. */
export const shutOut = effectJob({
  name: 'shut-out',
  payload: z.object({ person: z.string() }),
  async run({ doc, data }, { platform }) {
    const { chat, event, resolutions } = (doc as Document<Meeting>).data;
    const people = [data.person];
    if (chat) await platform.removeFromChat(chat, people);
    if (event) await platform.uninvite(event, people);
    for (const { task, doneAt } of resolutions) if (task && !doneAt) await platform.unassign(task, people);
  },
});
