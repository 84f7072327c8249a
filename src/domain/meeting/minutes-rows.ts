import { actorName, actorOrgan, actorOrganName } from '../audit.ts';
import { delayInput } from '../delay.ts';
import { z } from 'zod';
import { rows, type EffectRequest, type Row, type Situation } from '../document.ts';
import { post, redraw } from '../effects.ts';
import { center, shortName } from '../people.ts';
import { refuse } from '../refusal.ts';
import { dateOf, dayText } from '../time/deadlines.ts';
import { byLetter, representatives, secretariat } from './guests.ts';
import { dissentInput } from './inputs.ts';
import { letters, owesAnswer } from './letters.ts';
import { standing, tasksOf, type Guest, type Meeting } from './meeting.ts';
import { resolutionAlarms, taskTo } from './task-reminders.ts';

const row = rows<Meeting>();
const article = '第十条';

/** After it (domain table 5.7): minutes confirmed or dissented from word by word, then tasks until the last is done. */
export const minutesRows = [
  ...(['confirm', 'dissent'] as const).map((act) => answerRow(act)),
  row({
    act: 'alarm', verb: '纪要期满', code: 'CON_SILENT', article, from: ['c.minutes'], to: ({ doc }) => (tasksOf(doc.data).length ? 'c.confirmed' : 'c.done'), by: ['clock'], given: { rule: 'T12', stage: 'over1' },
    input: z.object({ id: z.string(), rule: z.string(), stage: z.string() }),
    change: ({ doc }) => ({ guests: doc.data.guests.map((guest) => (guest.present && guest.confirmed === '' ? { ...guest, confirmed: 'silent' as const } : guest)) }),
    clocks: () => ({ stop: ['T12'] }),
    alarms: ({ doc, world }) => resolutionAlarms(doc.data, world),
    follow: (s) => confirmed(s),
    note: ({ doc, world }) => `${doc.data.guests.filter(({ confirmed: answer }) => answer === 'silent').map(({ organ }) => shortName(world.directory, organ)).join('、')}未回复，如实记载`,
  }),
  row({
    act: 'done', verb: '任务办结', code: 'CON_TASK', article, from: ['c.confirmed'], by: ['LIAISON', 'DUTY', 'HANDLER', 'DEPUTY', ...secretariat, 'system'], input: z.object({ id: z.string() }),
    to: ({ doc, input }) => (tasksOf(doc.data).every((task) => task.doneAt || task.id === input.id) ? 'c.done' : 'c.confirmed'),
    guard: ({ doc, input, by, world }) => {
      const task = tasksOf(doc.data).find((resolution) => resolution.id === input.id);
      if (!task) return refuse('not-found', { what: '该任务' });
      if (task.doneAt) return refuse('stale', { who: task.doneBy, what: '办结' });
      // For an organ without an account the Center notes what it told on paper.
      const noted = actorOrgan(by) === center && byLetter(doc.data, world.directory).includes(task.organ);
      return by.role === 'system' || noted || actorOrgan(by) === task.organ ? undefined : refuse('E-901');
    },
    change: ({ doc, input, by, world }) => ({
      resolutions: doc.data.resolutions.map((task) => (task.id === input.id ? { ...task, doneAt: world.now.toISOString(), doneBy: actorName(by) || '飞书任务' } : task)),
    }),
    follow: ({ doc, input }) => [post('complete-task', { id: input.id }), post('tell-matter'), redraw(), ...(doc.state === 'c.done' ? [post('close-group')] : [])],
    note: ({ by, world }) => ('organ' in by ? shortName(world.directory, by.organ) : '在飞书任务中完成'),
  }),
  row({
    act: 'explain', verb: '说明原因', code: 'CON_EXPLAIN', article, from: ['c.confirmed'], to: '=', by: ['LIAISON', 'DEPUTY', 'HEAD', 'ACTING_HEAD'], input: delayInput.extend({ id: z.string() }),
    guard: ({ doc, input, by, world }) => {
      const task = tasksOf(doc.data).find(({ id, doneAt }) => id === input.id && !doneAt);
      if (!task) return refuse('not-found', { what: '该任务' });
      if (!('organ' in by) || by.organ !== task.organ) return refuse('E-901');
      return task.dueDate < dateOf(world.now) ? undefined : refuse('input', { fields: '尚未到完成日期，到期后仍未办结的再说明' });
    },
    change: ({ doc, input: { id, ...told }, by, world }) => ({ resolutions: doc.data.resolutions.map((task) => (task.id === id ? { ...task, explained: { ...told, at: world.now.toISOString(), by: actorName(by) } } : task)) }),
    follow: () => [redraw()],
    note: ({ input, by, world }) => `${actorOrganName(by, world.directory)}，预计 ${dayText(input.expected)}`,
  }),
  row({
    act: 'undone', verb: '任务恢复', code: 'CON_TASK', article, from: ['c.confirmed'], to: '=', by: ['system'], input: z.object({ id: z.string() }),
    guard: ({ doc, input }) => (tasksOf(doc.data).some(({ id, doneAt }) => id === input.id && doneAt) ? undefined : refuse('stale')),
    change: ({ doc, input }) => ({ resolutions: doc.data.resolutions.map((task) => (task.id === input.id ? { ...task, doneAt: '', doneBy: '' } : task)) }),
    follow: () => [redraw()],
    note: () => '在飞书任务中取消完成',
  }),
  row({
    act: 'tasked', verb: '任务已派', code: 'CON_TASK', article, from: ['c.confirmed', 'c.done'], to: '=', by: ['system'], input: z.object({ id: z.string(), task: z.string() }),
    change: ({ doc, input }) => ({ resolutions: doc.data.resolutions.map((task) => (task.id === input.id ? { ...task, task: input.task } : task)) }),
  }),
];

