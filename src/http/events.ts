import type { Received } from '../../jobs/define.ts';
import type { Arrival, Tap, TapAnswer } from './ports.ts';

/** What takes in arrivals of either transport. */
export interface ReceiveParts {
  inbox: { add(received: Received): Promise<boolean> };
  nudge(message: string): void;
  taps(tap: Tap): Promise<TapAnswer>;
  answered(seconds: number, outcome: string): void;
  /** Seconds that only run forward. */
  elapsed(): number;
}

/** Takes an arrival: a message is stored and acknowledged, a tap is answered. Resolves only when nothing can be lost any more. */
export function createReceive(parts: ReceiveParts) {
  return async (arrival: Arrival): Promise<object> => {
    if (arrival.what === 'received') {
      const isNew = await parts.inbox.add(arrival.received);
      if (isNew) parts.nudge(arrival.received.id);
      return {};
    }
    const began = parts.elapsed();
    try {
      const answer = await parts.taps(arrival.tap);
      parts.answered(parts.elapsed() - began, answer.toast?.type ?? 'shown');
      return answer;
    } catch (fault) {
      parts.answered(parts.elapsed() - began, 'fault');
      throw fault;
    }
  };
}
