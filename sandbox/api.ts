/**
 * What the sandbox's page and its scripts may ask, and what they get.
 * Served under `/sandbox/…` beside the Open Platform's own paths; JSON both ways.
 * Every time is ISO 8601 with +08:00 on the sandbox's own clock.
 */

/** A person of the city; `id` is the open_id, `userId` the tenant-wide user_id. */
export interface CityPerson {
  id: string;
  userId: string;
  name: string;
  title: string;
  department: string;
  email: string;
}

/** `POST /sandbox/city` builds the city anew or adds what is missing (idempotent by code, userId and app id). */
export interface CityPlan {
  tenant: string;
  departments: { code: string; name: string; people: { userId: string; name: string; title: string; email?: string; mobile?: string }[] }[];
  apps: AppPlan[];
  /** Working calendar for the clock's display and for `workingDays`: ISO dates off beyond weekends, and worked weekend days. */
  calendar?: { off: string[]; work: string[] };
}

export interface AppPlan {
  appId: string;
  appSecret: string;
  name: string;
  encryptKey: string;
  verificationToken: string;
  /** Where events and card callbacks go when no long connection is open; absent = long connection only. */
  webhookUrl?: string;
  /** The bot's menu in one-to-one chats: up to 3 entries with up to 5 children. */
  menu: MenuEntry[];
}
export interface MenuEntry {
  name: string;
  key?: string;
  children?: { name: string; key: string }[];
}

/** `GET /sandbox/city` */
export interface City {
  tenant: string;
  departments: { code: string; id: string; name: string }[];
  people: CityPerson[];
  apps: { appId: string; name: string; botId: string; menu: MenuEntry[]; connections: number }[];
}

/** `GET /sandbox/clock`: the contract of CLOCK_URL (`now`, `rate`) and what the page shows beside it. */
export interface Clock {
  now: string;
  rate: number;
  weekday: string;
  workingDay: boolean;
}
/** `POST /sandbox/clock`: exactly one of the ways to move; never backwards (409). */
export interface ClockMove {
  to?: string;
  minutes?: number;
  hours?: number;
  days?: number;
  workingDays?: number;
  rate?: number;
}

/** `GET /sandbox/chats?as=ou_…`, newest first. */
export interface ChatView {
  id: string;
  name: string;
  mode: 'p2p' | 'group';
  /** The bot on the other side of a one-to-one chat. */
  appId?: string;
  members: { id: string; name: string; bot: boolean }[];
  unread: number;
  last?: { at: string; text: string };
  dissolved: boolean;
  pinned?: string;
}

/** `GET /sandbox/messages?as=ou_…&chat=oc_…&before=<message id>&limit=50`, oldest first; without `chat` the newest of all the person's chats. */
export interface MessageView {
  id: string;
  chat: string;
  at: string;
  /** For a bot `id` is its `botId`; a grey line (`type` system, content {text}) comes from nobody. */
  from: { id: string; name: string; bot: boolean };
  type: string;
  /** Parsed content; for `interactive` the authored card JSON, texts with mentions by name, files with `file_name` and `file_size` (bytes). */
  content: unknown;
  parent?: string;
  thread?: string;
  recalled: boolean;
  edited: boolean;
  /** `by`: open ids of people, app ids of bots. */
  reactions: { emoji: string; by: string[] }[];
  /** Incremented at each change of a card. */
  revision: number;
  followUps?: string[];
}

/** `GET /sandbox/calendar?as=ou_…` */
export interface EventView {
  id: string;
  summary: string;
  description: string;
  start: string;
  end: string;
  place: string;
  link?: string;
  attendees: { id: string; name: string; rsvp: 'needs_action' | 'accept' | 'decline' | 'tentative' | 'removed' }[];
  cancelled: boolean;
}

/** `GET /sandbox/tasks?as=ou_…` */
export interface TaskView {
  guid: string;
  summary: string;
  due?: string;
  done: boolean;
  assignees: string[];
}

/** `POST /sandbox/say` → { message: id }. `to`: a chat id or an app id (one-to-one with its bot). `mention`: app ids or open ids, appended as @. */
export interface Say {
  as: string;
  to: string;
  text: string;
  mention?: string[];
  reply?: string;
}
/** `POST /sandbox/send` any other message type with its received-form content (sticker, audio, merge_forward, location, post …). */
export interface SendRaw {
  as: string;
  to: string;
  type: string;
  content: unknown;
}
/** `POST /sandbox/file` multipart: fields as, to, kind (file|image|audio|media), size? (pretend size in bytes); part `file`. → { message: id } */

