import type { SandboxClock } from './clock.ts';
import type { Hub } from './hub.ts';
import type { Inspector } from './inspector.ts';
import type { Fields } from './json.ts';
import type { State } from './state/model.ts';
import type { App } from './state/tenant.ts';
import type { Blobs } from './state/store.ts';
import type { Weather } from './weather.ts';

/** What every part of the sandbox stands on. */
export interface Ground {
  state: State;
  clock: SandboxClock;
  /** The machine's epoch ms, for connections, tokens and rate windows. */
  real(): number;
  /** Remembers that the state changed. */
  touch(): void;
  log: Inspector;
  hub: Hub;
  blobs: Blobs;
  weather: Weather;
  /** Long-connection payloads above this many bytes are cut into several frames. */
  fragmentBytes: number;
}

/** How an app's side answered a push. */
export type Reply =
  | { kind: 'answered'; status: number; body?: unknown; empty: boolean }
  | { kind: 'timeout' | 'unreachable' | 'unresolved' | 'broken' | 'nobody' };

/** The answer of a card callback, by which way it was asked, and whether a fault cut that way. */
export interface CallbackReply {
  reply: Reply;
  via: 'socket' | 'webhook' | 'old';
  cut: boolean;
}

/** An event to push: its type, its `event` part and a short Chinese title for the inspector. */
export interface Happening {
  type: string;
  event: Fields;
  title: string;
}

/** Pushes to the apps. */
export interface Events {
  /** At least once, in the background. */
  push(app: App, happening: Happening): void;
  /** Pushes an envelope once more as it is. */
  again(app: App, what: { envelope: Fields; title: string }): void;
  /** Exactly once, with the answers of all card callbacks the app subscribes to, at least one. */
  ask(app: App, event: Fields, callback?: 'url.preview.get'): Promise<CallbackReply[]>;
  connections(appId: string): number;
  /** Closes an app's long connections, with a close code or abruptly; answers how many there were. */
  disconnect(appId: string, code?: number): number;
}

/** The whole sandbox as its parts see it. */
export interface World extends Ground {
  events: Events;
}
