import { spawn } from 'node:child_process';
import { createInterface } from 'node:readline';
import { z } from 'zod';
import type { Runner } from '../../scripts/sdk-runners.ts';
import { createSandboxClient } from '../../sandbox/client.ts';
import { createSandbox } from '../../sandbox/server.ts';
import { ownId } from '../../sandbox/state/open-ids.ts';
import { apps, given, town } from './given-data.ts';
import type { Answer, Stage } from './rule.ts';
import { rules } from './rules.ts';

const line = z.object({ rule: z.string(), ok: z.boolean(), raw: z.boolean(), detail: z.unknown() });

/** How a client kept one rule: `typed` by a method of its SDK, `raw` by the SDK's generic call; `fault` where it did not. */
export interface Verdict { way: 'typed' | 'raw'; fault?: string }

/** What came of one client: its SDK's version, a verdict for each rule it reported, the last it wrote to standard error, and what the rules remembered. */
export interface Played { sdk: string; verdicts: ReadonlyMap<string, Verdict>; complaint: string; memory: Readonly<Record<string, string>> }

/** Every event is cut into frames of this many bytes, so that each client has to put them together. */
const fragmentBytes = 300;

async function judge(stage: Stage, told: z.infer<typeof line>): Promise<{ verdict: Verdict; answer: Answer }> {
  const way = told.raw ? 'raw' : 'typed';
  const known = rules.find((rule) => rule.id === told.rule);
  try {
    if (!known) throw new Error('没有这条规则');
    if (!told.ok) throw new Error('the client reports a failure');
    known.report.parse(told.detail);
    await known.seen(stage, told.detail);
    return { verdict: { way }, answer: await known.next(stage, told.detail) };
  } catch (fault) {
    return { verdict: { way, fault: `${fault instanceof Error ? fault.message : String(fault)}\nreported: ${JSON.stringify(told.detail)}` }, answer: {} };
  }
}

/** Runs one client against a sandbox of its own and plays the town's people to it; a rule that was not kept is in the verdicts. */
export async function play(runner: Runner): Promise<Played> {
  const sandbox = await createSandbox({ port: 0, fragmentBytes });
  try {
    const people = createSandboxClient(sandbox.url);
    const [first = '', second = '', third = ''] = (await people.city(town)).people.map((person) => person.id);
    return await converse(runner, { people, ids: [first, second, third], memory: {} });
  } finally {
    await sandbox.stop();
  }
}

async function converse(runner: Runner, stage: Stage): Promise<Played> {
  const child = spawn(runner.command, runner.args, { cwd: import.meta.dirname, env: { ...process.env, ...runner.env }, stdio: ['pipe', 'pipe', 'pipe'], timeout: 75_000, killSignal: 'SIGKILL' });
  const ended = new Promise<void>((settle) => void child.once('close', () => settle()).once('error', () => settle()));
  const verdicts = new Map<string, Verdict>();
  let complaint = '';
  let sdk = '';
  child.stderr.on('data', (words: Buffer) => void (complaint = (complaint + words.toString()).slice(-2_000)));
  child.stdin.on('error', () => undefined);
  const tell = (answer: unknown): void => void child.stdin.write(`${JSON.stringify(answer)}\n`);
  // The second app knows the same people under ids of its own.
  tell({ url: stage.people.url, apps, ids: stage.ids, hookIds: stage.ids.map((id) => ownId(apps.hook.appId, id)), given });
  try {
    for await (const words of createInterface(child.stdout)) {
      if (words.startsWith('{"sdk"')) sdk = z.object({ sdk: z.string() }).parse(JSON.parse(words)).sdk;
      if (!words.startsWith('{"rule"')) continue;
      const told = line.parse(JSON.parse(words));
      const { verdict, answer } = await judge(stage, told);
      verdicts.set(told.rule, verdict);
      tell(answer);
    }
    await ended;
  } finally {
    child.kill('SIGKILL');
  }
  return { sdk, verdicts, complaint, memory: stage.memory };
}
