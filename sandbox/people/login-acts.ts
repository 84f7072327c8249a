import { createHash } from 'node:crypto';
import { text, texts, type Fields } from '../json.ts';
import { giveCode } from '../platform/login/codes.ts';
import { allows, consoleOf, coversPerson, inForce } from '../state/console.ts';
import type { App } from '../state/tenant.ts';
import type { World } from '../world.ts';
import type { Act } from './group-acts.ts';
import { refuse } from './refusal.ts';
import { actor, appOf } from './speak.ts';

const LIFE_MS = 600_000;

/** What `tt.requestAccess` gives a web page inside the client: a code for three minutes. */
const h5Code: Act = (world, asked) => {
  const person = actor(world, text(asked['as']));
  const app = appOf(world, text(asked['app']));
  if (person.resigned === true || !coversPerson(world.state, inForce(world.state, app.appId).availability, person))
    throw refuse(403, '此人不在应用的可用范围内');
  if (asked['refused'] === true) return { errno: 2700002, errString: 'user refused' };
  return { code: giveCode(world, { appId: app.appId, person: person.openId, scopes: texts(asked['scopes']) }) };
};

function fault(world: World, app: App, asked: Fields): number | undefined {
  const url = text(asked['url']).replace(/#.*$/, '');
  const ticket = world.state.logins.tickets[app.appId];
  const timestamp = text(asked['timestamp']);
  const signature = text(asked['signature']);
  const { trustedDomains } = consoleOf(world.state, app.appId);
  if (!URL.canParse(url) || !allows(trustedDomains, new URL(url).host)) return 333447;
  const line = `jsapi_ticket=${ticket?.value ?? ''}&noncestr=${text(asked['nonceStr'])}&timestamp=${timestamp}&url=${url}`;
  if (ticket === undefined || ticket.until <= world.real() || createHash('sha1').update(line).digest('hex') !== signature) return 333441;
  // Seconds instead of milliseconds look like 1970 here, as they do to the real client.
  if (Math.abs(world.real() - Number(timestamp)) > LIFE_MS) return 333444;
  if (ticket.signatures.includes(signature)) return 333443;
  ticket.signatures.push(signature);
  return undefined;
}

/** What `h5sdk.config` checks of a web page's signature (contract 11.2). */
const h5Config: Act = (world, asked) => {
  const errno = fault(world, appOf(world, text(asked['app'])), asked);
  world.touch();
  return errno === undefined ? { ok: true } : { ok: false, errno };
};

/** What a web page inside the client gets from it. */
export const loginActs: Record<string, Act> = { 'h5-code': h5Code, 'h5-config': h5Config };
