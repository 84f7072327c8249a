import { z } from 'zod';
import type { Document } from '../../src/domain/document.ts';
import { sentenceOf } from '../../cards/kit/texts.ts';
import { keptOnPaper } from '../../src/domain/joint/joint.ts';
import { numberOfResolution, type Meeting, type Resolution } from '../../src/domain/meeting/meeting.ts';
import { holders } from '../../src/domain/people.ts';
import { addWorkingDays, dateOf } from '../../src/domain/time/deadlines.ts';
import { effectJob, type Deps, type Received } from '../define.ts';
import { openDecided } from './campaigns.ts';
import { mayReach } from '../cards/drawing.ts';
import { send } from '../send.ts';
import { system } from '../tell.ts';

/** A resolution as a task in the platform's own list, for the liaisons of the organ that has to do it. */
export const makeTask = effectJob({
  name: 'make-task',
  payload: z.object({ id: z.string() }),
  async run({ doc, effect, data }, deps) {
    const meeting = doc as Document<Meeting>;
    const task = meeting.data.resolutions.find((resolution) => resolution.id === data.id);
    if (!task || task.task) return;
    const wanted = task.person ? [task.person] : holders(deps.directory, task.organ, 'LIAISON').map((person) => person.id);
    const people = wanted.filter((person) => mayReach(doc, { person }, deps));
    const made = await deps.platform.createTask({ summary: `会商议定事项 ${doc.no}-${numberOfResolution(meeting.data, task.id)}`, due: task.dueDate, people, token: effect });
    await deps.store.notes.set(taskKey(made), `${doc.id}|${task.id}`);
    await deps.handle(system({ kind: 'meeting', id: doc.id, act: 'tasked', input: { id: task.id, task: made }, cause: effect, matter: doc.matter }));
  },
});

/** Marks the platform's task as done. */
export const completeTask = effectJob({
  name: 'complete-task',
  payload: z.object({ id: z.string() }),
  async run({ doc, data }, deps) {
    const task = (doc as Document<Meeting>).data.resolutions.find((resolution) => resolution.id === data.id);
    if (task?.task) await deps.platform.completeTask(task.task);
  },
});

/** Carries out on the matters what confirmed minutes decided: the organ named handles it, or joint enforcement starts. What the matter refuses is told to whoever convened. */
export const carryOut = effectJob({
  name: 'carry-out',
  payload: z.object({ id: z.string() }),
  async run({ doc, effect, data }, deps) {
    const meeting = doc as Document<Meeting>;
    const decided = meeting.data.resolutions.find((resolution) => resolution.id === data.id);
    if (!decided) return;
    if (decided.kind === 'campaign') return openDecided({ meeting, decided, effect }, deps);
    const act = decisionOf(meeting, decided, deps);
    for (const no of meeting.data.matterNos) {
      const matter = await deps.store.byNo(no);
      if (!matter) continue;
      const outcome = await deps.handle(system({ kind: 'matter', id: matter.id, ...act, cause: effect, matter: matter.id }));
      if (outcome.ok || !meeting.data.convener) continue;
      const text = `${doc.no} 第 ${numberOfResolution(meeting.data, data.id)} 项没有自动办理（${no}）：${sentenceOf(outcome.refusal)}`;
      await send({ to: { openId: meeting.data.convener }, content: { text }, uuid: `${effect}-no`, about: { doc } }, deps);
    }
  },
});

/** Settles the returns of a matter that were before a meeting: the organ named goes on, any other is released. */
export const settleReturns = effectJob({
  name: 'settle-returns',
  payload: z.object({ organ: z.string(), dueDate: z.string(), minutes: z.string() }),
  async run({ doc, effect, data }, deps) {
    for (const part of await deps.store.ofMatter(doc.id)) {
      if (part.kind !== 'forward' || part.state !== 'returnAsked') continue;
      await deps.handle(system({ kind: 'forward', id: part.id, act: 'settle', input: { organ: data.organ, dueDate: data.dueDate, minutesNo: data.minutes }, cause: effect, matter: doc.id }));
    }
  },
});

/** Somebody ticked a task in the platform's own list, or took the tick away: the resolution follows. */
export async function followTask({ id, content, type }: Received, deps: Deps): Promise<void> {
  const [doc = '', task = ''] = ((await deps.store.notes.get(taskKey(content))) ?? '').split('|');
  const act = type === '5' ? 'done' : type === '6' ? 'undone' : '';
  if (!doc || !act) return;
  const outcome = await deps.handle(system({ kind: 'meeting', id: doc, act, input: { id: task }, cause: id }));
  // Nobody tapped a card, so those that hang there are drawn from here by the act's own effects; a repeat is refused and changes nothing.
  if (!outcome.ok) deps.log.info({ doc, act, code: outcome.refusal.code }, 'task already as it is');
}

function decisionOf({ data }: Document<Meeting>, decided: Resolution, deps: Deps): { act: string; input: object } {
  const { kind, organ, co, dueDate, what } = decided;
  if (kind !== 'joint') return { act: 'appoint', input: { kind, organ, dueDate, requirement: what, minutesNo: data.minutesNo } };
  const first = `${addWorkingDays(dateOf(deps.now()), 2, deps.calendar)} 09:30`;
  return { act: 'enforce', input: { trigger: 'recognised', document: `会商纪要 ${data.minutesNo}`, file: keptOnPaper, lead: organ, members: co, goal: what.padEnd(4, '。'), firstAt: first, dueDate } };
}

function taskKey(guid: string): string {
  return `task:${guid}`;
}
