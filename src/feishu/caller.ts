import { withTenantToken, type Client } from '@larksuiteoapi/node-sdk';
import { PlatformFault, tokenCodes, tooOften } from './fault.ts';
import type { Tokens } from './lark.ts';

/** A limit that calls share; see the pacer. */
export interface PaceLimit { key: string; everyMs: number; burst: number }

/** What keeps calls within the platform's limits over all processes. */
export interface Pace {
  pace(limits: readonly PaceLimit[], atMostMs: number): Promise<{ late: number }>;
  hold(key: string, ms: number): Promise<void>;
}

/** A JSON call: `path` with `:names` filled from `ids`; `who` is the person, chat or message that has a limit of its own. */
export interface ApiCall {
  method: 'GET' | 'POST' | 'PUT' | 'PATCH' | 'DELETE';
  path: string;
  ids?: Record<string, string>;
  params?: Record<string, unknown>;
  data?: Record<string, unknown>;
  who?: string;
}

/** Calls the platform: paced, with a token, one more try after a stale token; throws PlatformFault. */
export interface Caller {
  /** The answer's `data`, or the whole answer where there is none. */
  api(call: ApiCall): Promise<Record<string, unknown>>;
  /** For calls whose answer is not JSON; `name` is the API that has the limit. */
  raw<T>(name: string, send: (options: ReturnType<typeof withTenantToken>) => Promise<T>, who?: string): Promise<T>;
}

/** Below 50/s and 1000/min an API, below 5/s a person, chat or patched message. */
const limitsOf = (name: string, who: string | undefined): PaceLimit[] => [
  { key: `s ${name}`, everyMs: 25, burst: 8 },
  { key: `m ${name}`, everyMs: 65, burst: 60 },
  ...(who ? [{ key: `w ${name.startsWith('PATCH') ? 'patch ' : ''}${who}`, everyMs: 250, burst: 1 }] : []),
];

const safe = /^[A-Za-z0-9_@.=-]+$/;
const patienceMs = 4_000;

/** Makes the caller. */
export function createCaller({ lark, tokens, pace }: { lark: Client; tokens: Tokens; pace: Pace }): Caller {
  const raw: Caller['raw'] = async (name, send, who) => {
    const { late } = await pace.pace(limitsOf(name, who), patienceMs);
    if (late > 0) throw new PlatformFault({ code: tooOften, status: 429, waitMs: late, call: name });
    for (let retried = false; ; retried = true) {
      const token = await tokens.get().catch((fault: unknown) => {
        throw fault instanceof PlatformFault ? named(fault, { call: name, unsent: true }) : fault;
      });
      try {
        return await send(withTenantToken(token));
      } catch (fault) {
        if (!(fault instanceof PlatformFault)) throw fault;
        if (tokenCodes.has(fault.code)) tokens.drop(token);
        if (fault.waitMs > 0) await pace.hold(`s ${name}`, fault.waitMs);
        if (!tokenCodes.has(fault.code) || retried) throw named(fault, { call: name, unsent: !fault.unknown });
      }
    }
  };
  return {
    raw,
    api: ({ method, path, ids = {}, params = {}, data = {}, who }) => raw(`${method} ${path}`, async (options) => {
      const url = `open-apis${filled(path, ids)}`;
      const answer = (await lark.request({ method, url, params, data }, options)) as { code?: number; data?: Record<string, unknown> } & Record<string, unknown>;
      if (answer.code) throw new PlatformFault({ code: answer.code, status: 200 });
      return answer.data ?? answer;
    }, who),
  };
}

function named({ code, status, logId, waitMs }: PlatformFault, about: { call: string; unsent: boolean }): PlatformFault {
  return new PlatformFault({ code, status, logId, waitMs, ...about });
}

// The SDK and the URL take anything; an id with a slash or a dot-dot would call another API.
function filled(path: string, ids: Record<string, string>): string {
  return path.replace(/:(\w+)/g, (_whole, name: string) => {
    const id = ids[name] ?? '';
    if (!safe.test(id) || id.includes('..')) throw new Error(`not an id of the platform for ${name} of ${path}`);
    return id;
  });
}
