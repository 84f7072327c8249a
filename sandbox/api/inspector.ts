import type { MessageView } from './chats.ts';
import type { Clock } from './clock.ts';

/**
 * Inspector: `GET /sandbox/log?after=<seq>&limit=200` (without `after` the newest); `GET /sandbox/breaches` → { count, entries } of those with breaches.
 * `brief=1` leaves out headers, request and response; `GET /sandbox/log/<seq>` is one whole entry · `POST /sandbox/log/clear` forgets all of them ·
 * `GET /sandbox/log/<seq>/fixture` → LogFixture, a JSON file for a test · `GET /sandbox/log/<seq>/curl` → text: shell lines that do the same again, secrets as variables ·
 * `POST /sandbox/log/<seq>/replay` pushes an event again as it was, or repeats a call with a fresh token → Replayed; 409 for callbacks, which are never pushed twice.
 */
export interface LogEntry {
  seq: number;
  at: string;
  kind: 'call' | 'event' | 'callback' | 'answer';
  /** The app concerned, where there is one. */
  app?: string;
  /** Short Chinese sentence, e.g. 「发 消息」. */
  title: string;
  method?: string;
  path?: string;
  status?: number;
  code?: number;
  tookMs?: number;
  /** The event_id, the same at each attempt to push the event. */
  event?: string;
  /** Of a call, both ways; tokens and secrets are masked. */
  headers?: Record<string, string>;
  /** Empty = conforming; otherwise the rules of the contract it broke, in Chinese. */
  breaches: string[];
  /** Worth knowing but no breach, in Chinese: an injected fault, a rate limit met, a send without uuid. */
  notes?: string[];
  request?: unknown;
  response?: unknown;
}

/** An entry without what makes it heavy. */
export type BriefEntry = Omit<LogEntry, 'request' | 'response' | 'headers'>;

/** `GET /sandbox/stream?as=ou_…&as=ou_…` server-sent events: one JSON each; without `as` the news of everybody. */
export type StreamEvent =
  | { type: 'message'; chat: string; message: MessageView }
  | { type: 'chat'; chat: string }
  /** Something new or read for somebody, sent to every page. */
  | { type: 'news' }
  | { type: 'typing'; chat: string; person: string }
  | { type: 'clock'; clock: Clock }
  | { type: 'log'; entry: LogEntry }
  | { type: 'tour' }
  | { type: 'faults' }
  /** A snapshot was loaded: everything is different. */
  | { type: 'reload' }
  | { type: 'calendar' }
  | { type: 'task' };

/** What crossed the wire, as a file. */
export interface LogFixture {
  mark: '沙盘数据';
  kind: LogEntry['kind'];
  title: string;
  at: string;
  method?: string;
  path?: string;
  status?: number;
  request?: unknown;
  response?: unknown;
}

/** `status` and `body` of a repeated call; an event goes out in the background. */
export type Replayed = { pushed: true } | { pushed: false; status: number; body: unknown };
