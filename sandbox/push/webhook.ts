import { randomBytes } from 'node:crypto';
import { isFields, parse, parseFields, type Fields } from '../json.ts';
import type { App } from '../state/tenant.ts';
import { encrypt, oldSignature, signature } from '../wire/crypto.ts';
import type { Reply } from '../world.ts';
import { post } from './post.ts';

const DEADLINE_MS = 3000;
const CHALLENGE_MS = 1000;

/** How a push is sent: the time by which it is signed, and whether its JSON has a space in it. */
export interface Manner {
  timestamp: string;
  spaced: boolean;
}

function sealed(app: App, plain: Fields): string {
  const source = JSON.stringify(plain);
  return app.encryptKey === '' ? source : JSON.stringify({ encrypt: encrypt(app.encryptKey, source) });
}

function signed(timestamp: string, sign: (nonce: string) => string): Record<string, string> {
  const nonce = randomBytes(4).toString('hex');
  return { 'X-Lark-Request-Timestamp': timestamp, 'X-Lark-Request-Nonce': nonce, 'X-Lark-Signature': sign(nonce) };
}

/** Posts an envelope to an app's request URL, encrypted and signed when it has an Encrypt Key; 3 s for the whole answer. */
export async function postEnvelope(app: App, plain: Fields, { timestamp, spaced }: Manner): Promise<Reply> {
  if (app.webhookUrl === undefined) return { kind: 'nobody' };
  const body = spaced ? sealed(app, plain).replace(':', ': ') : sealed(app, plain);
  const { encryptKey } = app;
  const headers = encryptKey === '' ? {} : signed(timestamp, (nonce) => signature({ timestamp, nonce, encryptKey, body }));
  return post({ url: app.webhookUrl, body, headers, within: DEADLINE_MS });
}

/** Posts the old card callback: flat, plain, signed with sha1 over the Verification Token (contract 2.4, 6.6). */
export async function postOldCallback(app: App, plain: Fields, timestamp: string): Promise<Reply> {
  if (app.webhookUrl === undefined) return { kind: 'nobody' };
  const body = JSON.stringify(plain);
  const headers = signed(timestamp, (nonce) => oldSignature({ timestamp, nonce, token: app.verificationToken, body }));
  return post({ url: app.webhookUrl, body, headers, within: DEADLINE_MS });
}

/** Asks the request URL for the challenge as the console does on save (unsigned, 1 s): what went wrong, in Chinese, if anything, and whether somebody was there. */
export async function challengeUrl(app: App): Promise<{ wrong?: string; reached: boolean }> {
  if (app.webhookUrl === undefined) return { wrong: '没有请求地址', reached: false };
  const challenge = randomBytes(16).toString('hex');
  const body = sealed(app, { challenge, token: app.verificationToken, type: 'url_verification' });
  const reply = await post({ url: app.webhookUrl, body, headers: {}, within: CHALLENGE_MS });
  if (reply.kind === 'timeout') return { wrong: '1 秒内没有应答 challenge', reached: true };
  if (reply.kind !== 'answered') return { wrong: '请求地址连不上', reached: false };
  if (reply.status !== 200) return { wrong: `应答状态 ${reply.status}，应为 200`, reached: true };
  const same = isFields(reply.body) && reply.body['challenge'] === challenge;
  return same ? { reached: true } : { wrong: '没有原样返回 challenge', reached: true };
}

/** The base64 JSON of a long-connection acknowledgement; `empty` when it carried no data. */
export function readAck(payload: Buffer): Reply {
  const ack = parseFields(payload.toString('utf8'));
  const status = typeof ack['code'] === 'number' ? ack['code'] : 500;
  const data = typeof ack['data'] === 'string' ? ack['data'] : '';
  return { kind: 'answered', status, body: parse(Buffer.from(data, 'base64').toString('utf8')), empty: data === '' };
}
