import { setTimeout as wait } from 'node:timers/promises';
import { afterAll, beforeAll } from 'vitest';
import type { MessageView } from '../../sandbox/api/chats.ts';
import type { Document } from '../../src/domain/document.ts';
import { wordsOf } from '../../sandbox/script/card-words.ts';
import { createActor, type Actor } from '../../scripts/tour/actor.ts';
import { retireOld } from '../../jobs/cards/retire-old.ts';
import { startStage, type Cast, type Stage } from '../../scripts/tour/stage.ts';
import { ownParts } from '../parts.ts';

/** A stage for one test file, on the run's servers with a database of its own; the story day is Monday 2026-11-23, 09:12. Cards go out at once unless `economy` is asked for, so that a rule of another kind need not wait for a morning. */
export function stageFor(name: string, { economy = false, env = {}, ...options }: Parameters<typeof startStage>[1] & { economy?: boolean } = {}): { stage: () => Stage; on: (userId: string) => Actor } {
  let stage: Stage | undefined;
  const actors = new Map<string, Actor>();
  const get = () => {
    if (!stage) throw new Error('the stage is not up yet');
    return stage;
  };
  beforeAll(async () => {
    stage = await startStage(ownParts(name), { ...options, env: { MESSAGE_ECONOMY: economy ? 'on' : 'off', ...env } });
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

/** The app id by which people speak to the bot. */
export function botOf(stage: Stage): string {
  return stage.env['FEISHU_APP_ID'] ?? '';
}

/** The newest text message a person has got that holds the words; waits for it. */
export async function hears(stage: Stage, who: Cast, words: string, timeoutMs = 10_000): Promise<MessageView> {
  return stage.client.waitFor(who.id, (message) => message.type === 'text' && JSON.stringify(message.content).includes(words) && message.from.bot, { timeoutMs });
}

/** What a message says, whatever its type. */
export function saidIn(message: MessageView): string {
  return message.type === 'interactive' ? wordsOf(message.content) : JSON.stringify(message.content);
}

/** Everything that the bot sent to a person and that is still there, oldest first; of one chat where it is named. */
export async function fromBot(stage: Stage, who: Cast, chat?: string): Promise<MessageView[]> {
  const all = await stage.client.messages(who.id, { limit: 500, ...(chat ? { chat } : {}) });
  return all.filter((message) => message.from.bot && !message.recalled);
}

/** How many cards and texts from the bot hold the words. */
export async function countOf(stage: Stage, who: Cast, words: string): Promise<number> {
  return (await fromBot(stage, who)).filter((message) => saidIn(message).includes(words)).length;
}

/** Waits until the bot has nothing left to do: no message unanswered, no effect unsettled, no alarm due. Fails after `timeoutMs`. */
export async function quiet(stage: Stage, timeoutMs = 30_000): Promise<void> {
  const { store, deps } = stage.app;
  const ever = new Date(Date.now() + 365 * 86_400_000);
  const end = Date.now() + timeoutMs;
  for (let still = 0; still < 2; ) {
    const [effects, messages, alarms, pushes] = await Promise.all([store.unsettled(ever, 100), store.unanswered(ever, 100), store.dueAlarms(deps.now(), 100), store.waiting.ready(deps.now(), 100)]);
    still = effects.length + messages.length + alarms.length + pushes.length === 0 ? still + 1 : 0;
    if (Date.now() > end) throw new Error(`not quiet: ${JSON.stringify({ effects, messages, alarms: alarms.map((due) => due.alarm) })}`);
    await wait(60);
  }
}

/** Moves the clock, and waits until the bot has seen it and done all that it brings. */
export async function passes(stage: Stage, to: string): Promise<void> {
  await stage.client.advance({ to });
  for (const end = Date.now() + 5_000; stage.app.deps.now().getTime() < Date.parse(to); await wait(50)) {
    if (Date.now() > end) throw new Error('the bot does not follow the clock');
  }
  // Its own turn comes every few seconds of the machine's time, which a clock that leaps over days would meet now earlier, now later.
  await retireOld(stage.app.deps);
  await quiet(stage);
}

/** Words that make a whole lead: after them the draft can be registered by one tap. */
export function leadAbout(project: string): string {
  return `昨天接了个电话，说市本级“${project}”施工标，岚戈建设、沄朔市政两家的标书是同一个人做的，来电人不愿留名字。`;
}

/** Reports and registers a lead; answers the matter as stored. */
export async function registered(stage: Stage, reporter: Actor, project: string): Promise<Document> {
  await reporter.says(leadAbout(project));
  await reporter.sees(project);
  await reporter.taps('确认登记', { on: new RegExp(project) });
  const receipt = await reporter.sees(new RegExp(`已登记[^]*${project}`));
  const no = /XS-\d{8}-\d{4}/.exec(wordsOf(receipt.content))?.[0] ?? '';
  const matter = await stage.app.store.byNo(no);
  if (!matter) throw new Error(`no matter under ${no}`);
  return matter;
}

/** Claims a matter and sends it to departments, with 15 working days for the answer; answers the matter's number. */
export async function forwarded(stage: Stage, clerk: Actor, at: { matter: Document; organs: readonly string[] }): Promise<string> {
  const { no } = at.matter;
  await clerk.taps('我来办', { on: new RegExp(`新来件.*${no}`) });
  const card = await clerk.sees(new RegExp(`分办.*${no}`));
  const days = JSON.stringify(card.content).match(/"(15:\d{4}-\d{2}-\d{2})"/)?.[1] ?? '15';
  await clerk.taps('转办', { on: new RegExp(`分办.*${no}`), form: { organs: [...at.organs], days } });
  await quiet(stage);
  return no;
}

/** Chooses an entry of the menu 「…」 on the newest card that says the words; throws where no such card has it. */
export async function chooses(stage: Stage, actor: Actor, entry: string, on: string | RegExp): Promise<void> {
  const card = await actor.sees(on);
  const menu = partsAt(card.content).find(({ part }) => part.tag === 'overflow' && part.options?.some((option) => option.text?.content === entry));
  const option = menu?.part.options?.find((each) => each.text?.content === entry)?.value;
  if (!menu || option === undefined) throw new Error(`no ${entry} on the card that says ${String(on)}`);
  await stage.client.tap({ as: actor.cast.id, message: card.id, at: menu.path, option });
}

interface Part { tag?: string; options?: { text?: { content?: string }; value?: string }[] }

function partsAt(node: unknown, path: (string | number)[] = []): { part: Part; path: (string | number)[] }[] {
  if (typeof node !== 'object' || node === null) return [];
  const inner = Object.entries(node).flatMap(([key, child]) => partsAt(child, [...path, Array.isArray(node) ? Number(key) : key]));
  return 'tag' in node ? [{ part: node as Part, path }, ...inner] : inner;
}
