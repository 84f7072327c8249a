import { parseArgs } from 'node:util';
import { createSandboxClient } from './client.ts';
import { createSandbox } from './server.ts';
import { greeting, settleNewcomer } from './newcomer.ts';

const { values } = parseArgs({
  options: { port: { type: 'string' }, host: { type: 'string' }, data: { type: 'string' }, alone: { type: 'boolean' } },
});
const sandbox = await createSandbox({
  host: values.host ?? '127.0.0.1',
  port: Number(values.port ?? process.env['SANDBOX_PORT'] ?? 9300),
  ...(values.data === undefined ? {} : { dataDir: values.data }),
});
process.stdout.write(`沙盘：${sandbox.url}\n`);
if (values.alone === true) process.stdout.write(greeting(sandbox.url, await settleNewcomer(createSandboxClient(sandbox.url))));
for (const signal of ['SIGTERM', 'SIGINT'] as const) {
  process.once(signal, () => void sandbox.stop().then(() => process.exit(0)));
}
