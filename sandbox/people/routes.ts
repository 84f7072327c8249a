import Router from '@koa/router';
import type { Context } from 'koa';
import type { Say, SendRaw, Tap } from '../api/acts.ts';
import type { CityPlan, CityWish } from '../api/city.ts';
import type { ClockMove } from '../api/clock.ts';
import type { FaultPlan, Faults } from '../api/faults.ts';
import type { Settings } from '../api/settings.ts';
import { asked, bodyOf, jsonOf, optional } from '../control/asked.ts';
import { briefly } from '../inspector.ts';
import { fields, isFields, text, type Fields } from '../json.ts';
import { changeSettings } from '../state/settings.ts';
import type { World } from '../world.ts';
import { acts } from './acts.ts';
import { addDesk } from './desk.ts';
import { changeConsole, viewConsole } from './console.ts';
import { makeCity, viewCity } from './city.ts';
import { chatsOf, eventsOf, newsOf, tasksOf } from './looks.ts';
import { messagesOf, readersOf, searchMessages, type Reading } from './reading.ts';
import { refuse } from './refusal.ts';
import { say, sendFile, sendRaw } from './speak.ts';
import { streamTo } from './stream.ts';
import { tapCard } from './tap.ts';

async function moveClock(world: World, ctx: Context, beat: () => void): Promise<void> {
  const move = await jsonOf<ClockMove>(ctx);
  if (!isFields(move) || !world.clock.move(move)) throw refuse(409, '时间只能向前');
  world.touch();
  world.hub.publish({ type: 'clock', clock: world.clock.read() });
  beat();
  ctx.body = world.clock.read();
}

function setFaults(world: World, plan: FaultPlan): Faults {
  const faults = world.weather.set(plan);
  if (typeof faults === 'string') throw refuse(400, faults);
  world.touch();
  world.hub.publish({ type: 'faults' });
  return faults;
}

function setSettings(world: World, wish: Fields): Settings {
  const changed = changeSettings(world.state.settings, wish);
  if (typeof changed === 'string') throw refuse(400, changed);
  world.state.settings = changed;
  world.touch();
  return changed;
}

async function receiveFile(world: World, ctx: Context): Promise<void> {
  const { body: form, uploads } = await bodyOf(ctx);
  const [file] = uploads;
  if (file === undefined) throw refuse(400, '缺少文件');
  const size = Number(text(form['size']));
  const duration = Number(text(form['duration']));
  const message = await sendFile(world, {
    as: text(form['as']),
    to: text(form['to']),
    kind: text(form['kind']) || 'file',
    name: text(form['name']) || file.name,
    mime: file.mime,
    bytes: file.bytes,
    ...(size > 0 ? { size } : {}),
    ...(duration > 0 ? { duration } : {}),
  });
  ctx.body = { message: message.id };
}

async function giveFile(world: World, ctx: Context, key: string): Promise<void> {
  const file = world.state.files[key];
  const bytes = file === undefined ? undefined : await world.blobs.get(key);
  if (file === undefined || bytes === undefined) throw refuse(404, '没有这个文件');
  ctx.set('Content-Disposition', `inline; filename*=UTF-8''${encodeURIComponent(file.name)}`);
  ctx.type = file.mime;
  ctx.body = bytes;
}

function limitOf(ctx: Context, usual: number): number {
  const limit = Number(optional(ctx, 'limit') ?? usual);
  return Number.isInteger(limit) && limit > 0 ? Math.min(500, limit) : usual;
}

const marks = ['chat', 'before', 'after', 'around', 'from', 'thread'] as const;

function readingFrom(ctx: Context): Reading {
  const given = marks.map((name) => [name, optional(ctx, name)]).filter(([, value]) => value !== undefined);
  return { as: asked(ctx, 'as'), limit: limitOf(ctx, 50), folded: optional(ctx, 'folded') === '1', ...(Object.fromEntries(given) as Partial<Reading>) };
}

