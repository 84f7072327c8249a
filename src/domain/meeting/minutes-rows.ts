import { actorName } from '../audit.ts';
import { z } from 'zod';
import { rows, type EffectRequest, type Situation } from '../document.ts';
import { post, redraw, toRole } from '../effects.ts';
import { shortName } from '../people.ts';
import { refuse } from '../refusal.ts';
import { ofOrgan, representatives } from './guests.ts';
import { dissentInput } from './inputs.ts';
import type { Meeting } from './meeting.ts';
import { resolutionAlarms } from './task-reminders.ts';

const row = rows<Meeting>();
const article = '第十条';

/** After it (domain table 5.7): minutes confirmed or dissented from word by word, then tasks until the last is done. */
export const minutesRows = [
  row({
    act: 'confirm', verb: '确认纪要', code: 'CON_OK', article, from: ['c.minutes'], by: representatives, input: z.object({}).loose(),
    to: ({ doc, by }) => (lastToAnswer(doc.data, by) ? 'c.confirmed' : 'c.minutes'),
    change: ({ doc, by }) => ({ guests: ofOrgan(doc.data, by, { confirmed: 'ok' }) }),
    clocks: ({ doc, by }) => (lastToAnswer(doc.data, by) ? { stop: ['T12'] } : {}),
    alarms: (s) => (lastToAnswer(s.doc.data, s.by) ? resolutionAlarms(s.doc.data, s.world) : []),
    follow: (s) => confirmed(s),
    note: ({ by, world }) => ('organ' in by ? shortName(world.directory, by.organ) : ''),
  }),
  row({
    act: 'dissent', verb: '不同意见', code: 'CON_OK', article, from: ['c.minutes'], by: representatives, input: dissentInput,
    to: ({ doc, by }) => (lastToAnswer(doc.data, by) ? 'c.confirmed' : 'c.minutes'),
    change: ({ doc, input, by }) => ({ guests: ofOrgan(doc.data, by, { confirmed: 'dissent', dissent: input.dissent }) }),
    clocks: ({ doc, by }) => (lastToAnswer(doc.data, by) ? { stop: ['T12'] } : {}),
    alarms: (s) => (lastToAnswer(s.doc.data, s.by) ? resolutionAlarms(s.doc.data, s.world) : []),
    follow: (s) => confirmed(s),
    note: ({ by, world }) => ('organ' in by ? `${shortName(world.directory, by.organ)}，已如实记载` : ''),
  }),
  row({
    act: 'done', verb: '任务办结', code: 'CON_TASK', article, from: ['c.confirmed'], by: ['LIAISON', 'DUTY', 'HANDLER', 'DEPUTY'], input: z.object({ id: z.string() }),
    to: ({ doc, input }) => (doc.data.resolutions.every((task) => task.doneAt || task.id === input.id) ? 'c.done' : 'c.confirmed'),
    guard: ({ doc, input, by }) => {
      const task = doc.data.resolutions.find((resolution) => resolution.id === input.id);
      if (!task) return refuse('not-found', { what: '该任务' });
      return 'organ' in by && by.organ === task.organ ? undefined : refuse('E-901');
    },
    change: ({ doc, input, by, world }) => ({
      resolutions: doc.data.resolutions.map((task) => (task.id === input.id ? { ...task, doneAt: world.now.toISOString(), doneBy: actorName(by) } : task)),
    }),
    follow: ({ input }) => [post('complete-task', { id: input.id }), post('tell-matter'), redraw()],
    note: ({ by, world }) => ('organ' in by ? shortName(world.directory, by.organ) : ''),
  }),
  row({
    act: 'tasked', verb: '任务已派', code: 'CON_TASK', article, from: ['c.confirmed', 'c.done'], to: '=', by: ['system'], input: z.object({ id: z.string(), task: z.string() }),
    change: ({ doc, input }) => ({ resolutions: doc.data.resolutions.map((task) => (task.id === input.id ? { ...task, task: input.task } : task)) }),
  }),
];

function lastToAnswer(meeting: Meeting, by: Situation<Meeting, unknown>['by']): boolean {
  return meeting.guests.filter((guest) => guest.present).every((guest) => guest.confirmed !== '' || ('organ' in by && guest.organ === by.organ));
}

function confirmed({ doc, world }: Situation<Meeting, unknown>): EffectRequest[] {
  if (doc.state !== 'c.confirmed') return [redraw()];
  const tasks = doc.data.resolutions.flatMap((task) => [post('make-task', { id: task.id }), ...toRole(world.directory, { organ: task.organ, roles: ['LIAISON'], face: task.id }, 'task')]);
  return [post('write-paper', { paper: 'minutes', docNo: doc.data.minutesNo }), post('say-group', { text: 'confirmed' }), ...tasks, post('tell-matter'), redraw()];
}
