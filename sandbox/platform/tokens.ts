import { text, type Fields } from '../json.ts';
import { freshHex } from '../state/ids.ts';
import type { App } from '../state/tenant.ts';
import type { World } from '../world.ts';
import type { Call, Route } from './call.ts';
import { fail } from './errors.ts';

const LIFE_MS = 7_200_000;
const RENEW_MS = 1_800_000;

/** The same token until less than 30 minutes remain, then a new one beside it (contract 1.3); life on the machine's clock. */
function tokenOf(world: World, app: App): { token: string; expire: number } {
  const now = world.real();
  const { tokens } = world.state;
  for (const [token, known] of Object.entries(tokens)) {
    if (known.until <= now) delete tokens[token];
    else if (token.startsWith('t-') && known.appId === app.appId && known.until - now >= RENEW_MS) {
      return { token, expire: Math.floor((known.until - now) / 1000) };
    }
  }
  const token = `t-g1${freshHex()}`;
  tokens[token] = { appId: app.appId, until: now + LIFE_MS };
  return { token, expire: LIFE_MS / 1000 };
}

function appWith(call: Call): App {
  const { state } = call.world;
  const { tokenFailureStatus: status, wrongSecretCode } = state.settings;
  const id = text(call.body['app_id']);
  const secret = text(call.body['app_secret']);
  if (id === '' || secret === '') throw fail(10003, { status });
  const app = state.apps[id];
  if (app === undefined || app.appSecret !== secret) throw fail(wrongSecretCode, { status });
  if (state.consoles[id]?.enabled === false) throw fail(10014, { status, message: 'app unauthorized' });
  return app;
}

function tenantToken(call: Call): Fields {
  const { token, expire } = tokenOf(call.world, appWith(call));
  return { tenant_access_token: token, expire };
}

/** For a self-built app both kinds are one token. */
function appToken(call: Call): Fields {
  const { token, expire } = tokenOf(call.world, appWith(call));
  return { app_access_token: token, tenant_access_token: token, expire };
}

const secret = ['app_secret', 'tenant_access_token', 'app_access_token'];

/** Tokens of self-built apps (contract 1.3). */
export const tokenRoutes: Route[] = [
  {
    method: 'POST',
    path: '/auth/v3/tenant_access_token/internal',
    title: '取令牌',
    by: 'nobody',
    tier: 11,
    flat: true,
    secret,
    run: tenantToken,
  },
  {
    method: 'POST',
    path: '/auth/v3/app_access_token/internal',
    title: '取应用令牌',
    by: 'nobody',
    tier: 11,
    flat: true,
    secret,
    run: appToken,
  },
];