// Confirming and dissenting differ in what is kept; what follows from the last answer is the same.
function answerRow(act: 'confirm' | 'dissent'): Row<Meeting> {
  const input: z.ZodType<{ dissent?: string }> = act === 'dissent' ? dissentInput : z.object({});
  return row<{ dissent?: string }>({
    act, verb: act === 'confirm' ? '确认纪要' : '不同意见', code: 'CON_OK', article, from: ['c.minutes'], by: representatives, input,
    ...answersMinutes<{ dissent?: string }>({ organ: ({ by }) => actorOrgan(by), change: (s) => (act === 'confirm' ? { confirmed: 'ok' } : { confirmed: 'dissent', dissent: s.input.dissent ?? '' }) }),
    note: ({ by, world }) => ('organ' in by ? `${shortName(world.directory, by.organ)}${act === 'dissent' ? '，已如实记载' : ''}` : ''),
  });
}

interface Answer<I> { organ(s: Pick<Situation<Meeting, I>, 'input' | 'by'>): string; change(s: Situation<Meeting, I>): Partial<Guest> }

/** What an organ's answer to the minutes changes, whichever way it came; with the last one they hold. */
export function answersMinutes<I>({ organ, change }: Answer<I>): Pick<Row<Meeting, I>, 'to' | 'change' | 'clocks' | 'alarms' | 'follow'> {
  const last = (s: Situation<Meeting, I>): boolean => s.doc.data.guests.every((guest) => !owesAnswer(guest) || guest.organ === organ(s));
  return {
    to: (s) => (last(s) ? (tasksOf(s.doc.data).length ? 'c.confirmed' : 'c.done') : 'c.minutes'),
    change: (s) => ({ guests: s.doc.data.guests.map((guest) => (guest.organ === organ(s) ? { ...guest, ...change(s) } : guest)) }),
    clocks: (s) => (last(s) ? { stop: ['T12'] } : {}),
    alarms: (s) => (last(s) ? resolutionAlarms(s.doc.data, s.world) : []),
    follow: (s) => confirmed(s),
  };
}

// Once the minutes hold: the final paper, one line in the group, tasks, and what was decided on the matter.
function confirmed({ doc, world }: Pick<Situation<Meeting, unknown>, 'doc' | 'world'>): EffectRequest[] {
  if (doc.state === 'c.minutes') return [redraw()];
  const tasks = tasksOf(doc.data).flatMap((task) => [post('make-task', { id: task.id }), ...taskTo(doc.data, task, world)]);
  const acts = standing(doc.data).filter(({ kind }) => kind !== 'other').map(({ id }) => post('carry-out', { id }));
  return [post('write-paper', { paper: 'minutes', docNo: doc.data.minutesNo }), ...letters(doc.data, 'minutes', world), post('say-group', { text: 'confirmed' }), ...tasks, ...acts, post('tell-matter'), redraw(), ...(doc.state === 'c.done' ? [post('close-group')] : [])];
}
