import type { Context } from 'koa';
import type { World } from '../world.ts';

const KEEP_ALIVE_MS = 15_000;

/** Answers with server-sent events for the persons named by `as` (all when none), until the page goes away. */
export function streamTo(world: World, ctx: Context): void {
  // Koa reports a closed page as an error when it pipes the stream itself.
  ctx.respond = false;
  const { res } = ctx;
  res.writeHead(200, { 'Content-Type': 'text/event-stream', 'Cache-Control': 'no-cache', 'X-Accel-Buffering': 'no' });
  res.write(': open\n\n');
  const leave = world.hub.join({
    people: new Set(ctx.URL.searchParams.getAll('as')),
    hear: (event) => void res.write(`data: ${JSON.stringify(event)}\n\n`),
  });
  const timer = setInterval(() => res.write(': still here\n\n'), KEEP_ALIVE_MS);
  timer.unref();
  res.on('close', () => {
    clearInterval(timer);
    leave();
  });
}
