import { execFile } from 'node:child_process';
import { mkdirSync, mkdtempSync, rmSync, symlinkSync, writeFileSync } from 'node:fs';
import { tmpdir } from 'node:os';
import { join, resolve } from 'node:path';
import { promisify } from 'node:util';

const run = promisify(execFile);
const root = resolve(import.meta.dirname, '..', '..');

/** Runs a recorded test file against a sandbox, as it stands, in a folder where the sandbox and the packages are where it looks for them; answers what the run printed. */
export async function runRecorded(test: string, url: string): Promise<string> {
  const folder = mkdtempSync(join(tmpdir(), 'recorded-'));
  try {
    mkdirSync(join(folder, 'test', 'sandbox'), { recursive: true });
    for (const name of ['sandbox', 'node_modules', 'package.json']) symlinkSync(join(root, name), join(folder, name));
    writeFileSync(join(folder, 'test', 'sandbox', 'recorded.test.ts'), test);
    const { stdout } = await run(process.execPath, [join(root, 'node_modules/vitest/vitest.mjs'), 'run', '--root', folder, '--no-color'], {
      env: { ...process.env, SANDBOX_URL: url, VITEST: undefined, VITEST_POOL_ID: undefined, VITEST_WORKER_ID: undefined },
    });
    return stdout;
  } catch (error) {
    const { stdout = '', stderr = '' } = error as { stdout?: string; stderr?: string };
    return stdout + stderr;
  } finally {
    rmSync(folder, { recursive: true });
  }
}
