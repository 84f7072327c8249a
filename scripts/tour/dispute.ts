import { glance, partsOf, wordsOf } from '../../sandbox/script/card-words.ts';
import type { Actor } from './actor.ts';
import type { Troupe } from './play.ts';
import { passes, tenMinutes, type Cast } from './stage.ts';
import { verifyAndTransfer } from './verification.ts';

/** What a dispute ended with: the numbers of matter and meeting, and what the reporter heard. */
export interface Settled { no: string; meeting: string; result: string }

const words = '昨天接了个电话，说市本级“沙柳滩小学教学楼”施工标，岚戈建设、沄朔市政两家的标书是同一个人做的，来电人不愿留名字。';

/** Two departments return a matter, a meeting at the time that suits both names one of them, a task of the other runs over its day and climbs, the case goes on and is closed (Article 10). */
export async function playDispute(troupe: Troupe): Promise<Settled> {
  const { stage } = troupe;
  const by = (organ: string, role: Parameters<Troupe['stage']['cast']>[1], at = 0): Actor => patient(troupe.actor(troupe.stage.cast(organ, role)[at] as Cast));
  const reporter = patient(troupe.actor(troupe.stage.person('ggzy-staff1')));
  const clerk = by('GGZY', 'C_CLERK');
  const zjj = by('ZJJ', 'LIAISON');
  const jtj = by('JTJ', 'LIAISON');
  const no = await refusedTwice(troupe, { reporter, clerk, zjj, jtj });
  const meeting = await convened(troupe, { clerk, zjj, jtj, proxy: by('JTJ', 'LIAISON', 1).cast.id });
  await held(troupe, { clerk, zjj, jtj, meeting });
  await zjj.taps('签收', { on: /转办单[^]*沙柳滩/ });
  await passes(stage, '2026-12-03T09:14:00+08:00');
  await by('JTJ', 'DEPUTY').sees(new RegExp(`会商任务[^]*${meeting}`));
  await passes(stage, '2026-12-07T09:14:00+08:00');
  await by('JTJ', 'HEAD').sees(new RegExp(`会商任务[^]*${meeting}`));
  await jtj.taps('办结', { on: new RegExp(`会商任务[^]*${meeting}`) });
  await tenMinutes(stage);
  await verifyAndTransfer(troupe, { no, organ: 'ZJJ', main: false });
  await zjj.taps('提交反馈', { on: /反馈办理结果/, form: { conclusion: 'partly', facts: '已核实主要事实，相关情况见核实情况报告。', basis: '招标投标法实施条例', tell: 'result' } });
  await tenMinutes(stage);
  await clerk.taps('通过', { on: /反馈/ });
  await tenMinutes(stage);
  const result = await reporter.sees(new RegExp(`^${no} 已办结`));
  return { no, meeting, result: glance(result.content).bold };
}

type People = { reporter: Actor; clerk: Actor; zjj: Actor; jtj: Actor };

/** Registered, sent to 市住建局, returned, sent on to 市交通局, returned again: E-207, so the system proposes a meeting. */
async function refusedTwice({ stage }: Troupe, { reporter, clerk, zjj, jtj }: People): Promise<string> {
  await reporter.says(words);
  await reporter.taps('确认登记', { on: /沙柳滩小学教学楼/ });
  const no = /XS-\d{8}-\d{4}/.exec(wordsOf((await reporter.sees(/已登记/)).content))?.[0] ?? '';
  await clerk.taps('我来办', { on: new RegExp(`新来件.*${no}`) });
  const desk = await clerk.sees(new RegExp(`分办.*${no}`));
  const days = /"(15:\d{4}-\d{2}-\d{2})"/.exec(JSON.stringify(desk.content))?.[1] ?? '15';
  await clerk.taps('转办', { on: new RegExp(`分办.*${no}`), form: { organs: ['ZJJ'], days } });
  await tenMinutes(stage);
  await fillsIn(zjj, { button: '申请退回', on: /转办单[^]*沙柳滩/ }, { button: '申请退回', on: /不属本单位办理/, form: { suggest: 'JTJ', reason: '项目由交通部门立项和招标' } });
  await tenMinutes(stage);
  await clerk.taps('同意并改派', { on: new RegExp(`市住建局 申请退回 ${no}`) });
  await tenMinutes(stage);
  await fillsIn(jtj, { button: '申请退回', on: /转办单[^]*沙柳滩/ }, { button: '申请退回', on: /不属本单位办理/, form: { suggest: 'ZJJ', reason: '教学楼是房屋建筑，不归交通' } });
  await tenMinutes(stage);
  await clerk.sees(new RegExp(`市交通局 申请退回 ${no}[^]*已提交会商`));
  return no;
}

