import Router from '@koa/router';
import type Koa from 'koa';
import type { Metrics } from './metrics.ts';
import type { Arrival } from './ports.ts';
import { rawBody } from './server.ts';

/** What an opened push is: an answer at once, or an arrival, or nothing of ours. */
export type OpenedPush = { challenge: string } | { arrival: Arrival | undefined };

/** What the routes need. `open` is absent where pushes come over the long connection. */
export interface RouteParts {
  open?(push: { raw: Buffer; headers: Record<string, string | string[] | undefined> }): OpenedPush;
  receive(arrival: Arrival): Promise<object>;
  /** Throws where something this process stands on does not answer. */
  ready(): Promise<void>;
  metrics: Metrics;
}

/** Mounts the few paths there are. */
export function mountRoutes(server: Koa, parts: RouteParts): void {
  const router = new Router();
  const { open } = parts;
  if (open) {
    router.post('/feishu/events', async (ctx) => {
      const opened = openOrCount(open, { raw: await rawBody(ctx.req), headers: ctx.headers }, parts.metrics);
      ctx.body = 'challenge' in opened ? opened : opened.arrival ? await parts.receive(opened.arrival) : {};
    });
  }
  router.get('/healthz', (ctx) => {
    ctx.body = { ok: true };
  });
  router.get('/readyz', async (ctx) => {
    const ready = await parts.ready().then(() => true, () => false);
    ctx.status = ready ? 200 : 503;
    ctx.body = { ok: ready };
  });
  router.get('/metrics', async (ctx) => {
    ctx.type = parts.metrics.contentType;
    ctx.body = await parts.metrics.text();
  });
  server.use(router.routes());
}

function openOrCount(open: NonNullable<RouteParts['open']>, push: Parameters<NonNullable<RouteParts['open']>>[0], metrics: Metrics): OpenedPush {
  try {
    return open(push);
  } catch (fault) {
    metrics.refused(fault instanceof Error && 'why' in fault ? String(fault.why) : 'fault');
    throw fault;
  }
}
