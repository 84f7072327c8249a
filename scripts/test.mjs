/** `npm test`: installs the dependencies where they are missing, then checks everything. */
import { ensureModules } from './modules.mjs';

try {
  await ensureModules((text) => process.stdout.write(`${text}\n`));
} catch (fault) {
  process.stderr.write(`${fault instanceof Error ? fault.message : String(fault)}\n`);
  process.stdout.write('tests: 0 passed, 1 failed\n');
  process.exit(1);
}
const { register } = await import('tsx/esm/api');
register();
await import('./test.ts');
