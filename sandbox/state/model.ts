import type { Faults, MenuEntry } from '../api.ts';

/** A person of the tenant; ids follow the platform's prefixes. */
export interface Person {
  openId: string;
  unionId: string;
  userId: string;
  name: string;
  title: string;
  departments: string[];
  email: string;
  mobile: string;
}

/** A department directly under the root; `id` is the open_department_id, `code` the custom one. */
export interface Department {
  id: string;
  code: string;
  name: string;
}

/** A self-built app with its bot. */
export interface App {
  appId: string;
  appSecret: string;
  name: string;
  encryptKey: string;
  verificationToken: string;
  webhookUrl?: string;
  menu: MenuEntry[];
  botId: string;
}

/** A conversation; `people` are open ids, `bots` app ids, `ownerId` is absent when a bot owns it. */
export interface Chat {
  id: string;
  mode: 'p2p' | 'group';
  name: string;
  description: string;
  creator: string;
  ownerId?: string;
  people: string[];
  bots: string[];
  dissolved: boolean;
  top?: string;
  pins: string[];
  messages: string[];
  /** The highest message number each person has read. */
  read: Record<string, number>;
  settings: Record<string, unknown>;
  at: number;
}

export interface Mention {
  key: string;
  id: string;
  name: string;
}
export interface Reaction {
  id: string;
  emoji: string;
  by: string;
  app: boolean;
  at: number;
}

/** A message; `content` is the string on the wire, for cards the authored card. Times are epoch ms on the sandbox clock. */
export interface Message {
  id: string;
  seq: number;
  chat: string;
  at: number;
  updatedAt: number;
  sender: { kind: 'user' | 'app' | 'system'; id: string };
  type: string;
  content: string;
  mentions: Mention[];
  parent?: string;
  root?: string;
  thread?: string;
  upper?: string;
  recalled: boolean;
  edits: number;
  reactions: Reaction[];
  revision: number;
  followUps?: string[];
  readBy: Record<string, number>;
  urgent: string[];
  only?: string;
  cardId?: string;
}

/** What is known of an uploaded file; its bytes lie beside the state. */
export interface StoredFile {
  key: string;
  kind: 'image' | 'file';
  name: string;
  mime: string;
  size: number;
  owner: string;
  at: number;
}

export type Rsvp = 'needs_action' | 'accept' | 'decline' | 'tentative' | 'removed';
export interface Attendee {
  attendeeId: string;
  type: string;
  person?: string;
  chat?: string;
  rsvp: Rsvp;
  optional: boolean;
}

/** A calendar event; `start` and `end` are epoch seconds. */
export interface CalendarEvent {
  id: string;
  calendar: string;
  appId: string;
  fields: Record<string, unknown>;
  start: number;
  end: number;
  attendees: Attendee[];
  cancelled: boolean;
  at: number;
}

export interface Reserve {
  id: string;
  appId: string;
  meetingNo: string;
  owner: string;
  endTime: number;
  settings: Record<string, unknown>;
}
export interface TaskMember {
  id: string;
  type: string;
  role: string;
}
export interface Task {
  guid: string;
  appId: string;
  fields: Record<string, unknown>;
  members: TaskMember[];
  doneAt: number;
  at: number;
}

export interface CardEntity {
  id: string;
  appId: string;
  card: string;
  sequence: number;
  message?: string;
  at: number;
}
export interface UpdateToken {
  appId: string;
  message: string;
  at: number;
  uses: number;
}

/** An event on its way to an app; `due` is on the sandbox clock, `since` on the machine's. */
export interface Delivery {
  id: string;
  appId: string;
  envelope: Record<string, unknown>;
  title: string;
  attempt: number;
  due: number;
  since: number;
}

/** How the sandbox clock runs over the machine's: `base` ms shown at machine time `anchor`, `rate` times as fast. */
export interface ClockState {
  base: number;
  anchor: number;
  rate: number;
}

/** Everything the sandbox remembers. */
export interface State {
  version: 1;
  tenant: string;
  tenantKey: string;
  serial: number;
  clock: ClockState;
  calendar: { off: string[]; work: string[] };
  departments: Department[];
  people: Record<string, Person>;
  apps: Record<string, App>;
  chats: Record<string, Chat>;
  messages: Record<string, Message>;
  files: Record<string, StoredFile>;
  events: Record<string, CalendarEvent>;
  reserves: Record<string, Reserve>;
  tasks: Record<string, Task>;
  cards: Record<string, CardEntity>;
  updateTokens: Record<string, UpdateToken>;
  /** Access tokens by value; `until` is on the machine's clock. */
  tokens: Record<string, { appId: string; until: number }>;
  /** Answers already given, by caller and uuid; `until` is on the sandbox clock. */
  repeats: Record<string, { value: unknown; until: number }>;
  outbox: Delivery[];
  faults: Faults;
}

/** Faults that never happen. */
export const quiet: Faults = {
  seed: 1,
  api5xx: 0,
  apiTimeout: 0,
  api429: 0,
  apiSlowMs: 0,
  eventDuplicate: 0,
  eventDelayMs: 0,
  tokenExpired: 0,
  dropSocket: 0,
};

/** An empty tenant whose clock runs with the machine's. */
export function emptyState(now: number): State {
  return {
    version: 1,
    tenant: '',
    tenantKey: '',
    serial: 0,
    clock: { base: now, anchor: now, rate: 1 },
    calendar: { off: [], work: [] },
    departments: [],
    people: {},
    apps: {},
    chats: {},
    messages: {},
    files: {},
    events: {},
    reserves: {},
    tasks: {},
    cards: {},
    updateTokens: {},
    tokens: {},
    repeats: {},
    outbox: [],
    faults: { ...quiet },
  };
}
