import { gunzipSync } from 'node:zlib';
import { html } from '../../http/html.ts';
import { parse, text, type Fields } from '../../json.ts';
import { cityIds, freshHex } from '../../state/ids.ts';
import { consoleOf, type AppConsole } from '../../state/console.ts';
import type { Registration } from '../../state/login.ts';
import type { App } from '../../state/tenant.ts';
import type { World } from '../../world.ts';
import type { Turn } from './authorize.ts';
import { framed } from './frame.ts';
import { peoplePicker } from './picker.ts';

const LIFE_MS = 600_000;
const INTERVAL_S = 5;

/** An answer of the device endpoint: RFC 8628 errors come with HTTP 400. */
export interface DeviceAnswer {
  status: number;
  body: Fields;
}

function error(name: string): DeviceAnswer {
  return { status: 400, body: { error: name, error_description: name } };
}

function begin(world: World, origin: string): DeviceAnswer {
  const device = freshHex();
  const userCode = freshHex().slice(0, 8).toUpperCase();
  world.state.logins.registrations[device] = { userCode, until: world.real() + LIFE_MS, polled: 0 };
  world.touch();
  const page = `${origin}/oauth/v1/app/registration/page`;
  return {
    status: 200,
    body: {
      device_code: device,
      user_code: userCode,
      verification_uri: page,
      verification_uri_complete: `${page}?user_code=${userCode}`,
      expires_in: LIFE_MS / 1000,
      interval: INTERVAL_S,
    },
  };
}

function poll(world: World, device: string): DeviceAnswer {
  const known = world.state.logins.registrations[device];
  const now = world.real();
  if (known === undefined || known.until <= now) return error('expired_token');
  const hasty = known.polled > now - INTERVAL_S * 1000;
  known.polled = now;
  if (known.answer === 'refused') return error('access_denied');
  if (known.answer === undefined) return error(hasty ? 'slow_down' : 'authorization_pending');
  const { appId, person } = known.answer;
  const secret = world.state.apps[appId]?.appSecret ?? '';
  return { status: 200, body: { client_id: appId, client_secret: secret, user_info: { open_id: person, tenant_brand: 'feishu' } } };
}

/** The device endpoint by which an app is made from a command line (RFC 8628). */
export function registerDevice(world: World, body: Fields, origin: string): DeviceAnswer {
  if (body['action'] === 'begin') return begin(world, origin);
  return body['action'] === 'poll' ? poll(world, text(body['device_code'])) : error('invalid_request');
}

/** The texts in any depth of what the app asks for. */
function leaves(value: unknown): string[] {
  if (typeof value === 'string') return [value];
  return typeof value === 'object' && value !== null ? Object.values(value).flatMap(leaves) : [];
}

function addons(query: URLSearchParams): Partial<AppConsole['draft']> {
  const packed = query.get('addons') ?? '';
  if (packed === '') return {};
  try {
    const asked = parse(gunzipSync(Buffer.from(packed, 'base64url')).toString('utf8')) as Fields;
    return Object.fromEntries(
      ['scopes', 'events', 'callbacks'].filter((name) => asked[name] !== undefined).map((name) => [name, leaves(asked[name])]),
    );
  } catch {
    return {};
  }
}

function settle(world: World, query: URLSearchParams): App {
  const { state } = world;
  const known = query.get('createOnly') === 'true' ? undefined : state.apps[query.get('clientID') ?? ''];
  const appId = known?.appId ?? `cli_${freshHex().slice(0, 16)}`;
  const made: App = {
    appId,
    appSecret: freshHex(),
    name: query.get('name') ?? '新应用',
    encryptKey: '',
    verificationToken: freshHex(),
    menu: [],
    botId: cityIds.botId(state.tenant, appId),
  };
  const app = (state.apps[appId] ??= made);
  const before = consoleOf(state, appId);
  const draft = { ...before.draft, ...addons(query) };
  state.consoles[appId] = { ...before, draft, published: structuredClone(draft), version: before.version + 1 };
  return app;
}

function find(world: World, query: URLSearchParams): Registration | undefined {
  return Object.values(world.state.logins.registrations).find(
    (each) => each.userCode === query.get('user_code') && each.until > world.real() && each.answer === undefined,
  );
}

function over(): Turn {
  return {
    status: 400,
    page: framed(
      '创建应用',
      html`<h1>不能创建应用</h1>
        <p>这个链接已经用过或过期了，请回到命令行重新开始。</p>`,
    ),
  };
}

/** The page on which somebody lets the app be made. */
export function showRegistration(world: World, query: URLSearchParams): Turn {
  if (find(world, query) === undefined) return over();
  const asked = Object.entries(addons(query)).flatMap(([, names]) => names);
  const body = html`<h1>创建应用“${query.get('name') ?? '新应用'}”</h1>
    <p class="quiet">选一位演练人员，由他创建。确认后回到命令行。</p>
    <ul class="scopes">
      ${asked.map((name) => html`<li><code>${name}</code></li>`)}
    </ul>
    ${peoplePicker(
      world,
      query,
      html`<button class="main" name="answer" value="agree">创建</button><button name="answer" value="refuse" formnovalidate>拒绝</button>`,
    )}`;
  return { status: 200, page: framed('创建应用', body) };
}

/** What was answered on that page. */
export function answerRegistration(world: World, query: URLSearchParams, form: Fields): Turn {
  const known = find(world, query);
  const person = world.state.people[text(form['person'])];
  if (known === undefined) return over();
  if (text(form['answer']) === 'refuse') known.answer = 'refused';
  else if (person === undefined) return showRegistration(world, query);
  else known.answer = { appId: settle(world, query).appId, person: person.openId };
  world.touch();
  const sentence = known.answer === 'refused' ? '没有创建。' : '应用已创建。';
  return {
    status: 200,
    page: framed(
      '创建应用',
      html`<h1>${sentence}</h1>
        <p>可以关上这个页面，回到命令行。</p>`,
    ),
  };
}
