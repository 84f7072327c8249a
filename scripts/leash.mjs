/**
 * Outlives the process that started it by a few seconds: reads `hold <pid> <identity>` and `release <pid>` lines from
 * stdin, and when stdin ends ends what is still held, last held first, so that a killed parent leaves nothing behind.
 */
import { createInterface } from 'node:readline';
import { endProcess } from './process-identity.mjs';

const held = new Map();
process.on('SIGINT', () => {});
process.on('SIGHUP', () => {});

for await (const line of createInterface({ input: process.stdin })) {
  const [verb, pid, ...identity] = line.split(' ');
  if (verb === 'hold') held.set(Number(pid), identity.join(' '));
  if (verb === 'release') held.delete(Number(pid));
}
for (const [pid, identity] of [...held].reverse()) await endProcess({ pid, identity }, 10_000);
