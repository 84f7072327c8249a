import { latest } from '../../src/domain/time/clocks.ts';
import { activeMembers, jointStates, memberOf, outcomes, outcomesOf, readyOfficers, triggers, unreported, type Joint, type Member } from '../../src/domain/joint/joint.ts';
import { nameOf, shortName } from '../../src/domain/people.ts';
import { dateOf, dayText, minute } from '../../src/domain/time/deadlines.ts';
import { cut, stamp } from '../kit/branch-lines.ts';
import type { DrawInput } from '../kit/draw.ts';
import { facts, line, panel, plain, type Child, type Tint } from '../kit/kit.ts';

type At = DrawInput<Joint>;

/** The member that the viewer's organ is, if it takes part. */
export function ownMember({ doc, viewer, world }: At): Member | undefined {
  return memberOf(doc.data, world.directory.people.get(viewer.id)?.organ ?? '');
}

/** 巡视反馈（文件已上传）　第十条: on what it was started; the paper's name stays with the Center and the papers. */
export function triggerOf({ doc: { data } }: At): string {
  return `${data.trigger ? triggers[data.trigger] : ''}（${data.file === 'paper' ? '原件线下存档' : '文件已上传'}）　第十条`;
}

/** 市住建局　参与 市发改委、市财政局: who leads, who takes part. */
export function membersOf({ doc, world }: At): string {
  const others = activeMembers(doc.data).filter(({ organ }) => organ !== doc.data.lead).map(({ organ }) => shortName(world.directory, organ));
  return `${shortName(world.directory, doc.data.lead)}　参与 ${others.join('、')}`;
}

/** 2/3: heads that agreed. */
export function agreedOf({ doc }: At): string {
  const all = activeMembers(doc.data);
  return `${all.filter(({ answer }) => answer === 'yes').length}/${all.length}`;
}

/** 2/3: members that reported. */
export function reportedOf({ doc }: At): string {
  const all = activeMembers(doc.data);
  return `${all.filter(({ report }) => report).length}/${all.length}`;
}

/** 12月18日（周五）: the day till which members report, as the limit now runs. */
export function dueOf({ doc }: At): string {
  return dayText(latest(doc.clocks, 'T03')?.due.dueDate ?? doc.data.plan.dueDate);
}

/** Where the limit comes from, in words. */
export function originOf({ doc }: At): string {
  return latest(doc.clocks, 'T03')?.origin === '中心设定' ? '中心设定' : '方案确定';
}

/** The state in words, short enough for a tag. */
export function stateOf({ doc }: At): string {
  if (doc.state === 'j.closed') return '已办结';
  return jointStates[doc.state as keyof typeof jointStates] ?? doc.state;
}

/** Whether the day by which members report has passed, and some have not. */
export function isLate({ doc, world }: At): boolean {
  const due = latest(doc.clocks, 'T03')?.due.dueDate;
  return doc.state === 'j.acting' && due !== undefined && due < dateOf(world.now) && unreported(doc.data).length > 0;
}

/** The colour of the header by state; orange where it is late. */
export function tintOf(at: At): Tint {
  const { doc } = at;
  if (isLate(at)) return 'orange';
  if (doc.state === 'j.plan') return 'red';
  if (doc.state === 'j.suspended') return 'yellow';
  if (doc.state === 'j.dropped') return 'grey';
  return doc.state === 'j.closed' ? 'green' : 'blue';
}

/** The plan, folded: what all heads agree to, with the people of each member. */
export function planPanel(at: At): Child {
  const { plan, members } = at.doc.data;
  const parts = [['目标', plan.goal], ['步骤', plan.steps], ['取证与保全', plan.evidence], ['安全预案', plan.safety], ['信息发布', plan.publicity], ['汇总要求', plan.summary]] as const;
  const left = members.filter(({ leftAt }) => leftAt).map(({ organ, leftAt }) => `${shortName(at.world.directory, organ)}　${stamp(leftAt)} 退出`);
  return panel(`方案第 ${plan.version} 版`, [
    ...parts.map(([name, words]) => plain(`${name}：${cut(words, 160)}`, 4)), line(`首次碰头 ${minute(plan.firstAt)}，完成日期 ${dayText(plan.dueDate)}`), ...left.map((text) => line(text)),
  ]);
}

/** Each member in one row: answer, people, report. */
export function memberRows(at: At): Child {
  const words = { yes: '已确认', dissent: '有不同意见', '': '待确认' } as const;
  return facts(activeMembers(at.doc.data).slice(0, 16).map((member) => {
    const people = member.officers.length ? `执法人员 ${readyOfficers(member).length}/${member.officers.length}` : '待报执法人员';
    return [shortName(at.world.directory, member.organ), `${words[member.answer]}　${people}${member.report ? '　已报送' : member.back ? '　待补充' : ''}`];
  }));
}

/** 说明情况 of the members, verbatim, folded. */
export function dissentPanel({ doc, world }: At): Child {
  const spoken = activeMembers(doc.data).filter(({ words }) => words);
  return spoken.length > 0 && panel(`说明情况（原文照记 ${spoken.length} 条）`, spoken.slice(0, 6).map((member) => plain(`${shortName(world.directory, member.organ)}：${cut(member.words, 300)}`, 8)));
}

/** The actions, newest first, folded. */
export function actionPanel({ doc, world }: At): Child {
  const { actions } = doc.data;
  return actions.length > 0 && panel(`行动 ${actions.length} 次`, actions.toReversed().slice(0, 6).flatMap((action) => [
    line(`${dayText(action.date)}　${shortName(world.directory, action.organ)}　${action.people.slice(0, 4).map((id) => nameOf(world.directory, id)).join('、')}`),
    plain(`${cut(action.what, 120)}（${cut(action.power, 60)}）`, 3), action.result && plain(`结果：${cut(action.result, 120)}`, 3),
  ]));
}

/** What members reported and where it goes on, folded. */
export function resultPanel({ doc, world }: At): Child {
  const reported = activeMembers(doc.data).filter(({ report }) => report);
  const further = outcomesOf(doc.data).slice(0, 8).map(({ organ, kind, no, doc: found }) => plain(`${shortName(world.directory, organ)}　${outcomes[kind]} ${cut(no, 40)}${kind === 'transfer' ? (found ? '　已关联' : '　未找到') : ''}`, 2));
  return reported.length > 0 && panel(`各单位结果 ${reported.length} 家`, [...reported.slice(0, 8).map((member) => plain(`${shortName(world.directory, member.organ)}：${cut(member.report?.words ?? '', 160)}`, 4)), ...further]);
}
