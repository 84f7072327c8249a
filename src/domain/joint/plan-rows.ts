import { z } from 'zod';
import { actorId, actorOrganName } from '../audit.ts';
import { rows, type Document, type EffectRequest, type Situation, type World } from '../document.ts';
import { post, redraw, toPerson, toRole } from '../effects.ts';
import { shortName } from '../people.ts';
import { refuse } from '../refusal.ts';
import { sendablePeople, startable } from './guards.ts';
import { declareInput, dissentInput, openJoint, planInput, reasonInput, staffInput } from './inputs.ts';
import { activeMembers, memberOf, newMember, standardPlan, triggers, type Joint, type Member, type Officer } from './joint.ts';
import { answerAlarms, toCenter, toHead, toMember } from './reminders.ts';
import { relations } from '../recusal/recusal.ts';

const row = rows<Joint>();
const article = '第十条';
const nothing = z.object({}).loose();

/** 启动、方案、人员、确认: until every member's head has agreed to one and the same plan (domain table 5.8). */
export const planRows = [
  row({
    act: 'open', verb: '启动联合执法', code: 'JNT_START', article, from: ['new'], to: 'j.plan', by: ['system'], input: openJoint,
    // The matter has been asked whether it is 重大; here nothing may come in without its trigger, or with the Center as a member.
    guard: ({ input, world }) => startable(input, input.brief.reported, world),
    numbers: () => [
      { key: 'no', form: 'LH-{date}-{nnnn}', scope: 'LH-{date}' },
      { key: 'plan', form: '鄂公资联〔{year}〕{n}号', scope: '鄂公资联-{year}' },
    ],
    change: ({ input, world }) => {
      const { goal, firstAt, dueDate, members, ...rest } = input;
      const organs = [...new Set([input.lead, ...members])];
      return { ...rest, planNo: world.numbers['plan'] ?? '', members: organs.map((organ) => newMember(organ, '')), plan: { ...standardPlan, version: 1, goal, firstAt, dueDate } };
    },
    alarms: ({ world }) => answerAlarms(1, world),
    follow: ({ doc, world }) => [
      post('write-paper', { paper: 'joint-plan', docNo: doc.data.planNo }), ...activeMembers(doc.data).flatMap(({ organ }) => toMember(organ, world)), ...toCenter(doc.data, world), post('tell-matter'),
    ],
    note: ({ input, world }) => `${input.trigger ? triggers[input.trigger] : ''}，牵头 ${shortName(world.directory, input.lead)}`,
  }),
  row({
    act: 'plan', verb: '修改方案', code: 'JNT_PLAN', article, from: ['j.plan'], to: '=', by: ['LEAD', 'C_CLERK', 'C_HEAD'], input: planInput, newRound: true,
    change: ({ doc, input }) => ({ plan: { ...input, version: doc.data.plan.version + 1 }, members: doc.data.members.map((member) => ({ ...member, answer: '' as const, answeredBy: '', answeredAt: '' })) }),
    alarms: ({ doc, world }) => answerAlarms(doc.data.plan.version + 1, world),
    follow: ({ doc, world }) => [post('write-paper', { paper: 'joint-plan', docNo: doc.data.planNo }), ...activeMembers(doc.data).flatMap(({ organ }) => toHead(organ, 'enforcement', world)), redraw()],
    note: ({ doc }) => `第 ${doc.data.plan.version} 版，请各单位重新确认`,
  }),
  row({
    act: 'staff', verb: '报执法人员', code: 'JNT_STAFF', article, from: ['j.plan', 'j.acting'], to: '=', by: ['LIAISON', 'DEPUTY', 'HEAD', 'ACTING_HEAD'], input: staffInput,
    guard: sendablePeople,
    change: ({ doc, input, by }) => ({ members: ofOrgan(doc.data, by, (member) => ({ powers: input.powers, officers: input.people.map((id) => known(member, id)) })) }),
    follow: ({ doc, input, by }) => [...input.people.filter((id) => known(ownMember(doc.data, by), id).declared === '').map((id) => toPerson(id, 'enforcement-officer')), redraw()],
    note: ({ input, by, world }) => `${actorOrganName(by, world.directory)} ${input.people.length} 人`,
  }),
  row({
    act: 'declare', verb: '回避声明', code: 'JNT_DECLARE', article, from: ['j.plan', 'j.acting'], to: '=', by: ['OFFICER'], input: declareInput,
    guard: ({ input }) => (input.tied === 'yes' && !input.relation ? refuse('input', { fields: '请选择回避情形' }, ['relation']) : undefined),
    change: ({ doc, input, by }) => {
      const id = actorId(by);
      const stated = (officer: Officer): Officer => (officer.id === id ? { ...officer, declared: input.tied === 'none' ? 'none' : 'tied', relation: input.relation } : officer);
      return { members: ofOrgan(doc.data, by, (member) => ({ officers: member.officers.map(stated) })), ...(input.tied === 'yes' ? { out: [...doc.data.out, id] } : {}) };
    },
    follow: ({ input, by, world }) => [...(input.tied === 'yes' && 'organ' in by ? toRole(world.directory, { organ: by.organ, roles: ['LIAISON'] }, 'enforcement') : []), redraw()],
    note: ({ input }) => (input.relation ? `回避：${relations[input.relation]}` : '无需回避'),
  }),
  row({
    act: 'confirm', verb: '确认参与', code: 'JNT_PLAN', article, from: ['j.plan', 'j.acting'], by: ['HEAD', 'ACTING_HEAD'], input: nothing,
    to: (s) => (s.doc.state === 'j.plan' && !allAgree(answered(s, 'yes')) ? 'j.plan' : 'j.acting'),
    guard: ({ doc, by }) => (ownMember(doc.data, by)?.answer === 'yes' ? refuse('stale', { who: '贵单位', what: '确认' }) : undefined),
    change: (s) => ({ members: answered(s, 'yes') }),
    clocks: (s) => (s.doc.state === 'j.plan' && allAgree(answered(s, 'yes')) ? begun(s.doc.data) : {}),
    follow: ({ doc, world }) => [...(doc.state === 'j.acting' ? agreed(doc, world) : []), redraw()],
    note: ({ doc, by, world }) => `${actorOrganName(by, world.directory)}，方案第 ${doc.data.plan.version} 版`,
  }),
  row({
    act: 'dissent', verb: '说明情况', code: 'JNT_PLAN', article, from: ['j.plan'], to: '=', by: ['HEAD', 'ACTING_HEAD'], input: dissentInput,
    change: (s) => ({ members: answered(s, 'dissent', s.input.words) }),
    follow: ({ doc, world }) => [...toCenter(doc.data, world), post('convene-joint'), redraw()],
    note: ({ by, world }) => `${actorOrganName(by, world.directory)}有不同意见，提请会商`,
  }),
  row({
    act: 'withdraw', verb: '撤销启动', code: 'JNT_DROP', article, from: ['j.plan'], to: 'j.dropped', by: ['C_HEAD'], input: reasonInput,
    change: ({ input }) => ({ dropped: input.reason }),
    follow: () => [post('tell-matter'), redraw()],
    note: ({ input }) => input.reason,
  }),
];

