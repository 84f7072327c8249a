import { createApp } from './app.ts';
import { ConfigFault, readConfig } from './config.ts';
import { traceOf } from './http/server.ts';

const hardLimitMs = 10_000;

/** The process: reads the settings, starts, and on SIGTERM or SIGINT ends within ten seconds. */
async function main(): Promise<void> {
  const app = await createApp(readConfig());
  const leave = (): void => {
    setTimeout(() => process.exit(1), hardLimitMs).unref();
    void app.stop().then(() => process.exit(0));
  };
  process.once('SIGTERM', leave).once('SIGINT', leave);
}

/** What a person reads when the start failed: every fault on a line of its own, never a secret. */
function sentenceOf(fault: unknown): string {
  if (fault instanceof ConfigFault || (fault instanceof Error && 'faults' in fault)) return `配置有误，没有启动：\n${(fault as Error).message}`;
  if (fault instanceof Error && fault.name.startsWith('Mongo')) return '连接不上 MongoDB，没有启动：请检查 MONGODB_URI 指明的副本集是否在运行';
  if (fault instanceof Error && fault.name === 'PlatformFault') return `飞书没有应答或拒绝了请求，没有启动：${fault.message}`;
  if (fault instanceof Error && 'code' in fault && fault.code === 'ENOENT') return '找不到 ORG_FILE 指明的组织文件或 HOLIDAYS_FILE 指明的放假安排，没有启动';
  if (fault instanceof Error && /[\u4e00-\u9fff]/.test(fault.message)) return `没有启动：${fault.message}`;
  return `没有启动：${fault instanceof Error ? fault.message : ''}\n${JSON.stringify(traceOf(fault))}`;
}

main().catch((fault: unknown) => {
  process.stderr.write(`${sentenceOf(fault)}\n`);
  process.exit(1);
});
