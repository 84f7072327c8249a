import type { ChatView } from '../../api/chats.ts';
import type { CityPerson } from '../../api/city.ts';
import type { LogEntry } from '../../api/inspector.ts';
import type { Actions } from '../state/actions.ts';
import { toNode } from '../card/shape.ts';
import type { Store } from '../state/store.ts';

/** A person with something unread. */
export interface News {
  person: CityPerson;
  /** Unread messages in all chats. */
  count: number;
}

/** Everybody with unread messages who stands in no column: written to alone before written to in a group, then the latest first. */
export function newsOf(store: Store): News[] {
  const shown = new Set(store.columns.value.map((column) => column.person));
  return (store.city.value?.people ?? [])
    .filter((person) => !shown.has(person.id))
    .map((person) => ({ person, ...unreadIn(store.chats.value[person.id] ?? []) }))
    .filter((news) => news.count > 0)
    .toSorted((a, b) => Number(b.alone) - Number(a.alone) || b.at.localeCompare(a.at))
    .map(({ person, count }) => ({ person, count }));
}

/** Unread messages of a person, 0 while his chats were not read yet. */
export function unreadOf(store: Store, person: string): number {
  return unreadIn(store.chats.value[person] ?? []).count;
}

function unreadIn(chats: ChatView[]): { count: number; at: string; alone: boolean } {
  const waiting = chats.filter((chat) => chat.unread > 0 && !chat.dissolved);
  return {
    count: waiting.reduce((sum, chat) => sum + chat.unread, 0),
    at: waiting.map((chat) => chat.last?.at ?? '').toSorted().at(-1) ?? '',
    alone: waiting.some((chat) => chat.mode === 'p2p'),
  };
}

/** Whom a message on the wire reached, as far as the known chats tell. */
export function reachedBy(entry: LogEntry, chats: Record<string, ChatView[]>): string[] {
  const request = toNode(entry.request);
  const sent = entry.kind === 'call' && entry.method === 'POST' && entry.path?.startsWith('/open-apis/im/v1/messages') === true;
  const target = sent ? request['receive_id'] : undefined;
  if (typeof target === 'string' && target.startsWith('ou_')) return [target];
  const chat = target ?? toNode(toNode(entry.response)['data'])['chat_id'] ?? toNode(toNode(request['event'])['message'])['chat_id'];
  return Object.keys(chats).filter((person) => chats[person]?.some((each) => each.id === chat));
}

const atOnce = 2;

/** Reads the chats of everybody once, a few at a time, so that unread marks are true after a reload. */
export async function readEverybody(store: Store, actions: Actions): Promise<void> {
  const waiting = (store.city.value?.people ?? []).map((person) => person.id).filter((id) => store.chats.value[id] === undefined);
  const work = async () => {
    for (let next = waiting.shift(); next !== undefined; next = waiting.shift()) await actions.loadChats(next);
  };
  await Promise.all(Array.from({ length: atOnce }, work));
}
