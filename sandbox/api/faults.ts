/**
 * What can go wrong, one switch each.
 * On calls (`only` looks at 「POST /im/v1/messages」): api5xx, api429 (HTTP 429 and 400 in turn), apiTimeout (never answered; done or not as `done` says, else thrown),
 * apiReset (connection broken off, done or not likewise), apiSlow (`ms` late), tokenExpired (99991663), chatDisbanded (the group a call names is gone, 232009).
 * On events (`only` looks at the event type): eventDuplicate (again under another event_id), eventDelay (`ms` late on the sandbox clock),
 * eventReorder (after the next one, or after `ms`), ackLost (taken, but pushed again), dropSocket (the connection breaks after the push),
 * spacedBody (the webhook's JSON has a space in it: only the raw bytes fit the signature).
 * On the endpoint of the long connection: endpoint (answers `code`: 1, 403, 514, 1000040343 or 1000040350).
 */
export const faultKinds = [
  'api5xx',
  'api429',
  'apiTimeout',
  'apiReset',
  'apiSlow',
  'tokenExpired',
  'chatDisbanded',
  'eventDuplicate',
  'eventDelay',
  'eventReorder',
  'ackLost',
  'dropSocket',
  'spacedBody',
  'endpoint',
] as const;

export type FaultKind = (typeof faultKinds)[number];

/** When a fault strikes: `chance` 0..1 (1 when absent) at each call or event that `only` names (a pattern with `*`; all when absent), `times` at most. */
export interface FaultRule {
  chance?: number;
  only?: string;
  /** Counts down to 0. */
  times?: number;
  /** How late, in ms; 2000 when absent. */
  ms?: number;
  /** The code of `endpoint` (1000040343 when absent), the HTTP status of `api5xx` (500 when absent). */
  code?: number;
  /** Whether a call that `apiTimeout` or `apiReset` leaves without an answer was done; thrown each time when absent. */
  done?: boolean;
}

/** `GET /sandbox/faults`: the seed of the dice and the switches that are on. */
export type Faults = { seed: number } & { [kind in FaultKind]?: FaultRule };

/** `POST /sandbox/faults`: the whole set each time; a number stands for its chance. Each kind has dice of its own, so the same seed gives the same row whatever else is on. */
export type FaultPlan = { seed?: number } & { [kind in FaultKind]?: number | FaultRule };
