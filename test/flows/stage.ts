import { afterAll, beforeAll } from 'vitest';
import type { MessageView } from '../../sandbox/api.ts';
import { createActor, wordsOf, type Actor } from '../../scripts/tour/actor.ts';
import { startStage, type Cast, type Stage } from '../../scripts/tour/stage.ts';
import { ownParts } from '../parts.ts';

/** A stage for one test file, on the run's servers with a database of its own; the story day is Monday 2026-11-23, 09:12. */
export function stageFor(name: string, options: Parameters<typeof startStage>[1] = {}): { stage: () => Stage; on: (userId: string) => Actor } {
  let stage: Stage | undefined;
  const actors = new Map<string, Actor>();
  const get = () => {
    if (!stage) throw new Error('the stage is not up yet');
    return stage;
  };
  beforeAll(async () => {
    stage = await startStage(ownParts(name), options);
  }, 60_000);
  afterAll(async () => stage?.stop(), 30_000);
  return {
    stage: get,
    on: (userId) => {
      const actor = actors.get(userId) ?? createActor(get(), get().person(userId), () => undefined);
      actors.set(userId, actor);
      return actor;
    },
  };
}

/** The newest text message a person has got that holds the words; waits for it. */
export async function hears(stage: Stage, who: Cast, words: string, timeoutMs = 10_000): Promise<MessageView> {
  return stage.client.waitFor(who.id, (message) => message.type === 'text' && JSON.stringify(message.content).includes(words) && message.from.bot, { timeoutMs });
}

/** How many cards and texts from the bot hold the words. */
export async function countOf(stage: Stage, who: Cast, words: string): Promise<number> {
  const all = await stage.client.messages(who.id, { limit: 200 });
  return all.filter((message) => message.from.bot && (message.type === 'interactive' ? wordsOf(message.content) : JSON.stringify(message.content)).includes(words)).length;
}
