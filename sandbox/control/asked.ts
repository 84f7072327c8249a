import type { Context } from 'koa';
import { readRequest, type Body } from '../http/read.ts';
import { refuse } from '../people/refusal.ts';

const read = new WeakMap<Context['req'], Promise<Body>>();

/** The body of a control request; read once, however often it is asked for. */
export function bodyOf(ctx: Context): Promise<Body> {
  const known = read.get(ctx.req) ?? readRequest(ctx.req);
  read.set(ctx.req, known);
  return known;
}

/** The JSON of a control request. */
export async function jsonOf<T>(ctx: Context): Promise<T> {
  return (await bodyOf(ctx)).body as T;
}

/** A query parameter; throws 400 when it is missing. */
export function asked(ctx: Context, name: string): string {
  const value = ctx.URL.searchParams.get(name);
  if (value === null || value === '') throw refuse(400, `缺少参数 ${name}`);
  return value;
}

/** A query parameter, if it is there. */
export function optional(ctx: Context, name: string): string | undefined {
  return ctx.URL.searchParams.get(name) ?? undefined;
}
