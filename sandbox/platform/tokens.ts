import { text, type Fields } from '../json.ts';
import { freshHex } from '../state/ids.ts';
import type { World } from '../world.ts';

const LIFE_MS = 7_200_000;
const RENEW_MS = 1_800_000;

/** `tenant_access_token/internal`: the same token until less than 30 minutes remain, then a new one beside it (contract 1.3); life on the machine's clock. */
export function issueToken(world: World, body: Fields): Fields {
  const app = world.state.apps[text(body['app_id'])];
  if (text(body['app_id']) === '' || text(body['app_secret']) === '') return { code: 10003, msg: 'invalid param' };
  if (app === undefined || app.appSecret !== body['app_secret']) return { code: 10014, msg: 'app secret invalid' };
  const now = world.real();
  const { tokens } = world.state;
  for (const [token, known] of Object.entries(tokens)) {
    if (known.until <= now) delete tokens[token];
    else if (known.appId === app.appId && known.until - now >= RENEW_MS) {
      return { code: 0, msg: 'ok', tenant_access_token: token, expire: Math.floor((known.until - now) / 1000) };
    }
  }
  const token = `t-g1${freshHex()}`;
  tokens[token] = { appId: app.appId, until: now + LIFE_MS };
  world.touch();
  return { code: 0, msg: 'ok', tenant_access_token: token, expire: LIFE_MS / 1000 };
}
