import { writeFileSync } from 'node:fs';
import { join } from 'node:path';
import { announceAlarms } from './agenda.ts';
import { cacheFolder, findMongod, findRedis } from './binaries.ts';
import { demoCity } from './city.ts';
import { freePort, startMongod, startRedis } from './embedded.ts';
import { keptKeys } from './keys.ts';
import { buildPage } from './page.ts';
import { intoOfficeHours } from './office-hours.ts';
import { parentOf } from './process-identity.mjs';
import { claimFolder } from './run-file.ts';
import { createStack, type Stack } from './stack.ts';
import { createSteps, type Steps } from './steps.ts';
import { guidedTour } from './tour/guide-data.ts';

const demoAppId = 'cli_a0c1e2d3f4b50617';
const ports = { sandbox: 9300, bot: 9400 };

/** Starts everything the bot needs and the bot, and keeps it running until Ctrl-C; the README's `npm start`. */
async function main(): Promise<void> {
  const folder = cacheFolder();
  const claim = await claimFolder(folder);
  const realTenant = Boolean(process.env['FEISHU_APP_ID'] && process.env['FEISHU_APP_SECRET']);
  const steps = createSteps(realTenant ? 4 : 6, (text) => void process.stdout.write(text), Date.now);
  let leaving = false;
  const leave = async (code: number, sentence: string): Promise<void> => {
    if (leaving) return;
    leaving = true;
    process.stdout.write(`${sentence}\n`);
    await stack.stop();
    process.stdout.write('已全部停止\n');
    process.exit(code);
  };
  const stack = createStack(folder, claim, (sentence) => void leave(1, `\n${sentence}`));
  for (const signal of ['SIGINT', 'SIGTERM', 'SIGHUP'] as const) process.on(signal, () => void leave(0, '\n正在停止'));
  leaveWithNpm(() => void leave(0, '正在停止'));
  if (claim.ended > 0) steps.say(`上次没有正常停止，已先结束留下的 ${claim.ended} 个进程`);
  try {
    const url = await startAll({ folder, stack, steps, realTenant });
    steps.say(`日志在 ${join(folder, 'logs')}，按 Ctrl-C 停止\n\n${realTenant ? '机器人已就绪' : '请在浏览器打开'}：${url}`);
  } catch (fault) {
    await leave(1, fault instanceof Error ? fault.message : String(fault));
  }
}

/** Under npm, the death of npm or of its shell is the end of the start too, even where they could pass no signal on. */
function leaveWithNpm(leave: () => void): void {
  if (process.env['npm_lifecycle_event'] === undefined) return;
  const above = (): string => `${process.ppid} ${parentOf(process.ppid)}`;
  const before = above();
  setInterval(() => (above() === before ? undefined : leave()), 500).unref();
}

interface Start { folder: string; stack: Stack; steps: Steps; realTenant: boolean }

/** Resolves with the address a person opens. */
async function startAll(start: Start): Promise<string> {
  const { folder, steps, stack, realTenant } = start;
  const servers = await startServers(start);
  const keys = keptKeys(folder);
  const port = process.env['PORT'] ? Number(process.env['PORT']) : await freePort(ports.bot);
  const host = process.env['HOST'] || '127.0.0.1';
  const bot = `http://127.0.0.1:${port}`;
  const base = { DATA_KEY: keys.dataKey, ...process.env, ...servers, PORT: String(port), HOST: host };
  const sandbox = realTenant ? undefined : await startSandbox(start);
  await steps.step('启动机器人', () => stack.startOwn({
    name: '机器人', log: 'bot', args: ['src/main.ts'], url: `${bot}/readyz`, seconds: 60, env: sandbox ? { PUBLIC_URL: bot, ...base, ...sandbox.env } : base,
  }));
  if (sandbox) await announceAlarms({ mongo: servers.MONGODB_URI, url: sandbox.url, everyMs: 2_000 });
  return sandbox?.url ?? bot;
}

async function startServers({ folder, stack, steps }: Start): Promise<{ MONGODB_URI: string; REDIS_URL: string }> {
  const given = { mongo: process.env['MONGODB_URI'], redis: process.env['REDIS_URL'] };
  const programs = await steps.step('准备数据库和队列程序', async (say) => ({
    mongod: given.mongo ? '' : await findMongod(say), redis: given.redis ? '' : await findRedis(say),
  }));
  const place = (name: string) => ({ data: join(folder, 'data', name), log: stack.log(name), leash: stack.leash, started: stack.add });
  const mongo = await steps.step(given.mongo ? '使用 MONGODB_URI 指明的数据库' : '启动数据库', async () =>
    given.mongo ?? startMongod({ binary: programs.mongod, ...place('mongo') }));
  const redis = await steps.step(given.redis ? '使用 REDIS_URL 指明的队列' : '启动队列', async () =>
    given.redis ?? startRedis({ binary: programs.redis, ...place('redis') }));
  return { MONGODB_URI: typeof mongo === 'string' ? mongo : mongo.uri, REDIS_URL: typeof redis === 'string' ? redis : redis.uri };
}

/** Starts the platform's stand-in with the demo city, and tells the bot's settings for it. */
async function startSandbox({ folder, stack, steps }: Start): Promise<{ url: string; env: Record<string, string> }> {
  await steps.step('生成沙盘页面', () => buildPage());
  const port = await freePort(ports.sandbox);
  const url = `http://127.0.0.1:${port}`;
  const { appSecret, encryptKey, verificationToken } = keptKeys(folder);
  const { plan, orgFile } = demoCity({ appId: demoAppId, appSecret, encryptKey, verificationToken });
  const orgPath = join(folder, 'org.json');
  writeFileSync(orgPath, JSON.stringify(orgFile, null, 1), { mode: 0o600 });
  await steps.step('启动沙盘', async () => {
    await stack.startOwn({
      name: '沙盘', log: 'sandbox', args: ['sandbox/main.ts', '--port', String(port), '--data', join(folder, 'data', 'sandbox')],
      url: `${url}/sandbox/clock`, seconds: 30, env: process.env,
    });
    await handOver(url, 'city', plan);
    await handOver(url, 'tour', guidedTour(demoAppId));
  });
  const moved = await intoOfficeHours(url);
  if (moved) steps.say(moved);
  return {
    url,
    env: {
      FEISHU_DOMAIN: url, FEISHU_APP_ID: demoAppId, FEISHU_APP_SECRET: appSecret, FEISHU_ENCRYPT_KEY: encryptKey,
      FEISHU_VERIFICATION_TOKEN: verificationToken, FEISHU_TRANSPORT: 'ws', ORG_FILE: orgPath, CLOCK_URL: `${url}/sandbox/clock`,
    },
  };
}

/** Gives the sandbox what its page needs of the demo; throws with the sandbox's own sentence. */
async function handOver(url: string, what: 'city' | 'tour', content: unknown): Promise<void> {
  const answer = await fetch(`${url}/sandbox/${what}`, {
    method: 'POST', headers: { 'content-type': 'application/json' }, body: JSON.stringify(content), signal: AbortSignal.timeout(20_000),
  });
  if (!answer.ok) throw new Error(`沙盘没有收下演示数据：${answer.status} ${(await answer.text()).slice(0, 200)}`);
}

await main().catch((fault: unknown) => {
  process.stderr.write(`${fault instanceof Error ? fault.message : String(fault)}\n`);
  process.exit(1);
});
