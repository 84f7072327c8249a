import type { MessageView } from '../../sandbox/api/chats.ts';
import { glance, optionOf, partsOf, wordsOf } from '../../sandbox/script/card-words.ts';
import { createActor, type Actor, type Step } from './actor.ts';
import { complain } from './complaint.ts';
import { hold } from './meeting.ts';
import { tenMinutes, type Cast, type Scene, type Stage } from './stage.ts';
import { verifyAndTransfer } from './verification.ts';

/** What a played story ends with. */
export interface Played { no: string; steps: readonly Step[]; organs: readonly string[]; result: string; breaches: number }

/** The players of a story; actors are made once and share one transcript. */
export interface Troupe { stage: Scene; actor(cast: Cast): Actor; steps: Step[] }

/** Who says the first words, by user_id, and who hears of each step. */
export interface Playing { by?: string; heard?: (step: Step) => void }

/** Plays a matter from the first words to the closing, whatever words they are: report, route, sign, verify, approve, transfer, receipt, feedback, result. */
export async function play(stage: Stage, text: string, { by = 'ggzy-staff1', heard }: Playing = {}): Promise<Played> {
  const troupe = troupeOn(stage, heard);
  const { steps } = troupe;
  const reporter = troupe.actor(stage.person(by));
  const no = await report(reporter, text);
  if (!no) return { no, steps, organs: [], result: steps.at(-1)?.card ?? '', breaches: (await stage.client.breaches()).count };
  const { organs, clerk, complaint, convened } = await route(troupe, no);
  if (complaint) await complain(troupe, { no, organ: organs[0] ?? '', complainant: reporter });
  const result = organs.length && !complaint ? await handle(troupe, { no, organs, clerk, convened }, reporter) : await ended(reporter, no);
  return { no, steps, organs, result, breaches: (await stage.client.breaches()).count };
}

/** Players on a stage who share one transcript; `heard` gets each step, and the story waits for it. */
export function troupeOn(stage: Scene, heard: (step: Step) => void | Promise<void> = () => undefined): Troupe {
  const steps: Step[] = [];
  const actors = new Map<string, Actor>();
  const record = (step: Step) => {
    steps.push(step);
    return heard(step);
  };
  return {
    stage, steps,
    actor: (cast) => {
      const actor = actors.get(cast.id) ?? createActor(stage, cast, record);
      actors.set(cast.id, actor);
      return actor;
    },
  };
}

/** What the bot answers to words that are no lead it can register as they stand. */
const otherAnswers = /想先问|没有登记线索|不在本办法适用范围|能帮您做什么|我报的|我的待办/;

/** Words become a draft; what is missing is filled in; registration gives the number, or nothing where the bot answered otherwise. */
async function report(reporter: Actor, text: string): Promise<string> {
  await reporter.says(text);
  const draft = await reporter.sees(new RegExp(`请核对线索信息|还差.*项|${otherAnswers.source}`));
  if (otherAnswers.test(wordsOf(draft.content)) && !/请核对线索信息|还差.*项/.test(glance(draft.content).title)) return '';
  const buttons = glance(draft.content).buttons;
  if (buttons.includes('确认登记')) await reporter.taps('确认登记', { on: /请核对线索信息/ });
  else await reporter.taps('补充', { on: /还差.*项/, form: missingValues(draft) });
  const receipt = await reporter.sees(/已登记　?(XS|TS|YJ)-\d{8}-\d{4}/);
  return /(XS|TS|YJ)-\d{8}-\d{4}/.exec(wordsOf(receipt.content))?.[0] ?? '';
}

/** What somebody who knows the story would answer to the fields that are still open. */
function missingValues(draft: MessageView): Record<string, string | string[]> {
  const answers: Record<string, string | string[]> = { kind: 'report', project: '厂区道路硬化工程', cityLevel: 'yes', violations: ['QT'], source: 'heard' };
  const open = partsOf(draft.content).filter((part) => part.name && !part.default_value && !part.initial_option && !part.selected_values?.length);
  return Object.fromEntries(open.flatMap((part) => (part.name && answers[part.name] ? [[part.name, answers[part.name]]] : [])) as [string, string | string[]][]);
}

