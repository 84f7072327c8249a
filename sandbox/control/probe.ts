import { randomBytes } from 'node:crypto';
import type { ProbeResult } from '../api/console.ts';
import type { Fields } from '../json.ts';
import { refuse } from '../people/refusal.ts';
import { envelope } from '../push/envelope.ts';
import { post } from '../push/post.ts';
import type { App } from '../state/tenant.ts';
import { encrypt, signature } from '../wire/crypto.ts';
import type { World } from '../world.ts';

const WITHIN_MS = 3000;
const STALE_S = 3600;

interface Forgery {
  name: string;
  body: string;
  headers: Record<string, string>;
}

function signed(body: string, encryptKey: string, seconds: number): Record<string, string> {
  const timestamp = String(seconds);
  const nonce = randomBytes(4).toString('hex');
  const mark = signature({ timestamp, nonce, encryptKey, body });
  return { 'X-Lark-Request-Timestamp': timestamp, 'X-Lark-Request-Nonce': nonce, 'X-Lark-Signature': mark };
}

/** Pushes that the platform never sends, and that a careful receiver refuses. */
function forgeries(world: World, app: App): Forgery[] {
  const at = world.clock.now();
  const seconds = Math.floor(world.real() / 1000);
  const about = { app, tenantKey: world.state.tenantKey, type: 'im.message.receive_v1', event: {} as Fields, at };
  const plain = JSON.stringify(envelope(about));
  const stranger = JSON.stringify(envelope({ ...about, app: { ...app, verificationToken: 'not-the-token' } }));
  if (app.encryptKey === '') return [{ name: '令牌不对的推送', body: stranger, headers: {} }];
  const seal = (source: string): string => JSON.stringify({ encrypt: encrypt(app.encryptKey, source) });
  const body = seal(plain);
  const strange = seal(stranger);
  const garbage = JSON.stringify({ encrypt: randomBytes(48).toString('base64') });
  return [
    { name: '没有签名的推送', body, headers: {} },
    { name: '签名不对的推送', body, headers: signed(body, 'not-the-key', seconds) },
    { name: '一小时前签名的推送', body, headers: signed(body, app.encryptKey, seconds - STALE_S) },
    { name: '令牌不对的推送', body: strange, headers: signed(strange, app.encryptKey, seconds) },
    { name: '没有加密的推送', body: plain, headers: {} },
    { name: '无法解密的推送', body: garbage, headers: signed(garbage, app.encryptKey, seconds) },
  ];
}

/** Sends forged pushes to an app's request URL; whatever it takes for real (HTTP 200) or leaves unanswered is a breach in the inspector. Throws 409 without a request URL. */
export async function probe(world: World, app: App): Promise<ProbeResult[]> {
  const { webhookUrl } = app;
  if (webhookUrl === undefined) throw refuse(409, '这个应用没有请求地址，长连接不需要验签');
  const found: ProbeResult[] = [];
  for (const { name, body, headers } of forgeries(world, app)) {
    const reply = await post({ url: webhookUrl, body, headers, within: WITHIN_MS });
    const status = reply.kind === 'answered' ? reply.status : undefined;
    const refused = status !== undefined && status !== 200;
    const wrong = status === 200 ? `接受了${name}` : `${name}没有得到应答`;
    world.log.add({
      kind: 'event',
      app: app.appId,
      title: `试探：${name}`,
      breaches: refused ? [] : [wrong],
      ...(status === undefined ? {} : { status }),
    });
    found.push({ name, refused, ...(status === undefined ? {} : { status }) });
  }
  return found;
}
