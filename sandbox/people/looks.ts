import type { ChatView, MessageView } from '../api/chats.ts';
import type { EventView, TaskView } from '../api/office.ts';
import { beijing } from '../clock.ts';
import { nameOf, viewChat, viewMessage, visible } from '../chat/views.ts';
import { fields, text } from '../json.ts';
import type { Chat } from '../state/chats.ts';
import type { CalendarEvent, Task } from '../state/office.ts';
import type { World } from '../world.ts';
import { refuse } from './refusal.ts';

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

/** What to read: one chat, or all chats of the person when `chat` is absent. */
export interface Reading {
  as: string;
  chat?: string;
  before?: string;
  limit: number;
}

/** Messages a person sees, oldest first, at most `limit` of the newest before `before`. */
export function messagesOf(world: World, reading: Reading): MessageView[] {
  const { chats, messages } = world.state;
  const wanted = reading.chat === undefined ? Object.values(chats) : [chats[reading.chat]];
  const mine = wanted.filter((chat) => chat !== undefined).filter((chat) => chat.people.includes(reading.as));
  if (reading.chat !== undefined && mine.length === 0) throw refuse(404, '没有这个会话');
  const below = reading.before === undefined ? Infinity : (messages[reading.before]?.seq ?? Infinity);
  const tails = mine.flatMap((chat) =>
    chat.messages
      .map((id) => messages[id])
      .filter((message) => message !== undefined)
      .filter((message) => message.seq < below && visible(message, reading.as))
      .slice(-reading.limit),
  );
  return tails
    .toSorted((a, b) => a.seq - b.seq)
    .slice(-reading.limit)
    .map((message) => viewMessage(world, message));
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

function viewTask(task: Task): TaskView {
  const due = Number(text(fields(task.fields['due'])['timestamp']));
  return {
    guid: task.guid,
    summary: text(task.fields['summary']),
    ...(due > 0 ? { due: beijing(due) } : {}),
    done: task.doneAt > 0,
    assignees: task.members.filter((member) => member.role === 'assignee').map((member) => member.id),
  };
}

/** The tasks a person is a member of, newest first. */
export function tasksOf(world: World, person: string): TaskView[] {
  return Object.values(world.state.tasks)
    .filter((task) => task.members.some((member) => member.id === person))
    .toSorted((a, b) => b.at - a.at)
    .map(viewTask);
}
