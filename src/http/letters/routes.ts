import Router from '@koa/router';
import type Koa from 'koa';
import { createRateLimit } from '../rate-limit.ts';
import { rawBody } from '../server.ts';
import { pages, type AnswerLinks, type LetterKind, type LinkTarget } from './answer-links.ts';
import { busy, pageOf, type Answer } from './page.ts';

/** Who answers at the page of one kind of letter. A link that we did not sign is an undefined target. */
export interface Desk {
  show(target: LinkTarget | undefined): Promise<Answer>;
  take(target: LinkTarget | undefined, form: URLSearchParams): Promise<Answer>;
}

/** What the pages stand on; `machine` is the machine's time in milliseconds, for the limit of tries. */
export interface LetterParts { links: AnswerLinks; desks: Readonly<Record<LetterKind, Desk>>; machine(): number }

/** Tries a minute from one address at each kind of page; a person needs three. */
const tries = 30;
const sealed = "default-src 'none'; style-src 'unsafe-inline'; form-action 'self'; frame-ancestors 'none'; base-uri 'none'";

/** Mounts the pages behind the codes on letters, for organs without an account: they work without script, show nothing of the case, and take one answer each. */
export function mountLetters(server: Koa, { links, desks, machine }: LetterParts): void {
  const router = new Router();
  for (const kind of Object.keys(pages) as LetterKind[]) {
    const allowed = createRateLimit({ limit: tries, windowMs: 60_000, now: machine });
    router.register(`/${pages[kind]}/:token`, ['GET', 'POST'], async (ctx) => {
      ctx.set({ 'Content-Security-Policy': sealed, 'Referrer-Policy': 'no-referrer', 'Cache-Control': 'no-store' });
      const target = links.read(kind, ctx.params['token'] ?? '');
      const mayAsk = allowed(ctx.ip);
      const form = mayAsk && ctx.method === 'POST' ? new URLSearchParams((await rawBody(ctx.req)).toString('utf8')) : undefined;
      const answer = mayAsk ? await (form ? desks[kind].take(target, form) : desks[kind].show(target)) : busy;
      ctx.status = answer.status;
      ctx.type = 'html';
      ctx.body = pageOf(answer, { big: form?.has('big') ?? false });
    });
  }
  server.use(router.routes());
}

/** Typed words of a form, trimmed and cut to what the fields hold. */
export function typedIn(form: URLSearchParams, most: Readonly<Record<string, number>>): Record<string, string> {
  return Object.fromEntries(Object.entries(most).map(([name, length]) => [name, (form.get(name) ?? '').trim().slice(0, length)]));
}
