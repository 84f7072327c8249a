import type { ChatView } from '../../api/chats.ts';
import type { Attempt } from './actions.ts';
import { post } from './api-client.ts';
import type { createReading } from './reading.ts';
import { threadKey, type ColumnState, type Panel, type Store } from './store.ts';

type Reading = ReturnType<typeof createReading>;
type Change = (index: number, next: Partial<ColumnState>) => void;

/** So many unread messages are shown from the first of them; fewer stand on the newest page. */
const onePage = 40;

/** What changes who stands in a column and what he looks at. */
export function createMoving(store: Store, attempt: Attempt, reading: Reading) {
  const change: Change = (index, next) => {
    store.columns.value = store.columns.value.map((column, at) => (at === index ? { ...column, ...next } : column));
  };
  const entering = createEntering(store, reading, change);
  const choosePerson = (index: number, person: string) => {
    const before = store.columns.value[index];
    if (before?.person === person) return;
    if (before?.person != null && before.chat !== null) store.left.set(before.person, before.chat);
    change(index, { person, chat: null, view: 'chats', panel: null });
    void openNews(index, person);
  };
  /** Whoever has news sees it at once, whoever was here before goes on where he was. */
  const openNews = async (index: number, person: string) => {
    await reading.loadChats(person);
    const chats = store.chats.value[person] ?? [];
    const chat = chats.find((each) => each.unread > 0 && !each.dissolved) ?? chats.find((each) => each.id === store.left.get(person));
    const column = store.columns.value[index];
    if (chat === undefined || column?.person !== person || column.chat !== null) return;
    await entering.enterChat(index, { chat: chat.id, ...(chat.appId === undefined ? {} : { app: chat.appId }) });
  };
  const showView = (index: number, view: ColumnState['view']) => {
    const person = store.columns.value[index]?.person;
    change(index, { view });
    if (person == null) return;
    if (view === 'calendar') void reading.loadEvents(person);
    if (view === 'tasks') void reading.loadTasks(person);
  };
  const openWith = async (index: number, other: string) => {
    const person = store.columns.value[index]?.person;
    if (person == null) return;
    await attempt(person, async () => {
      const { chat } = await post<{ chat: string }>('open', { as: person, person: other });
      await reading.loadChats(person);
      await entering.enterChat(index, { chat });
    });
  };
  const showPanel = (index: number, panel: Panel | null) => {
    const column = store.columns.value[index];
    change(index, { panel });
    if (panel?.kind === 'thread' && column?.person != null && column.chat !== null) void reading.loadThread(column.person, column.chat, panel.root);
  };
  const leaveChat = (index: number) => change(index, { chat: null, panel: null });
  return { change, choosePerson, showView, leaveChat, openWith, showPanel, ...entering };
}

/** Entering a chat, at its newest message, at the first unread one, or at a given one. */
function createEntering(store: Store, reading: Reading, change: Change) {
  const markRead = (person: string, chat: string) => post('read', { as: person, chat }).catch(() => undefined);
  const readChat = (person: string, chat: ChatView | undefined, id: string): Promise<void> => {
    if (chat?.unreadFrom === undefined) return reading.loadMessages(person, id);
    store.entered.set(threadKey(person, id), chat.unreadFrom);
    return chat.unread > onePage ? reading.jump(person, id, { around: chat.unreadFrom }) : reading.loadMessages(person, id);
  };
  const enterChat = async (index: number, target: { chat?: string; app?: string }) => {
    const before = store.columns.value[index];
    const person = before?.person;
    if (person == null) return;
    const stays = target.chat !== undefined && before?.chat === target.chat && store.threads.value[threadKey(person, target.chat)] !== undefined;
    change(index, { view: 'chats', chat: target.chat ?? `app:${target.app}`, panel: null });
    if (target.chat !== undefined && !stays) {
      store.entered.delete(threadKey(person, target.chat));
      void readChat(person, store.chats.value[person]?.find((each) => each.id === target.chat), target.chat);
    }
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
  /** Shows a message where it was said, also in another chat. */
  const showMessage = async (index: number, chat: string, message: string) => {
    const person = store.columns.value[index]?.person;
    if (person == null) return;
    change(index, { view: 'chats', chat });
    const loaded = store.threads.value[threadKey(person, chat)]?.items.some((each) => each.id === message) === true;
    if (!loaded) await reading.jump(person, chat, { around: message });
    store.aimed.value = { person, chat, message, at: Date.now() };
    await markRead(person, chat);
  };
  return { markRead, enterChat, showMessage };
}