/** What begins once all agree: the limit that the plan set. */
export function begun({ plan }: Pick<Joint, 'plan'>): { start: { rule: string; dueDate: string; origin: string }[] } {
  return { start: [{ rule: 'T03', dueDate: plan.dueDate, origin: '方案' }] };
}

/** Whether the head of every member agreed. */
export function allAgree(members: readonly Member[]): boolean {
  return members.filter((member) => !member.leftAt).every((member) => member.answer === 'yes');
}

/** What follows once all agree: the plan is final, and everybody hears that it begins. */
export function agreed(doc: Document<Joint>, world: World): EffectRequest[] {
  const liaisons = activeMembers(doc.data).flatMap(({ organ }) => toRole(world.directory, { organ, roles: ['LIAISON'] }, organ === doc.data.lead ? 'enforcement-desk' : 'enforcement'));
  return [post('write-paper', { paper: 'joint-plan', docNo: doc.data.planNo }), ...liaisons, ...toCenter(doc.data, world), post('tell-matter')];
}


type By = Situation<Joint, unknown>['by'];

/** The members with the acting organ's own changed. */
export function ofOrgan(joint: Joint, by: By, change: (member: Member) => Partial<Member>): readonly Member[] {
  return joint.members.map((member) => ('organ' in by && member.organ === by.organ && !member.leftAt ? { ...member, ...change(member) } : member));
}

function ownMember(joint: Joint, by: By): Member | undefined {
  return 'organ' in by ? memberOf(joint, by.organ) : undefined;
}

function answered({ doc, by, world }: Situation<Joint, unknown>, answer: 'yes' | 'dissent', words?: string): readonly Member[] {
  const mark = { answer, answeredBy: 'name' in by ? by.name : '', answeredAt: world.now.toISOString() };
  return ofOrgan(doc.data, by, (member) => ({ ...mark, words: words ?? member.words }));
}

function known(member: Member | undefined, id: string): Officer {
  return member?.officers.find((officer) => officer.id === id) ?? { id, declared: '', relation: '' };
}
