import { freshHex } from '../../state/ids.ts';
import type { LoginCode } from '../../state/login.ts';
import type { World } from '../../world.ts';

const MINUTE_MS = 60_000;
const BROWSER_MS = 5 * MINUTE_MS;
const CLIENT_MS = 3 * MINUTE_MS;

/** Gives a login code: five minutes from the browser's page (it then has a `redirectUri`), three from inside the client. */
export function giveCode(world: World, what: Omit<LoginCode, 'until' | 'used'>): string {
  const { logins } = world.state;
  const code = freshHex();
  const life = what.redirectUri === undefined ? CLIENT_MS : BROWSER_MS;
  logins.codes[code] = { ...what, until: world.real() + life, used: false };
  const key = `${what.appId} ${what.person}`;
  logins.grants[key] = [...new Set([...(logins.grants[key] ?? []), ...what.scopes])];
  world.touch();
  return code;
}
