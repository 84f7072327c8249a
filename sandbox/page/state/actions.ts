import type { TapAnswer } from '../../api/acts.ts';
import type { ChatView, MessageView } from '../../api/chats.ts';
import type { City } from '../../api/city.ts';
import type { Clock, ClockMove } from '../../api/clock.ts';
import type { Faults } from '../../api/faults.ts';
import type { BriefEntry } from '../../api/inspector.ts';
import type { EventView, TaskView } from '../../api/office.ts';
import { ask, post, RequestFault, sendFile } from './api-client.ts';
import { joinThread, threadKey, type ColumnState, type Notice, type Store } from './store.ts';
import { t } from '../language/language.ts';

const pageSize = 50;

/** Everything a person at the page can do; each act tells of its failure in a toast and never throws. */
export type Actions = ReturnType<typeof createActions>;

/** Makes the acts over the store. */
export function createActions(store: Store) {
  const tell = (person: string, notice: Pick<Notice, 'type' | 'text'>) => addNotice(store, person, notice);
  const attempt = async (person: string, work: () => Promise<void>) => {
    try {
      await work();
    } catch (fault) {
      if (!(fault instanceof RequestFault)) throw fault;
      tell(person, { type: 'error', text: fault.message });
    }
  };
  const reading = createReading(store, attempt);
  return { tell, attempt, ...reading, ...createMoving(store, reading), ...createWriting(store, attempt, tell) };
}

type Attempt = (person: string, work: () => Promise<void>) => Promise<void>;

function addNotice(store: Store, person: string, notice: Pick<Notice, 'type' | 'text'>): void {
  const id = (store.notices.value.at(-1)?.id ?? 0) + 1;
  const at = store.clock.value?.now ?? '';
  store.notices.value = [...store.notices.value.slice(-49), { id, person, at, shown: true, ...notice }];
  setTimeout(() => {
    store.notices.value = store.notices.value.map((each) => (each.id === id ? { ...each, shown: false } : each));
  }, 5000);
}

function createReading(store: Store, attempt: Attempt) {
  const put = <T>(target: { value: Record<string, T> }, key: string, value: T) => {
    target.value = { ...target.value, [key]: value };
  };
  const loadCity = () => attempt('', async () => { store.city.value = await ask<City>('city'); });
  const takeClock = (clock: Clock) => {
    store.clock.value = clock;
    store.clockReadAt.value = Date.now();
  };
  const loadClock = () => attempt('', async () => takeClock(await ask<Clock>('clock')));
  const loadChats = (person: string) =>
    attempt(person, async () => put(store.chats, person, await ask<ChatView[]>('chats', { as: person })));
  const loadEvents = (person: string) =>
    attempt(person, async () => put(store.events, person, await ask<EventView[]>('calendar', { as: person })));
  const loadTasks = (person: string) =>
    attempt(person, async () => put(store.tasks, person, await ask<TaskView[]>('tasks', { as: person })));
  const loadMessages = (person: string, chat: string) =>
    attempt(person, async () => {
      const key = threadKey(person, chat);
      const kept = store.threads.value[key];
      if (kept === undefined) put(store.threads, key, { items: [], loading: true, more: false });
      const items = await ask<MessageView[]>('messages', { as: person, chat, limit: pageSize });
      put(store.threads, key, joinThread(store.threads.value[key], items, pageSize));
    });
  const loadOlder = (person: string, chat: string) =>
    attempt(person, async () => {
      const key = threadKey(person, chat);
      const thread = store.threads.value[key];
      const before = thread?.items[0]?.id;
      if (thread === undefined || before === undefined) return;
      const older = await ask<MessageView[]>('messages', { as: person, chat, before, limit: pageSize });
      put(store.threads, key, { items: [...older, ...thread.items], loading: false, more: older.length === pageSize });
    });
  const loadLog = () =>
    attempt('', async () => {
      store.log.value = await ask<BriefEntry[]>('log', { limit: 5000, brief: 1 });
    });
  const loadFaults = () => attempt('', async () => { store.faults.value = await ask<Faults>('faults'); });
  return { loadFaults, loadCity, takeClock, loadClock, loadChats, loadEvents, loadTasks, loadMessages, loadOlder, loadLog };
}

