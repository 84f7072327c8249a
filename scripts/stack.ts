import { setTimeout as wait } from 'node:timers/promises';
import { renameSync, existsSync } from 'node:fs';
import { join } from 'node:path';
import { createLeash, lastLines, startChild, type Child, type Leash } from './child.ts';
import type { Claim } from './run-file.ts';

/** Everything a start has running, in the order it was started. */
export interface Stack {
  leash: Leash;
  /** Where the log of a part goes; the log of the start before is kept beside it. */
  log(name: string): string;
  /** Takes charge of a child; `died` is told when it ends without being asked. */
  add(child: Child): void;
  /** Starts one of our own TypeScript processes and waits until `url` answers 200. */
  startOwn(plan: OwnPlan): Promise<void>;
  /** Ends everything, last started first. Later calls wait for the first. */
  stop(): Promise<void>;
}

/** One of our own processes. */
export interface OwnPlan { name: string; log: string; args: readonly string[]; env: NodeJS.ProcessEnv; url: string; seconds: number }

const root = join(import.meta.dirname, '..');

/** An empty stack in a claimed data folder. `died` gets a Chinese sentence with the end of the log. */
export function createStack(folder: string, claim: Claim, died: (sentence: string) => void): Stack {
  const leash = createLeash();
  const children: Child[] = [];
  let stopping: Promise<void> | undefined;
  const add = (child: Child): void => {
    children.push(child);
    claim.note(child);
    void child.ended.then((reason) => {
      if (!stopping) died(sentenceFor(child, reason));
    });
  };
  const endAll = async (): Promise<void> => {
    for (const child of children.toReversed()) await child.stop(15_000);
    leash.close();
    claim.release();
  };
  return {
    leash, add,
    log: (name) => keptLog(join(folder, 'logs', `${name}.log`)),
    stop: () => (stopping ??= endAll()),
    startOwn: async ({ name, log, args, env, url, seconds }) => {
      if (stopping) throw new Error('正在停止');
      const child = startChild({ name, command: process.execPath, args: ['--import', 'tsx', ...args], log: keptLog(join(folder, 'logs', `${log}.log`)), env, cwd: root, leash });
      add(child);
      if (await answers(url, child, seconds)) return;
      throw new Error(sentenceFor(child, child.running() ? `${seconds} 秒内没有就绪` : await child.ended));
    },
  };
}

function sentenceFor(child: Child, reason: string): string {
  return `${child.name} 停了：${reason}\n日志 ${child.log} 的最后几行：\n${lastLines(child.log)}`;
}

function keptLog(file: string): string {
  if (existsSync(file)) renameSync(file, `${file}.before`);
  return file;
}

async function answers(url: string, child: Child, seconds: number): Promise<boolean> {
  const limit = Date.now() + seconds * 1_000;
  while (child.running() && Date.now() < limit) {
    const ok = await fetch(url, { signal: AbortSignal.timeout(2_000) }).then((answer) => answer.ok, () => false);
    if (ok) return true;
    await wait(100);
  }
  return false;
}
