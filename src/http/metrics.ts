import { collectDefaultMetrics, Counter, Gauge, Histogram, Registry } from 'prom-client';

/** What an operator can see of a running process. */
export interface Metrics {
  text(): Promise<string>;
  contentType: string;
  /** A push that was not believed, by reason. */
  refused(why: string): void;
  /** Seconds a card's tap took to be answered. */
  answered(seconds: number, outcome: string): void;
  /** An effect that was given up for now. */
  failed(kind: 'effect' | 'message'): void;
}

/** Makes the metrics; `oldestMs` gives the age of the oldest unsettled effect in milliseconds. */
export function createMetrics(oldestMs: () => Promise<number>): Metrics {
  const registers = [new Registry()];
  const [registry] = registers as [Registry];
  collectDefaultMetrics({ register: registry });
  const refused = new Counter({ name: 'inbound_refused_total', help: 'Pushes that were not believed, by reason', labelNames: ['why'], registers });
  const latency = new Histogram({
    name: 'card_answer_seconds', help: 'Time from a tap to its answer; the platform waits 3 seconds', labelNames: ['outcome'],
    buckets: [0.01, 0.025, 0.05, 0.1, 0.25, 0.5, 1, 2, 3], registers,
  });
  const failed = new Counter({ name: 'effects_failed_total', help: 'Effects and messages given up for now', labelNames: ['kind'], registers });
  new Gauge({
    name: 'outbox_age_seconds', help: 'Age of the oldest unsettled effect', registers,
    async collect() {
      this.set((await oldestMs()) / 1_000);
    },
  });
  return {
    text: () => registry.metrics(),
    contentType: registry.contentType,
    refused: (why) => refused.inc({ why }),
    answered: (seconds, outcome) => latency.observe({ outcome }, seconds),
    failed: (kind) => failed.inc({ kind }),
  };
}
