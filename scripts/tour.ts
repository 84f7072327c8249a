import { randomUUID } from 'node:crypto';
import { parseArgs } from 'node:util';
import { throwAwayParts } from './parts.ts';
import type { Step } from './tour/actor.ts';
import { sampleCases } from './tour/cases.ts';
import { playDispute } from './tour/dispute.ts';
import { play, troupeOn, type Played } from './tour/play.ts';
import { startStage, type Stage } from './tour/stage.ts';

/** `npm run tour [-- --case C4 | --text "…" | --dispute] [--json]`: plays a whole matter headless and prints it; exits 1 where a step differs. */
async function main(): Promise<number> {
  const { values } = parseArgs({ options: { case: { type: 'string', default: 'C1' }, text: { type: 'string' }, dispute: { type: 'boolean', default: false }, json: { type: 'boolean', default: false } } });
  const chosen = values.dispute ? { title: '两个部门都退回的来件', text: '经会商指定承办，一项任务过期后办结' } : values.text ? { title: '您输入的内容', text: values.text } : sampleCases[values.case];
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
    const heard = (step: Step) => say(lineOf(step));
    const played = values.dispute ? await disputed(stage, heard) : await play(stage, chosen.text, { heard });
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

async function disputed(stage: Stage, heard: (step: Step) => void): Promise<Played> {
  const troupe = troupeOn(stage, heard);
  const { no, result } = await playDispute(troupe);
  return { no, steps: troupe.steps, organs: ['ZJJ', 'JTJ'], result, breaches: (await stage.client.breaches()).count };
}

function lineOf(step: Step): string {
  const when = `${step.at.slice(5, 10)} ${step.at.slice(11, 16)}`;
  const seen = [step.card, step.toast ? `提示「${step.toast}」` : ''].filter(Boolean).join('；');
  return `${when}　${step.who}　${step.did}${seen ? `　→　${seen}` : ''}`;
}

process.exitCode = await main();
