import { glance } from '../../sandbox/script/card-words.ts';
import type { Actor } from './actor.ts';
import type { Troupe } from './play.ts';
import type { Cast } from './stage.ts';

/** One complaint at the department that may accept it: 补正 where the law knows it, 受理, the pause of the project, the decision. */
export async function complain(troupe: Troupe, at: { no: string; organ: string; complainant: Actor }): Promise<void> {
  const { stage } = troupe;
  const on = new RegExp(`投诉.*${at.no}`);
  const liaison = troupe.actor(stage.cast(at.organ, 'LIAISON')[0] as Cast);
  const deputy = troupe.actor(stage.cast(at.organ, 'DEPUTY')[0] as Cast);
  await liaison.sees(new RegExp(`投诉.*${at.no}[^]*决定是否受理`));
  const procurement = glance((await declares(liaison, on)).content).buttons.includes('要求补正');
  if (procurement) await corrected(liaison, at, on);
  await liaison.taps('受理', { on });
  await liaison.taps('受理', { on: /逐项核对后受理/, form: { complainant: '投诉人（以投诉书为准）', respondent: '被投诉人（以投诉书为准）', checks: ['standing', 'time', 'prior', 'signed'] } });
  await liaison.sees(new RegExp(`投诉.*${at.no}[^]*(发出投诉答复通知书|作出处理决定)`));
  await paused(troupe, { on, liaison, deputy });
  if (procurement) await liaison.taps('已发答复通知书', { on });
  await liaison.taps('作出决定', { on });
  await liaison.taps('作出决定', {
    on: /书面处理决定/, form: { result: 'partly', facts: '经调阅文件并询问有关人员，投诉反映的部分事项有事实依据。', basis: procurement ? '政府采购法56条' : '招标投标法实施条例61条', remedies: '可自收到之日起 60 日内申请行政复议，或者 6 个月内提起行政诉讼' },
  });
  await at.complainant.sees(new RegExp(`投诉.*${at.no}[^]*部分成立`));
}

// Whoever handles it says before whether he is tied to anybody.
async function declares(who: Actor, on: RegExp): Promise<Awaited<ReturnType<Actor['sees']>>> {
  await who.taps('无', { on: new RegExp(`${on.source}[^]*与本案各方有无关系`) });
  return who.sees(new RegExp(`${on.source}[^]*投诉内容`));
}

async function corrected(liaison: Actor, { no, complainant }: { no: string; complainant: Actor }, on: RegExp): Promise<void> {
  await liaison.taps('要求补正', { on });
  await liaison.taps('要求补正', { on: /一次性告知/, form: { words: '请补交质疑函及答复、授权委托书', dueDate: '2026-11-30 +0800' } });
  await complainant.taps('已补正', { on: new RegExp(`投诉.*${no}[^]*前补正`) });
  await liaison.sees(new RegExp(`投诉.*${no}[^]*决定是否受理`));
}

// Only the 分管负责人 may pause a project; he got the card with the acceptance.
async function paused(troupe: Troupe, { on, liaison, deputy }: { on: RegExp; liaison: Actor; deputy: Actor }): Promise<void> {
  if (deputy.cast.id === liaison.cast.id) return;
  await declares(deputy, on);
  await deputy.taps('暂停项目', { on });
  await deputy.taps('暂停项目', { on: /书面通知暂停/, form: { until: '2026-12-18 +0800', reason: '防止签订合同造成难以恢复的后果' } });
  await deputy.sees(/暂停到 12月18日/);
}