function createMoving(store: Store, reading: ReturnType<typeof createReading>) {
  const change = (index: number, next: Partial<ColumnState>) => {
    store.columns.value = store.columns.value.map((column, at) => (at === index ? { ...column, ...next } : column));
  };
  const choosePerson = (index: number, person: string) => {
    const before = store.columns.value[index];
    if (before?.person != null && before.chat !== null) store.left.set(before.person, before.chat);
    change(index, { person, chat: null, view: 'chats' });
    void openNews(index, person);
  };
  /** Whoever has news sees it at once, whoever was here before goes on where he was. */
  const openNews = async (index: number, person: string) => {
    await reading.loadChats(person);
    const chats = store.chats.value[person] ?? [];
    const chat = chats.find((each) => each.unread > 0 && !each.dissolved) ?? chats.find((each) => each.id === store.left.get(person));
    const column = store.columns.value[index];
    if (chat === undefined || column?.person !== person || column.chat !== null) return;
    await enterChat(index, { chat: chat.id, ...(chat.appId === undefined ? {} : { app: chat.appId }) });
  };
  const showView = (index: number, view: ColumnState['view']) => {
    const person = store.columns.value[index]?.person;
    change(index, { view });
    if (person == null) return;
    if (view === 'calendar') void reading.loadEvents(person);
    if (view === 'tasks') void reading.loadTasks(person);
  };
  const enterChat = async (index: number, target: { chat?: string; app?: string }) => {
    const person = store.columns.value[index]?.person;
    if (person == null) return;
    const known = store.chats.value[person]?.find((chat) => chat.id === target.chat);
    if (known !== undefined) store.entered.set(threadKey(person, known.id), { count: known.unread, until: known.last?.at ?? '' });
    change(index, { view: 'chats', chat: target.chat ?? `app:${target.app}` });
    if (target.chat !== undefined) void reading.loadMessages(person, target.chat);
    if (target.app !== undefined) {
      const opened = await post<{ chat: string }>('open', { as: person, app: target.app }).catch(() => ({ chat: target.chat }));
      if (opened.chat !== undefined && opened.chat !== target.chat) {
        change(index, { chat: opened.chat });
        void reading.loadMessages(person, opened.chat);
      }
    }
    const chat = store.columns.value[index]?.chat;
    if (chat != null && !chat.startsWith('app:')) await markRead(person, chat);
    await reading.loadChats(person);
  };
  const markRead = (person: string, chat: string) => post('read', { as: person, chat }).catch(() => undefined);
  const leaveChat = (index: number) => change(index, { chat: null });
  return { change, choosePerson, showView, enterChat, leaveChat, markRead };
}

/** What a person does on a card, before the sandbox judges it. */
export interface CardAct {
  person: string;
  message: string;
  at: (string | number)[];
  form?: Record<string, string | string[] | boolean>;
  option?: string;
  options?: string[];
  input?: string;
  checked?: boolean;
  confirmed?: boolean;
}

function createWriting(store: Store, attempt: Attempt, tell: (person: string, notice: Pick<Notice, 'type' | 'text'>) => void) {
  const tap = async ({ person, ...act }: CardAct): Promise<TapAnswer> => {
    store.tapped.set(person, act.message);
    const answer = await post<TapAnswer>('tap', { as: person, ...act }).catch((fault: Error): TapAnswer => ({
      outcome: 'failed',
      toast: { type: 'error', content: fault.message },
    }));
    const notice = noticeOf(answer);
    if (notice !== null) tell(person, notice);
    return answer;
  };
  const act = (path: string, body: { as: string } & Record<string, unknown>) =>
    attempt(body.as, async () => { await post(path, body); });
  const upload = (parcel: { as: string; to: string; file: File }, onProgress: (share: number) => void) =>
    attempt(parcel.as, () => sendFile(parcel, onProgress));
  const moveClock = (move: ClockMove) =>
    attempt('', async () => {
      store.clock.value = await post<Clock>('clock', move);
      store.clockReadAt.value = Date.now();
    });
  return { tap, act, upload, moveClock };
}

function noticeOf({ outcome, toast, error, missing }: TapAnswer): Pick<Notice, 'type' | 'text'> | null {
  if (toast !== undefined) return { type: toast.type, text: toast.content };
  if (outcome === 'blocked') return { type: 'warning', text: (missing ?? []).length > 0 ? t('fieldsMissing') : (error?.text ?? t('buttonBlocked')) };
  if (error !== undefined) return { type: 'error', text: t('withCode', { ...error }) };
  return outcome === 'failed' ? { type: 'error', text: t('actFailed') } : null;
}
