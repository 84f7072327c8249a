import { actorId, actorName, actorOrganName, canonical } from '../audit.ts';
import { delayInput } from '../delay.ts';
import { rows, type Situation } from '../document.ts';
import { post, redraw, toRole } from '../effects.ts';
import { shortName } from '../people.ts';
import { refuse, type Refusal } from '../refusal.ts';
import { addWorkingDays, dateOf, dayText } from '../time/deadlines.ts';
import { liveParts, openParts, partOf, totalOf, type Campaign, type Case, type Part, type Tally } from './campaign.ts';
import { consistent, ownOpenPart } from './guards.ts';
import { caseInput, closeInput, collectInput, groupedInput, organReasonInput, progressInput, releaseCaseInput, reportInput } from './inputs.ts';
import { ended } from './plan-rows.ts';
import { partAlarms, toCoordinator } from './reminders.ts';
import { z } from 'zod';

const row = rows<Campaign>();
const article = '第十条';
const coordinator = ['C_CLERK', 'C_HEAD'] as const;
const leaders = ['LIAISON', 'DEPUTY', 'HEAD', 'ACTING_HEAD'] as const;
/** Working days for what was sent back. */
const againDays = 5;

/** 行动中: tasks signed for, progress by numbers, results, matters collected, end. */
export const runningRows = [
  row({
    act: 'grouped', verb: '建立行动群', code: 'CPN_GROUP', article, from: ['z.running'], to: '=', by: ['system'], input: groupedInput,
    change: ({ input }) => input,
    follow: () => [redraw()],
    note: ({ input, world }) => input.missing.map((id) => world.directory.people.get(id)?.name ?? '').filter(Boolean).join('、'),
  }),
  row({
    act: 'sign', verb: '签收任务', code: 'CPN_ACK', article, from: ['z.running'], to: '=', by: ['LIAISON', 'DUTY'], input: z.object({}).loose(),
    guard: ({ doc, by }) => {
      const part = ownOpenPart(doc, by);
      if ('code' in part) return part;
      return part.signedAt ? refuse('stale', { who: part.signedBy, what: '签收' }) : undefined;
    },
    change: ({ doc, by, world }) => ({ parts: withOwn(doc.data, by, (part) => signedBy(part, by, world.now)) }),
    follow: () => [redraw()],
    note: ({ doc, by, world }) => `${actorOrganName(by, world.directory)}，${dayText(('organ' in by && partOf(doc.data, by.organ)?.dueDate) || '')}前报送`,
  }),
  row({
    act: 'progress', verb: '报进度', code: 'CPN_PROGRESS', article, from: ['z.running'], to: '=', by: ['LIAISON', 'HANDLER', 'DEPUTY'], input: progressInput,
    guard: ({ doc, input, by }) => refusalOf(ownOpenPart(doc, by)) ?? consistent(input),
    change: ({ doc, input, by, world }) => ({ parts: withOwn(doc.data, by, (part) => ({ ...signedBy(part, by, world.now), tally: tallyOf(input), words: input.words, toldAt: world.now.toISOString() })) }),
    follow: () => [redraw()],
    note: ({ input, by, world }) => `${actorOrganName(by, world.directory)}，${tallyText(input)}`,
  }),
  row({
    act: 'explain', verb: '说明原因', code: 'CPN_EXPLAIN', article, from: ['z.running'], to: '=', by: leaders, input: delayInput,
    guard: ({ doc, by, world }) => {
      const part = ownOpenPart(doc, by);
      if ('code' in part) return part;
      return part.dueDate < dateOf(world.now) ? undefined : refuse('input', { fields: '尚未到报送日期，到期后仍未报送的再说明' });
    },
    change: ({ doc, input, by, world }) => ({ parts: withOwn(doc.data, by, (part) => ({ ...part, explained: { ...input, at: world.now.toISOString(), by: actorName(by) } })) }),
    follow: () => [redraw()],
    note: ({ input, by, world }) => `${actorOrganName(by, world.directory)}，预计 ${dayText(input.expected)}`,
  }),
  row({
    act: 'report', verb: '报送结果', code: 'CPN_REPORT', article, from: ['z.running'], to: '=', by: leaders, input: reportInput,
    guard: ({ doc, input, by }) => refusalOf(ownOpenPart(doc, by)) ?? consistent(input),
    change: (s) => ({ parts: reportedBy(s) }),
    alarms: (s) => partAlarms({ ...s.doc.data, parts: reportedBy(s) }, s.world),
    follow: ({ doc, world }) => [...(openParts(doc.data).length ? [] : toCoordinator(doc.data, world)), redraw()],
    note: ({ doc, input, by, world }) => `${actorOrganName(by, world.directory)}，${tallyText(input)}，已报送 ${liveParts(doc.data).length - openParts(doc.data).length}/${liveParts(doc.data).length}`,
  }),
  row({
    act: 'sendBack', verb: '退回补充', code: 'CPN_BACK', article, from: ['z.running'], to: '=', by: coordinator, input: organReasonInput, newRound: true,
    guard: ({ doc, input }) => (partOf(doc.data, input.organ)?.report ? undefined : refuse('not-found', { what: '该单位报送的结果' }, ['organ'])),
    change: (s) => ({ parts: sentBack(s) }),
    alarms: (s) => partAlarms({ ...s.doc.data, parts: sentBack(s) }, s.world),
    follow: ({ input, world }) => [...toRole(world.directory, { organ: input.organ, roles: ['LIAISON'] }, 'campaign-part'), redraw()],
    note: ({ input, world }) => `${shortName(world.directory, input.organ)}：${input.reason}`,
  }),
  row({
    act: 'collect', verb: '归入案件', code: 'CPN_CASE', article, from: ['z.plan', 'z.running'], to: '=', by: [...coordinator, 'LIAISON'], input: collectInput,
    guard: ({ doc, input, by }) => (by.role !== 'LIAISON' && doc.data.cases.some(({ no }) => no === input.no) ? refuse('stale', { who: '中心', what: '归入' }) : undefined),
    follow: ({ input, by }) => [post('collect-case', { no: input.no, by: actorId(by), organ: by.role === 'LIAISON' ? by.organ : '' })],
  }),
  row({
    act: 'collected', verb: '案件归入', code: 'CPN_CASE', article, from: ['z.plan', 'z.running'], to: '=', by: ['system'], input: caseInput,
    guard: ({ doc, input }) => (doc.data.cases.some((one) => isSame(one, input)) ? refuse('stale') : undefined),
    change: ({ doc, input }) => ({ cases: [...doc.data.cases.filter(({ id }) => id !== input.id), input] }),
    follow: () => [redraw()],
  }),
  row({
    act: 'releaseCase', verb: '移出案件', code: 'CPN_CASE', article, from: ['z.plan', 'z.running'], to: '=', by: coordinator, input: releaseCaseInput,
    guard: ({ doc, input }) => (doc.data.cases.some(({ id }) => id === input.id) ? undefined : refuse('not-found', { what: '该案件' }, ['id'])),
    change: ({ doc, input }) => ({ cases: doc.data.cases.filter(({ id }) => id !== input.id) }),
    follow: ({ input }) => [post('release-cases', { id: input.id }), redraw()],
    note: ({ input }) => input.reason,
  }),
  row({
    act: 'close', verb: '结束专项行动', code: 'CPN_CLOSE', article, from: ['z.running'], to: 'z.closed', by: ['C_HEAD'], input: closeInput,
    guard: ({ doc, world }) => {
      const missing = openParts(doc.data).map(({ organ }) => shortName(world.directory, organ)).join('、');
      return missing ? refuse('input', { fields: `${missing}尚未报送结果，报齐后再结束` }) : undefined;
    },
    change: ({ input }) => ({ closing: input.words }),
    alarms: () => [],
    follow: (s) => [post('write-paper', { paper: 'campaign-plan', docNo: s.doc.data.planNo }), ...ended(s)],
    note: ({ doc }) => `${tallyText(totalOf(doc.data))}${doc.data.ground === 'above' ? '；结果须书面报送部署机关' : ''}`,
  }),
];

