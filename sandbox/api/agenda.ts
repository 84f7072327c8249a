/** What an app or a script says will happen; `at` is ISO 8601 on the sandbox clock. */
export interface Announced {
  at: string;
  /** Short Chinese sentence, e.g. 「签收期限到」. */
  words: string;
  kind: 'reminder' | 'due';
}

/** `POST /sandbox/agenda` replaces what this source announced before, at most 500 entries; `from` is a name of its own choosing. */
export interface Announcement {
  from: string;
  entries: Announced[];
}

/** One thing that lies ahead. `event`, `task` and `retry` are the platform's own. */
export interface AgendaEntry {
  at: string;
  words: string;
  kind: Announced['kind'] | 'event' | 'task' | 'retry';
}

/** `GET /sandbox/agenda?workingDays=3` (any one way of a ClockMove; none: a year): where that leads and what happens on the way, earliest first. */
export interface AgendaView {
  to: string;
  entries: AgendaEntry[];
}
