import { spawn } from 'node:child_process';
import { existsSync, mkdtempSync, readFileSync, rmSync } from 'node:fs';
import { tmpdir } from 'node:os';
import { join } from 'node:path';
import { findChromium, findMongod, findRedis } from './binaries.ts';
import { countsOf, type Counts } from './counts.ts';
import { buildPage } from './page.ts';
import { createSteps } from './steps.ts';

const root = join(import.meta.dirname, '..');
const tool = (...path: string[]): string => join(root, 'node_modules', ...path);

/** Runs a program with its output shown as it comes; resolves with its exit code. */
async function shown(args: readonly string[], env: NodeJS.ProcessEnv = process.env): Promise<number> {
  return new Promise((settle) => {
    const child = spawn(process.execPath, args, { cwd: root, stdio: ['ignore', 'inherit', 'inherit'], env });
    const pass = (signal: NodeJS.Signals): void => void child.kill(signal);
    process.on('SIGTERM', pass).on('SIGINT', pass);
    child.once('error', () => settle(127));
    child.once('exit', (code) => {
      process.off('SIGTERM', pass).off('SIGINT', pass);
      settle(code ?? 1);
    });
  });
}

async function main(): Promise<void> {
  const steps = createSteps(6, (text) => void process.stdout.write(text), Date.now);
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
  await steps.step('生成沙盘页面', () => buildPage());
  await check('检查类型', [tool('typescript', 'bin', 'tsc'), '--noEmit']);
  await check('检查写法（oxlint）', [tool('oxlint', 'bin', 'oxlint'), '--type-aware', '--deny-warnings']);
  await check('检查多余的代码和依赖（knip）', [tool('knip', 'bin', 'knip.js'), '--no-progress']);
  const counts = await steps.step('运行测试', async (say) => {
    say('');
    return runVitest(chromium);
  });
  if (broken.length > 0) steps.say(`没有通过：${broken.join('、')}`);
  process.stdout.write(`tests: ${counts.passed} passed, ${counts.failed} failed\n`);
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
