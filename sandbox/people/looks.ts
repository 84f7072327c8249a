import type { ChatView, NewsView } from '../api/chats.ts';
import type { EventView, TaskView } from '../api/office.ts';
import { beijing } from '../clock.ts';
import { nameOf, unreadOf, viewChat } from '../chat/views.ts';
import { fields, text } from '../json.ts';
import type { Chat } from '../state/chats.ts';
import type { CalendarEvent, Task } from '../state/office.ts';
import type { World } from '../world.ts';

function lastSeq(world: World, chat: Chat): number {
  return world.state.messages[chat.messages.at(-1) ?? '']?.seq ?? 0;
}

/** A person's chats, newest first. */
export function chatsOf(world: World, person: string): ChatView[] {
  return Object.values(world.state.chats)
    .filter((chat) => chat.people.includes(person))
    .toSorted((a, b) => lastSeq(world, b) - lastSeq(world, a) || b.at - a.at)
    .map((chat) => viewChat(world, chat, person));
}

/** More than a mark can show. */
const mostNews = 100;

/** Everybody with something unread, in the order of the city. */
export function newsOf(world: World): NewsView[] {
  const news = new Map<string, NewsView>();
  for (const chat of Object.values(world.state.chats).filter((each) => !each.dissolved)) {
    for (const person of chat.people) {
      const { count, last } = unreadOf(world, chat, { person, most: mostNews });
      if (last === undefined) continue;
      const known = news.get(person) ?? { person, count: 0, at: '', alone: false };
      const at = beijing(last.at);
      news.set(person, { person, count: known.count + count, at: at > known.at ? at : known.at, alone: known.alone || chat.mode === 'p2p' });
    }
  }
  return Object.keys(world.state.people).flatMap((person) => news.get(person) ?? []);
}

/** The name of the person for whom an app acted, else of the app. */
function makerOf(world: World, person: string | undefined, appId: string): string {
  return person === undefined ? (world.state.apps[appId]?.name ?? '') : nameOf(world, person);
}

function viewEvent(world: World, event: CalendarEvent): EventView {
  const about = event.fields;
  const link = text(fields(about['vchat'])['meeting_url']);
  return {
    id: event.id,
    summary: text(about['summary']),
    description: text(about['description']),
    start: beijing(event.start * 1000),
    end: beijing(event.end * 1000),
    place: text(fields(about['location'])['name']),
    organizer: makerOf(world, event.organizer, event.appId),
    allDay: event.allDay === true,
    ...(link === '' ? {} : { link }),
    attendees: event.attendees.flatMap((each) =>
      each.person === undefined ? [] : [{ id: each.person, name: nameOf(world, each.person), rsvp: each.rsvp }],
    ),
    cancelled: event.cancelled,
  };
}

/** The events a person is invited to, by start. */
export function eventsOf(world: World, person: string): EventView[] {
  return Object.values(world.state.events)
    .filter((event) => event.attendees.some((each) => each.person === person))
    .toSorted((a, b) => a.start - b.start)
    .map((event) => viewEvent(world, event));
}

function viewTask(world: World, task: Task): TaskView {
  const due = Number(text(fields(task.fields['due'])['timestamp']));
  return {
    guid: task.guid,
    summary: text(task.fields['summary']),
    ...(due > 0 ? { due: beijing(due) } : {}),
    done: task.doneAt > 0,
    ...(task.doneAt > 0 ? { doneAt: beijing(task.doneAt) } : {}),
    description: text(task.fields['description']),
    creator: makerOf(world, task.creator, task.appId),
    members: task.members.filter((member) => member.type !== 'app').map(({ id, role }) => ({ id, role, name: nameOf(world, id) })),
    assignees: task.members.filter((member) => member.role === 'assignee').map((member) => member.id),
  };
}

/** The tasks a person is a member of, newest first. */
export function tasksOf(world: World, person: string): TaskView[] {
  return Object.values(world.state.tasks)
    .filter((task) => task.members.some((member) => member.id === person))
    .toSorted((a, b) => b.at - a.at)
    .map((task) => viewTask(world, task));
}
