import { deepEqual, ok } from 'node:assert/strict';
import { z } from 'zod';
import { apps, given } from './given-data.ts';
import { rule, type Answer, type Rule, type Stage } from './rule.ts';

const seconds = (value: string): string => new Date(Number(value) * 1_000).toISOString();

/** A person opens the login page in a browser and agrees; the code that his browser brings back. */
async function logIn({ people, ids }: Stage): Promise<Answer> {
  const back = 'https://console.example.com/back';
  const page = new URLSearchParams({ client_id: apps.line.appId, response_type: 'code', redirect_uri: back });
  const form = new URLSearchParams({ person: ids[1], answer: 'agree' });
  const answer = await fetch(`${people.url}/open-apis/authen/v1/authorize?${page}`, { method: 'POST', body: form, redirect: 'manual' });
  return { code: new URL(answer.headers.get('location') ?? '').searchParams.get('code'), redirect: back };
}

/** Groups, people, calendar, meetings and tasks. */
export const officeRules: readonly Rule[] = [
  rule('group', 'a new group appears with its people', {
    report: z.object({ chat: z.string().startsWith('oc_') }),
    seen: async ({ people, ids }, { chat }) => {
      const found = (await people.chats(ids[1])).find((each) => each.id === chat);
      deepEqual([found?.name, found?.mode, found?.dissolved], [given.group, 'group', false]);
    },
  }),
  rule('members', 'members are added, an unknown id is named, bots are not counted', {
    report: z.object({ unknown: z.array(z.literal(given.nobody)).length(1), names: z.array(z.string()) }),
    seen: async ({ people, ids }, { names }) => {
      deepEqual(names.toSorted(), ['巴特尔', '李娜', '王磊'].toSorted());
      ok((await people.chats(ids[2])).some((each) => each.name === given.group));
    },
  }),
  rule('disband', 'a disbanded group takes no message: 232009', {
    report: z.object({ code: z.literal(232009) }),
    seen: async ({ people, ids }) => ok(!(await people.chats(ids[0])).some((each) => each.name === given.group && !each.dissolved)),
  }),
  rule('person', 'a person is read with name and title', { report: z.object({ name: z.literal('李娜'), title: z.literal('科长') }) }),
  rule('departments', 'the departments below the root are read', { report: z.object({ names: z.tuple([z.literal('住建局'), z.literal('交易中心')]) }) }),
  rule('by-mail', 'a person is found by e-mail or mobile, a stranger is not', {
    report: z.object({ found: z.tuple([z.string(), z.null(), z.string()]) }),
    seen: async ({ ids }, { found }) => deepEqual(found, [ids[0], null, ids[1]]),
  }),
  rule('scopes', 'the range of the address book is read', { report: z.object({ departments: z.literal(2) }), next: logIn }),
  rule('login', 'the code of a login becomes a user token once, and the token the person’s name', {
    report: z.object({ name: z.literal('李娜'), again: z.literal(20065) }),
  }),
  rule('event', 'a calendar event stands in the calendar of who was invited', {
    report: z.object({ event: z.string().min(1), rsvp: z.literal('needs_action') }),
    seen: async ({ people, ids }) => {
      const [event] = await people.calendar(ids[2]);
      deepEqual([event?.summary, event?.cancelled, event?.attendees.map((each) => each.id)], [given.event.summary, false, [ids[2]]]);
      deepEqual(new Date(event?.start ?? '').toISOString(), seconds(given.event.start));
    },
  }),
  rule('free-busy', 'who was invited is busy for that time', {
    report: z.object({ slots: z.array(z.object({ start: z.string(), end: z.string() })).length(1) }),
    seen: async (_stage, { slots }) => {
      const times = slots.flatMap(({ start, end }) => [new Date(start).toISOString(), new Date(end).toISOString()]);
      deepEqual(times, [seconds(given.event.start), seconds(given.event.end)]);
    },
  }),
  rule('event-gone', 'a deleted event is cancelled for who was invited, and he is free again', {
    report: z.object({ slots: z.tuple([]) }),
    seen: async ({ people, ids }) => ok((await people.calendar(ids[2]))[0]?.cancelled),
  }),
  rule('meeting', 'a reserved meeting has a number of nine digits', { report: z.object({ number: z.string().regex(/^\d{9}$/) }) }),
  rule('task', 'a task lies with whom it was given to', {
    report: z.object({ guid: z.string().min(1) }),
    seen: async ({ people, ids }, { guid }) => {
      const due = Number(given.task.due);
      const tasks = (await people.tasks(ids[1])).map(({ guid: id, summary, due: at, done, assignees }) => ({ guid: id, summary, due: Date.parse(at ?? ''), done, assignees }));
      deepEqual(tasks, [{ guid, summary: given.task.summary, due, done: false, assignees: [ids[1]] }]);
    },
  }),
  rule('task-done', 'a completed task is done for him, and completing it twice is told as 1470400', {
    report: z.object({ status: z.literal('done'), again: z.literal(1470400) }),
    seen: async ({ people, ids }) => ok((await people.tasks(ids[1]))[0]?.done),
  }),
];