/** Put to both and called at the second of the times, at which alone one of them can come; one head comes, the other is on leave and sends somebody. */
async function convened({ stage }: Troupe, { clerk, zjj, jtj, proxy }: Pick<People, 'clerk' | 'zjj' | 'jtj'> & { proxy: string }): Promise<string> {
  await clerk.taps('征询时间', { on: /拟会商/ });
  await tenMinutes(stage);
  const times = timesOn((await zjj.sees(/会商时间征询/)).content);
  for (const [organ, only] of [[zjj, times[1]], [jtj, undefined]] as const) {
    await organ.taps('提交', { on: /会商时间征询/, form: Object.fromEntries(times.map((time) => [time, !only || time === only])) });
  }
  await tenMinutes(stage);
  await clerk.taps('发起', { on: /拟会商[^]*可到 2\/2/ });
  await tenMinutes(stage);
  await zjj.taps('参加', { on: /会商通知/ });
  await fillsIn(jtj, { button: '请假', on: /会商通知/ }, { button: '请假', on: /请假的请指定/, form: { person: proxy, note: '局长出差' } });
  const invitation = await jtj.sees(/会商通知/);
  return /HS-\d{8}-\d{4}/.exec(JSON.stringify(invitation.content))?.[0] ?? '';
}

/** Held with the two, one decision names who handles the matter, one is a task; a dissent, then the minutes hold. */
async function held({ stage }: Troupe, { clerk, zjj, jtj, meeting }: Pick<People, 'clerk' | 'zjj' | 'jtj'> & { meeting: string }): Promise<void> {
  const event = (await stage.client.calendar(zjj.cast.id))[0];
  if (!event) throw new Error('nothing stands in the calendar of 市住建局');
  await passes(stage, new Date(Date.parse(event.start) + 60_000).toISOString());
  await fillsIn(clerk, { button: '开始', on: meeting }, { button: '开始', on: /到会/, form: { organs: ['ZJJ', 'JTJ'] } });
  for (const decision of [
    { kind: 'assign', what: '由该单位承办并按期反馈', organ: 'ZJJ', dueDate: '2027-01-08 +0800' },
    { kind: 'other', what: '提供用地和立项资料', organ: 'JTJ', co: ['ZJJ'], dueDate: '2026-12-02 +0800' },
  ]) {
    await fillsIn(clerk, { button: '记一条议定', on: /会商进行中/ }, { button: '记一条议定', on: /项议定/, form: decision });
  }
  await clerk.taps('结束', { on: /会商进行中/ });
  await tenMinutes(stage);
  await fillsIn(jtj, { button: '有不同意见', on: /会商纪要/ }, { button: '提出意见', on: /原文照记/, form: { dissent: '我单位认为教学楼由业主自行管理，\n不宜由行业部门承办。' } });
  await zjj.taps('确认', { on: /会商纪要/ });
}

/** The fields of a poll, one a time, the earliest first. */
function timesOn(poll: unknown): string[] {
  return partsOf(poll).flatMap(({ name }) => (name?.startsWith('at_') ? [name] : [])).sort();
}

interface Tapped { button: string; on: string | RegExp }

// A form that was just opened may be drawn over by news that was on its way; a person then opens it again.
async function fillsIn(actor: Actor, first: Tapped, { button, on, form }: Tapped & { form: Record<string, string | string[]> }): Promise<void> {
  for (let tries = 0; ; tries += 1) {
    await actor.taps(first.button, { on: first.on });
    try {
      await actor.sees(on, { timeoutMs: 3_000 });
      break;
    } catch (fault) {
      if (tries === 3) throw fault;
    }
  }
  await actor.taps(button, { on, form });
}

// A card may be drawn anew between look and tap; a person then taps the new one.
function patient(actor: Actor): Actor {
  const taps: Actor['taps'] = async (what, press) => {
    for (let tries = 0; ; tries += 1) {
      try {
        return await actor.taps(what, press);
      } catch (fault) {
        if (tries === 3 || !(fault instanceof Error) || !/ 40\d /.test(fault.message)) throw fault;
      }
    }
  };
  return { ...actor, taps };
}
