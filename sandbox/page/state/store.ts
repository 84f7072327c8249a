import { signal, type Signal } from '@preact/signals';
import type { ChatView, MessageView, NewsView } from '../../api/chats.ts';
import { toNode } from '../card/shape.ts';
import type { City } from '../../api/city.ts';
import type { Clock } from '../../api/clock.ts';
import type { Faults } from '../../api/faults.ts';
import type { BriefEntry } from '../../api/inspector.ts';
import type { EventView, TaskView } from '../../api/office.ts';
import type { Tour } from '../../api/tour.ts';
import type { Ride } from '../desk/clock-ride.tsx';
import type { TourRun } from '../desk/tour-run.ts';
import type { Language } from '../language/language.ts';

/** What stands beside the messages of a chat. */
export type Panel = { kind: 'thread'; root: string } | { kind: 'info' } | { kind: 'pins' } | { kind: 'search' };

/** What one person column shows. */
export interface ColumnState {
  person: string | null;
  view: 'chats' | 'calendar' | 'tasks' | 'people';
  /** A chat id, or `app:<app id>` before the first message with a bot. */
  chat: string | null;
  panel?: Panel | null;
}

/** A stretch of one chat (or a whole thread of it) as one person sees it, oldest first. */
export interface Thread {
  items: MessageView[];
  loading: boolean;
  /** There are older messages than these. */
  more: boolean;
  /** There are newer messages than these: the person reads further up. */
  newer: boolean;
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
  /** `again`: a message that was taken back is written anew from `words`. */
  kind: 'reply' | 'edit' | 'again';
  message: MessageView;
  words?: string;
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

/** A message on its way, or one that did not arrive; kept until it is sent or dropped. */
export interface Outgoing {
  id: number;
  name: string;
  /** A file, shown with its progress; a text is shown only when it did not arrive. */
  file: boolean;
  /** 0 to 1 of a file's bytes. */
  share: number;
  /** Why it did not arrive, fit to be shown. */
  failed?: string;
  send: () => void;
  drop: () => void;
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
  news: Signal<NewsView[]>;
  /** Who writes in a chat at this moment, by chat id. */
  typing: Signal<Record<string, string>>;
  /** By person and chat. */
  outgoing: Signal<Record<string, Outgoing[]>>;
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
  /** Messages being chosen, by person and chat; absent while nobody chooses. */
  selection: Signal<Record<string, string[]>>;
  aims: Signal<Record<string, ComposerAim | undefined>>;
  /** The message that a person asked to be shown, and when (browser ms). */
  aimed: Signal<{ person: string; chat: string; message: string; at: number } | null>;
  drafts: Map<string, CardDraft>;
  /** What was written and not sent, by person and chat. */
  texts: Signal<Record<string, string>>;
  /** The first message that was unread when the person entered the chat. */
  entered: Map<string, string>;
  /** Words of messages that a person took back, by message id, to be written anew. */
  takenBack: Map<string, string>;
  /** The chat in which each person was left when somebody else took the column. */
  left: Map<string, string>;
  /** The message each person tapped last: its card stays in view when it is redrawn. */
  tapped: Map<string, string>;
}

/** Key of what belongs to one person in one chat. */
export function threadKey(person: string, chat: string): string {
  return `${person} ${chat}`;
}

/** Of two views of a message: this one is of a later moment, as far as can be told. */
function isLater(one: MessageView, other: MessageView): boolean {
  return one.revision > other.revision || (one.read?.count ?? 0) > (other.read?.count ?? 0);
}

/** What was just read joined with what is on the screen: news that came meanwhile and older pages stay. */
export function joinThread(kept: Thread | undefined, read: MessageView[], pageSize: number): Thread {
  const [first] = read;
  const known = kept?.items ?? [];
  const newest = known.map((each) => each.id);
  const overlap = first === undefined ? -1 : newest.indexOf(first.id);
  const ids = new Set(read.map((each) => each.id));
  const fresh = read.map((each) => known.find((old) => old.id === each.id && isLater(old, each)) ?? each);
  const last = read.at(-1)?.at ?? '';
  const came = known.filter((each) => !ids.has(each.id) && each.at >= last);
  const older = overlap > 0 ? known.slice(0, overlap) : [];
  return { items: [...older, ...fresh, ...came], loading: false, newer: false, more: overlap > 0 ? kept?.more === true : read.length === pageSize };
}

interface Remembered {
  columns?: ColumnState[];
  inspector?: boolean;
  theme?: Theme;
  language?: Language;
  letterKeys?: boolean;
  welcomed?: boolean;
  texts?: Record<string, string>;
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
    news: signal([]),
    typing: signal({}),
    outgoing: signal({}),
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
    selection: signal({}),
    aims: signal({}),
    aimed: signal(null),
    drafts: new Map(),
    texts: signal(last.texts ?? {}),
    entered: new Map(),
    takenBack: new Map(),
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
    texts: Object.fromEntries(Object.entries(store.texts.value).filter(([, words]) => words !== '')),
  };
  storage.setItem(shelf, JSON.stringify(kept));
}

/** The draft of a card for one person; a new revision of the card starts with an empty one, as the client does, unless it only streams on. */
export function draftOf(store: Store, person: string, message: { id: string; revision: number; content: unknown }): CardDraft {
  const key = threadKey(person, message.id);
  const kept = store.drafts.get(key);
  const streams = toNode(toNode(message.content)['config'])['streaming_mode'] === true;
  if (kept !== undefined && (streams || kept.revision === message.revision)) return Object.assign(kept, { revision: message.revision });
  const fresh = newDraft(message.revision);
  store.drafts.set(key, fresh);
  return fresh;
}

/** An empty draft. */
export function newDraft(revision: number): CardDraft {
  return { revision, values: signal({}), missing: signal([]), busy: signal(null), local: signal({}) };
}
