import { randomUUID } from 'node:crypto';
import { parseArgs } from 'node:util';
import { throwAwayParts } from './parts.ts';
import type { Step } from './tour/actor.ts';
import { sampleCases } from './tour/cases.ts';
import { play } from './tour/play.ts';
import { startStage } from './tour/stage.ts';

/** `npm run tour [-- --case C4 | --text "…"] [--json]`: plays a whole matter headless and prints it; exits 1 where a step differs. */
async function main(): Promise<number> {
  const { values } = parseArgs({ options: { case: { type: 'string', default: 'C1' }, text: { type: 'string' }, json: { type: 'boolean', default: false } } });
  const chosen = values.text ? { title: '您输入的内容', text: values.text } : sampleCases[values.case];
  if (!chosen) {
    process.stderr.write(`没有 ${values.case}，可选：${Object.keys(sampleCases).join('、')}\n`);
    return 2;
  }
  const say = (line: string) => void (values.json ? undefined : process.stdout.write(`${line}\n`));
  const parts = await throwAwayParts((line) => void process.stderr.write(`${line}\n`));
  const mongo = new URL(parts.mongo);
  mongo.pathname = `/tour-${randomUUID().slice(0, 8)}`;
  const stage = await startStage({ mongo: mongo.href, redis: parts.redis });
  try {
    say(`【${chosen.title}】${chosen.text}\n`);
    const played = await play(stage, chosen.text, (step) => say(lineOf(step)));
    say(`\n${played.no ? `${played.no} ` : '没有登记线索，'}全程 ${played.steps.length} 步，结果：${played.result}；平台规则违反 ${played.breaches} 处`);
    if (values.json) process.stdout.write(`${JSON.stringify({ case: values.case, ...chosen, ...played }, null, 1)}\n`);
    for (const entry of (await stage.client.breaches()).entries) process.stderr.write(`违反规则：${entry.title} ${entry.path ?? ''} ${entry.breaches.join('；')}\n`);
    return played.breaches === 0 ? 0 : 1;
  } catch (fault) {
    process.stderr.write(`没有走完：${fault instanceof Error ? fault.message : String(fault)}\n`);
    return 1;
  } finally {
    await stage.stop();
    await parts.stop();
  }
}

function lineOf(step: Step): string {
  const when = `${step.at.slice(5, 10)} ${step.at.slice(11, 16)}`;
  const seen = [step.card, step.toast ? `提示「${step.toast}」` : ''].filter(Boolean).join('；');
  return `${when}　${step.who}　${step.did}${seen ? `　→　${seen}` : ''}`;
}

process.exitCode = await main();
