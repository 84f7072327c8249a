import { html } from '../../http/html.ts';
import { text, type Fields } from '../../json.ts';
import { allows, consoleOf, inForce } from '../../state/console.ts';
import type { LoginCode } from '../../state/login.ts';
import type { App } from '../../state/tenant.ts';
import type { World } from '../../world.ts';
import { giveCode } from './codes.ts';
import { framed } from './frame.ts';
import { peoplePicker } from './picker.ts';
import { scopeNames } from './scope-names-data.ts';

const MOST_SCOPES = 50;

/** A page, or where the browser is sent. */
export type Turn = { page: string; status: number } | { redirect: string };

interface Wish {
  app: App;
  redirectUri: string;
  scopes: string[];
  state: string | null;
  challenge?: LoginCode['challenge'];
}

function refusal(title: string, sentence: string, code?: number): Turn {
  const body = html`<h1>${title}</h1>
    <p>${sentence}</p>
    ${code === undefined ? '' : html`<p class="quiet">错误码：<code>${code}</code></p>`}`;
  return { status: 400, page: framed(title, body) };
}

function challengeOf(query: URLSearchParams): LoginCode['challenge'] | 'wrong' {
  const value = query.get('code_challenge') ?? '';
  const method = query.get('code_challenge_method') ?? 'plain';
  if (method !== 'S256' && method !== 'plain') return 'wrong';
  return value === '' ? undefined : { value, method };
}

function read(world: World, query: URLSearchParams): Wish | Turn {
  const app = world.state.apps[query.get('client_id') ?? ''];
  const redirectUri = query.get('redirect_uri') ?? '';
  const scopes = [...new Set((query.get('scope') ?? '').split(' ').filter((scope) => scope !== ''))];
  const challenge = challengeOf(query);
  if (app === undefined) return refusal('不能登录', '没有这个应用，请检查 client_id。');
  if (query.get('response_type') !== 'code') return refusal('不能登录', 'response_type 应为 code。');
  if (!URL.canParse(redirectUri) || !allows(consoleOf(world.state, app.appId).redirectUris, redirectUri))
    return refusal('不能登录', '重定向地址不在应用的安全设置里，请让开发者在后台加上。', 20029);
  const missing = scopes.filter((scope) => !allows(inForce(world.state, app.appId).scopes, scope));
  if (missing.length > 0) return refusal('不能登录', `应用没有开通这些权限：${missing.join('、')}。`, 20027);
  if (scopes.length > MOST_SCOPES) return refusal('不能登录', `一次最多申请 ${MOST_SCOPES} 项权限。`, 20027);
  if (challenge === 'wrong') return refusal('不能登录', 'code_challenge_method 应为 S256 或 plain。');
  return { app, redirectUri, scopes, state: query.get('state'), ...(challenge === undefined ? {} : { challenge }) };
}

function picker(world: World, wish: Wish, query: URLSearchParams): Turn {
  const scopes =
    wish.scopes.length === 0
      ? ''
      : html`<p>登录后，应用还可以：</p>
          <ul class="scopes">
            ${wish.scopes.map((scope) => html`<li>${scopeNames[scope] ?? ''} <code>${scope}</code></li>`)}
          </ul>`;
  const body = html`<h1>登录${wish.app.name}</h1>
    <p class="quiet">选一位演练人员，用他的身份登录。登录后回到 ${new URL(wish.redirectUri).host}。</p>
    ${scopes}
    ${peoplePicker(
      world,
      query,
      html`<button class="main" name="answer" value="agree">同意并登录</button
        ><button name="answer" value="refuse" formnovalidate>拒绝</button>`,
    )}`;
  return { status: 200, page: framed(`登录${wish.app.name}`, body) };
}

/** The login page: whom the browser may be, or why not (20027, 20029). */
export function showLogin(world: World, query: URLSearchParams): Turn {
  const wish = read(world, query);
  return 'app' in wish ? picker(world, wish, query) : wish;
}

/** What the person answered on the login page: back to the app with a code, or with `access_denied`. */
export function answerLogin(world: World, query: URLSearchParams, form: Fields): Turn {
  const wish = read(world, query);
  if (!('app' in wish)) return wish;
  const back = new URL(wish.redirectUri);
  if (wish.state !== null) back.searchParams.set('state', wish.state);
  if (text(form['answer']) === 'refuse') {
    back.searchParams.set('error', 'access_denied');
    return { redirect: back.href };
  }
  const person = world.state.people[text(form['person'])];
  if (person === undefined) return picker(world, wish, query);
  const { app, scopes, redirectUri, challenge } = wish;
  const code = giveCode(world, {
    appId: app.appId,
    person: person.openId,
    scopes,
    redirectUri,
    ...(challenge === undefined ? {} : { challenge }),
  });
  back.searchParams.set('code', code);
  return { redirect: back.href };
}