function addLooks(router: Router, world: World): void {
  router.get('/sandbox/city', (ctx) => void (ctx.body = viewCity(world)));
  router.get('/sandbox/console', (ctx) => void (ctx.body = viewConsole(world, asked(ctx, 'app'))));
  router.get('/sandbox/clock', (ctx) => void (ctx.body = world.clock.read()));
  router.get('/sandbox/chats', (ctx) => void (ctx.body = chatsOf(world, asked(ctx, 'as'))));
  router.get('/sandbox/calendar', (ctx) => void (ctx.body = eventsOf(world, asked(ctx, 'as'))));
  router.get('/sandbox/tasks', (ctx) => void (ctx.body = tasksOf(world, asked(ctx, 'as'))));
  router.get('/sandbox/messages', (ctx) => void (ctx.body = messagesOf(world, readingFrom(ctx))));
  router.get('/sandbox/search', (ctx) => {
    const chat = optional(ctx, 'chat');
    ctx.body = searchMessages(world, { as: asked(ctx, 'as'), text: optional(ctx, 'text') ?? '', limit: limitOf(ctx, 30), ...(chat === undefined ? {} : { chat }) });
  });
  router.get('/sandbox/readers', (ctx) => void (ctx.body = readersOf(world, asked(ctx, 'as'), asked(ctx, 'message'))));
  router.get('/sandbox/news', (ctx) => void (ctx.body = newsOf(world)));
  router.get('/sandbox/log', (ctx) => {
    const after = optional(ctx, 'after');
    const entries = world.log.read(after === undefined ? undefined : Number(after), Math.min(5000, Number(optional(ctx, 'limit') ?? 200)));
    ctx.body = optional(ctx, 'brief') === undefined ? entries : entries.map(briefly);
  });
  router.get('/sandbox/breaches', (ctx) => {
    const entries = world.log.breaches();
    ctx.body = { count: entries.length, entries };
  });
  router.get('/sandbox/settings', (ctx) => void (ctx.body = world.state.settings));
  router.get('/sandbox/faults', (ctx) => void (ctx.body = world.state.faults));
  router.get('/sandbox/files/:key', (ctx) => giveFile(world, ctx, ctx.params['key'] ?? ''));
  router.get('/sandbox/stream', (ctx) => streamTo(world, ctx));
}

/** The page's and the scripts' API under `/sandbox/` (see api/); `beat` wakes the pusher after the clock moved. */
export function createControl(world: World, beat: () => void): Router {
  const router = new Router();
  addLooks(router, world);
  router.post('/sandbox/city', async (ctx) => void (ctx.body = makeCity(world, await jsonOf<CityPlan | CityWish>(ctx))));
  router.post('/sandbox/console', async (ctx) => void (ctx.body = changeConsole(world, await jsonOf<Fields>(ctx))));
  router.post('/sandbox/clock', (ctx) => moveClock(world, ctx, beat));
  router.post('/sandbox/say', async (ctx) => void (ctx.body = { message: say(world, await jsonOf<Say>(ctx)).id }));
  router.post('/sandbox/send', async (ctx) => void (ctx.body = { message: sendRaw(world, await jsonOf<SendRaw>(ctx)).id }));
  router.post('/sandbox/tap', async (ctx) => void (ctx.body = await tapCard(world, await jsonOf<Tap>(ctx))));
  router.post('/sandbox/file', (ctx) => receiveFile(world, ctx));
  router.post('/sandbox/faults', async (ctx) => void (ctx.body = setFaults(world, await jsonOf<FaultPlan>(ctx))));
  router.post('/sandbox/settings', async (ctx) => void (ctx.body = setSettings(world, fields(await jsonOf(ctx)))));
  addDesk(router, world);
  for (const [name, act] of Object.entries(acts)) {
    router.post(`/sandbox/${name}`, async (ctx) => void (ctx.body = await act(world, fields(await jsonOf(ctx)))));
  }
  return router;
}
