import type { StreamEvent } from './api/inspector.ts';

/** Who listens and for which persons; no persons means everything. */
export interface Listener {
  people: Set<string>;
  hear(event: StreamEvent): void;
}

/** Hands news to the pages that are open. */
export interface Hub {
  join(listener: Listener): () => void;
  /** `people` are the open ids concerned; absent means everybody. */
  publish(event: StreamEvent, people?: readonly string[]): void;
}

/** A hub without listeners. */
export function createHub(): Hub {
  const listeners = new Set<Listener>();
  return {
    join: (listener) => {
      listeners.add(listener);
      return () => void listeners.delete(listener);
    },
    publish: (event, people) => {
      for (const listener of listeners) {
        const concerned = people === undefined || listener.people.size === 0 || people.some((id) => listener.people.has(id));
        if (concerned) listener.hear(event);
      }
    },
  };
}
