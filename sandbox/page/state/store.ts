import { signal, type Signal } from '@preact/signals';
import type { ChatView, MessageView } from '../../api/chats.ts';
import type { City } from '../../api/city.ts';
import type { Clock } from '../../api/clock.ts';
import type { Faults } from '../../api/faults.ts';
import type { BriefEntry } from '../../api/inspector.ts';
import type { EventView, TaskView } from '../../api/office.ts';
import type { Tour } from '../../api/tour.ts';
import type { Ride } from '../desk/clock-ride.tsx';
import type { TourRun } from '../desk/tour-run.ts';
import type { Language } from '../language/language.ts';

/** What one person column shows. */
export interface ColumnState {
  person: string | null;
  view: 'chats' | 'calendar' | 'tasks' | 'people';
  /** A chat id, or `app:<app id>` before the first message with a bot. */
  chat: string | null;
}

/** The messages of one chat as one person sees them, oldest first. */
export interface Thread {
  items: MessageView[];
  loading: boolean;
  more: boolean;
}

/** A toast of the client, kept in the list 最近提示. */
export interface Notice {
  id: number;
  person: string;
  type: 'info' | 'success' | 'error' | 'warning';
  text: string;
  at: string;
  shown: boolean;
}

/** A message being answered, edited or chosen for forwarding in one chat. */
export interface ComposerAim {
  kind: 'reply' | 'edit';
  message: MessageView;
}

export type FieldValue = string | string[] | boolean;

/** What a person typed into one card, valid for one revision of it. */
export interface CardDraft {
  revision: number;
  values: Signal<Record<string, FieldValue>>;
  missing: Signal<string[]>;
  busy: Signal<string | null>;
  /** Components of the card that work only on the screen: open panels, table pages. */
  local: Signal<Record<string, number | boolean>>;
}

/** Unread messages of a chat at one moment (ISO). */
export interface Unread {
  count: number;
  until: string;
}

export type Theme = 'system' | 'light' | 'dark';

/** Everything the page knows; each field is a signal so that only what changed is drawn anew. */
export interface Store {
  city: Signal<City | null>;
  clock: Signal<Clock | null>;
  /** The browser's time (ms) when `clock` was read. */
  clockReadAt: Signal<number>;
  columns: Signal<ColumnState[]>;
  active: Signal<number>;
  chats: Signal<Record<string, ChatView[]>>;
  threads: Signal<Record<string, Thread>>;
  events: Signal<Record<string, EventView[]>>;
  tasks: Signal<Record<string, TaskView[]>>;
  log: Signal<BriefEntry[]>;
  notices: Signal<Notice[]>;
  connected: Signal<boolean>;
  inspector: Signal<boolean>;
  theme: Signal<Theme>;
  language: Signal<Language>;
  letterKeys: Signal<boolean>;
  /** Whether the person at the page has said how he wants to begin. */
  welcomed: Signal<boolean>;
  /** The tour that was handed over, the one being played, and the one that was left half-way. */
  tourOffer: Signal<Tour | null>;
  tour: Signal<TourRun | null>;
  tourLeft: Signal<TourRun | null>;
  /** Where the clock is going while it stops on the way, ISO. */
  ride: Signal<Ride | null>;
  faults: Signal<Faults | null>;
  aims: Signal<Record<string, ComposerAim | undefined>>;
  drafts: Map<string, CardDraft>;
  texts: Map<string, string>;
  /** What was unread when the person entered the chat: how many, up to which moment; taken once by the chat that opens. */
  entered: Map<string, Unread>;
  /** The chat in which each person was left when somebody else took the column. */
  left: Map<string, string>;
  /** The message each person tapped last: its card stays in view when it is redrawn. */
  tapped: Map<string, string>;
}

/** Key of what belongs to one person in one chat. */
export function threadKey(person: string, chat: string): string {
  return `${person} ${chat}`;
}

/** What was just read joined with what is on the screen: news that came meanwhile and older pages stay. */
export function joinThread(kept: Thread | undefined, read: MessageView[], pageSize: number): Thread {
  const [first] = read;
  const known = kept?.items ?? [];
  const newest = known.map((each) => each.id);
  const overlap = first === undefined ? -1 : newest.indexOf(first.id);
  const ids = new Set(read.map((each) => each.id));
  const fresh = read.map((each) => known.find((old) => old.id === each.id && old.revision > each.revision) ?? each);
  const last = read.at(-1)?.at ?? '';
  const came = known.filter((each) => !ids.has(each.id) && each.at >= last);
  const older = overlap > 0 ? known.slice(0, overlap) : [];
  return { items: [...older, ...fresh, ...came], loading: false, more: overlap > 0 ? kept?.more === true : read.length === pageSize };
}

interface Remembered {
  columns?: ColumnState[];
  inspector?: boolean;
  theme?: Theme;
  language?: Language;
  letterKeys?: boolean;
  welcomed?: boolean;
}

const shelf = 'sandbox-page';

function remembered(storage: Storage): Remembered {
  try {
    return JSON.parse(storage.getItem(shelf) ?? '{}') as Remembered;
  } catch {
    return {};
  }
}

/** Makes the store with the columns, theme and inspector that were left at the last visit. */
export function createStore(storage: Storage, wide: boolean): Store {
  const last = remembered(storage);
  const empty: ColumnState = { person: null, view: 'chats', chat: null };
  return {
    city: signal(null),
    clock: signal(null),
    clockReadAt: signal(0),
    columns: signal(last.columns ?? [{ ...empty }, { ...empty }]),
    active: signal(0),
    chats: signal({}),
    threads: signal({}),
    events: signal({}),
    tasks: signal({}),
    log: signal([]),
    notices: signal([]),
    connected: signal(true),
    inspector: signal(wide && (last.inspector ?? true)),
    theme: signal(last.theme ?? 'system'),
    language: signal(last.language ?? 'zh'),
    letterKeys: signal(last.letterKeys ?? true),
    welcomed: signal(last.welcomed ?? false),
    tourOffer: signal(null),
    tour: signal(null),
    tourLeft: signal(null),
    ride: signal(null),
    faults: signal(null),
    aims: signal({}),
    drafts: new Map(),
    texts: new Map(),
    entered: new Map(),
    left: new Map(),
    tapped: new Map(),
  };
}

/** Writes down what is to be found again after a reload. */
export function remember(store: Store, storage: Storage): void {
  const kept: Required<Remembered> = {
    columns: store.columns.value,
    inspector: store.inspector.value,
    theme: store.theme.value,
    language: store.language.value,
    letterKeys: store.letterKeys.value,
    welcomed: store.welcomed.value,
  };
  storage.setItem(shelf, JSON.stringify(kept));
}

/** The draft of a card for one person; a new revision of the card starts with an empty one, as the client does. */
export function draftOf(store: Store, person: string, message: { id: string; revision: number }): CardDraft {
  const key = threadKey(person, message.id);
  const kept = store.drafts.get(key);
  if (kept !== undefined && kept.revision === message.revision) return kept;
  const fresh = newDraft(message.revision);
  store.drafts.set(key, fresh);
  return fresh;
}

/** An empty draft. */
export function newDraft(revision: number): CardDraft {
  return { revision, values: signal({}), missing: signal([]), busy: signal(null), local: signal({}) };
}
