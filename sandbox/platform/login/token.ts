import { createHash, randomBytes } from 'node:crypto';
import { text, type Fields } from '../../json.ts';
import { allows, consoleOf, coversPerson, inForce } from '../../state/console.ts';
import type { LoginCode } from '../../state/login.ts';
import type { App, Person } from '../../state/tenant.ts';
import type { World } from '../../world.ts';
import { oauthErrors, type OauthCode } from './oauth-errors-data.ts';

const LIFE_MS = 7_200_000;
const GRACE_MS = 60_000;
const REFRESH_MS = 604_800_000;
const YEAR_MS = 365 * 86_400_000;

/** Carries a refusal of the token endpoint out of its steps. */
class OauthRefusal extends Error {
  readonly code: OauthCode;
  constructor(code: OauthCode) {
    super(oauthErrors[code][2]);
    this.code = code;
  }
}

function deny(code: OauthCode): OauthRefusal {
  return new OauthRefusal(code);
}

/** A token of about one kilobyte, as long as the real ones. */
function longToken(prefix: string): string {
  return `${prefix}-${randomBytes(780).toString('base64url')}`;
}

function client(world: World, body: Fields): App {
  const app = world.state.apps[text(body['client_id'])];
  if (text(body['client_id']) === '' || text(body['grant_type']) === '') throw deny(20001);
  if (app === undefined) throw deny(20048);
  if (app.appSecret !== body['client_secret']) throw deny(20002);
  if (consoleOf(world.state, app.appId).published === null) throw deny(20069);
  return app;
}

function holder(world: World, app: App, openId: string): Person {
  const person = world.state.people[openId];
  if (person === undefined) throw deny(20008);
  if (person.resigned === true) throw deny(20066);
  if (!coversPerson(world.state, inForce(world.state, app.appId).availability, person)) throw deny(20010);
  return person;
}

/** Whether a code verifier fits its challenge; a code given without challenge takes any. */
function proves(challenge: LoginCode['challenge'], verifier: string): boolean {
  if (challenge === undefined) return true;
  if (!/^[A-Za-z0-9\-._~]{43,128}$/.test(verifier)) return false;
  const shown = challenge.method === 'plain' ? verifier : createHash('sha256').update(verifier).digest('base64url');
  return shown === challenge.value;
}

function narrowed(granted: string[], asked: unknown): string[] {
  const wish = text(asked)
    .split(' ')
    .filter((scope) => scope !== '');
  if (wish.length === 0) return granted;
  if (new Set(wish).size !== wish.length) throw deny(20067);
  if (wish.some((scope) => !granted.includes(scope))) throw deny(20068);
  return wish;
}

interface Grant {
  app: App;
  person: Person;
  scopes: string[];
  since: number;
}

function answer(world: World, { app, person, scopes, since }: Grant): Fields {
  const now = world.real();
  const { logins } = world.state;
  const access = longToken('u');
  const allowed = scopes.filter((scope) => allows(inForce(world.state, app.appId).scopes, scope));
  logins.tokens[access] = { appId: app.appId, person: person.openId, scopes: allowed, until: now + LIFE_MS };
  const plain = { code: 0, access_token: access, expires_in: LIFE_MS / 1000, token_type: 'Bearer', scope: allowed.join(' ') };
  if (!allowed.includes('offline_access')) return plain;
  const refresh = longToken('ur');
  logins.refresh[refresh] = { appId: app.appId, person: person.openId, scopes, access, since, until: now + REFRESH_MS, used: false };
  return { ...plain, refresh_token: refresh, refresh_token_expires_in: REFRESH_MS / 1000 };
}

function byCode(world: World, app: App, body: Fields): Fields {
  const { logins } = world.state;
  const known = logins.codes[text(body['code'])];
  if (known === undefined) throw deny(20003);
  if (known.appId !== app.appId) throw deny(20024);
  if (known.used) throw deny(20065);
  if (known.until <= world.real()) throw deny(20004);
  if (known.redirectUri !== undefined && known.redirectUri !== text(body['redirect_uri'])) throw deny(20071);
  if (!proves(known.challenge, text(body['code_verifier']))) throw deny(20049);
  const person = holder(world, app, known.person);
  const scopes = narrowed(logins.grants[`${app.appId} ${person.openId}`] ?? known.scopes, body['scope']);
  known.used = true;
  return answer(world, { app, person, scopes, since: world.real() });
}

function byRefresh(world: World, app: App, body: Fields): Fields {
  const { logins } = world.state;
  const known = logins.refresh[text(body['refresh_token'])];
  const now = world.real();
  if (known === undefined) throw deny(20026);
  if (known.appId !== app.appId) throw deny(20024);
  if (known.used) throw deny(20073);
  if (known.until <= now || known.since + YEAR_MS <= now) throw deny(20037);
  const person = holder(world, app, known.person);
  const scopes = narrowed(known.scopes, body['scope']);
  known.used = true;
  const old = logins.tokens[known.access];
  if (old !== undefined) old.until = Math.min(old.until, now + GRACE_MS);
  return answer(world, { app, person, scopes, since: known.since });
}

/** The token endpoint: a code or a refresh token, each once, for a user access token; never throws (contract 11.1). */
export function exchange(world: World, body: Fields, broken: boolean): { status: number; body: Fields } {
  try {
    if (broken) throw deny(20063);
    const app = client(world, body);
    const ways: Record<string, typeof byCode> = { authorization_code: byCode, refresh_token: byRefresh };
    const way = ways[text(body['grant_type'])];
    if (way === undefined) throw deny(20036);
    const given = way(world, app, body);
    world.touch();
    return { status: 200, body: given };
  } catch (error) {
    const code = error instanceof OauthRefusal ? error.code : 20050;
    const [status, name, description] = oauthErrors[code];
    return { status, body: { code, error: name, error_description: description } };
  }
}
