import { randomUUID } from 'node:crypto';
import type { IncomingMessage, RequestListener } from 'node:http';
import Router from '@koa/router';
import Koa from 'koa';
import helmet from 'koa-helmet';

/** What the server tells the log; ids and codes only. */
export interface ServerLog { warn(fields: object, message: string): void; error(fields: object, message: string): void }

/** A refusal that HTTP shows as it is. */
export class HttpRefusal extends Error {
  readonly status: number;
  constructor(status: number) {
    super(`http ${status}`);
    this.status = status;
  }
}

/** An empty server: request id, security headers, and the one place where faults become answers. */
export function createServer(log: ServerLog): Koa {
  const server = new Koa();
  server.use(async (ctx, next) => {
    const request = randomUUID();
    ctx.set('X-Request-Id', request);
    try {
      await next();
    } catch (fault) {
      const status = fault instanceof Error && 'status' in fault && typeof fault.status === 'number' ? fault.status : 500;
      ctx.status = status;
      ctx.body = { code: status, request };
      if (status >= 500) log.error({ request, path: ctx.path, ...traceOf(fault) }, 'request failed');
      else if ('why' in (fault as object)) log.warn({ request, path: ctx.path, why: (fault as { why: unknown }).why }, 'push refused');
    }
  });
  server.use(helmet());
  return server;
}

/** Every method and path that is mounted, as "GET /healthz". */
export function routesOf(server: Koa): string[] {
  const routers = server.middleware.flatMap((layer) => ('router' in layer && layer.router instanceof Router ? [layer.router] : []));
  return routers.flatMap(({ stack }) => stack.flatMap(({ methods, path }) => methods.filter((method) => method !== 'HEAD').map((method) => `${method} ${String(path)}`))).sort();
}

/** The server as Node's own listener; Koa ends every request itself, with its faults. */
export function listenerOf(server: Koa): RequestListener {
  const answer = server.callback();
  return (request, response) => void answer(request, response);
}

/** What of a fault may be logged: names, codes and where; messages can hold what people wrote. */
export function traceOf(fault: unknown): { name: string; code?: unknown; where?: string[] } {
  if (!(fault instanceof Error)) return { name: typeof fault };
  const where = fault.stack?.split('\n').filter((line) => /^\s+at /.test(line)).slice(0, 6).map((line) => line.trim()) ?? [];
  return { name: fault.name, where, ...('code' in fault ? { code: fault.code } : {}) };
}

const mebibyte = 1_048_576;

/** The exact bytes of a request's body; 413 beyond 1 MiB, 408 where they take longer than two seconds. */
export async function rawBody(request: IncomingMessage): Promise<Buffer> {
  const parts: Buffer[] = [];
  let size = 0;
  const late = setTimeout(() => request.destroy(), 2_000);
  try {
    for await (const part of request) {
      parts.push(part as Buffer);
      size += (part as Buffer).length;
      if (size > mebibyte) throw new HttpRefusal(413);
    }
  } finally {
    clearTimeout(late);
  }
  return Buffer.concat(parts);
}