/** Where a matter went, by whose hand, and whether a meeting was held on it. */
interface Routed { organs: string[]; clerk: Actor; complaint: boolean; convened: boolean }

/** The Center claims it and sends it on; a consultation is convened where two departments are concerned. Answers the organs, none where it was referred. */
async function route(troupe: Troupe, no: string): Promise<Routed> {
  const { stage } = troupe;
  const group = await troupe.actor(stage.cast('GGZY', 'C_CLERK')[0] as Cast).sees(new RegExp(`新来件.*${no}`));
  const confined = wordsOf(group.content).includes('信息保管人');
  const clerk = troupe.actor(stage.cast('GGZY', confined ? 'VAULT' : 'C_CLERK')[0] as Cast);
  if (!confined) {
    await clerk.taps('我来办', { on: no });
  }
  const card = await clerk.sees(new RegExp(`分办.*${no}`));
  if (glance(card.content).buttons.includes('转送纪检监察')) await clerk.taps('转送纪检监察', { on: no });
  const sendable = glance(card.content).buttons.includes('转办') ? card : await sendableCard(clerk, no);
  if (!sendable) return { organs: [], clerk, complaint: false, convened: false };
  const competent = partsOf(sendable.content).find((part) => part.name === 'organ')?.initial_option;
  if (competent) {
    await clerk.taps('转办', { on: new RegExp(`分办.*${no}`), form: { organ: competent } });
    return { organs: [competent], clerk, complaint: true, convened: false };
  }
  const suggested = suggestedOrgans(sendable);
  const organs = suggested.filter((organ) => stage.cast(organ, 'LIAISON').length > 0 && organ !== 'GGZY');
  const convene = glance(card.content).buttons.includes('会商');
  await clerk.taps('转办', { on: new RegExp(`分办.*${no}`), form: { organs, days: optionOf(sendable.content, 'days', '15 个工作日') } });
  if (convene) {
    await clerk.taps('会商', { on: no });
    await clerk.taps('发起', { on: new RegExp(`拟会商[^]*${no}`) });
    await hold(troupe, { no, lead: organs[0] ?? '' });
  }
  return { organs, clerk, complaint: false, convened: convene };
}

/** The card once 转办 is on it, after the part for discipline inspection went; undefined where nothing is left to send. */
async function sendableCard(clerk: Actor, no: string): Promise<MessageView | undefined> {
  const card = await clerk.sees(new RegExp(`(分办|进展).*${no}|${no}.*进展`));
  return glance(card.content).buttons.includes('转办') ? card : undefined;
}

function suggestedOrgans(card: MessageView): readonly string[] {
  const field = partsOf(card.content).find((part) => part.name === 'organs');
  if (field?.selected_values?.length) return field.selected_values;
  return field?.options?.slice(0, 1).map((option) => option.value ?? '') ?? [];
}

/** Each department signs, verifies, decides and answers; the Center checks; the reporter hears what may be told. */
async function handle(troupe: Troupe, matter: { no: string } & Pick<Routed, 'organs' | 'clerk' | 'convened'>, reporter: Actor): Promise<string> {
  const { stage } = troupe;
  for (const [index, organ] of matter.organs.entries()) {
    const liaison = troupe.actor(stage.cast(organ, 'LIAISON')[0] as Cast);
    await liaison.sees(/件转办单|请签收/);
    await liaison.taps('签收', { on: /件转办单|请签收/ });
    if (matter.convened) await tenMinutes(stage);
    await verifyAndTransfer(troupe, { no: matter.no, organ, main: index === 0 });
    await liaison.taps('提交反馈', {
      on: /反馈办理结果/, form: { conclusion: 'partly', facts: '已核实主要事实，相关情况见核实情况报告。', basis: '招标投标法实施条例', tell: 'result' },
    });
    await matter.clerk.taps('通过', { on: /反馈/ });
  }
  return ended(reporter, matter.no);
}

async function ended(reporter: Actor, no: string): Promise<string> {
  const result = await reporter.sees(new RegExp(`^${no} (已办结|已转送)`));
  return glance(result.content).bold;
}
