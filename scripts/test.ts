import { existsSync, mkdtempSync, readFileSync, rmSync } from 'node:fs';
import { tmpdir } from 'node:os';
import { join } from 'node:path';
import { findChromium, findMongod, findRedis } from './binaries.ts';
import { countsOf, lastWords, type Counts } from './counts.ts';
import { buildPage } from './page.ts';
import { findRunners } from './sdk-runners.ts';
import { shown, tool } from './shown.ts';
import { createSteps } from './steps.ts';

async function main(): Promise<void> {
  const steps = createSteps(7, (text) => void process.stdout.write(text), Date.now);
  const broken: string[] = [];
  const check = async (title: string, args: readonly string[]): Promise<void> => {
    await steps.step(title, async (say) => {
      say('');
      if ((await shown(args)) !== 0) broken.push(title);
    });
  };
  const chromium = await steps.step('准备 mongod、redis-server 和 Chromium', async (say) => {
    if (!process.env['MONGODB_URI']) await findMongod(say);
    if (!process.env['REDIS_URL']) await findRedis(say);
    return findChromium(say);
  });
  const { missing } = await steps.step('准备三种语言的官方 SDK', findRunners);
  await steps.step('生成沙盘页面', () => buildPage());
  await check('检查类型', [tool('typescript', 'bin', 'tsc'), '--noEmit']);
  await check('检查写法（oxlint）', [tool('oxlint', 'bin', 'oxlint'), '--type-aware', '--deny-warnings']);
  await check('检查多余的代码和依赖（knip）', [tool('knip', 'bin', 'knip.js'), '--no-progress']);
  const counts = await steps.step('运行测试', async (say) => {
    say('');
    return runVitest(chromium);
  });
  if (broken.length > 0) steps.say(`没有通过：${broken.join('、')}`);
  for (const words of lastWords(counts, missing.map(({ language, why }) => `${language} 客户端：${why}`))) steps.say(words);
  process.exitCode = broken.length > 0 || counts.failed > 0 || counts.passed === 0 ? 1 : 0;
}

async function runVitest(chromium: string): Promise<Counts> {
  const folder = mkdtempSync(join(tmpdir(), 'xietong-test-'));
  const out = join(folder, 'report.json');
  try {
    const code = await shown([tool('vitest', 'vitest.mjs'), 'run', '--reporter=default', '--reporter=json', `--outputFile.json=${out}`], { ...process.env, CHROMIUM_PATH: chromium });
    const counts = countsOf(existsSync(out) ? JSON.parse(readFileSync(out, 'utf8')) : undefined);
    return code !== 0 && counts.failed === 0 ? { ...counts, failed: 1 } : counts;
  } finally {
    rmSync(folder, { recursive: true, force: true });
  }
}

await main().catch((fault: unknown) => {
  process.stdout.write(`\n${fault instanceof Error ? fault.message : String(fault)}\ntests: 0 passed, 1 failed\n`);
  process.exitCode = 1;
});
