import { spawn } from 'node:child_process';
import { join } from 'node:path';

const root = join(import.meta.dirname, '..');

/** The path of a program of the dependencies. */
export const tool = (...path: string[]): string => join(root, 'node_modules', ...path);

/** Runs a Node program with its output shown as it comes; resolves with its exit code. */
export async function shown(args: readonly string[], env: NodeJS.ProcessEnv = process.env): Promise<number> {
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
