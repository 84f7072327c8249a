import { createDecipheriv, createHash, timingSafeEqual } from 'node:crypto';

/** What proves that a push comes from the platform. Both keys are required: without them anybody could approve. */
export interface Secrets { appId: string; encryptKey: string; verificationToken: string }

/** A push as it arrived: the exact bytes and the headers in lower case. */
export interface Push { raw: Buffer; headers: Readonly<Record<string, string | string[] | undefined>> }

/** A push that is not believed; `why` is for the counter, never for the sender. */
export class InboundRefusal extends Error {
  readonly status = 401;
  readonly why: string;
  constructor(why: string) {
    super(`inbound push refused: ${why}`);
    this.name = 'InboundRefusal';
    this.why = why;
  }
}

/** An opened push: the question at set-up, or an envelope. */
export type Opened = { kind: 'challenge'; challenge: string } | { kind: 'envelope'; envelope: Record<string, unknown> };

const windowMs = 5 * 60_000;

/** Opens a push or throws InboundRefusal: signature over the raw bytes, at most five minutes old, decrypted, token and app compared (contract 2.2 to 2.4). The set-up question carries no signature and is known by its token. */
export function openPush(push: Push, secrets: Secrets, now: Date): Opened {
  const signed = isSigned(push, secrets, now);
  const body = objectOf(push.raw.toString('utf8'));
  if (typeof body['encrypt'] !== 'string') throw new InboundRefusal('plain');
  const plain = objectOf(decrypt(body['encrypt'], secrets.encryptKey));
  if (plain['type'] === 'url_verification') {
    if (!same(wordOf(plain['token']), secrets.verificationToken)) throw new InboundRefusal('token');
    return { kind: 'challenge', challenge: wordOf(plain['challenge']) };
  }
  if (!signed) throw new InboundRefusal('unsigned');
  const header = typeof plain['header'] === 'object' && plain['header'] ? (plain['header'] as Record<string, unknown>) : undefined;
  if (!same(wordOf((header ?? plain)['token']), secrets.verificationToken)) throw new InboundRefusal('token');
  const app = header ? header['app_id'] : undefined;
  if (app !== undefined && app !== secrets.appId) throw new InboundRefusal('app');
  return { kind: 'envelope', envelope: plain };
}

// Absent headers are judged later, because only the set-up question may come without them; wrong ones never pass.
function isSigned({ raw, headers }: Push, { encryptKey }: Secrets, now: Date): boolean {
  const [timestamp, nonce, signature] = ['x-lark-request-timestamp', 'x-lark-request-nonce', 'x-lark-signature'].map((name) => headers[name]);
  if (timestamp === undefined && nonce === undefined && signature === undefined) return false;
  if (typeof timestamp !== 'string' || typeof nonce !== 'string' || typeof signature !== 'string') throw new InboundRefusal('headers');
  const wanted = createHash('sha256').update(timestamp + nonce + encryptKey).update(raw).digest('hex');
  if (!same(signature, wanted)) throw new InboundRefusal('signature');
  if (!/^\d{10}$/.test(timestamp) || Math.abs(now.getTime() - Number(timestamp) * 1_000) > windowMs) throw new InboundRefusal('time');
  return true;
}

function same(given: string, wanted: string): boolean {
  const hash = (text: string): Buffer => createHash('sha256').update(text).digest();
  return timingSafeEqual(hash(given), hash(wanted));
}

function decrypt(encrypted: string, encryptKey: string): string {
  try {
    const bytes = Buffer.from(encrypted, 'base64');
    const decipher = createDecipheriv('aes-256-cbc', createHash('sha256').update(encryptKey).digest(), bytes.subarray(0, 16));
    return Buffer.concat([decipher.update(bytes.subarray(16)), decipher.final()]).toString('utf8');
  } catch {
    throw new InboundRefusal('cipher');
  }
}

function objectOf(text: string): Record<string, unknown> {
  try {
    const value: unknown = JSON.parse(text);
    if (typeof value === 'object' && value !== null && !Array.isArray(value)) return value as Record<string, unknown>;
  } catch {
    throw new InboundRefusal('json');
  }
  throw new InboundRefusal('json');
}

function wordOf(value: unknown): string {
  return typeof value === 'string' ? value : '';
}
