import type { ChatView, MessageView, NewsView } from '../../api/chats.ts';
import type { City } from '../../api/city.ts';
import type { Clock } from '../../api/clock.ts';
import type { Faults } from '../../api/faults.ts';
import type { BriefEntry } from '../../api/inspector.ts';
import type { EventView, TaskView } from '../../api/office.ts';
import type { Attempt } from './actions.ts';
import { ask } from './api-client.ts';
import { joinThread, threadKey, type Store, type Thread } from './store.ts';

const pageSize = 50;

/** Where a person wants to read on: around a message, or from a moment (ISO) on. */
export type Jump = { around: string } | { from: string };

/** What the page reads from the sandbox; each failure is told in a toast. */
export function createReading(store: Store, attempt: Attempt) {
  const put = <T>(target: { value: Record<string, T> }, key: string, value: T) => {
    target.value = { ...target.value, [key]: value };
  };
  const takeClock = (clock: Clock) => {
    store.clock.value = clock;
    store.clockReadAt.value = Date.now();
  };
  const load = (name: string, work: () => Promise<void>) => attempt(name, work);
  return {
    takeClock,
    loadCity: () => load('', async () => { store.city.value = await ask<City>('city'); }),
    loadClock: () => load('', async () => takeClock(await ask<Clock>('clock'))),
    loadNews: () => load('', async () => { store.news.value = await ask<NewsView[]>('news'); }),
    loadLog: () => load('', async () => { store.log.value = await ask<BriefEntry[]>('log', { limit: 5000, brief: 1 }); }),
    loadFaults: () => load('', async () => { store.faults.value = await ask<Faults>('faults'); }),
    loadChats: (person: string) => load(person, async () => put(store.chats, person, await ask<ChatView[]>('chats', { as: person }))),
    loadEvents: (person: string) => load(person, async () => put(store.events, person, await ask<EventView[]>('calendar', { as: person }))),
    loadTasks: (person: string) => load(person, async () => put(store.tasks, person, await ask<TaskView[]>('tasks', { as: person }))),
    ...createPaging(store, attempt),
  };
}

/** Reads one page at a time of a chat, however often it is asked. */
function createTurns() {
  const busy = new Set<string>();
  return async (key: string, work: () => Promise<void>): Promise<void> => {
    if (busy.has(key)) return;
    busy.add(key);
    try {
      await work();
    } finally {
      busy.delete(key);
    }
  };
}

function createPaging(store: Store, attempt: Attempt) {
  const once = createTurns();
  const read = (person: string, chat: string, more: Record<string, string>) =>
    ask<MessageView[]>('messages', { as: person, chat, limit: pageSize, folded: 1, ...more });
  const put = (key: string, thread: Thread) => { store.threads.value = { ...store.threads.value, [key]: thread }; };
  const awaited = (key: string) => {
    if (store.threads.value[key] === undefined) put(key, { items: [], loading: true, more: false, newer: false });
  };
  const loadMessages = (person: string, chat: string) =>
    attempt(person, async () => {
      const key = threadKey(person, chat);
      awaited(key);
      const items = await read(person, chat, {});
      const kept = store.threads.value[key];
      put(key, joinThread(kept?.newer === true ? undefined : kept, items, pageSize));
    });
  const jump = (person: string, chat: string, to: Jump) =>
    attempt(person, async () => {
      const key = threadKey(person, chat);
      awaited(key);
      const items = await read(person, chat, { ...to });
      const half = Math.ceil(pageSize / 2);
      const at = 'around' in to ? items.findIndex((each) => each.id === to.around) : 0;
      put(key, { items, loading: false, more: at >= half || 'from' in to, newer: items.length - at >= ('around' in to ? half : pageSize) });
    });
  const loadOlder = (person: string, chat: string) =>
    once(`older ${person} ${chat}`, () => attempt(person, async () => {
      const key = threadKey(person, chat);
      const before = store.threads.value[key]?.items[0]?.id;
      if (before === undefined) return;
      const older = await read(person, chat, { before });
      const thread = store.threads.value[key];
      if (thread?.items[0]?.id === before) put(key, { ...thread, items: [...older, ...thread.items], more: older.length === pageSize });
    }));
  const loadNewer = (person: string, chat: string) =>
    once(`newer ${person} ${chat}`, () => attempt(person, async () => {
      const key = threadKey(person, chat);
      const after = store.threads.value[key]?.items.at(-1)?.id;
      if (after === undefined) return;
      const newer = await read(person, chat, { after });
      const thread = store.threads.value[key];
      if (thread?.items.at(-1)?.id === after) put(key, { ...thread, items: [...thread.items, ...newer], newer: newer.length === pageSize });
    }));
  const loadThread = (person: string, chat: string, root: string) =>
    attempt(person, async () => {
      const items = await ask<MessageView[]>('messages', { as: person, chat, thread: root });
      put(threadKey(person, `thread ${root}`), { items, loading: false, more: false, newer: false });
    });
  return { loadMessages, jump, loadOlder, loadNewer, loadThread };
}
