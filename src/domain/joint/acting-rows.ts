import { actorOrganName } from '../audit.ts';
import { rows, type Situation } from '../document.ts';
import { post, redraw, toRole } from '../effects.ts';
import { shortName } from '../people.ts';
import { refuse } from '../refusal.ts';
import { dayText } from '../time/deadlines.ts';
import { z } from 'zod';
import { changeable, recordable } from './guards.ts';
import { actionInput, backInput, changeInput, decideInput, reasonInput, reportInput, summaryInput } from './inputs.ts';
import { activeMembers, newMember, outcomesOf, triggers, unreported, type Change, type Joint, type Member, type Outcome } from './joint.ts';
import { agreed, allAgree, begun, ofOrgan } from './plan-rows.ts';
import { toCenter, toHead, toMember } from './reminders.ts';

const row = rows<Joint>();
const article = '第十条';
const coordinator = ['C_CLERK', 'C_HEAD'] as const;
const ofMember = ['LIAISON', 'DEPUTY', 'HEAD', 'ACTING_HEAD'] as const;

/** 成员变更、行动、中止、汇总、办结: what happens once it runs (domain table 5.8). */
export const actingRows = [
  row({
    act: 'askChange', verb: '申请成员变更', code: 'JNT_MEMBER', article, from: ['j.plan', 'j.acting'], to: '=', by: [...ofMember, ...coordinator], input: changeInput,
    guard: ({ doc, input, by, world }) => changeable(doc, { what: input.what, organ: leaving(input, by) }, world),
    change: ({ doc, input, by }) => ({ changes: [...doc.data.changes, { id: `m${doc.data.changes.length + 1}`, what: input.what, organ: leaving(input, by), reason: input.reason, decided: '' as const }] }),
    follow: ({ doc, world }) => [...toCenter(doc.data, world), redraw()],
    note: ({ input, by, world }) => `${shortName(world.directory, leaving(input, by))}${input.what === 'join' ? '加入' : '退出'}：${input.reason}`,
  }),
  row({
    act: 'decideChange', verb: '决定成员变更', code: 'JNT_MEMBER', article, from: ['j.plan', 'j.acting'], by: coordinator, input: decideInput,
    to: (s) => (s.doc.state === 'j.plan' && isLastToWait(s) ? 'j.acting' : s.doc.state),
    guard: ({ doc, input, world }) => {
      const change = doc.data.changes.find(({ id, decided }) => id === input.id && decided === '');
      if (!change) return refuse('stale', { who: '中心', what: '决定成员变更' });
      return input.agree === 'yes' ? changeable(doc, change, world) : undefined;
    },
    change: (s) => ({ changes: s.doc.data.changes.map((change) => (change.id === s.input.id ? { ...change, decided: s.input.agree } : change)), members: membersAfter(s) }),
    clocks: (s) => (s.doc.state === 'j.plan' && isLastToWait(s) ? begun(s.doc.data) : {}),
    follow: (s) => {
      const change = decidedOn(s);
      const told = change?.what === 'join' ? (s.input.agree === 'yes' ? toMember(change.organ, s.world) : []) : toRole(s.world.directory, { organ: change?.organ ?? '', roles: ['LIAISON'] }, 'enforcement');
      return [...told, ...(s.doc.state === 'j.acting' && !s.doc.data.actions.length ? agreed(s.doc, s.world) : []), redraw()];
    },
    note: (s) => `${s.input.agree === 'yes' ? '同意' : '不同意'}${shortName(s.world.directory, decidedOn(s)?.organ ?? '')}${decidedOn(s)?.what === 'join' ? '加入' : '退出'}`,
  }),
  row({
    act: 'record', verb: '登记行动', code: 'JNT_ACT', article, from: ['j.acting'], to: '=', by: ['LEAD'], input: actionInput,
    guard: recordable,
    change: ({ doc, input }) => ({ actions: [...doc.data.actions, { ...input, id: `a${doc.data.actions.length + 1}` }] }),
    follow: () => [redraw()],
    note: ({ input, world }) => `${shortName(world.directory, input.organ)} ${input.people.length} 人，${dayText(input.date)}`,
  }),
  row({
    act: 'suspend', verb: '中止联合执法', code: 'JNT_SUSP', article, from: ['j.acting'], to: 'j.suspended', by: ['C_HEAD'], input: reasonInput,
    change: ({ input }) => ({ pausedFor: input.reason }),
    clocks: () => ({ pause: ['T03'] }),
    follow: ({ doc, world }) => [...activeMembers(doc.data).flatMap(({ organ }) => toRole(world.directory, { organ, roles: ['LIAISON'] }, 'enforcement')), post('tell-matter'), redraw()],
    note: ({ input }) => input.reason,
  }),
  row({
    act: 'resume', verb: '恢复联合执法', code: 'JNT_SUSP', article, from: ['j.suspended'], to: 'j.acting', by: ['C_HEAD'], input: reasonInput,
    change: () => ({ pausedFor: '' }),
    clocks: () => ({ resume: ['T03'] }),
    follow: ({ doc, world }) => [...activeMembers(doc.data).flatMap(({ organ }) => toRole(world.directory, { organ, roles: ['LIAISON'] }, 'enforcement')), post('tell-matter'), redraw()],
    note: ({ doc, input }) => `${input.reason}，完成日期 ${dayText(doc.clocks.find((clock) => clock.rule === 'T03' && !clock.stoppedAt)?.due.dueDate ?? doc.data.plan.dueDate)}`,
  }),
  row({
    act: 'report', verb: '报送结果', code: 'JNT_REPORT', article, from: ['j.acting'], to: '=', by: ofMember, input: reportInput,
    change: ({ doc, input, by, world }) => ({
      members: ofOrgan(doc.data, by, () => ({ back: '', report: { by: 'name' in by ? by.name : '', at: world.now.toISOString(), words: input.words, outcomes: named(input) } })),
    }),
    follow: ({ doc, world }) => [post('link-outcomes'), ...(unreported(doc.data).length ? [] : toRole(world.directory, { organ: doc.data.lead, roles: ['LIAISON'] }, 'enforcement-desk')), redraw()],
    note: ({ doc, by, world }) => `${actorOrganName(by, world.directory)}，已报送 ${activeMembers(doc.data).length - unreported(doc.data).length}/${activeMembers(doc.data).length}`,
  }),
  row({
    act: 'linked', verb: '关联移送', code: 'JNT_LINK', article, from: ['j.acting', 'j.result'], to: '=', by: ['system'], input: z.object({ found: z.array(z.object({ no: z.string(), id: z.string() })) }),
    change: ({ doc, input }) => {
      const withDoc = (outcome: Outcome): Outcome => ({ ...outcome, doc: input.found.find(({ no }) => no === outcome.no)?.id ?? outcome.doc });
      return { members: doc.data.members.map((member) => (member.report ? { ...member, report: { ...member.report, outcomes: member.report.outcomes.map(withDoc) } } : member)) };
    },
    follow: () => [redraw()],
    note: ({ input }) => input.found.map(({ no }) => no).join('、'),
  }),
  row({
    act: 'summarise', verb: '提交汇总', code: 'JNT_SUM', article, from: ['j.acting'], to: 'j.result', by: ['LEAD'], input: summaryInput,
    guard: ({ doc, world }) => {
      const missing = unreported(doc.data).map(({ organ }) => shortName(world.directory, organ)).join('、');
      return missing ? refuse('input', { fields: `${missing}尚未报送结果，报齐后再汇总` }) : undefined;
    },
    change: ({ input }) => ({ summary: input.words }),
    clocks: () => ({ stop: ['T03'] }),
    follow: ({ doc, world }) => [...toCenter(doc.data, world), post('tell-matter'), redraw()],
    note: ({ doc }) => `行动 ${doc.data.actions.length} 次，后续 ${outcomesOf(doc.data).length} 项`,
  }),
  row({
    act: 'close', verb: '办结联合执法', code: 'JNT_CLOSE', article, from: ['j.result'], to: 'j.closed', by: coordinator, input: reasonInput,
    guard: ({ doc }) => {
      const lost = outcomesOf(doc.data).filter(({ kind, doc: found }) => kind === 'transfer' && !found).map(({ no }) => no).join('、');
      return lost ? refuse('input', { fields: `移送 ${lost} 在本件中没有找到，请退回补充` }) : undefined;
    },
    change: ({ input }) => ({ closing: input.reason }),
    follow: ({ doc, world }) => [...activeMembers(doc.data).flatMap(({ organ }) => toHead(organ, 'enforcement', world)), post('tell-matter'), redraw()],
    note: ({ doc }) => (isFromAbove(doc.data) ? `结果须书面报送交办机关（${doc.data.trigger ? triggers[doc.data.trigger] : ''}）` : ''),
  }),
  row({
    act: 'sendBack', verb: '退回补充', code: 'JNT_CLOSE', article, from: ['j.result'], to: 'j.acting', by: coordinator, input: backInput,
    change: ({ doc, input }) => ({
      members: doc.data.members.map((member) => (!member.leftAt && (!input.organs.length || input.organs.includes(member.organ)) ? { ...member, report: null, back: input.reason } : member)),
    }),
    clocks: () => ({ start: [{ rule: 'T03', amount: 5, origin: '中心设定' }] }),
    follow: ({ doc, world }) => [...unreported(doc.data).flatMap(({ organ }) => toRole(world.directory, { organ, roles: ['LIAISON'] }, 'enforcement')), post('tell-matter'), redraw()],
    note: ({ input }) => input.reason,
  }),
];

