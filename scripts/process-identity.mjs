import { execFileSync } from 'node:child_process';
import { existsSync, readFileSync, readlinkSync } from 'node:fs';
import { setTimeout as wait } from 'node:timers/promises';

/**
 * When and as what a process was started, as one string; undefined when it is not running.
 * Two processes that had the same id one after the other have different identities.
 * @param {number} pid
 * @returns {string | undefined}
 */
export function identityOf(pid) {
  return existsSync('/proc/self/stat') ? fromProc(pid) : fromPs(pid);
}

/** @param {number} pid */
function fromProc(pid) {
  try {
    const stat = readFileSync(`/proc/${pid}/stat`, 'utf8');
    const fields = stat.slice(stat.lastIndexOf(')') + 2).split(' ');
    if (fields[0] === 'Z' || fields[0] === 'X') return undefined;
    const boot = readFileSync('/proc/sys/kernel/random/boot_id', 'utf8').slice(0, 8);
    // The program's file, not its command line, because redis-server rewrites the latter.
    const program = readlinkSync(`/proc/${pid}/exe`).replace(/ \(deleted\)$/, '');
    return `${boot}-${fields[19]} ${program}`;
  } catch (fault) {
    if (isGone(fault)) return undefined;
    throw fault;
  }
}

/**
 * The id of the process that started another; 0 where the system does not tell.
 * @param {number} pid
 * @returns {number}
 */
export function parentOf(pid) {
  try {
    const stat = readFileSync(`/proc/${pid}/stat`, 'utf8');
    return Number(stat.slice(stat.lastIndexOf(')') + 2).split(' ')[1]);
  } catch (fault) {
    if (isGone(fault)) return 0;
    throw fault;
  }
}

/** @param {unknown} fault */
function isGone(fault) {
  return fault instanceof Error && 'code' in fault && ['ENOENT', 'ESRCH', 'EACCES'].includes(String(fault.code));
}

/** @param {number} pid */
function fromPs(pid) {
  try {
    const line = execFileSync('ps', ['-o', 'state=,lstart=', '-p', String(pid)], { encoding: 'utf8' }).trim();
    return line === '' || line.startsWith('Z') ? undefined : line.replace(/^\S+\s+/, '');
  } catch {
    return undefined;
  }
}

/**
 * Ends a process if it is still the one that was meant: asks first, insists after `graceMs`.
 * @param {{ pid: number, identity: string }} whom
 * @param {number} graceMs
 * @returns {Promise<boolean>} true where it was running
 */
export async function endProcess({ pid, identity }, graceMs) {
  const running = () => identityOf(pid) === identity;
  if (!running()) return false;
  signal(pid, 'SIGTERM');
  const limit = Date.now() + graceMs;
  while (running() && Date.now() < limit) await wait(50);
  if (running()) signal(pid, 'SIGKILL');
  while (running() && Date.now() < limit + 5_000) await wait(50);
  return true;
}

/** @param {number} pid @param {NodeJS.Signals} name */
function signal(pid, name) {
  try {
    process.kill(pid, name);
  } catch (fault) {
    if (!isGone(fault)) throw fault;
  }
}
