import { createHash } from 'node:crypto';
import { existsSync, readFileSync, readdirSync, writeFileSync } from 'node:fs';
import { join, relative } from 'node:path';
import { run } from './wheels.ts';

const root = join(import.meta.dirname, '..');

/** Builds the sandbox's page with vite when its sources changed since the last build; says whether it did. */
export async function buildPage(): Promise<boolean> {
  const page = join(root, 'sandbox', 'page');
  const stamp = join(page, 'dist', '.sources');
  const wanted = fingerprint(page);
  if (existsSync(stamp) && readFileSync(stamp, 'utf8') === wanted) return false;
  await run(process.execPath, [join(root, 'node_modules', 'vite', 'bin', 'vite.js'), 'build', page, '--logLevel', 'warn'], { seconds: 180 });
  writeFileSync(stamp, wanted);
  return true;
}

function fingerprint(page: string): string {
  const hash = createHash('sha256');
  // The page judges taps in its gallery by the sandbox's own rules.
  const folders = [page, join(root, 'sandbox', 'api'), join(root, 'sandbox', 'card')];
  const sources = folders.flatMap((folder) => filesIn(folder)).filter((file) => !relative(page, file).startsWith('dist'));
  for (const file of [...sources.toSorted(), join(root, 'package-lock.json')]) {
    hash.update(relative(root, file)).update('\0').update(readFileSync(file)).update('\0');
  }
  return hash.digest('hex');
}

function filesIn(folder: string): string[] {
  return readdirSync(folder, { recursive: true, withFileTypes: true })
    .filter((entry) => entry.isFile())
    .map((entry) => join(entry.parentPath, entry.name));
}
