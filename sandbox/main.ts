import { parseArgs } from 'node:util';
import { createSandbox } from './server.ts';

const { values } = parseArgs({
  options: { port: { type: 'string' }, host: { type: 'string' }, data: { type: 'string' } },
});
const sandbox = await createSandbox({
  host: values.host ?? '127.0.0.1',
  port: Number(values.port ?? process.env['SANDBOX_PORT'] ?? 9300),
  ...(values.data === undefined ? {} : { dataDir: values.data }),
});
process.stdout.write(`沙盘：${sandbox.url}\n`);
for (const signal of ['SIGTERM', 'SIGINT'] as const) {
  process.once(signal, () => void sandbox.stop().then(() => process.exit(0)));
}
