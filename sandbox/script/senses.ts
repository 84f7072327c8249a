import type { MessageView } from '../api/chats.ts';
import type { City, CityPerson } from '../api/city.ts';
import type { SandboxClient } from '../client.ts';
import { wordsOf } from './card-words.ts';
import type { Casting, Words } from './person.ts';

/** Whether a text says the words. */
export function says(source: string, words: Words): boolean {
  return typeof words === 'string' ? source.includes(words) : words.test(source);
}

/** What a message says, whatever its type. */
export function messageWords(message: MessageView): string {
  return message.type === 'interactive' ? wordsOf(message.content) : JSON.stringify(message.content);
}

/** Whether a message is a card that says the words, or any card. */
export function isCard(message: MessageView, words?: Words): boolean {
  return message.type === 'interactive' && (words === undefined || says(wordsOf(message.content), words));
}

/** How a person finds his way: who he is, where he speaks, what has come. */
export interface Senses {
  id(): Promise<string>;
  name(): Promise<string>;
  city(): Promise<City>;
  /** The app id of the only bot, or the id of the group of this name. */
  chat(group: string | undefined): Promise<string>;
  /** Ids of people and bots by name. */
  mentioned(names: string[]): Promise<string[]>;
  /** The newest message that passes, waiting for it; throws naming what was waited for. */
  wait(test: (message: MessageView) => boolean, wanted: string, timeoutMs?: number): Promise<MessageView>;
}

function find(city: City, who: string): CityPerson {
  const found = city.people.filter((person) => [person.id, person.userId, person.name].includes(who));
  const [person] = found;
  if (person === undefined) throw new Error(`nobody in the city is called ${who}`);
  if (found.length === 1) return person;
  throw new Error(`${found.length} people are called ${who}: say which, by user id (${found.map((each) => each.userId).join(', ')})`);
}

/** The senses of somebody who is looked up when they are first used. */
export function createSenses(client: SandboxClient, who: string, { patience = 5000, since }: Casting): Senses {
  let known: Promise<City> | undefined;
  const city = (): Promise<City> => (known ??= client.city());
  const id = async (): Promise<string> => find(await city(), who).id;
  const name = async (): Promise<string> => find(await city(), who).name;
  const recent = (message: MessageView): boolean => since === undefined || Date.parse(message.updatedAt) >= Date.parse(since);
  return {
    id,
    name,
    city,
    chat: async (group) => {
      const { apps } = await city();
      const [bot] = apps;
      if (group === undefined && bot !== undefined && apps.length === 1) return bot.appId;
      if (group === undefined) throw new Error(`the city has ${apps.length} bots: use client.say and name one`);
      const chat = (await client.chats(await id())).find((each) => each.name === group && !each.dissolved);
      if (chat === undefined) throw new Error(`${await name()} is in no chat called ${group}`);
      return chat.id;
    },
    mentioned: async (names) => {
      const all = await city();
      return names.map((name) => all.apps.find((app) => app.name === name || app.appId === name)?.appId ?? find(all, name).id);
    },
    wait: async (test, wanted, timeoutMs = patience) => {
      try {
        return await client.waitFor(await id(), (message) => recent(message) && !message.recalled && test(message), { timeoutMs });
      } catch (fault) {
        throw new Error(`${await name()} did not get ${wanted} within ${timeoutMs} ms`, { cause: fault });
      }
    },
  };
}
