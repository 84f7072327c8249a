/** `node scripts/run.mjs file.ts args…`: installs the dependencies where they are missing and runs a TypeScript file in this process. */
import { resolve } from 'node:path';
import { pathToFileURL } from 'node:url';
import { ensureModules } from './modules.mjs';

const [file, ...args] = process.argv.slice(2);
if (!file) {
  process.stderr.write('用法：node scripts/run.mjs 文件.ts 参数…\n');
  process.exit(2);
}
await ensureModules((text) => process.stderr.write(`${text}\n`));
const { register } = await import('tsx/esm/api');
register();
const path = resolve(file);
process.argv = [process.execPath, path, ...args];
await import(pathToFileURL(path).href);
