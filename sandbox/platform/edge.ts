import { setTimeout as wait } from 'node:timers/promises';
import type { Fields } from '../json.ts';
import { freshHex, stableHex } from '../state/ids.ts';
import { inward, outward } from '../state/open-ids.ts';
import type { App } from '../state/tenant.ts';
import type { World } from '../world.ts';
import { fail, PlatformError, type Failure } from './errors.ts';
import { createGate } from './gate.ts';
import { admit, identify } from './identity.ts';
import { disbandUnder, endure } from './misfortune.ts';
import type { Asked, Binary, Call, Route } from './call.ts';

/** What goes back over HTTP. */
export interface Answer {
  status: number;
  headers: Record<string, string>;
  body: Fields | Binary | 'silence';
}

/** Runs one API call: faults, token, rate limit, handler, envelope; never throws. */
export type Edge = (route: Route, asked: Asked) => Promise<{ answer: Answer; app: string; notes: string[]; breaches: string[] }>;

const SILENCE_MS = 30_000;

function expire(world: World, asked: Asked): void {
  if (world.weather.strikes('tokenExpired', asked.subject) === undefined) return;
  delete world.state.tokens[asked.authorization.replace(/^Bearer /, '')];
  throw fail(99991663);
}

/** Codes that tell of weather rather than of a mistake by the client. */
const weather = new Set([2200, 99991400, 99991663, 99991677, 230020, 230049, 232019]);

/** The address at which the platform explains a refusal. */
function troubleshooter(route: Route, code: number, logId: string): string {
  const method = BigInt(`0x${stableHex(route.method, route.path).slice(0, 15)}`).toString();
  return `排查建议查看(Troubleshooting suggestions): https://open.feishu.cn/search?from=openapi&log_id=${logId}&code=${code}&method_id=${method}`;
}

function refusal(route: Route, failure: Failure, logId: string): Answer {
  const { code, status, message, extra, headers } = failure;
  // The gateway explains itself even before an API whose own refusals are bare.
  const plain = Object.keys(extra).length > 0 || code === 230099;
  const bare = code === 99991400 || (route.flat === true && code < 99_990_000);
  const reason = plain ? { log_id: logId, ...extra } : { log_id: logId, troubleshooter: troubleshooter(route, code, logId) };
  return { status, headers, body: { code, msg: message, ...(bare ? {} : { error: reason }) } };
}

function success(route: Route, result: Fields | Binary): Answer {
  if ('download' in result) return { status: 200, headers: {}, body: result };
  return {
    status: 200,
    headers: {},
    body: route.flat === true ? { code: 0, msg: 'ok', ...result } : { code: 0, msg: 'success', data: result },
  };
}

/** Puts the app, and the person if it is his token, into the call. */
function name(world: World, route: Route, { asked, call }: { asked: Asked; call: Call }): void {
  if (route.by === 'nobody') return;
  const caller = identify(world, asked.authorization);
  call.app = caller.app;
  if (caller.user !== undefined) call.user = caller.user;
  admit(route, caller);
}

/** Reads the ids of an app's call as the city's; throws 99992361 for an id that belongs to another app. */
function readIds(world: World, call: Call): void {
  const { state } = world;
  const { value, foreign } = inward(state, call.app.appId, { body: call.body, params: call.params, query: [...call.query] });
  if (foreign !== undefined) throw fail(99992361);
  Object.assign(call, { body: value.body, params: value.params });
  for (const key of new Set(value.query.map(([name]) => name))) call.query.delete(key);
  for (const [name, given] of value.query) call.query.append(name, given);
}

/** The one way into the platform's APIs. */
export function createEdge(world: World): Edge {
  const gate = createGate(world);
  let flips = 0;
  const flip = (): boolean => (flips += 1) % 2 === 1;

  const act = async (route: Route, asked: Asked, call: Call): Promise<Answer> => {
    name(world, route, { asked, call });
    if (route.by !== 'nobody') readIds(world, call);
    if (asked.broken) throw fail(9499, { message: 'Bad Request' });
    if (route.by !== 'nobody') expire(world, asked);
    const loss = await endure(world, asked.subject, flip);
    disbandUnder(world, asked.subject, asked);
    gate(route, asked, call);
    const answer = loss?.done === false ? undefined : success(route, await route.run(call));
    world.touch();
    if (answer !== undefined && loss === undefined) return answer;
    call.notes.push(answer === undefined ? '故障：未执行也不应答' : '故障：已执行但不应答');
    if (loss?.kind === 'timeout') await wait(SILENCE_MS, undefined, { ref: false });
    return { status: 504, headers: {}, body: 'silence' };
  };

  return async (route, asked) => {
    const nobody: App = { appId: '', appSecret: '', name: '', encryptKey: '', verificationToken: '', menu: [], botId: '' };
    const { query, params, body, uploads } = asked;
    const call: Call = { world, app: nobody, ip: asked.ip, query, params, body, uploads, notes: [], breaches: [] };
    const logId = freshHex().toUpperCase();
    let answer: Answer;
    try {
      answer = await act(route, asked, call);
    } catch (error) {
      const failure =
        error instanceof PlatformError ? error.failure : fail(2200, { status: 500, message: `internal error: ${String(error)}` }).failure;
      if (!weather.has(failure.code)) call.breaches.push(`${failure.code} ${failure.message}`);
      else call.notes.push(`${failure.code} ${failure.message}`);
      answer = refusal(route, failure, logId);
    }
    if (answer.body !== 'silence' && !('download' in answer.body)) answer.body = outward(world.state, call.app.appId, answer.body);
    // In this spelling: the official Python SDK looks for it letter by letter.
    answer.headers['X-Tt-Logid'] = logId;
    return { answer, app: call.app.appId, notes: call.notes, breaches: call.breaches };
  };
}
