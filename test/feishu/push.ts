import { createCipheriv, createHash, randomBytes } from 'node:crypto';

/** What the application of these tests is registered with. */
export const secrets = { appId: 'cli_a1b2c3d4e5f60718', encryptKey: 'kudryavka-demo-encrypt-key', verificationToken: 'rvaYgkND1GOiu5MM0E1rncYC6PLtF7JV' };

/** The body that the platform would push for a plain object. */
export function encrypted(plain: object, key = secrets.encryptKey): Buffer {
  const iv = randomBytes(16);
  const cipher = createCipheriv('aes-256-cbc', createHash('sha256').update(key).digest(), iv);
  return Buffer.from(JSON.stringify({ encrypt: Buffer.concat([iv, cipher.update(JSON.stringify(plain)), cipher.final()]).toString('base64') }));
}

/** The three signature headers for a body at a moment (ms). */
export function signed(raw: Buffer, at: number, key = secrets.encryptKey): Record<string, string> {
  const timestamp = String(Math.floor(at / 1_000));
  const nonce = '8f3a2c1d';
  const signature = createHash('sha256').update(timestamp + nonce + key).update(raw).digest('hex');
  return { 'x-lark-request-timestamp': timestamp, 'x-lark-request-nonce': nonce, 'x-lark-signature': signature };
}

/** The envelope of a text message. */
export function textEvent(message: string, text: string, over: { token?: string; event?: string; openId?: string; app?: string } = {}): object {
  return {
    schema: '2.0',
    header: { event_id: over.event ?? `ev${message}`, event_type: 'im.message.receive_v1', create_time: '1760000000123', token: over.token ?? secrets.verificationToken, app_id: over.app ?? secrets.appId, tenant_key: '2ca1d211f64f6438' },
    event: {
      sender: { sender_id: { union_id: 'on_1', open_id: over.openId ?? 'ou_7d8a' }, sender_type: 'user', tenant_key: '2ca1d211f64f6438' },
      message: { message_id: message, create_time: '1760000000000', update_time: '1760000000000', chat_id: 'oc_1', chat_type: 'p2p', message_type: 'text', content: JSON.stringify({ text }) },
    },
  };
}
