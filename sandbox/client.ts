import type { Say, Tap, TapAnswer } from './api/acts.ts';
import type { ChatView, MessageView } from './api/chats.ts';
import type { City, CityPlan, CityWish } from './api/city.ts';
import type { Clock, ClockMove } from './api/clock.ts';
import type { FaultPlan, Faults } from './api/faults.ts';
import type { LogEntry } from './api/inspector.ts';
import type { SnapshotView } from './api/snapshots.ts';
import type { ProbeResult } from './api/console.ts';
import type { RecorderView } from './api/recorder.ts';
import type { Settings } from './api/settings.ts';
import type { EventView, TaskView } from './api/office.ts';
import { moveOf } from './script/passes.ts';
import { createPerson, type Casting, type Person } from './script/person.ts';

/** A message chosen by what it says. */
export type MessageTest = (message: MessageView) => boolean;

/** A file for `sendFile`; `size` pretends more bytes. */
export interface FileToSend {
  as: string;
  to: string;
  kind?: 'file' | 'image' | 'audio' | 'media';
  name: string;
  bytes: Uint8Array;
  mime?: string;
  size?: number;
}

/** The sandbox as a script or a test speaks to it; every call throws with the server's Chinese sentence when refused. */
export interface SandboxClient {
  url: string;
  say(what: Say): Promise<string>;
  send(what: { as: string; to: string; type: string; content: unknown }): Promise<string>;
  sendFile(file: FileToSend): Promise<string>;
  tap(tap: Tap): Promise<TapAnswer>;
  /** Enters the one-to-one chat with an app's bot; answers its chat id. */
  open(as: string, app: string): Promise<string>;
  menu(as: string, app: string, key: string): Promise<void>;
  /** Any other act of api/acts.ts, e.g. `act('read', { as, chat })`. */
  act(name: string, asked: Record<string, unknown>): Promise<Record<string, unknown>>;
  chats(as: string): Promise<ChatView[]>;
  /** The newest messages of a chat, or of all the person's chats, oldest first. */
  messages(as: string, options?: { chat?: string; before?: string; limit?: number }): Promise<MessageView[]>;
  /** The newest card that passes the test, among the person's last 200 messages. */
  lastCard(as: string, test?: MessageTest): Promise<MessageView | undefined>;
  /** The newest message that passes the test, waiting for it if need be (default 5 s); throws when it does not come. */
  waitFor(as: string, test: MessageTest, options?: { timeoutMs?: number }): Promise<MessageView>;
  calendar(as: string): Promise<EventView[]>;
  tasks(as: string): Promise<TaskView[]>;
  clock(): Promise<Clock>;
  advance(move: ClockMove): Promise<Clock>;
  /** Moves the clock by words: 「9 个工作日」, 「3 天」, 「2 小时」, or to an ISO time. */
  passes(words: string): Promise<Clock>;
  /** Somebody of the city by name, user id or open_id, so that a script reads like a story. */
  person(who: string, casting?: Casting): Person;
  /** Builds or completes the city when a plan is given, or makes one up by seed; answers the city. */
  city(plan?: CityPlan | CityWish): Promise<City>;
  log(options?: { after?: number; limit?: number }): Promise<LogEntry[]>;
  breaches(): Promise<{ count: number; entries: LogEntry[] }>;
  faults(set?: FaultPlan): Promise<Faults>;
  /** Begins or ends a recording when told to; answers it. */
  recorder(on?: boolean): Promise<RecorderView>;
  /** Sends forged pushes to an app's request URL and tells which it refused. */
  probe(app: string): Promise<ProbeResult[]>;
  /** Snapshots, newest first. */
  snapshots(): Promise<SnapshotView[]>;
  save(name: string): Promise<SnapshotView>;
  /** Goes back to a snapshot, in time too. */
  load(name: string): Promise<Clock>;
  forget(name: string): Promise<void>;
  /** Changes the settings given; answers all. */
  settings(set?: Partial<Settings>): Promise<Settings>;
}

type Ask = <T>(path: string, body?: unknown, method?: string) => Promise<T>;

function createAsk(url: string): Ask {
  return async <T>(path: string, body?: unknown, method = body === undefined ? 'GET' : 'POST'): Promise<T> => {
    const form = body instanceof FormData;
    const answer = await fetch(
      `${url}${path}`,
      body === undefined
        ? { method }
        : {
            method,
            ...(form ? { body } : { body: JSON.stringify(body), headers: { 'Content-Type': 'application/json' } }),
          },
    );
    const source = await answer.text();
    if (!answer.ok) throw new Error(`${path}: ${answer.status} ${source}`);
    return JSON.parse(source) as T;
  };
}

