import { actorId } from '../audit.ts';
import { rows, type Document, type EffectRequest, type World } from '../document.ts';
import { post, redraw, toRole } from '../effects.ts';
import { center, holders, shortName } from '../people.ts';
import { refuse } from '../refusal.ts';
import { dayText } from '../time/deadlines.ts';
import { grounds, liveParts, partOf, type Campaign, type Part } from './campaign.ts';
import { assignable, launchable } from './guards.ts';
import { assignInput, openInput, organReasonInput, planInput, reasonInput } from './inputs.ts';
import { partAlarms, toCoordinator } from './reminders.ts';

const row = rows<Campaign>();
const article = '第十条';
const coordinator = ['C_CLERK', 'C_HEAD'] as const;

/** 拟定、安排、部署: until the head of the Center launches it, nobody outside of the Center knows of it. */
export const planRows = [
  row({
    act: 'open', verb: '拟定专项行动', code: 'CPN_OPEN', article, from: ['new'], to: 'z.plan', by: [...coordinator, 'system'], input: openInput,
    numbers: () => [{ key: 'no', form: 'ZX-{date}-{nnnn}', scope: 'ZX-{date}' }],
    change: ({ doc, input: { organs, task, dueDate, ...plan }, by }) => ({ ...plan, clerk: plan.clerk || actorId(by), parts: assigned(doc.data, { organs: organs.filter((organ) => organ !== center), task, dueDate }) }),
    follow: ({ doc, world }) => toCoordinator(doc.data, world),
    note: ({ input }) => (input.ground ? grounds[input.ground] : ''),
  }),
  row({
    act: 'plan', verb: '修改方案', code: 'CPN_PLAN', article, from: ['z.plan'], to: '=', by: coordinator, input: planInput, newRound: true,
    change: ({ input }) => input,
    follow: () => [redraw()],
    note: ({ input }) => `${dayText(input.until)}结束`,
  }),
  row({
    act: 'assign', verb: '安排任务', code: 'CPN_TASK', article, from: ['z.plan', 'z.running'], to: '=', by: coordinator, input: assignInput, newRound: true,
    guard: assignable,
    change: ({ doc, input }) => ({ parts: assigned(doc.data, input) }),
    alarms: ({ doc, input, world }) => (doc.state === 'z.running' ? partAlarms({ ...doc.data, parts: assigned(doc.data, input) }, world) : []),
    follow: ({ doc, input, world }) => [...(doc.state === 'z.running' ? input.organs.flatMap((organ) => invited(organ, world)) : []), redraw()],
    note: ({ input, world }) => `${input.organs.map((organ) => shortName(world.directory, organ)).join('、')}，${dayText(input.dueDate)}前`,
  }),
  row({
    act: 'release', verb: '撤销任务', code: 'CPN_TASK', article, from: ['z.plan', 'z.running'], to: '=', by: coordinator, input: organReasonInput, newRound: true,
    guard: ({ doc, input, world }) => {
      const part = partOf(doc.data, input.organ);
      if (!part) return refuse('not-found', { what: '该单位的任务' }, ['organ']);
      if (part.report) return refuse('input', { fields: `${shortName(world.directory, input.organ)}已报送结果，不能撤销` }, ['organ']);
      return doc.state === 'z.running' && liveParts(doc.data).length <= 2 ? refuse('input', { fields: '撤销后不足两个单位，请先安排其他单位' }, ['organ']) : undefined;
    },
    change: (s) => ({ parts: releasedFrom(s.doc.data, s.input, s.world) }),
    alarms: ({ doc, input, world }) => (doc.state === 'z.running' ? partAlarms({ ...doc.data, parts: releasedFrom(doc.data, input, world) }, world) : []),
    follow: ({ doc, input, world }) => [...(doc.state === 'z.running' ? holders(world.directory, input.organ, 'LIAISON').map(({ id }) => post('remove-from-group', { person: id })) : []), redraw()],
    note: ({ input, world }) => `${shortName(world.directory, input.organ)}：${input.reason}`,
  }),
  row({
    act: 'launch', verb: '部署专项行动', code: 'CPN_LAUNCH', article, from: ['z.plan'], to: 'z.running', by: ['C_HEAD'], input: reasonInput.partial(),
    guard: ({ doc, world }) => launchable(doc, world),
    numbers: () => [{ key: 'plan', form: '鄂公资专〔{year}〕{n}号', scope: '鄂公资专-{year}' }],
    change: ({ world }) => ({ planNo: world.numbers['plan'] ?? '' }),
    alarms: ({ doc, world }) => partAlarms(doc.data, world),
    follow: ({ doc, world }) => [post('write-paper', { paper: 'campaign-plan', docNo: doc.data.planNo }), post('gather-campaign'), ...liveParts(doc.data).flatMap(({ organ }) => toPart(organ, world)), redraw()],
    note: ({ doc, world }) => liveParts(doc.data).map(({ organ }) => shortName(world.directory, organ)).join('、'),
  }),
  row({
    act: 'drop', verb: '取消专项行动', code: 'CPN_DROP', article, from: ['z.plan'], to: 'z.dropped', by: coordinator, input: reasonInput,
    change: ({ input }) => ({ dropped: input.reason }),
    follow: () => [redraw()],
    note: ({ input }) => input.reason,
  }),
  row({
    act: 'drop', verb: '取消专项行动', code: 'CPN_DROP', article, from: ['z.running'], to: 'z.dropped', by: ['C_HEAD'], input: reasonInput,
    change: ({ input }) => ({ dropped: input.reason }),
    alarms: () => [],
    follow: (s) => ended(s),
    note: ({ input }) => input.reason,
  }),
];

/** Its members hear that it has ended, and its matters and its group are let go. */
export function ended({ doc, world }: { doc: Document<Campaign>; world: World }): EffectRequest[] {
  return [...liveParts(doc.data).flatMap(({ organ }) => toPart(organ, world)), post('release-cases'), redraw(), post('close-group')];
}

function toPart(organ: string, { directory }: World): EffectRequest[] {
  return toRole(directory, { organ, roles: ['LIAISON', 'DEPUTY'] }, 'campaign-part');
}

function invited(organ: string, world: World): EffectRequest[] {
  return [...toPart(organ, world), ...holders(world.directory, organ, 'LIAISON').map(({ id }) => post('add-to-group', { person: id }))];
}

function assigned(campaign: Campaign, { organs, task, dueDate }: Pick<Part, 'task' | 'dueDate'> & { organs: readonly string[] }): readonly Part[] {
  const given = [...new Set(organs)];
  const kept = campaign.parts.map((part) => (!part.released && given.includes(part.organ) ? { ...part, task, dueDate, explained: null } : part));
  const fresh = given.filter((organ) => !partOf(campaign, organ)).map((organ, index) => newPart(`p${campaign.parts.length + index + 1}`, { organ, task, dueDate }));
  return [...kept, ...fresh];
}

function releasedFrom({ parts }: Campaign, { organ, reason }: { organ: string; reason: string }, { now }: World): readonly Part[] {
  return parts.map((part) => (part.organ === organ && !part.released ? { ...part, released: { at: now.toISOString(), reason } } : part));
}

function newPart(id: string, given: Pick<Part, 'organ' | 'task' | 'dueDate'>): Part {
  return { id, ...given, signedBy: '', signedAt: '', tally: { checked: 0, found: 0, fixed: 0 }, words: '', toldAt: '', report: null, back: '', explained: null, released: null };
}
