import { randomBytes } from 'node:crypto';
import { isFields, parse, parseFields, type Fields } from '../json.ts';
import type { App } from '../state/tenant.ts';
import { encrypt, signature } from '../wire/crypto.ts';
import type { Reply } from '../world.ts';

const DEADLINE_MS = 3000;
const CHALLENGE_MS = 1000;

interface Post {
  url: string;
  body: string;
  headers: Record<string, string>;
  within: number;
}

async function post({ url, body, headers, within }: Post): Promise<Reply> {
  try {
    const answer = await fetch(url, {
      method: 'POST',
      body,
      redirect: 'manual',
      signal: AbortSignal.timeout(within),
      headers: { 'Content-Type': 'application/json; charset=utf-8', ...headers },
    });
    const source = await answer.text();
    return { kind: 'answered', status: answer.status, body: parse(source), empty: source.trim() === '' };
  } catch (error) {
    return { kind: error instanceof Error && error.name === 'TimeoutError' ? 'timeout' : 'unreachable' };
  }
}

function sealed(app: App, plain: Fields): string {
  const source = JSON.stringify(plain);
  return app.encryptKey === '' ? source : JSON.stringify({ encrypt: encrypt(app.encryptKey, source) });
}

/** Posts an envelope to an app's request URL, encrypted and signed when it has an Encrypt Key; 3 s for the whole answer. */
export async function postEnvelope(app: App, plain: Fields, realSeconds: number): Promise<Reply> {
  if (app.webhookUrl === undefined) return { kind: 'nobody' };
  const body = sealed(app, plain);
  const timestamp = String(realSeconds);
  const nonce = randomBytes(4).toString('hex');
  const headers: Record<string, string> =
    app.encryptKey === ''
      ? {}
      : {
          'X-Lark-Request-Timestamp': timestamp,
          'X-Lark-Request-Nonce': nonce,
          'X-Lark-Signature': signature({ timestamp, nonce, encryptKey: app.encryptKey, body }),
        };
  return post({ url: app.webhookUrl, body, headers, within: DEADLINE_MS });
}

/** Asks the request URL for the challenge as the console does on save (unsigned, 1 s); true when it came back. */
export async function verifyUrl(app: App): Promise<boolean> {
  if (app.webhookUrl === undefined) return false;
  const challenge = randomBytes(16).toString('hex');
  const body = sealed(app, { challenge, token: app.verificationToken, type: 'url_verification' });
  const reply = await post({ url: app.webhookUrl, body, headers: {}, within: CHALLENGE_MS });
  return reply.kind === 'answered' && reply.status === 200 && isFields(reply.body) && reply.body['challenge'] === challenge;
}

/** The base64 JSON of a long-connection acknowledgement; `empty` when it carried no data. */
export function readAck(payload: Buffer): Reply {
  const ack = parseFields(payload.toString('utf8'));
  const status = typeof ack['code'] === 'number' ? ack['code'] : 500;
  const data = typeof ack['data'] === 'string' ? ack['data'] : '';
  return { kind: 'answered', status, body: parse(Buffer.from(data, 'base64').toString('utf8')), empty: data === '' };
}
