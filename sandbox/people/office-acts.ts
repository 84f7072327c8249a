import { fields, text } from '../json.ts';
import { answerInvitation } from '../platform/calendar/rsvp.ts';
import { comment } from '../platform/office/task-comments.ts';
import { tickTask } from '../platform/office/task-done.ts';
import type { Rsvp, Task } from '../state/office.ts';
import type { Person } from '../state/tenant.ts';
import type { World } from '../world.ts';
import type { Act } from './group-acts.ts';
import { refuse } from './refusal.ts';
import { actor } from './speak.ts';

const answers = new Set(['needs_action', 'accept', 'decline', 'tentative', 'removed']);

const rsvp: Act = (world, asked) => {
  const person = actor(world, text(asked['as']));
  const event = world.state.events[text(asked['event'])];
  const answer = text(asked['rsvp']);
  if (!answers.has(answer)) throw refuse(400, '没有这种答复');
  if (event === undefined || !answerInvitation(world, event, { person: person.openId, rsvp: answer as Rsvp }))
    throw refuse(404, '没有这个日程');
  return {};
};

function taskOf(world: World, person: Person, guid: string): Task {
  const task = world.state.tasks[guid];
  if (task === undefined || !task.members.some((member) => member.id === person.openId)) throw refuse(404, '没有这个任务');
  return task;
}

const task: Act = (world, asked) => {
  const person = actor(world, text(asked['as']));
  const found = taskOf(world, person, text(asked['guid']));
  if (!found.members.some((member) => member.id === person.openId && member.role === 'assignee')) throw refuse(403, '关注人不能完成任务');
  const elsewhere = fields(fields(found.fields['custom_complete'])['pc']);
  if (asked['done'] === true && Object.keys(elsewhere).length > 0) {
    throw refuse(409, text(fields(elsewhere['tip'])['zh_cn']) || `请到来源应用里完成：${text(elsewhere['href'])}`);
  }
  tickTask(world, found, { person: person.openId, done: asked['done'] === true });
  return {};
};

const remarkOn: Act = (world, asked) => {
  const person = actor(world, text(asked['as']));
  const found = taskOf(world, person, text(asked['guid']));
  const content = text(asked['text']);
  const parent = text(asked['parent']);
  if (content === '') throw refuse(400, '评论是空的');
  const made = comment(world, found, { by: person.openId, content, ...(parent === '' ? {} : { parent }) });
  return { comment: made.id };
};

/** What people do with invitations and tasks. */
export const officeActs: Record<string, Act> = { rsvp, task, comment: remarkOn };
