import Router from '@koa/router';
import type { Context } from 'koa';
import { fields, text, type Fields } from '../json.ts';
import { refuse } from '../people/refusal.ts';
import { appOf } from '../people/speak.ts';
import type { World } from '../world.ts';
import { bodyOf, jsonOf } from './asked.ts';
import { curlOf } from './curl.ts';
import { entryOf, fixtureOf, replay } from './log-export.ts';
import { probe } from './probe.ts';
import type { Recorder } from './recorder.ts';
import { openSnapshots, type Snapshots } from './snapshots.ts';

type Params = Context & { params: Record<string, string> };

function nameOf(ctx: Params): string {
  return ctx.params['name'] ?? '';
}

async function giveSnapshot(snapshots: Snapshots, ctx: Params): Promise<void> {
  const bytes = await snapshots.read(nameOf(ctx));
  ctx.set('Content-Disposition', `attachment; filename*=UTF-8''${encodeURIComponent(`沙盘数据-${nameOf(ctx)}.zip`)}`);
  ctx.type = 'application/zip';
  ctx.body = Buffer.from(bytes);
}

async function takeSnapshot(snapshots: Snapshots, ctx: Context): Promise<void> {
  const { body, uploads } = await bodyOf(ctx);
  const [file] = uploads;
  if (file === undefined) throw refuse(400, '缺少存档文件');
  const name = text(body['name']);
  ctx.body = await (name === '' ? snapshots.take(file.bytes) : snapshots.take(file.bytes, name));
}

function addSnapshots(router: Router, world: World, { folder, beat }: { folder: string | undefined; beat: () => void }): void {
  const snapshots = openSnapshots(world, folder);
  const named = async (ctx: Context): Promise<string> => text((await jsonOf<{ name?: unknown }>(ctx)).name);
  router.get('/sandbox/snapshots', async (ctx) => void (ctx.body = await snapshots.list()));
  router.post('/sandbox/snapshots', async (ctx) => void (ctx.body = await snapshots.save(await named(ctx))));
  router.post('/sandbox/snapshots/load', async (ctx) => {
    await snapshots.load(await named(ctx));
    beat();
    ctx.body = world.clock.read();
  });
  router.post('/sandbox/snapshots/file', (ctx) => takeSnapshot(snapshots, ctx));
  router.get('/sandbox/snapshots/:name/file', (ctx) => giveSnapshot(snapshots, ctx as Params));
  router.delete('/sandbox/snapshots/:name', async (ctx) => {
    await snapshots.remove(nameOf(ctx as Params));
    ctx.body = {};
  });
}

function addLog(router: Router, world: World): void {
  const entry = (ctx: Context): ReturnType<typeof entryOf> => entryOf(world, Number((ctx as Params).params['seq']));
  const here = (ctx: Context): string => `http://${ctx.host}`;
  router.get('/sandbox/log/:seq', (ctx) => void (ctx.body = entry(ctx)));
  router.post('/sandbox/log/clear', (ctx) => {
    world.log.clear();
    ctx.body = {};
  });
  router.get('/sandbox/log/:seq/fixture', (ctx) => {
    ctx.set('Content-Disposition', `attachment; filename*=UTF-8''${encodeURIComponent(`沙盘数据-${entry(ctx).seq}.json`)}`);
    ctx.body = fixtureOf(entry(ctx));
  });
  router.get('/sandbox/log/:seq/curl', (ctx) => {
    const lines = curlOf(entry(ctx), here(ctx));
    if (lines === undefined) throw refuse(409, '这条记录不能写成 curl');
    ctx.type = 'text/plain; charset=utf-8';
    ctx.body = `${lines}\n`;
  });
  router.post('/sandbox/log/:seq/replay', async (ctx) => void (ctx.body = await replay(world, entry(ctx), here(ctx))));
}

function disconnect(world: World, asked: Fields): Fields {
  const app = appOf(world, text(asked['app']));
  const { code } = asked;
  if (code === undefined) return { closed: world.events.disconnect(app.appId) };
  // The codes that a WebSocket server may send.
  if (code === 1000 || (typeof code === 'number' && code >= 3000 && code <= 4999))
    return { closed: world.events.disconnect(app.appId, code) };
  throw refuse(400, 'code 应为 1000 或 3000 到 4999');
}

/** The director's part of the control API: recorder, snapshots, what the inspector hands out; `folder` is the sandbox's data folder, `beat` wakes the pusher. */
export function createDirector(world: World, stage: { folder: string | undefined; beat: () => void; recorder: Recorder }): Router {
  const router = new Router();
  const { recorder } = stage;
  router.get('/sandbox/recorder', (ctx) => void (ctx.body = recorder.view()));
  router.post('/sandbox/recorder', async (ctx) => void (ctx.body = recorder.turn((await jsonOf<{ on?: unknown }>(ctx)).on === true)));
  router.post('/sandbox/probe', async (ctx) => {
    ctx.body = await probe(world, appOf(world, text((await jsonOf<{ app?: unknown }>(ctx)).app)));
  });
  router.post('/sandbox/disconnect', async (ctx) => void (ctx.body = disconnect(world, fields(await jsonOf(ctx)))));
  addSnapshots(router, world, stage);
  addLog(router, world);
  return router;
}
