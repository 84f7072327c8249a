import type { BriefEntry, LogEntry, StreamEvent } from './api/inspector.ts';

const KEPT = 5000;

/** What an entry says; number and time are added. */
export type Observation = Omit<LogEntry, 'seq' | 'at'>;

/** The record of everything that crossed the wire, the newest 5000 entries. */
export interface Inspector {
  add(observation: Observation): LogEntry;
  /** Entries after a number, oldest first; with `seq` absent the newest ones. */
  read(after: number | undefined, limit: number): LogEntry[];
  breaches(): LogEntry[];
  clear(): void;
}

/** An entry without headers, request and response. */
export function briefly({ request: _request, response: _response, headers: _headers, ...brief }: LogEntry): BriefEntry {
  return brief;
}

/** An empty record; `time` gives ISO 8601 on the sandbox clock. */
export function createInspector(time: () => string, publish: (event: StreamEvent) => void): Inspector {
  const entries: LogEntry[] = [];
  let seq = 0;
  return {
    add: (observation) => {
      seq += 1;
      const entry: LogEntry = { seq, at: time(), ...observation };
      entries.push(entry);
      if (entries.length > KEPT) entries.splice(0, entries.length - KEPT);
      publish({ type: 'log', entry });
      return entry;
    },
    read: (after, limit) => (after === undefined ? entries.slice(-limit) : entries.filter((entry) => entry.seq > after).slice(0, limit)),
    breaches: () => entries.filter((entry) => entry.breaches.length > 0),
    clear: () => void entries.splice(0),
  };
}
