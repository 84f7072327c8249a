import { z } from 'zod';
import { rows, type Alarm, type World } from '../document.ts';
import { post } from '../effects.ts';
import { addWorkingDays, dateOf, dayText } from '../time/deadlines.ts';
import { instantAt } from '../time/time.ts';
import { examinations, isPaused, live, results, type Complaint } from './complaint.ts';
import { daysBetween, conclusive, pausable } from './guards.ts';
import { decisionInput, pauseInput, suspensionInput, whyInput } from './inputs.ts';
import { limitsText } from './limits.ts';
import { department, news, paper, toComplainant, toDepartment } from './news.ts';
import { refuse } from '../refusal.ts';

const row = rows<Complaint>();
const nothing = z.object({}).loose();
const article = '第九条';

/** From 受理 to the decision (domain table 5.2): the answer notice, the pause of the project, 鉴定中止, 处理决定. */
export const handlingRows = [
  row({
    act: 'serve', verb: '发出答复通知书', code: 'CMP_SERVE', article, from: ['accepted', 'suspended'], to: '=', by: department, input: nothing,
    guard: ({ doc }) => {
      if (doc.data.regime !== 'procurement') return refuse('input', { fields: '只有政府采购投诉须发出投诉答复通知书' });
      return doc.data.servedAt ? refuse('stale', { who: '本部门', what: '发出答复通知书' }) : undefined;
    },
    change: ({ world }) => ({ servedAt: world.now.toISOString() }),
    clocks: () => ({ stop: ['T27'] }),
    follow: () => news(),
  }),
  row({
    act: 'pause', verb: '暂停项目', code: 'CMP_PAUSE', article, from: ['accepted', 'suspended'], to: '=', by: ['DEPUTY'], input: pauseInput,
    guard: pausable,
    change: ({ doc, input, world }) => ({ pause: { reason: input.reason, from: dateOf(world.now), until: input.until, endedAt: '', days: doc.data.pause.days, no: world.numbers['paper'] ?? '' } }),
    // A cap is no deadline: it is the very day, never rolled over a holiday.
    clocks: ({ doc, input }) => (doc.data.regime === 'procurement' ? { start: [{ rule: 'T29', dueDate: input.until }] } : {}),
    alarms: (s) => [pauseAlarm(s)],
    follow: (s) => [post('write-paper', { paper: 'complaint-pause', docNo: s.doc.data.pause.no }), ...news()],
    numbers: (s) => [paper(s, '停')],
    note: ({ input }) => `暂停到 ${dayText(input.until)}`,
  }),
  row({
    act: 'unpause', verb: '恢复项目', code: 'CMP_PAUSE', article, from: ['accepted', 'suspended', 'withdrawing'], to: '=', by: ['DEPUTY'], input: nothing,
    guard: ({ doc }) => (isPaused(doc.data) ? undefined : refuse('E-900', { state: '项目活动没有暂停' })),
    change: ({ doc, world }) => ({ pause: ended(doc.data.pause, world) }),
    clocks: () => ({ stop: ['T29'] }),
    alarms: () => [],
    follow: () => news(),
    note: ({ doc }) => `累计暂停 ${doc.data.pause.days} 日`,
  }),
  row({
    act: 'suspend', verb: '鉴定中止', code: 'CMP_SUSP', article, from: ['accepted'], to: 'suspended', by: department, input: suspensionInput,
    change: ({ input }) => ({ suspension: input }),
    clocks: () => ({ pause: ['T16', 'T28'] }),
    follow: () => [toComplainant(), ...news()],
    note: ({ input, world }) => `${examinations[input.ground]}，${input.document}，自 ${dayText(dateOf(world.now))}起不计入期限`,
  }),
  row({
    act: 'resume', verb: '恢复办理', code: 'CMP_SUSP', article, from: ['suspended'], to: 'accepted', by: department, input: nothing,
    clocks: () => ({ resume: ['T16', 'T28'] }),
    follow: (s) => [toComplainant(), ...toDepartment(s), ...news()],
    note: ({ doc }) => limitsText(doc),
  }),
  row({
    act: 'decide', verb: '作出决定', code: 'CMP_DECIDE', article, from: ['accepted'], to: 'decided', by: department, input: decisionInput,
    guard: conclusive,
    numbers: (s) => [paper(s, '诉决')],
    change: ({ doc, input, world }) => ({
      decision: { ...input, ground: input.result === 'dismissed' ? input.ground : '', no: world.numbers['paper'] ?? '' },
      ...(isPaused(doc.data) ? { pause: ended(doc.data.pause, world) } : {}),
    }),
    clocks: () => ({ stop: ['T16', 'T27', 'T28', 'T29'] }),
    follow: ({ doc }) => [post('write-paper', { paper: 'complaint-decision', docNo: doc.data.decision.no }), toComplainant(), ...news()],
    note: ({ doc, input }) => `${results[input.result]}，${doc.data.decision.no}`,
  }),
  row({
    act: 'urge', verb: '督办', code: 'CMP_URGE', article, from: live, to: '=', by: ['C_HEAD'], input: whyInput,
    follow: (s) => [...toDepartment(s, 'LIAISON', 'DEPUTY'), ...news()],
    note: ({ input }) => input.reason,
  }),
];

function ended(pause: Complaint['pause'], { now }: Pick<World, 'now'>): Complaint['pause'] {
  const last = dateOf(now) < pause.until ? dateOf(now) : pause.until;
  return { ...pause, endedAt: now.toISOString(), days: pause.days + daysBetween(pause.from, last) };
}

// The day before the last is early enough to let the project go on, or to know that it does.
function pauseAlarm({ doc, input, world }: { doc: { version: number }; input: { until: string }; world: World }): Alarm {
  return { id: `pause-${doc.version}`, at: instantAt(addWorkingDays(input.until, -1, world.calendar), '09:00').toISOString(), rule: '', stage: 'pause' };
}
