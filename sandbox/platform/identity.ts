import type { App, Person } from '../state/tenant.ts';
import type { World } from '../world.ts';
import type { Route } from './call.ts';
import { fail } from './errors.ts';

/** Who calls: an app, and with a user access token the person for whom it calls. */
export interface Caller {
  app: App;
  user?: Person;
  /** What the person granted; empty for the app's own token. */
  granted: string[];
}

function personBehind(world: World, token: string): Caller {
  const known = world.state.logins.tokens[token];
  const app = known === undefined ? undefined : world.state.apps[known.appId];
  const user = known === undefined ? undefined : world.state.people[known.person];
  if (known === undefined || app === undefined || user === undefined || user.resigned === true || user.frozen === true) throw fail(99991668);
  if (known.until <= world.real()) throw fail(99991677);
  return { app, user, granted: known.scopes };
}

/** The caller behind an Authorization header; throws 99991661, 99991663, 99991668, 99991671 or 99991677. */
export function identify(world: World, authorization: string): Caller {
  const token = authorization.replace(/^Bearer /, '');
  if (token === '' || !authorization.startsWith('Bearer ')) throw fail(99991661);
  if (!/^[tu]-/.test(token)) throw fail(99991671);
  if (token.startsWith('u-')) return personBehind(world, token);
  const known = world.state.tokens[token];
  const app = known === undefined ? undefined : world.state.apps[known.appId];
  if (known === undefined || known.until <= world.real() || app === undefined) throw fail(99991663);
  return { app, granted: [] };
}

/** Refuses a token of the wrong kind (99991668) and a person who has not granted what the API needs (99991679). */
export function admit(route: Route, caller: Caller): void {
  const by = route.by ?? 'app';
  if (by !== 'either' && by !== (caller.user === undefined ? 'app' : 'person')) throw fail(99991668);
  const needed = route.scopes ?? [];
  if (caller.user === undefined || needed.length === 0 || needed.some((scope) => caller.granted.includes(scope))) return;
  throw fail(99991679, {
    message: `Unauthorized. You do not have permission to perform the requested operation on the resource. Please request user re-authorization and try again. required one of these privileges under the user identity: [${needed.join(', ')}].`,
    extra: { permission_violations: needed.map((subject) => ({ type: 'user_scope_required', subject })) },
  });
}
