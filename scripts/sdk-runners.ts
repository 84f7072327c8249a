import { createHash } from 'node:crypto';
import { existsSync, mkdirSync, readFileSync, readdirSync, renameSync, rmSync } from 'node:fs';
import { delimiter, dirname, join } from 'node:path';
import { byApt, cacheFolder, onPath, type Say } from './binaries.ts';
import { fetchJars } from './jars.ts';
import { run } from './wheels.ts';

/** How to start a client program that uses an official SDK. */
export interface Runner { command: string; args: readonly string[]; env: NodeJS.ProcessEnv }

/** The languages whose official SDK is tried on the sandbox. */
export const languages = ['Python', 'Java', 'Node'] as const;
export type Language = (typeof languages)[number];

const root = join(import.meta.dirname, '..');
const clients = join(root, 'test', 'conformance');

/** What can be run here, and for the rest why not in one Chinese sentence. */
export interface Runners { runners: Partial<Record<Language, Runner>>; missing: readonly { language: Language; why: string }[] }

/** Looks for every language and fetches its SDK into the cache folder; never fails. */
export async function findRunners(say: Say): Promise<Runners> {
  const runners: Partial<Record<Language, Runner>> = {};
  const missing: { language: Language; why: string }[] = [];
  for (const language of languages) {
    await sources[language](say).then((runner) => void (runners[language] = runner), (fault: Error) => void missing.push({ language, why: fault.message }));
  }
  return { runners, missing };
}

const sources: Readonly<Record<Language, (say: Say) => Promise<Runner>>> = {
  Python: pythonRunner,
  Java: javaRunner,
  Node: async () => ({ command: process.execPath, args: ['--import', 'tsx', join(clients, 'node', 'main.ts')], env: {} }),
};

async function tool(program: string, packages: readonly string[], say: Say): Promise<string> {
  const found = onPath(program) ?? (await byApt(packages, program, say).catch((fault: Error) => Promise.reject(new Error(`没有 ${program}，也没能安装 ${packages.join('、')}：${fault.message}`))));
  if (!found) throw new Error(`没有 ${program}`);
  return found;
}

/** A folder of the cache that is filled once for what its name stands for, and is never seen half filled. */
async function once(name: string, parts: readonly (string | Buffer)[], fill: (folder: string) => Promise<void>): Promise<string> {
  const hash = createHash('sha256');
  for (const part of parts) hash.update(part).update('\0');
  const folder = join(cacheFolder(), 'sdk', `${name}-${hash.digest('hex').slice(0, 16)}`);
  if (existsSync(folder)) return folder;
  const making = `${folder}.${process.pid}`;
  mkdirSync(making, { recursive: true });
  try {
    await fill(making);
    if (!existsSync(folder)) renameSync(making, folder);
    return folder;
  } finally {
    rmSync(making, { recursive: true, force: true });
  }
}

async function pythonRunner(say: Say): Promise<Runner> {
  const python = await tool('python3', ['python3', 'python3-pip'], say);
  const pinned = join(clients, 'python', 'requirements.txt');
  const packages = await once('python', [readFileSync(pinned), await run(python, ['--version'], { seconds: 20 })], async (folder) => {
    if (!(await run(python, ['-m', 'pip', '--version'], { seconds: 20 }).catch(() => ''))) await tool('pip3', ['python3-pip'], say);
    say('正在下载 Python SDK（约 12 MB）');
    const quiet = ['--quiet', '--no-input', '--disable-pip-version-check', '--root-user-action', 'ignore', '--no-deps', '--only-binary=:all:'];
    await run(python, ['-m', 'pip', 'install', ...quiet, '--require-hashes', '--target', folder, '-r', pinned], { seconds: 240 });
  });
  return { command: python, args: [join(clients, 'python', 'main.py')], env: { PYTHONPATH: packages, PYTHONIOENCODING: 'utf-8', PYTHONDONTWRITEBYTECODE: '1' } };
}

async function javaRunner(say: Say): Promise<Runner> {
  const javac = await tool('javac', ['default-jdk-headless'], say);
  const jars = await fetchJars(join(cacheFolder(), 'sdk', 'jars'), say);
  const folder = join(clients, 'java');
  const sources = readdirSync(folder).filter((name) => name.endsWith('.java')).toSorted().map((name) => join(folder, name));
  const version = await run(javac, ['-version'], { seconds: 20 });
  const classes = await once('java', [version, ...jars, ...sources.map((source) => readFileSync(source))], async (made) => {
    await run(javac, ['-encoding', 'UTF-8', '-nowarn', '-proc:none', '-cp', jars.join(delimiter), '-d', made, ...sources], { seconds: 120 });
  });
  const java = join(dirname(javac), 'java');
  return { command: java, args: ['-XX:TieredStopAtLevel=1', '-XX:+UseSerialGC', '-Xshare:auto', '-Dfile.encoding=UTF-8', '-cp', [classes, ...jars].join(delimiter), 'Main'], env: {} };
}
