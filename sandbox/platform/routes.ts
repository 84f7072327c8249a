import Router from '@koa/router';
import type { Context } from 'koa';
import { readRequest } from '../http/read.ts';
import { text, type Fields } from '../json.ts';
import { clientConfig, type Sockets } from '../push/sockets.ts';
import type { World } from '../world.ts';
import { attendeeRoutes } from './calendar/attendees.ts';
import { calendarRoutes } from './calendar/calendars.ts';
import type { Route, Upload } from './call.ts';
import { byTokenRoutes } from './cards/by-token.ts';
import { cardRoutes } from './cards/cards.ts';
import { ephemeralRoutes } from './cards/ephemeral.ts';
import { chatMemberRoutes } from './im/chat-members.ts';
import { chatHeadRoutes } from './im/chat-head.ts';
import { chatMenuRoutes } from './im/chat-menus.ts';
import { chatRoleRoutes } from './im/chat-roles.ts';
import { chatRoutes } from './im/chats.ts';
import { feedRoutes } from './im/feed.ts';
import { approvalMessageRoutes } from './approval/bot-messages.ts';
import { definitionRoutes } from './approval/definitions.ts';
import { externalRoutes } from './approval/external.ts';
import { approvalRoutes } from './approval/instances.ts';
import { applicationRoutes } from './documents/application.ts';
import { driveRoutes } from './documents/drive.ts';
import { minuteRoutes } from './documents/minutes.ts';
import { createEdge, type Edge } from './edge.ts';
import { sentenceOf } from './errors.ts';
import { customBotRoutes } from './hook/custom-bots.ts';
import { fileRoutes } from './im/files.ts';
import { freeBusyRoutes } from './calendar/free-busy.ts';
import { createWindow } from './limits.ts';
import { loggedHeaders } from './logged-headers.ts';
import { addAppLinks } from './login/app-links.ts';
import { addLogin } from './login/routes.ts';
import { meetingRoutes } from './office/meetings.ts';
import { batchRoutes } from './im/batches.ts';
import { changeRoutes } from './im/change.ts';
import { followUpRoutes } from './im/follow-ups.ts';
import { pinRoutes } from './im/pins.ts';
import { reactionRoutes } from './im/reactions.ts';
import { readRoutes } from './im/read.ts';
import { sendRoutes } from './im/send.ts';
import { urgentRoutes } from './im/urgent.ts';
import { urlPreviewRoutes } from './im/url-previews.ts';
import { departmentRoutes } from './contact/departments.ts';
import { userRoutes } from './contact/users.ts';
import { taskCommentRoutes } from './office/task-comments.ts';
import { taskRoutes } from './office/tasks.ts';
import { tokenRoutes } from './tokens.ts';

/** All APIs of the platform. */
function allRoutes(world: World): Route[] {
  const window = createWindow(world.real);
  return [
    ...applicationRoutes,
    ...approvalRoutes,
    ...definitionRoutes,
    ...externalRoutes,
    ...approvalMessageRoutes,
    ...driveRoutes,
    ...minuteRoutes,
    ...tokenRoutes,
    ...readRoutes,
    ...urlPreviewRoutes(window),
    ...customBotRoutes(window),
    ...sendRoutes(window),
    ...changeRoutes(window),
    ...reactionRoutes,
    ...pinRoutes(window),
    ...urgentRoutes,
    ...followUpRoutes,
    ...batchRoutes,
    ...fileRoutes,
    ...cardRoutes(window),
    ...byTokenRoutes,
    ...ephemeralRoutes(window),
    ...chatRoutes,
    ...chatRoleRoutes,
    ...chatHeadRoutes,
    ...chatMenuRoutes,
    ...feedRoutes,
    ...chatMemberRoutes,
    ...userRoutes,
    ...departmentRoutes,
    ...calendarRoutes,
    ...attendeeRoutes,
    ...freeBusyRoutes,
    ...meetingRoutes,
    ...taskRoutes,
    ...taskCommentRoutes,
  ];
}

function reply(ctx: Context, answer: Awaited<ReturnType<Edge>>['answer']): void {
  ctx.set(answer.headers);
  ctx.status = answer.status;
  if (answer.body === 'silence') {
    ctx.respond = false;
    ctx.req.socket.resetAndDestroy();
    return;
  }
  if (!('download' in answer.body)) {
    ctx.body = answer.body;
    return;
  }
  const { download } = answer.body as { download: { bytes: Buffer; mime: string; name: string } };
  ctx.set(
    'Content-Disposition',
    `attachment; filename="${encodeURIComponent(download.name)}"; filename*=UTF-8''${encodeURIComponent(download.name)}`,
  );
  ctx.type = download.mime;
  ctx.body = download.bytes;
}

