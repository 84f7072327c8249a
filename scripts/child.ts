import { spawn } from 'node:child_process';
import { closeSync, mkdirSync, openSync, readFileSync } from 'node:fs';
import { dirname, join } from 'node:path';
import { identityOf } from './process-identity.mjs';

/** Ends what it holds when this process dies, however it dies. */
export interface Leash {
  hold(pid: number, identity: string): void;
  release(pid: number): void;
  /** Lets go; whatever is still held is ended. */
  close(): void;
}

/** Starts the process that ends our children should we be killed; one per program is enough. */
export function createLeash(): Leash {
  const keeper = spawn(process.execPath, [join(import.meta.dirname, 'leash.mjs')], { detached: true, stdio: ['pipe', 'ignore', 'ignore'] });
  keeper.unref();
  keeper.stdin.on('error', () => keeper.stdin.destroy());
  if ('unref' in keeper.stdin && typeof keeper.stdin.unref === 'function') keeper.stdin.unref();
  return {
    hold: (pid, identity) => void keeper.stdin.write(`hold ${pid} ${identity}\n`),
    release: (pid) => void keeper.stdin.write(`release ${pid}\n`),
    close: () => void keeper.stdin.end(),
  };
}

/** How a process is to be started; `name` is what a person calls it. */
export interface ChildPlan {
  name: string;
  command: string;
  args: readonly string[];
  /** File that receives everything it prints, emptied first. */
  log: string;
  env?: NodeJS.ProcessEnv;
  cwd?: string;
  leash: Leash;
}

/** A running child process. */
export interface Child {
  name: string;
  pid: number;
  identity: string;
  log: string;
  /** Settles when it has ended, with a short Chinese reason. */
  ended: Promise<string>;
  running(): boolean;
  /** Asks it to end and insists after `graceMs`; resolves when it is gone. */
  stop(graceMs?: number): Promise<void>;
}

/** Starts a process in a group of its own, so that Ctrl-C reaches only us and we can end our children in order. */
export function startChild(plan: ChildPlan): Child {
  mkdirSync(dirname(plan.log), { recursive: true });
  const out = openSync(plan.log, 'w', 0o600);
  const made = spawn(plan.command, plan.args, {
    detached: true, stdio: ['ignore', out, out], env: plan.env ?? process.env, ...(plan.cwd ? { cwd: plan.cwd } : {}),
  });
  closeSync(out);
  let alive = true;
  const ended = new Promise<string>((settle) => {
    made.once('error', (fault) => settle(`无法启动：${fault.message}`));
    made.once('exit', (code, signal) => settle(signal ? `收到 ${signal}` : `退出码 ${code ?? '未知'}`));
  }).then((reason) => {
    alive = false;
    if (made.pid) plan.leash.release(made.pid);
    return reason;
  });
  const pid = made.pid ?? 0;
  const identity = (pid > 0 && identityOf(pid)) || '';
  if (identity !== '') plan.leash.hold(pid, identity);
  const stop = async (graceMs = 10_000): Promise<void> => {
    if (!alive) return;
    made.kill('SIGTERM');
    const insist = setTimeout(() => made.kill('SIGKILL'), graceMs);
    await ended;
    clearTimeout(insist);
  };
  return { name: plan.name, pid, identity, log: plan.log, ended, running: () => alive, stop };
}

/** The last lines of a log, for a person who must see why something ended. */
export function lastLines(log: string, count = 15): string {
  return readFileSync(log, 'utf8').trimEnd().split('\n').slice(-count).join('\n');
}
