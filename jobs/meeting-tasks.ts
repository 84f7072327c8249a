import { z } from 'zod';
import type { Document } from '../src/domain/document.ts';
import type { Meeting } from '../src/domain/meeting/meeting.ts';
import { holders } from '../src/domain/people.ts';
import { effectJob } from './define.ts';
import { mayReach } from './drawing.ts';
import { system } from './tell.ts';

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
    const made = await deps.platform.createTask({ summary: `会商议定事项 ${doc.no}-${task.id.slice(1)}`, due: task.dueDate, people, token: effect });
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