/** `POST /sandbox/tap`: what a person does on a card. The sandbox builds `action` as the platform does and checks what the client checks. */
export interface Tap {
  as: string;
  message: string;
  /** Where the component stands: JSON path inside the card, e.g. ["body","elements",3,"columns",0,"elements",1]; or its `name`; or, for a button, its visible text. */
  at: (string | number)[] | { name: string } | { text: string };
  /** Values by component name, when a form is submitted; unnamed ones keep their initial values. */
  form?: Record<string, string | string[] | boolean>;
  /** For selects, pickers, overflow: the chosen value (`option`), for input `input`, for checker `checked`. */
  option?: string;
  options?: string[];
  input?: string;
  checked?: boolean;
  /** The person said yes in the confirm dialog. Absent on a component with `confirm` → { confirm: {title,text} } and nothing is sent. */
  confirmed?: boolean;
}
/** Answer of `POST /sandbox/tap`. */
export interface TapAnswer {
  /** ok: callback answered; blocked: the client stopped it (required field, disabled); failed: platform error shown to the person. */
  outcome: 'ok' | 'blocked' | 'confirm' | 'failed';
  toast?: { type: 'info' | 'success' | 'error' | 'warning'; content: string };
  confirm?: { title: string; text: string };
  /** Client-visible code and sentence, e.g. 200341. */
  error?: { code: number; text: string };
  missing?: string[];
  /** Milliseconds until the answer. */
  tookMs?: number;
}

/**
 * Other acts, all `POST`, all `{ as, … }`:
 * /sandbox/open { app } enters the one-to-one chat (pushes bot_p2p_chat_entered) → { chat } ·
 * /sandbox/menu { app, key } · /sandbox/recall { message } · /sandbox/edit { message, text } ·
 * /sandbox/forward { messages: [ids], to, merged } · /sandbox/react { message, emoji } · /sandbox/read { chat } ·
 * /sandbox/rsvp { event, rsvp } · /sandbox/task { guid, done } ·
 * /sandbox/group { name, people: [open ids], apps: [app ids] } a group made by a person → { chat } ·
 * /sandbox/leave { chat } · /sandbox/kick { chat, app } sends the bot away · /sandbox/disband { chat }
 * Refusals: 400, 403, 404 or 409 with { error: Chinese sentence }.
 * `GET /sandbox/files/<image or file key>` gives the bytes of anything uploaded or sent.
 */

/** Inspector: `GET /sandbox/log?after=<seq>&limit=200` (without `after` the newest); `GET /sandbox/breaches` → { count, entries } of those with breaches. */
export interface LogEntry {
  seq: number;
  at: string;
  kind: 'call' | 'event' | 'callback' | 'answer';
  /** Short Chinese sentence, e.g. 「发 消息」. */
  title: string;
  method?: string;
  path?: string;
  status?: number;
  code?: number;
  tookMs?: number;
  /** Empty = conforming; otherwise the rules of the contract it broke, in Chinese. */
  breaches: string[];
  /** Worth knowing but no breach, in Chinese: an injected fault, a rate limit met, a send without uuid. */
  notes?: string[];
  request?: unknown;
  response?: unknown;
}

/** `GET /sandbox/stream?as=ou_…&as=ou_…` server-sent events: one JSON each; without `as` the news of everybody. */
export type StreamEvent =
  | { type: 'message'; chat: string; message: MessageView }
  | { type: 'chat'; chat: string }
  | { type: 'clock'; clock: Clock }
  | { type: 'log'; entry: LogEntry }
  | { type: 'calendar' }
  | { type: 'task' };

/** `POST /sandbox/faults` (whole set each time; `GET` reads it). Chances 0..1, drawn from `seed`. */
export interface Faults {
  seed: number;
  api5xx: number;
  apiTimeout: number;
  api429: number;
  apiSlowMs: number;
  eventDuplicate: number;
  eventDelayMs: number;
  tokenExpired: number;
  dropSocket: number;
}
