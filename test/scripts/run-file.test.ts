import { spawn } from 'node:child_process';
import { once } from 'node:events';
import { existsSync, mkdtempSync, readFileSync, rmSync, writeFileSync } from 'node:fs';
import { tmpdir } from 'node:os';
import { join } from 'node:path';
import { describe, expect, it, onTestFinished } from 'vitest';
import { endProcess, identityOf } from '../../scripts/process-identity.mjs';
import { claimFolder } from '../../scripts/run-file.ts';

function folder(): string {
  const made = mkdtempSync(join(tmpdir(), 'xietong-run-file-'));
  onTestFinished(() => rmSync(made, { recursive: true, force: true }));
  return made;
}

const sleeper = () => spawn('sleep', ['60'], { stdio: 'ignore' });

describe('one start at a time', () => {
  it('a folder in use is refused with a sentence, and free again after its release', async () => {
    const place = folder();
    const first = await claimFolder(place);
    await expect(claimFolder(place)).rejects.toThrow(`已经有一个在运行（进程 ${process.pid}）`);
    first.release();
    (await claimFolder(place)).release();
    expect(existsSync(join(place, 'run.json'))).toBe(false);
  });

  it('what a killed start left running is ended before the next start', async () => {
    const place = folder();
    const child = sleeper();
    const pid = child.pid ?? 0;
    const left = { pid, identity: identityOf(pid) ?? '' };
    writeFileSync(join(place, 'run.json'), JSON.stringify({ parent: { pid: 999_999_999, identity: 'gone' }, children: [left] }));
    const gone = once(child, 'exit');
    const claim = await claimFolder(place);
    await gone;
    expect(claim.ended).toBe(1);
    expect(JSON.parse(readFileSync(join(place, 'run.json'), 'utf8')).parent.pid).toBe(process.pid);
    claim.release();
  });

  it('a stranger who got the process id of a leftover is left alone', async () => {
    const place = folder();
    const child = sleeper();
    const pid = child.pid ?? 0;
    writeFileSync(join(place, 'run.json'), JSON.stringify({ parent: { pid: 999_999_999, identity: 'gone' }, children: [{ pid, identity: 'someone else' }] }));
    const claim = await claimFolder(place);
    expect(claim.ended).toBe(0);
    expect(identityOf(pid)).toBeDefined();
    claim.release();
    child.kill('SIGKILL');
  });

  it('a damaged run file does not stop a start', async () => {
    const place = folder();
    writeFileSync(join(place, 'run.json'), '{"parent":');
    const claim = await claimFolder(place);
    expect(claim.ended).toBe(0);
    claim.release();
  });

  it('a process that does not listen is ended all the same', async () => {
    const child = spawn('sh', ['-c', 'trap "" TERM; echo ready; while :; do sleep 1; done'], { stdio: ['ignore', 'pipe', 'ignore'] });
    await once(child.stdout, 'data');
    const pid = child.pid ?? 0;
    expect(await endProcess({ pid, identity: identityOf(pid) ?? '' }, 200)).toBe(true);
    expect(identityOf(pid)).toBeUndefined();
  });
});