function query(fields: Record<string, string | number | undefined>): string {
  const given = Object.entries(fields).filter((entry): entry is [string, string | number] => entry[1] !== undefined);
  return new URLSearchParams(given.map(([key, value]) => [key, String(value)])).toString();
}

function formOf(file: FileToSend): FormData {
  const form = new FormData();
  form.set('as', file.as);
  form.set('to', file.to);
  form.set('kind', file.kind ?? 'file');
  if (file.size !== undefined) form.set('size', String(file.size));
  form.set('file', new Blob([new Uint8Array(file.bytes)], { type: file.mime ?? 'application/octet-stream' }), file.name);
  return form;
}

/** Reads news of one person until the signal; `heard` is called at each. */
async function listen(url: string, as: string, { heard, signal }: { heard: () => void; signal: AbortSignal }): Promise<void> {
  const answer = await fetch(`${url}/sandbox/stream?${query({ as })}`, { signal });
  const { body } = answer;
  if (body === null) return;
  const decoder = new TextDecoder();
  for await (const chunk of body) if (decoder.decode(chunk as Uint8Array, { stream: true }).includes('"type":"message"')) heard();
}

interface Wait {
  url: string;
  as: string;
  timeoutMs: number;
  look: () => Promise<MessageView | undefined>;
}

async function waitOn({ url, as, timeoutMs, look }: Wait): Promise<MessageView | undefined> {
  const stop = new AbortController();
  const end = Date.now() + timeoutMs;
  let wake = (): void => undefined;
  const ears = listen(url, as, { heard: () => wake(), signal: stop.signal }).catch(() => undefined);
  try {
    for (let found = await look(); ; found = await look()) {
      const left = end - Date.now();
      if (found !== undefined || left <= 0) return found;
      await new Promise<void>((resolve) => {
        wake = resolve;
        setTimeout(resolve, Math.min(left, 250));
      });
    }
  } finally {
    stop.abort();
    await ears;
  }
}

/** Speaks to a sandbox at a URL such as `http://127.0.0.1:9300`. */
export function createSandboxClient(url: string): SandboxClient {
  const ask = createAsk(url);
  const messages: SandboxClient['messages'] = (as, options = {}) => ask(`/sandbox/messages?${query({ as, ...options })}`);
  const newest = async (as: string, test: MessageTest): Promise<MessageView | undefined> =>
    (await messages(as, { limit: 200 })).findLast(test);
  const message = async (path: string, body: unknown): Promise<string> => (await ask<{ message: string }>(path, body)).message;
  const client: SandboxClient = {
    url,
    say: (what) => message('/sandbox/say', what),
    send: (what) => message('/sandbox/send', what),
    sendFile: (file) => message('/sandbox/file', formOf(file)),
    tap: (tap) => ask('/sandbox/tap', tap),
    open: async (as, app) => (await ask<{ chat: string }>('/sandbox/open', { as, app })).chat,
    menu: async (as, app, key) => void (await ask('/sandbox/menu', { as, app, key })),
    act: (name, asked) => ask(`/sandbox/${name}`, asked),
    chats: (as) => ask(`/sandbox/chats?${query({ as })}`),
    messages,
    lastCard: (as, test = () => true) => newest(as, (each) => each.type === 'interactive' && !each.recalled && test(each)),
    waitFor: async (as, test, { timeoutMs = 5000 } = {}) => {
      const found = await waitOn({ url, as, timeoutMs, look: () => newest(as, test) });
      if (found === undefined) throw new Error(`no such message for ${as} within ${timeoutMs} ms`);
      return found;
    },
    calendar: (as) => ask(`/sandbox/calendar?${query({ as })}`),
    tasks: (as) => ask(`/sandbox/tasks?${query({ as })}`),
    clock: () => ask('/sandbox/clock'),
    advance: (move) => ask('/sandbox/clock', move),
    passes: (words) => ask('/sandbox/clock', moveOf(words)),
    person: (who, casting) => createPerson(client, who, casting),
    city: (plan) => ask('/sandbox/city', plan),
    log: (options = {}) => ask(`/sandbox/log?${query(options)}`),
    breaches: () => ask('/sandbox/breaches'),
    recorder: (on) => ask('/sandbox/recorder', on === undefined ? undefined : { on }),
    probe: (app) => ask('/sandbox/probe', { app }),
    snapshots: () => ask('/sandbox/snapshots'),
    save: (name) => ask('/sandbox/snapshots', { name }),
    load: (name) => ask('/sandbox/snapshots/load', { name }),
    forget: async (name) => void (await ask(`/sandbox/snapshots/${encodeURIComponent(name)}`, undefined, 'DELETE')),
    faults: (set) => ask('/sandbox/faults', set),
    settings: (set) => ask('/sandbox/settings', set),
  };
  return client;
}