/** 排查 12，问题 3，整改 1. */
export function tallyText({ checked, found, fixed }: Tally): string {
  return `排查 ${checked}，问题 ${found}，整改 ${fixed}`;
}

type By = Situation<Campaign, unknown>['by'];

function refusalOf(part: Part | Refusal): Refusal | undefined {
  return 'code' in part ? part : undefined;
}

function withOwn(campaign: Campaign, by: By, change: (part: Part) => Part): readonly Part[] {
  return campaign.parts.map((part) => ('organ' in by && part.organ === by.organ && !part.released ? change(part) : part));
}

// Whoever tells how it goes has received it.
function signedBy(part: Part, by: By, now: Date): Part {
  return part.signedAt ? part : { ...part, signedBy: actorName(by), signedAt: now.toISOString() };
}

function reportedBy({ doc, input, by, world }: Situation<Campaign, z.output<typeof reportInput>>): readonly Part[] {
  const at = world.now.toISOString();
  return withOwn(doc.data, by, (part) => ({ ...signedBy(part, by, world.now), tally: tallyOf(input), back: '', report: { by: actorName(by), at, words: input.words } }));
}

function sentBack({ doc, input, world }: Situation<Campaign, z.output<typeof organReasonInput>>): readonly Part[] {
  const again = addWorkingDays(dateOf(world.now), againDays, world.calendar);
  return doc.data.parts.map((part) => (part.organ === input.organ && !part.released ? { ...part, report: null, back: input.reason, explained: null, dueDate: part.dueDate > again ? part.dueDate : again } : part));
}

function tallyOf({ checked, found, fixed }: Tally): Tally {
  return { checked, found, fixed };
}

function isSame(one: Case, other: Case): boolean {
  return one.id === other.id && one.state === other.state && [...one.organs, ...one.out].join() === [...other.organs, ...other.out].join() && canonical(one.reportedPeople) === canonical(other.reportedPeople) && one.reported.join() === other.reported.join();
}
