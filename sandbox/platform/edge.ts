import { setTimeout as wait } from 'node:timers/promises';
import type { Fields } from '../json.ts';
import { freshHex } from '../state/ids.ts';
import type { App } from '../state/tenant.ts';
import type { World } from '../world.ts';
import { fail, PlatformError, type Failure } from './errors.ts';
import { admit, identify } from './identity.ts';
import { createWindow, type Window } from './limits.ts';
import type { Binary, Call, Route } from './call.ts';

/** What goes back over HTTP. */
export interface Answer {
  status: number;
  headers: Record<string, string>;
  body: Fields | Binary | 'silence';
}

/** A request as the HTTP server read it. */
export interface Asked {
  authorization: string;
  query: URLSearchParams;
  params: Record<string, string>;
  body: Fields;
  uploads: Call['uploads'];
  broken: boolean;
}

/** Runs one API call: faults, token, rate limit, handler, envelope; never throws. */
export type Edge = (route: Route, asked: Asked) => Promise<{ answer: Answer; notes: string[]; breaches: string[] }>;

const SILENCE_MS = 30_000;

function throwFaults(world: World, asked: Asked, flip: () => boolean): void {
  const { faults } = world.state;
  const hit = (chance: number): boolean => chance > 0 && world.dice.roll() < chance;
  if (hit(faults.tokenExpired)) {
    delete world.state.tokens[asked.authorization.replace(/^Bearer /, '')];
    throw fail(99991663);
  }
  if (hit(faults.api5xx)) throw fail(2200, { status: 500, message: 'internal server error' });
  if (hit(faults.api429))
    throw fail(99991400, { status: flip() ? 429 : 400, headers: { 'x-ogw-ratelimit-limit': '50', 'x-ogw-ratelimit-reset': '1' } });
}

function checkRate(route: Route, call: Call, { window, flip }: { window: Window; flip: () => boolean }): void {
  const key = `${call.app.appId} ${route.method} ${route.path}`;
  const perSecond = route.perSecond ?? 50;
  const second = window.take(`s ${key}`, perSecond, 1000);
  const minute = second && window.take(`m ${key}`, 1000, 60_000);
  if (second && minute) return;
  call.notes.push('超过接口频率');
  throw fail(99991400, {
    status: flip() ? 429 : 400,
    headers: { 'x-ogw-ratelimit-limit': second ? '1000' : String(perSecond), 'x-ogw-ratelimit-reset': second ? '10' : '1' },
  });
}

/** Codes that tell of weather rather than of a mistake by the client. */
const weather = new Set([2200, 99991400, 99991663, 99991677, 230020, 230049]);

function refusal(failure: Failure, logId: string): Answer {
  return {
    status: failure.status,
    headers: failure.headers,
    body: { code: failure.code, msg: failure.message, error: { message: failure.message, log_id: logId, ...failure.extra } },
  };
}

function success(route: Route, result: Fields | Binary): Answer {
  if ('download' in result) return { status: 200, headers: {}, body: result };
  return {
    status: 200,
    headers: {},
    body: route.flat === true ? { code: 0, msg: 'ok', ...result } : { code: 0, msg: 'success', data: result },
  };
}

/** The one way into the platform's APIs. */
export function createEdge(world: World): Edge {
  const window = createWindow(world.real);
  let flips = 0;
  const flip = (): boolean => (flips += 1) % 2 === 1;

  const act = async (route: Route, asked: Asked, call: Call): Promise<Answer> => {
    const { faults } = world.state;
    if (faults.apiSlowMs > 0) await wait(Math.floor(world.dice.roll() * faults.apiSlowMs));
    const caller = identify(world, asked.authorization);
    call.app = caller.app;
    if (caller.user !== undefined) call.user = caller.user;
    admit(route, caller);
    if (asked.broken) throw fail(9499, { message: 'Bad Request' });
    throwFaults(world, asked, flip);
    const lost = faults.apiTimeout > 0 && world.dice.roll() < faults.apiTimeout;
    const done = !lost || world.dice.roll() < 0.5;
    checkRate(route, call, { window, flip });
    const answer = done ? success(route, await route.run(call)) : undefined;
    world.touch();
    if (answer !== undefined && !lost) return answer;
    call.notes.push(done ? '故障：已执行但不应答' : '故障：未执行也不应答');
    await wait(SILENCE_MS, undefined, { ref: false });
    return { status: 504, headers: {}, body: 'silence' };
  };

  return async (route, asked) => {
    const nobody: App = { appId: '', appSecret: '', name: '', encryptKey: '', verificationToken: '', menu: [], botId: '' };
    const { query, params, body, uploads } = asked;
    const call: Call = { world, app: nobody, query, params, body, uploads, notes: [], breaches: [] };
    const logId = freshHex().toUpperCase();
    let answer: Answer;
    try {
      answer = await act(route, asked, call);
    } catch (error) {
      const failure =
        error instanceof PlatformError ? error.failure : fail(2200, { status: 500, message: `internal error: ${String(error)}` }).failure;
      if (!weather.has(failure.code)) call.breaches.push(`${failure.code} ${failure.message}`);
      else call.notes.push(`${failure.code} ${failure.message}`);
      answer = refusal(failure, logId);
    }
    answer.headers['x-tt-logid'] = logId;
    return { answer, notes: call.notes, breaches: call.breaches };
  };
}
