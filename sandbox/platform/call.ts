import type { Fields } from '../json.ts';
import type { App, Person } from '../state/tenant.ts';
import type { World } from '../world.ts';
import { fail } from './errors.ts';
import type { tiers } from './tiers.ts';

/** A file part of a multipart request. */
export interface Upload {
  field: string;
  name: string;
  mime: string;
  bytes: Buffer;
}

/** A request as the HTTP server read it. */
export interface Asked {
  authorization: string;
  /** Method and path, by which faults are chosen. */
  subject: string;
  ip: string;
  query: URLSearchParams;
  params: Record<string, string>;
  body: Fields;
  uploads: Upload[];
  broken: boolean;
}

/** A request to the Open Platform after authentication. */
export interface Call {
  world: World;
  app: App;
  /** The caller's address. */
  ip: string;
  /** For whom the app calls, when it came with a user access token. */
  user?: Person;
  params: Record<string, string>;
  query: URLSearchParams;
  body: Fields;
  uploads: Upload[];
  notes: string[];
  breaches: string[];
}

/** Bytes instead of an envelope. */
export interface Download {
  bytes: Buffer;
  mime: string;
  name: string;
}

/** What a parameter of the query must be; anything else is 99992402. */
export interface QueryRule {
  need?: true;
  one?: readonly string[];
}

/** One API: its title for the inspector, what stands before it, and what it does. */
export interface Route {
  method: 'GET' | 'POST' | 'PUT' | 'PATCH' | 'DELETE';
  path: string;
  title: string;
  /** The answer's fields stand beside `code` instead of under `data`, and a refusal is bare. */
  flat?: boolean;
  /** Whose token it takes; the app's own (`t-`) unless said otherwise. */
  by?: 'app' | 'person' | 'either' | 'nobody';
  /** The frequency tier; 4 when absent. */
  tier?: keyof typeof tiers;
  /** Too many calls are always answered with HTTP 400, as older APIs do; others take 429 and 400 in turn. */
  oldLimit?: true;
  /** Any one of these is needed: of the app's published version, and with a user access token of what the person granted. */
  scopes?: readonly string[];
  query?: Record<string, QueryRule>;
  /** Body fields that the inspector does not show. */
  secret?: readonly string[];
  run(call: Call): Fields | Promise<Fields | Binary>;
}

/** A handler's answer when it is a file. */
export interface Binary {
  download: Download;
}

/** A path parameter; '' never happens on a matched route. */
export function param(call: Call, name: string): string {
  return call.params[name] ?? '';
}

/** Answers the same for the same key within a time on the sandbox clock; without key it simply acts. */
export function once<T>(call: Call, repeat: { key: string; hours: number }, act: () => T): T {
  const { state, clock } = call.world;
  if (repeat.key === '') return act();
  const key = `${call.app.appId} ${repeat.key}`;
  const known = state.repeats[key];
  if (known !== undefined && known.until > clock.now()) {
    call.notes.push('相同 uuid，返回第一次的结果');
    return known.value as T;
  }
  const value = act();
  state.repeats[key] = { value, until: clock.now() + repeat.hours * 3_600_000 };
  return value;
}

/** One page of a list by `page_size` (default 20, at most `max`) and `page_token`. */
export function page<T>(call: Call, all: T[], max: number): { items: T[]; has_more: boolean; page_token?: string } {
  const size = Number(call.query.get('page_size') ?? '20');
  if (!Number.isInteger(size) || size < 1 || size > max) {
    throw fail(99992402, {
      extra: { field_violations: [{ field: 'page_size', value: String(size), description: `must be 1 to ${max}` }] },
    });
  }
  const start = Number(call.query.get('page_token') ?? '0') || 0;
  const end = start + size;
  return { items: all.slice(start, end), has_more: end < all.length, ...(end < all.length ? { page_token: String(end) } : {}) };
}
