import { stableHex } from './ids.ts';
import type { State } from './model.ts';

/** What an app wrote with its own ids put back into those of the city; `foreign` is the first id that belongs to another app. */
export interface Inward<T> {
  value: T;
  foreign?: string;
}

const pattern = /ou_[0-9a-f]{32}/g;

/** The open_ids of the apps that came after the first, by their own form; made anew when people or apps were added. */
interface Book {
  people: number;
  apps: string;
  byOwn: Map<string, { appId: string; person: string }>;
}

const books = new WeakMap<State, Book>();

/** The first app of a city sees people under the ids of the control API; every other app has ids of its own, as on the platform (contract 1.1). */
function isFirst(state: State, appId: string): boolean {
  return Object.keys(state.apps)[0] === appId;
}

/** The open_id under which an app that came after the first knows a person. */
export function ownId(appId: string, person: string): string {
  return `ou_${stableHex('app', appId, person)}`;
}

function bookOf(state: State): Book {
  const people = Object.keys(state.people);
  const apps = Object.keys(state.apps);
  const known = books.get(state);
  if (known !== undefined && known.people === people.length && known.apps === apps.join()) return known;
  const rows = apps.slice(1).flatMap((appId) => people.map((person) => [ownId(appId, person), { appId, person }] as const));
  const book = { people: people.length, apps: apps.join(), byOwn: new Map(rows) };
  books.set(state, book);
  return book;
}

function replaced<T>(value: T, by: (id: string) => string): T {
  const source = JSON.stringify(value);
  if (source === undefined || !source.includes('ou_')) return value;
  const text = source.replace(pattern, by);
  return text === source ? value : (JSON.parse(text) as T);
}

/** A value on its way to an app: people under the ids by which that app knows them. */
export function outward<T>(state: State, appId: string, value: T): T {
  if (isFirst(state, appId)) return value;
  return replaced(value, (id) => (state.people[id] === undefined ? id : ownId(appId, id)));
}

/** A value that came from an app: people under the ids of the city. */
export function inward<T>(state: State, appId: string, value: T): Inward<T> {
  if (Object.keys(state.apps).length < 2) return { value };
  const { byOwn } = bookOf(state);
  let foreign: string | undefined;
  const turned = replaced(value, (id) => {
    const known = byOwn.get(id);
    if (known?.appId === appId) return known.person;
    if (known !== undefined || (!isFirst(state, appId) && state.people[id] !== undefined)) foreign ??= id;
    return id;
  });
  return { value: turned, ...(foreign === undefined ? {} : { foreign }) };
}
