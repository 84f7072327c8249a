import { createCipheriv, createDecipheriv, createHash, createHmac, hkdfSync, randomBytes } from 'node:crypto';

/** What a secret is used for; each purpose has keys of its own, so that one index cannot be joined with another. */
export type Purpose = 'fields' | 'identity' | 'inbox' | 'notes' | 'evidence' | 'who' | 'ref' | 'grams' | 'note-key' | 'link' | 'attention' | 'card';

/** A sealed value: suite, id of the wrapping key, wrapped document key, and the ciphertext with nonce and tag. */
export interface Sealed { suite: 'A256GCM-1'; key: string; dek: Buffer; box: Buffer }

/** Seals and opens values and makes blind indexes; knows the data keys, shows them to nobody. */
export interface Keys {
  /** Encrypts bytes under a fresh key of their own; `bound` (kind|id) must be the same when opening. */
  seal(purpose: Purpose, bound: string, plain: Buffer): Sealed;
  /** Throws where key, binding or bytes do not match. */
  open(purpose: Purpose, bound: string, sealed: Sealed): Buffer;
  /** HMAC-SHA-256 of a text, in lower-case hex. */
  blind(purpose: Purpose, text: string): string;
  /** A fresh key for a stream, and its wrapping. */
  freshKey(purpose: Purpose, bound: string): { dek: Buffer; key: string; wrapped: Buffer };
  unwrap(purpose: Purpose, bound: string, at: { key: string; wrapped: Buffer }): Buffer;
}

const suite = 'A256GCM-1';

/** Builds the keyring from 32-byte keys: the first one seals, all of them open, the last one makes the indexes (it must stay when keys are rotated). */
export function createKeys(masters: readonly Buffer[]): Keys {
  const [current] = masters;
  const oldest = masters.at(-1);
  if (!current || !oldest) throw new Error('no data key was given');
  const byId = new Map(masters.map((master) => [idOf(master), master]));
  const derived = new Map<string, Buffer>();
  const derive = (master: Buffer, purpose: Purpose): Buffer => {
    const name = `${idOf(master)} ${purpose}`;
    const known = derived.get(name) ?? Buffer.from(hkdfSync('sha256', master, Buffer.alloc(0), `supervision ${purpose}`, 32));
    derived.set(name, known);
    return known;
  };
  const wrapping = (id: string, purpose: Purpose): Buffer => {
    const master = byId.get(id);
    if (!master) throw new Error(`the data key ${id} is not among those given`);
    return derive(master, purpose);
  };
  const freshKey: Keys['freshKey'] = (purpose, bound) => {
    const dek = randomBytes(32);
    const key = idOf(current);
    return { dek, key, wrapped: encrypt(wrapping(key, purpose), `${suite}|${key}|${purpose}|${bound}`, dek) };
  };
  const unwrap: Keys['unwrap'] = (purpose, bound, { key, wrapped }) => decrypt(wrapping(key, purpose), `${suite}|${key}|${purpose}|${bound}`, wrapped);
  return {
    seal(purpose, bound, plain) {
      const { dek, key, wrapped } = freshKey(purpose, bound);
      return { suite, key, dek: wrapped, box: encrypt(dek, `${suite}|${purpose}|${bound}`, plain) };
    },
    open(purpose, bound, sealed) {
      if (sealed.suite !== suite) throw new Error(`unknown cipher suite ${String(sealed.suite)}`);
      const dek = unwrap(purpose, bound, { key: sealed.key, wrapped: bytesOf(sealed.dek) });
      return decrypt(dek, `${suite}|${purpose}|${bound}`, bytesOf(sealed.box));
    },
    blind: (purpose, text) => createHmac('sha256', derive(oldest, purpose)).update(text).digest('hex'),
    freshKey,
    unwrap,
  };
}

/** Plain bytes of what the database gives back for binary values. */
export function bytesOf(value: Buffer | { buffer: Uint8Array; position?: number }): Buffer {
  if (Buffer.isBuffer(value)) return value;
  const whole = Buffer.from(value.buffer);
  return value.position === undefined ? whole : whole.subarray(0, value.position);
}

function idOf(master: Buffer): string {
  return createHash('sha256').update('key id').update(master).digest('hex').slice(0, 8);
}

function encrypt(key: Buffer, bound: string, plain: Buffer): Buffer {
  const nonce = randomBytes(12);
  const cipher = createCipheriv('aes-256-gcm', key, nonce).setAAD(Buffer.from(bound));
  const body = Buffer.concat([cipher.update(plain), cipher.final()]);
  return Buffer.concat([nonce, cipher.getAuthTag(), body]);
}

function decrypt(key: Buffer, bound: string, box: Buffer): Buffer {
  const decipher = createDecipheriv('aes-256-gcm', key, box.subarray(0, 12), { authTagLength: 16 }).setAAD(Buffer.from(bound));
  decipher.setAuthTag(box.subarray(12, 28));
  return Buffer.concat([decipher.update(box.subarray(28)), decipher.final()]);
}
