import { parseArgs } from 'node:util';
import { findMongod, findRedis } from './binaries.ts';
import { findRunners } from './sdk-runners.ts';
import { shown, tool } from './shown.ts';

/** `npm run test:conformance`: the official SDKs against the sandbox; `-- --write` writes docs/conformance.md anew, which needs every language. */
async function main(): Promise<number> {
  const { values } = parseArgs({ options: { write: { type: 'boolean', default: false } } });
  const say = (text: string): void => void process.stdout.write(`${text}\n`);
  if (!process.env['MONGODB_URI']) await findMongod(say);
  if (!process.env['REDIS_URL']) await findRedis(say);
  const { missing } = await findRunners(say);
  if (values.write && missing.length > 0) {
    for (const { language, why } of missing) say(`没有 ${language}：${why}`);
    say('docs/conformance.md 要三种语言都检查过才能写');
    return 1;
  }
  return shown([tool('vitest', 'vitest.mjs'), 'run', 'test/conformance', ...(values.write ? ['--update'] : [])]);
}

process.exitCode = await main();
