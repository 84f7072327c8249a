import { setTimeout as wait } from 'node:timers/promises';
import type { z } from 'zod';
import type { SandboxClient } from '../../sandbox/client.ts';

/** Where a rule is played: the people of the town, and what earlier rules of the same client left behind. */
export interface Stage {
  people: SandboxClient;
  /** open_ids of 王磊, 李娜, 巴特尔. */
  ids: readonly [string, string, string];
  memory: Record<string, string>;
}

/** What the harness tells the client before it goes on. */
export type Answer = Record<string, unknown>;

/** One rule that every client must keep, whatever its language. */
export interface Rule {
  id: string;
  /** As a sentence of a test. */
  rule: string;
  /** What the client must report. */
  report: z.ZodType;
  /** Checks what people see of it; throws where they see something else. */
  seen(stage: Stage, report: unknown): Promise<void>;
  /** Plays what people do next. */
  next(stage: Stage, report: unknown): Promise<Answer>;
}

interface Plan<T> {
  report: z.ZodType<T>;
  seen?: (stage: Stage, report: T) => Promise<void>;
  next?: (stage: Stage, report: T) => Promise<Answer | void>;
}

/** A rule whose continuation knows the shape of the report. */
export function rule<T>(id: string, sentence: string, { report, seen, next }: Plan<T>): Rule {
  return {
    id, rule: sentence, report,
    seen: async (stage, given) => {
      await seen?.(stage, report.parse(given));
    },
    next: async (stage, given) => (await next?.(stage, report.parse(given))) ?? {},
  };
}

/** Looks until it is so, for twenty seconds; then throws, naming what did not come. */
export async function until(look: () => Promise<boolean>, what: string): Promise<void> {
  const end = Date.now() + 20_000;
  while (!(await look())) {
    if (Date.now() > end) throw new Error(`did not come: ${what}`);
    await wait(50);
  }
}
