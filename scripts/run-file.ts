import { existsSync, mkdirSync, readFileSync, renameSync, rmSync, writeFileSync } from 'node:fs';
import { join } from 'node:path';
import { z } from 'zod';
import { endProcess, identityOf, type Started } from './process-identity.mjs';

const started = z.object({ pid: z.number().int().positive(), identity: z.string() });
const runFile = z.object({ parent: started, children: z.array(started) });
type Run = z.infer<typeof runFile>;

/** The right to use a data folder, held by one start at a time. */
export interface Claim {
  /** Leftovers of a start that was killed, which were ended first. */
  ended: number;
  /** Writes a child down, so that the next start can end it should we be killed. */
  note(child: Started): void;
  release(): void;
}

/** Takes the data folder; ends what a killed start left behind; fails with a Chinese sentence while another start is running. */
export async function claimFolder(folder: string): Promise<Claim> {
  mkdirSync(folder, { recursive: true, mode: 0o700 });
  const file = join(folder, 'run.json');
  const me: Started = { pid: process.pid, identity: identityOf(process.pid) ?? '' };
  let ended = 0;
  while (!createdWith(file, { parent: me, children: [] })) {
    const before = readRun(file);
    if (before && identityOf(before.parent.pid) === before.parent.identity) {
      throw new Error(`已经有一个在运行（进程 ${before.parent.pid}），数据在 ${folder}。\n请先在那个窗口按 Ctrl-C 停止；要同时运行两个，请给第二个设置 XDG_CACHE_HOME。`);
    }
    for (const child of (before?.children ?? []).toReversed()) ended += (await endProcess(child, 10_000)) ? 1 : 0;
    setAside(file, before);
  }
  const children: Started[] = [];
  return {
    ended,
    note: ({ pid, identity }) => {
      children.push({ pid, identity });
      writeFileSync(`${file}.new`, JSON.stringify({ parent: me, children } satisfies Run), { mode: 0o600 });
      renameSync(`${file}.new`, file);
    },
    release: () => rmSync(file, { force: true }),
  };
}

function createdWith(file: string, run: Run): boolean {
  try {
    writeFileSync(file, JSON.stringify(run), { flag: 'wx', mode: 0o600 });
    return true;
  } catch (fault) {
    if (fault instanceof Error && 'code' in fault && fault.code === 'EEXIST') return false;
    throw fault;
  }
}

function readRun(file: string): Run | undefined {
  if (!existsSync(file)) return undefined;
  const parsed = z.string().transform((text, context): unknown => {
    try {
      return JSON.parse(text);
    } catch {
      context.addIssue('not JSON');
      return z.NEVER;
    }
  }).pipe(runFile).safeParse(readFileSync(file, 'utf8'));
  return parsed.success ? parsed.data : undefined;
}

/** Moves a stale file away; puts it back if another start has replaced it in between. */
function setAside(file: string, stale: Run | undefined): void {
  const aside = `${file}.${process.pid}`;
  if (!existsSync(file)) return;
  renameSync(file, aside);
  const moved = readRun(aside);
  if (moved && moved.parent.identity !== stale?.parent.identity) createdWith(file, moved);
  rmSync(aside, { force: true });
}