/** A body without its secrets, and with its files as names and sizes. */
function shown(route: Route, body: Fields, uploads: Upload[]): Fields {
  const open = Object.fromEntries(
    Object.entries(body).map(([key, value]) => [key, route.secret?.includes(key) === true ? '（不显示）' : value]),
  );
  return uploads.length === 0 ? open : { ...open, files: uploads.map(({ field, name, bytes }) => ({ field, name, size: bytes.length })) };
}

async function serve(
  world: World,
  edge: Edge,
  { route, ctx }: { route: Route; ctx: Context & { params: Record<string, string> } },
): Promise<void> {
  const started = world.real();
  const { body, uploads, broken } = await readRequest(ctx.req);
  const { answer, app, notes, breaches } = await edge(route, {
    authorization: ctx.get('authorization'),
    subject: `${ctx.method} ${ctx.path.replace('/open-apis', '')}`,
    ip: ctx.ip.replace('::ffff:', ''),
    query: ctx.URL.searchParams,
    params: ctx.params,
    body,
    uploads,
    broken,
  });
  reply(ctx, answer);
  const binary = answer.body === 'silence' || 'download' in answer.body;
  const code = binary ? undefined : (answer.body as Fields)['code'];
  world.log.add({
    kind: 'call',
    title: route.title,
    ...(app === '' ? {} : { app }),
    method: route.method,
    path: ctx.url,
    status: answer.status,
    tookMs: world.real() - started,
    breaches,
    ...(typeof code === 'number' ? { code } : {}),
    ...(notes.length > 0 ? { notes } : {}),
    headers: loggedHeaders(ctx.req.headers, answer.headers),
    request: shown(route, body, uploads),
    response: binary ? '（文件）' : shown(route, answer.body as Fields, []),
  });
}

async function endpoint(world: World, sockets: Sockets, ctx: Context): Promise<void> {
  const { body } = await readRequest(ctx.req);
  const app = world.state.apps[text(body['AppID'])];
  const fault = world.weather.strikes('endpoint', 'POST /callback/ws/endpoint');
  if (fault !== undefined) {
    ctx.body = { code: fault.code ?? 1000040343, msg: 'endpoint fault', data: {} };
  } else if (app === undefined || app.appSecret !== body['AppSecret']) {
    ctx.body = { code: 514, msg: 'auth failed', data: {} };
  } else if (sockets.full(app.appId)) {
    ctx.body = { code: 1000040350, msg: 'exceed conn limit', data: {} };
  } else {
    const query = `fpid=493&aid=552564&device_id=${world.real()}&access_key=${sockets.ticket('')}&service_id=33554678&ticket=${sockets.ticket(app.appId)}`;
    ctx.body = { code: 0, msg: '', data: { URL: `ws://${ctx.host}/ws/v2?${query}`, ClientConfig: clientConfig } };
  }
}

/** The Open Platform under `/open-apis` and the long connection's endpoint. */
export function createPlatform(world: World, sockets: Sockets): Router {
  const router = new Router();
  const edge = createEdge(world);
  router.post('/callback/ws/endpoint', (ctx) => endpoint(world, sockets, ctx));
  addLogin(router, world);
  addAppLinks(router, world);
  for (const route of allRoutes(world)) {
    router.register(`/open-apis${route.path}`, [route.method], (ctx) => serve(world, edge, { route, ctx }));
  }
  router.all('/open-apis/{*rest}', async (ctx) => {
    await readRequest(ctx.req);
    const known = router.match(ctx.path, 'OPTIONS').path.some((layer) => layer.path !== '/open-apis/{*rest}');
    const code = known ? 99991301 : 99991201;
    ctx.status = 404;
    ctx.body = { code, msg: sentenceOf(code) };
    world.log.add({
      kind: 'call',
      title: '没有的接口',
      method: ctx.method,
      path: ctx.url,
      status: 404,
      code,
      breaches: [known ? '99991301 这个接口没有这种方法' : '99991201 没有这个接口'],
    });
  });
  return router;
}
