import { spawn } from 'node:child_process';
import { existsSync, readFileSync } from 'node:fs';
import { join } from 'node:path';

const root = join(import.meta.dirname, '..');

/**
 * Installs the dependencies where they are missing or not those of the lock file; resolves at once when nothing is to do.
 * @param {(text: string) => void} say
 * @returns {Promise<void>}
 */
export async function ensureModules(say) {
  if (upToDate()) return;
  say('正在安装依赖（npm install，约半分钟）');
  // Not `npm ci`: some registries lack the packages for other platforms, and then the lock file is refused.
  const status = await new Promise((settle) => {
    const npm = spawn('npm', ['install', '--no-audit', '--no-fund', '--loglevel=error'], { cwd: root, stdio: ['ignore', 'inherit', 'inherit'], env: installEnv() });
    npm.once('error', () => settle(127));
    npm.once('exit', (code) => settle(code ?? 1));
  });
  if (status !== 0) throw new Error(`npm install 没有成功（退出码 ${status}）。请检查网络，或设置 npm 镜像：npm config set registry <地址>`);
}

function installEnv() {
  // Types, linter and page builder are development dependencies, and start and test need them.
  const { NODE_ENV: _production, npm_config_production: _old, npm_config_omit: _omit, ...env } = process.env;
  return env;
}

function upToDate() {
  const installed = join(root, 'node_modules', '.package-lock.json');
  const locked = join(root, 'package-lock.json');
  if (!existsSync(installed) || !existsSync(locked)) return false;
  const read = (/** @type {string} */ file) => JSON.parse(readFileSync(file, 'utf8'));
  const { dependencies, devDependencies } = read(join(root, 'package.json'));
  const [have, want] = [read(installed).packages, read(locked).packages];
  return Object.keys({ ...dependencies, ...devDependencies })
    .map((name) => `node_modules/${name}`)
    .every((place) => have[place] !== undefined && have[place].version === want[place]?.version);
}
