import type { Deps, LiveCard, Received, StorePort } from '../../jobs/define.ts';
import type { Command, Flow, Kind, Outcome } from '../domain/document.ts';

/** A tap as the wire's room reads it. */
export interface Tap {
  eventId: string;
  openId: string;
  message: string;
  chat: string;
  value: Readonly<Record<string, unknown>>;
  form: Readonly<Record<string, unknown>>;
  option: string;
  submitted: boolean;
}

/** What either transport hands over. */
export type Arrival = { what: 'received'; received: Received } | { what: 'tap'; tap: Tap };

/** What the answers to taps need. */
export interface TapParts extends Pick<Deps, 'now' | 'directory' | 'calendar' | 'settings'> {
  store: Pick<StorePort, 'load' | 'ofMatter' | 'vault' | 'attention' | 'waiting' | 'isThere'> & { cards: Pick<StorePort['cards'], 'get' | 'showed' | 'printOf' | 'tapped' | 'answered'>; inbox: { add(received: Received): Promise<boolean> } };
  flows: Readonly<Record<Kind, Flow<unknown>>>;
  handle(command: Command): Promise<Outcome>;
  /** Told that a message waits. */
  nudge(message: string): void;
  warn(fields: object, message: string): void;
}

/** The platform's form of an answer to a tap (contract 6.3). */
export interface TapAnswer { toast?: { type: string; content: string }; card?: { type: 'raw'; data: object } }

/** Who a live card belongs to, and whether it is known at all. */
export type Hanging = LiveCard | undefined;
