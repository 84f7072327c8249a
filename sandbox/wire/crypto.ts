import { createCipheriv, createDecipheriv, createHash, randomBytes } from 'node:crypto';

function keyOf(encryptKey: string): Buffer {
  return createHash('sha256').update(encryptKey, 'utf8').digest();
}

/** AES-256-CBC with the IV in front, base64; the IV may be given to reproduce a vector. */
export function encrypt(encryptKey: string, plain: string, iv: Buffer = randomBytes(16)): string {
  const cipher = createCipheriv('aes-256-cbc', keyOf(encryptKey), iv);
  return Buffer.concat([iv, cipher.update(plain, 'utf8'), cipher.final()]).toString('base64');
}

/** The reverse of `encrypt`; throws when the key or the padding is wrong. */
export function decrypt(encryptKey: string, sealed: string): string {
  const bytes = Buffer.from(sealed, 'base64');
  const decipher = createDecipheriv('aes-256-cbc', keyOf(encryptKey), bytes.subarray(0, 16));
  return Buffer.concat([decipher.update(bytes.subarray(16)), decipher.final()]).toString('utf8');
}

/** What a push is signed over: `timestamp` in unix seconds as a string. */
export interface Signed {
  timestamp: string;
  nonce: string;
  encryptKey: string;
  body: string;
}

/** Hex sha256 over timestamp, nonce, Encrypt Key and the raw body. */
export function signature(part: Signed): string {
  return createHash('sha256')
    .update(part.timestamp + part.nonce + part.encryptKey + part.body, 'utf8')
    .digest('hex');
}

/** Hex sha1 over timestamp, nonce, Verification Token and the raw body, as the old card callback is signed. */
export function oldSignature(part: { timestamp: string; nonce: string; token: string; body: string }): string {
  return createHash('sha1')
    .update(part.timestamp + part.nonce + part.token + part.body, 'utf8')
    .digest('hex');
}
