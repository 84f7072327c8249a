import { createServer, type Server } from 'node:http';
import { existsSync } from 'node:fs';
import type { AddressInfo } from 'node:net';
import { fileURLToPath } from 'node:url';
import { send } from '@koa/send';
import Koa, { type Context, type Next } from 'koa';
import { createClock } from './clock.ts';
import { createHub } from './hub.ts';
import { createInspector } from './inspector.ts';
import { Refused } from './people/refusal.ts';
import { createIndex } from './control/index-of-routes.ts';
import { createRecorder } from './control/recorder.ts';
import { createDirector } from './control/routes.ts';
import { createControl } from './people/routes.ts';
import { createPlatform } from './platform/routes.ts';
import { createPusher } from './push/pusher.ts';
import { createSockets } from './push/sockets.ts';
import { subscribedOnly } from './push/subscriptions.ts';
import { openBlobs, openStore, type Store } from './state/store.ts';
import { createWeather } from './weather.ts';
import type { Ground, World } from './world.ts';

const page = fileURLToPath(new URL('./page/dist', import.meta.url));
const pages: Record<string, string> = { '/': 'index.html', '/gallery': 'gallery.html' };

/** How to start; `now` is the machine's epoch ms, `seed` that of the faults' dice. */
export interface SandboxOptions {
  host?: string;
  /** 0 takes a free port. */
  port?: number;
  dataDir?: string;
  now?: () => number;
  seed?: number;
  /** Long-connection payloads above this many bytes come in several frames; default 64 KB. */
  fragmentBytes?: number;
}

/** A running sandbox. */
export interface Sandbox {
  url: string;
  /** Writes the state and closes every connection. */
  stop(): Promise<void>;
}

function layGround(options: SandboxOptions, store: Store): Ground {
  const real = options.now ?? Date.now;
  const { state } = store;
  if (options.seed !== undefined) state.faults.seed = options.seed;
  const clock = createClock(state, real);
  const hub = createHub();
  return {
    state,
    clock,
    real,
    hub,
    touch: store.touch,
    log: createInspector(
      () => clock.read().now,
      (event) => hub.publish(event),
    ),
    blobs: openBlobs(options.dataDir),
    weather: createWeather(state),
    fragmentBytes: options.fragmentBytes ?? 65_536,
  };
}

async function guard(ctx: Context, next: Next): Promise<void> {
  try {
    await next();
  } catch (error) {
    const status = error instanceof Refused || (error instanceof Error && 'status' in error) ? Number(error.status) : 500;
    ctx.status = status >= 400 && status < 600 ? status : 500;
    ctx.body = { error: error instanceof Error ? error.message : String(error) };
  }
}

async function givePage(ctx: Context): Promise<void> {
  if (ctx.method !== 'GET' && ctx.method !== 'HEAD') return;
  if (!existsSync(page)) {
    ctx.body = '沙盘已启动，页面还没有构建。';
    return;
  }
  await send(ctx, pages[ctx.path] ?? ctx.path, { root: page });
}

function listen(server: Server, options: SandboxOptions): Promise<AddressInfo> {
  return new Promise((resolve, reject) => {
    server.once('error', reject);
    server.listen(options.port ?? 9300, options.host ?? '127.0.0.1', () => resolve(server.address() as AddressInfo));
  });
}

/** Starts the platform on localhost; throws when the port is taken. */
export async function createSandbox(options: SandboxOptions = {}): Promise<Sandbox> {
  const store = openStore(options.dataDir, options.now ?? Date.now);
  const ground = layGround(options, store);
  let wake = (): void => undefined;
  const sockets = createSockets(ground, () => wake());
  const pusher = createPusher(ground, sockets);
  wake = pusher.beat;
  const world: World = { ...ground, events: subscribedOnly(ground, pusher) };
  const app = new Koa();
  // What matters is in the inspector; Koa would print every page that was closed early.
  app.silent = true;
  app.use(guard);
  const recorder = createRecorder(world);
  app.use((ctx, next) => recorder.listen(ctx, next));
  const director = createDirector(world, { folder: options.dataDir, beat: pusher.beat, recorder });
  const control = createControl(world, pusher.beat);
  const index = createIndex([director, control]);
  for (const router of [index, director, control, createPlatform(world, sockets)]) app.use(router.routes());
  app.use(givePage);
  const handle = app.callback();
  const server = createServer((request, response) => void handle(request, response));
  sockets.attach(server);
  const { port } = await listen(server, options);
  const stop = async (): Promise<void> => {
    pusher.stop();
    sockets.close();
    store.close();
    const closed = new Promise<void>((resolve) => server.close(() => resolve()));
    server.closeAllConnections();
    await closed;
  };
  return { url: `http://${options.host ?? '127.0.0.1'}:${port}`, stop };
}
