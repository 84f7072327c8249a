import { effect } from '@preact/signals';
import type { MessageView } from '../../api/chats.ts';
import type { StreamEvent } from '../../api/inspector.ts';
import type { Actions } from './actions.ts';
import { reachedBy } from '../people/news.ts';
import { threadKey, type Store } from './store.ts';

/** Keeps the page in step with the sandbox: one event stream for all persons shown. Everything is read anew after a lost connection, only what is shown after a change of persons. Returns a stop function. */
export function followSandbox(store: Store, actions: Actions): () => void {
  let source: EventSource | null = null;
  let wanted = '';
  let current = false;
  const open = (query: string, before: EventSource | null) => {
    const stream = new EventSource(`/sandbox/stream?${query}`);
    stream.onopen = () => {
      // The stream before ends only now, so that nothing falls between the two.
      before?.close();
      store.connected.value = true;
      void (current ? reloadShown(store, actions) : reload(store, actions));
      current = true;
    };
    stream.onerror = () => {
      current = false;
      store.connected.value = false;
      if (stream.readyState === EventSource.CLOSED) setTimeout(() => { if (source === stream) source = open(query, null); }, 2000);
    };
    stream.onmessage = (event) => take(store, actions, JSON.parse(String(event.data)) as StreamEvent);
    return stream;
  };
  const stop = effect(() => {
    const people = [...new Set(store.columns.value.map((column) => column.person).filter((id) => id !== null))];
    const query = new URLSearchParams(people.map((id) => ['as', id])).toString();
    if (query === wanted && source !== null) return;
    wanted = query;
    source = open(query, source);
  });
  return () => {
    stop();
    source?.close();
  };
}

/** Reads everything that is on the screen anew; what the persons see comes first. */
export async function reload(store: Store, actions: Actions): Promise<void> {
  await Promise.all([actions.loadCity(), actions.loadClock(), reloadShown(store, actions), actions.loadLog(), actions.loadFaults()]);
}

async function reloadShown(store: Store, actions: Actions): Promise<void> {
  const shown = store.columns.value.flatMap((column) => {
    if (column.person === null) return [];
    const { person, chat } = column;
    const list: Promise<unknown>[] = [actions.loadChats(person)];
    if (chat !== null && !chat.startsWith('app:')) list.push(actions.loadMessages(person, chat), actions.markRead(person, chat));
    if (column.view === 'calendar') list.push(actions.loadEvents(person));
    if (column.view === 'tasks') list.push(actions.loadTasks(person));
    return list;
  });
  await Promise.all(shown);
}

function take(store: Store, actions: Actions, event: StreamEvent): void {
  const people = store.columns.value.flatMap((column) => column.person ?? []);
  if (event.type === 'clock') actions.takeClock(event.clock);
  if (event.type === 'log') {
    addEntry(store, event);
    refreshChats(actions, reachedBy(event.entry, store.chats.value).filter((id) => !people.includes(id)));
  }
  if (event.type === 'message') {
    for (const person of people) mergeMessage(store, threadKey(person, event.chat), event.message);
    void noteArrival(store, actions, event.chat);
  }
  if (event.type === 'chat') refreshChats(actions, people);
  if (event.type === 'reload') location.reload();
  if (event.type === 'tour') void actions.loadCity();
  if (event.type === 'faults') void actions.loadFaults();
  if (event.type === 'calendar') for (const person of people) void actions.loadEvents(person);
  if (event.type === 'task') for (const person of people) void actions.loadTasks(person);
}

function addEntry(store: Store, event: Extract<StreamEvent, { type: 'log' }>): void {
  const last = store.log.value.at(-1)?.seq ?? 0;
  const { request: _request, response: _response, headers: _headers, ...brief } = event.entry;
  if (brief.seq > last) store.log.value = [...store.log.value.slice(-4999), brief];
}

function mergeMessage(store: Store, key: string, message: MessageView): void {
  const thread = store.threads.value[key];
  if (thread === undefined) return;
  const known = thread.items.some((item) => item.id === message.id);
  const items = known ? thread.items.map((item) => (item.id === message.id ? message : item)) : [...thread.items, message];
  store.threads.value = { ...store.threads.value, [key]: { ...thread, items } };
}

async function noteArrival(store: Store, actions: Actions, chat: string): Promise<void> {
  const readers = store.columns.value.filter((column) => column.chat === chat && column.view === 'chats');
  await Promise.all(readers.map(async (column) => (column.person === null ? undefined : actions.markRead(column.person, chat))));
  refreshChats(actions, store.columns.value.flatMap((column) => column.person ?? []));
}

const waiting = new Map<string, ReturnType<typeof setTimeout>>();

function refreshChats(actions: Actions, people: string[]): void {
  for (const person of new Set(people)) {
    clearTimeout(waiting.get(person));
    waiting.set(person, setTimeout(() => void actions.loadChats(person), 80));
  }
}