/** Whether somebody above waits for the result. */
export function isFromAbove({ trigger }: Pick<Joint, 'trigger'>): boolean {
  return trigger === 'assigned' || trigger === 'inspection';
}

type Deciding = Situation<Joint, z.output<typeof decideInput>>;

function leaving(input: Pick<Change, 'what' | 'organ'>, by: Situation<Joint, unknown>['by']): string {
  return input.what === 'leave' && 'organ' in by && !coordinator.some((role) => role === by.role) ? by.organ : input.organ;
}

function decidedOn({ doc, input }: Deciding): Change | undefined {
  return doc.data.changes.find(({ id }) => id === input.id);
}

function membersAfter(s: Deciding): readonly Member[] {
  const { members } = s.doc.data;
  const change = decidedOn(s);
  if (!change || s.input.agree === 'no') return members;
  if (change.what === 'join') return [...members, newMember(change.organ, '')];
  return members.map((member) => (member.organ === change.organ && !member.leftAt ? { ...member, leftAt: s.world.now.toISOString() } : member));
}

// Where the only head who had not agreed leaves, the others begin.
function isLastToWait(s: Deciding): boolean {
  return allAgree(membersAfter(s));
}

function named(input: z.output<typeof reportInput>): Outcome[] {
  return (['penalty', 'transfer', 'dishonest'] as const).flatMap((kind) => (input[kind] ? [{ kind, no: input[kind], doc: '' }] : []));
}
