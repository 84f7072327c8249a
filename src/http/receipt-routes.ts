import Router from '@koa/router';
import type Koa from 'koa';
import { sentenceOf } from '../../cards/kit/texts.ts';
import type { Command, Document, Outcome } from '../domain/document.ts';
import { fullName, type Directory } from '../domain/people.ts';
import type { Transfer } from '../domain/transfer/transfer.ts';
import { createRateLimit } from './rate-limit.ts';
import type { LinkTarget, ReceiptLinks } from './receipt-links.ts';
import { busyPage, donePage, formPage, gonePage, offered, type Letter, type Typed } from './receipt-page.ts';
import { rawBody } from './server.ts';

/** What the receipt page stands on. */
export interface ReceiptParts {
  links: ReceiptLinks;
  load(id: string): Promise<Document | undefined>;
  handle(command: Command): Promise<Outcome>;
  directory: Directory;
  now(): Date;
  /** Milliseconds of the machine, for the limit of tries. */
  machine(): number;
}

/** Tries a minute from one address; a person needs three. */
const tries = 30;
const sealed = "default-src 'none'; style-src 'unsafe-inline'; form-action 'self'; frame-ancestors 'none'; base-uri 'none'";

/** Mounts W1: the page behind the code on a transfer letter, for organs without an account. It works without script, shows nothing of the case, and takes one answer. */
export function mountReceipts(server: Koa, parts: ReceiptParts): void {
  const router = new Router();
  const allowed = createRateLimit({ limit: tries, windowMs: 60_000, now: parts.machine });
  router.use('/receipt/:token', async (ctx, next) => {
    ctx.set({ 'Content-Security-Policy': sealed, 'Referrer-Policy': 'no-referrer', 'Cache-Control': 'no-store' });
    ctx.type = 'html';
    if (allowed(ctx.ip)) return next();
    ctx.status = 429;
    ctx.body = busyPage();
  });
  router.get('/receipt/:token', async (ctx) => {
    Object.assign(ctx, await shown(parts, parts.links.read(ctx.params['token'] ?? '')));
  });
  router.post('/receipt/:token', async (ctx) => {
    const target = parts.links.read(ctx.params['token'] ?? '');
    Object.assign(ctx, target ? await entered(parts, target, typedIn(await rawBody(ctx.req))) : gone);
  });
  server.use(router.routes());
}

interface Answer { status: number; body: string }
const gone: Answer = { status: 410, body: gonePage() };

async function transferAt({ load }: ReceiptParts, target: LinkTarget | undefined): Promise<Document<Transfer> | undefined> {
  return target ? ((await load(target.id)) as Document<Transfer> | undefined) : undefined;
}

// An undelivered letter has nothing to be receipted; the domain decides the rest when something is entered.
async function shown(parts: ReceiptParts, target: LinkTarget | undefined): Promise<Answer> {
  const doc = await transferAt(parts, target);
  const open = doc?.state === 't.sent' && doc.data.link.serial === target?.serial && !doc.data.link.used && parts.now().toISOString() <= doc.data.link.until;
  return doc && open ? { status: 200, body: formPage(letterOf(doc, parts), { result: '', words: '', signer: '', phone: '' }) } : gone;
}

async function entered(parts: ReceiptParts, target: LinkTarget, typed: Typed): Promise<Answer> {
  const before = await transferAt(parts, target);
  if (!before) return gone;
  const result = typed.result in offered ? typed.result : '';
  const by = { role: 'outside', name: typed.signer.trim(), organ: before.data.receiver } as const;
  const outcome = await parts.handle({ kind: 'transfer', id: target.id, act: 'receipt', by, input: { ...typed, result, serial: target.serial }, cause: `link-${target.id}-${target.serial}` });
  if (outcome.ok) {
    const doc = outcome.doc as Document<Transfer>;
    const { receipt } = doc.data;
    return { status: 200, body: donePage(letterOf(doc, parts), { ...receipt, at: outcome.entry.at }) };
  }
  const over = ['stale', 'E-900', 'E-901', 'E-902'].includes(outcome.refusal.code) && result !== '';
  if (over) return gone;
  const wrong = outcome.refusal.code === 'E-410' ? '请填写经办人' : sentenceOf(outcome.refusal);
  return { status: 422, body: formPage(letterOf(before, parts), typed, wrong) };
}

function letterOf({ data }: Document<Transfer>, { directory }: ReceiptParts): Letter {
  return { issuer: fullName(directory, data.organ), no: data.letterNo, until: data.link.until };
}

function typedIn(body: Buffer): Typed {
  const form = new URLSearchParams(body.toString('utf8'));
  const text = (name: string, most: number): string => (form.get(name) ?? '').trim().slice(0, most);
  return { result: text('result', 20), words: text('words', 500), signer: text('signer', 50), phone: text('phone', 50) };
}
