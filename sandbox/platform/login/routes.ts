import type Router from '@koa/router';
import type { Context } from 'koa';
import { readRequest } from '../../http/read.ts';
import type { Fields } from '../../json.ts';
import type { World } from '../../world.ts';
import { answerLogin, showLogin, type Turn } from './authorize.ts';
import { exchange } from './token.ts';
import { userInfo } from './user-info.ts';

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

/** Logging in with a browser and the token endpoint at both of its addresses. */
export function addLogin(router: Router, world: World): void {
  const page = '/open-apis/authen/v1/authorize';
  router.get(page, (ctx) => {
    turn(ctx, showLogin(world, ctx.URL.searchParams));
    note(world, ctx, { title: '打开登录页' });
  });
  router.post(page, async (ctx) => {
    turn(ctx, answerLogin(world, ctx.URL.searchParams, (await readRequest(ctx.req)).body));
    note(world, ctx, { title: '答复登录页' });
  });
  for (const path of ['/open-apis/authen/v2/oauth/token', '/oauth/v3/token']) router.post(path, (ctx) => token(world, ctx));
  router.get('/open-apis/authen/v1/user_info', (ctx) => {
    const answer = userInfo(world, ctx.get('authorization'));
    ctx.body = answer;
    note(world, ctx, { title: '查登录的人', answer });
  });
}
