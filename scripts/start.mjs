/** `npm start`: installs the dependencies where they are missing, then starts everything. */
import { ensureModules } from './modules.mjs';

try {
  await ensureModules((text) => process.stdout.write(`${text}\n`));
} catch (fault) {
  process.stderr.write(`${fault instanceof Error ? fault.message : String(fault)}\n`);
  process.exit(1);
}
const { register } = await import('tsx/esm/api');
register();
await import('./start.ts');
