import type { CustomBot } from './hooks.ts';
import type { CardEntity, CardTemplate, UpdateToken } from './cards.ts';
import { noApprovals, type Approvals } from './approval.ts';
import type { AppConsole } from './console.ts';
import type { Chat, Message, StoredFile } from './chats.ts';
import type { Docx, Minute } from './documents.ts';
import type { CalendarEvent, Reserve, Task } from './office.ts';
import { noLogins, type Logins } from './login.ts';
import type { App, Department, Person } from './tenant.ts';
import type { Faults } from '../api/faults.ts';
import type { Settings } from '../api/settings.ts';
import { usual } from './settings.ts';

/** An event on its way to an app; `due` is on the sandbox clock, `since` on the machine's. */
export interface Delivery {
  id: string;
  appId: string;
  envelope: Record<string, unknown>;
  title: string;
  attempt: number;
  due: number;
  since: number;
  /** Until when, in machine ms, it lets the next event of its app go first. */
  behind?: number;
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
  approvals: Approvals;
  /** The newest revision of any calendar event. */
  revision: number;
  /** Persons of whose tasks an app hears, as `app person`. */
  taskWatches: string[];
  /** Persons whose calendar an app hears of, as `app person`. */
  calendarWatches: string[];
  clock: ClockState;
  calendar: { off: string[]; work: string[] };
  departments: Department[];
  people: Record<string, Person>;
  apps: Record<string, App>;
  /** By app id; absent = a console nobody has touched. */
  consoles: Record<string, AppConsole>;
  chats: Record<string, Chat>;
  messages: Record<string, Message>;
  files: Record<string, StoredFile>;
  events: Record<string, CalendarEvent>;
  reserves: Record<string, Reserve>;
  tasks: Record<string, Task>;
  minutes: Record<string, Minute>;
  docxs: Record<string, Docx>;
  /** Uploads into documents on a day in Beijing. */
  mediaUploads: { day: string; count: number };
  /** The red dots of apps on a person's workbench, by `app person`. */
  badges: Record<string, { version: number; pc: number; mobile: number }>;
  cards: Record<string, CardEntity>;
  templates: Record<string, CardTemplate>;
  customBots: Record<string, CustomBot>;
  feedCards: Record<string, { appId: string; people: string[]; card: Record<string, unknown> }>;
  /** Batches of messages by `bm-` id. */
  batches: Record<string, { appId: string; at: number }>;
  updateTokens: Record<string, UpdateToken>;
  /** Access tokens by value; `until` is on the machine's clock. */
  tokens: Record<string, { appId: string; until: number }>;
  logins: Logins;
  /** Answers already given, by caller and uuid; `until` is on the sandbox clock. */
  repeats: Record<string, { value: unknown; until: number }>;
  outbox: Delivery[];
  faults: Faults;
  settings: Settings;
  /** API calls of the current month on the sandbox clock. */
  usage: { month: string; calls: number };
}

/** An empty tenant whose clock runs with the machine's. */
export function emptyState(now: number): State {
  return {
    version: 1,
    tenant: '',
    tenantKey: '',
    serial: 0,
    approvals: noApprovals(),
    revision: 0,
    calendarWatches: [],
    taskWatches: [],
    clock: { base: now, anchor: now, rate: 1 },
    calendar: { off: [], work: [] },
    departments: [],
    people: {},
    apps: {},
    consoles: {},
    chats: {},
    messages: {},
    files: {},
    events: {},
    reserves: {},
    tasks: {},
    minutes: {},
    docxs: {},
    mediaUploads: { day: '', count: 0 },
    badges: {},
    cards: {},
    templates: {},
    customBots: {},
    feedCards: {},
    batches: {},
    updateTokens: {},
    tokens: {},
    logins: noLogins(),
    repeats: {},
    outbox: [],
    faults: { seed: 1 },
    settings: { ...usual },
    usage: { month: '', calls: 0 },
  };
}
