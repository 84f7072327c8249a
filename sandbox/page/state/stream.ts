import { effect } from '@preact/signals';
import type { MessageView } from '../../api/chats.ts';
import type { StreamEvent } from '../../api/inspector.ts';
import type { Actions } from './actions.ts';
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
  await Promise.all([actions.loadCity(), actions.loadClock(), reloadShown(store, actions), actions.loadNews(), actions.loadLog(), actions.loadFaults()]);
}

async function reloadShown(store: Store, actions: Actions): Promise<void> {
  const shown = store.columns.value.flatMap((column) => {
    if (column.person === null) return [];
    const { person, chat } = column;
    const list: Promise<unknown>[] = [actions.loadChats(person)];
    if (chat !== null && !chat.startsWith('app:')) {
      // Whoever reads further up, or is just arriving, is not brought to the end.
      const thread = store.threads.value[threadKey(person, chat)];
      if (thread === undefined || !(thread.loading || thread.newer)) list.push(actions.loadMessages(person, chat));
      list.push(actions.markRead(person, chat));
    }
    if (column.view === 'calendar') list.push(actions.loadEvents(person));
    if (column.view === 'tasks') list.push(actions.loadTasks(person));
    return list;
  });
  await Promise.all(shown);
}

function take(store: Store, actions: Actions, event: StreamEvent): void {
  const people = store.columns.value.flatMap((column) => column.person ?? []);
  if (event.type === 'clock') actions.takeClock(event.clock);
  if (event.type === 'log') addEntry(store, event);
  if (event.type === 'message') {
    for (const person of people) mergeMessage(store, person, event.message);
    void noteArrival(store, actions, event.chat);
  }
  if (event.type === 'chat') refresh(people, actions.loadChats);
  if (event.type === 'news') refresh(['news'], () => void actions.loadNews(), 250);
  if (event.type === 'typing') noteTyping(store, event);
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

/** Puts a message where its person has its chat or its thread open. */
function mergeMessage(store: Store, person: string, message: MessageView): void {
  const inThread = message.thread !== undefined && message.replies === undefined;
  const threads = { ...store.threads.value };
  for (const [key, thread] of Object.entries(threads)) {
    const at = thread.items.findIndex((item) => item.id === message.id);
    if (!key.startsWith(`${person} `)) continue;
    const belongs = key === threadKey(person, message.chat) ? !inThread : inThread && key.startsWith(`${person} thread `) && thread.items.some((item) => item.id === message.parent || item.thread === message.thread);
    if (at >= 0) threads[key] = { ...thread, items: thread.items.with(at, message) };
    else if (belongs && !thread.newer) threads[key] = { ...thread, items: [...thread.items, message] };
  }
  store.threads.value = threads;
}

async function noteArrival(store: Store, actions: Actions, chat: string): Promise<void> {
  const readers = store.columns.value.filter((column) => column.chat === chat && column.view === 'chats');
  await Promise.all(readers.map(async (column) => (column.person === null ? undefined : actions.markRead(column.person, chat))));
  refresh(store.columns.value.flatMap((column) => column.person ?? []), actions.loadChats);
}

const typingMs = 4000;

function noteTyping(store: Store, { chat, person }: { chat: string; person: string }): void {
  store.typing.value = { ...store.typing.value, [chat]: person };
  clearTimeout(waiting.get(`typing ${chat}`));
  waiting.set(`typing ${chat}`, setTimeout(() => {
    const { [chat]: _gone, ...rest } = store.typing.value;
    store.typing.value = rest;
  }, typingMs));
}

const waiting = new Map<string, ReturnType<typeof setTimeout>>();

/** Does something for each key a moment later, once for all that happens within the moment. */
function refresh(keys: string[], work: (key: string) => unknown, afterMs = 80): void {
  for (const key of new Set(keys)) {
    if (waiting.has(key)) continue;
    waiting.set(key, setTimeout(() => {
      waiting.delete(key);
      void work(key);
    }, afterMs));
  }
}
