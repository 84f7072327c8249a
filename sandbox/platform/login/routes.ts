import type Router from '@koa/router';
import type { Context } from 'koa';
import { readRequest } from '../../http/read.ts';
import type { Fields } from '../../json.ts';
import type { World } from '../../world.ts';
import { answerLogin, showLogin, type Turn } from './authorize.ts';
import { answerRegistration, registerDevice, showRegistration } from './registration.ts';
import { exchange } from './token.ts';
import { userInfo } from './user-info.ts';

interface FormPage {
  path: string;
  name: string;
  show(world: World, query: URLSearchParams): Turn;
  answer(world: World, query: URLSearchParams, form: Fields): Turn;
}

function note(world: World, ctx: Context, call: { title: string; answer?: Fields }): void {
  const code = Number(call.answer?.['code'] ?? 0);
  const sentence = call.answer?.['error_description'] ?? call.answer?.['msg'];
  world.log.add({
    kind: 'call',
    title: call.title,
    method: ctx.method,
    path: ctx.path,
    status: ctx.status,
    ...(call.answer === undefined ? {} : { code }),
    breaches: code === 0 ? [] : [`${code} ${String(sentence)}`],
  });
}

function turn(ctx: Context, next: Turn): void {
  ctx.set('Cache-Control', 'no-store');
  if ('redirect' in next) {
    ctx.redirect(next.redirect);
    return;
  }
  ctx.status = next.status;
  ctx.type = 'html';
  ctx.body = next.page;
}

async function token(world: World, ctx: Context): Promise<void> {
  const { body, broken } = await readRequest(ctx.req);
  const answer = exchange(world, body, broken);
  ctx.status = answer.status;
  ctx.set('Cache-Control', 'no-store');
  ctx.body = answer.body;
  note(world, ctx, { title: '换用户令牌', answer: answer.body });
}

async function device(world: World, ctx: Context): Promise<void> {
  const { body } = await readRequest(ctx.req);
  const answer = registerDevice(world, body, ctx.URL.origin);
  ctx.status = answer.status;
  ctx.body = answer.body;
  note(world, ctx, { title: '注册应用' });
}

/** A page with a form: shown, and answered. */
function addForm(router: Router, world: World, page: FormPage): void {
  router.get(page.path, (ctx) => {
    turn(ctx, page.show(world, ctx.URL.searchParams));
    note(world, ctx, { title: `打开${page.name}` });
  });
  router.post(page.path, async (ctx) => {
    turn(ctx, page.answer(world, ctx.URL.searchParams, (await readRequest(ctx.req)).body));
    note(world, ctx, { title: `答复${page.name}` });
  });
}

/** Logging in with a browser, the token endpoint at both of its addresses, and apps registered from a device. */
export function addLogin(router: Router, world: World): void {
  addForm(router, world, { path: '/open-apis/authen/v1/authorize', name: '登录页', show: showLogin, answer: answerLogin });
  addForm(router, world, {
    path: '/oauth/v1/app/registration/page',
    name: '创建应用页',
    show: showRegistration,
    answer: answerRegistration,
  });
  router.post('/oauth/v1/app/registration', (ctx) => device(world, ctx));
  for (const path of ['/open-apis/authen/v2/oauth/token', '/oauth/v3/token']) router.post(path, (ctx) => token(world, ctx));
  router.get('/open-apis/authen/v1/user_info', (ctx) => {
    const answer = userInfo(world, ctx.get('authorization'));
    ctx.body = answer;
    note(world, ctx, { title: '查登录的人', answer });
  });
}
