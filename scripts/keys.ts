import { randomBytes } from 'node:crypto';
import { existsSync, readFileSync, writeFileSync } from 'node:fs';
import { join } from 'node:path';
import { z } from 'zod';

const keysFile = z.object({ appSecret: z.string(), encryptKey: z.string(), verificationToken: z.string(), dataKey: z.string() });

/** The secrets of a local installation. `dataKey` is 32 bytes in base64. */
export type Keys = z.infer<typeof keysFile>;

/** The secrets kept in a folder; drawn at random the first time and readable by their owner only. */
export function keptKeys(folder: string): Keys {
  const file = join(folder, 'keys.json');
  if (existsSync(file)) return keysFile.parse(JSON.parse(readFileSync(file, 'utf8')));
  const keys: Keys = {
    appSecret: randomBytes(24).toString('base64url'),
    encryptKey: randomBytes(24).toString('base64url'),
    verificationToken: randomBytes(24).toString('base64url'),
    dataKey: randomBytes(32).toString('base64'),
  };
  writeFileSync(file, JSON.stringify(keys), { flag: 'wx', mode: 0o600 });
  return keys;
}
