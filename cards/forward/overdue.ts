import { latest } from '../../src/domain/time/clocks.ts';
import { addWorkingDays, dayText, endOfDay, time, workingDaysOver } from '../../src/domain/time/deadlines.ts';
import { forwardStates, type Forward } from '../../src/domain/forward/forward.ts';
import { letterAfterDays, supervisable } from '../../src/domain/forward/supervision-rows.ts';
import { nameOf, shortName } from '../../src/domain/people.ts';
import type { Referral } from '../../src/domain/referral/referral.ts';
import type { Clock, Document } from '../../src/domain/document.ts';
import { isOver, spanOf } from '../kit/branch-lines.ts';
import { choicesOf, howCounted, withLink } from '../kit/controls.ts';
import { delayFace, explainedLine } from '../kit/delay.ts';
import { act, may, refusalLine, show, type DocCard, type DrawInput } from '../kit/draw.ts';
import { forward } from './forward.ts';
import { card, facts, focus, help, type Card, type Child } from '../kit/kit.ts';
import { unseen } from '../kit/unseen.ts';
import { verificationState } from '../referral/verification-state.ts';
import { activeVerifiers } from '../../src/domain/referral/verifiers.ts';

type At = DrawInput<Forward>;

/** K07 逾期, stage 1 (orange) and from the third working day stage 2 (red): the date, what was explained, the way out. Not overdue or done: the forward as it is. */
export const overdue: DocCard<Forward> = (at) => {
  const clock = latest(at.doc.clocks, 'T03');
  const late = isOver(clock, at.world.now) && ['sent', 'accepted', 'extendAsked'].includes(at.doc.state);
  if (at.face === 'explain' && may(at, 'explain') && clock && !unseen(at)) return explaining(at, clock);
  if (!late || !clock) return forward({ ...at, face: '' });
  return unseen(at) ?? passed(at, clock);
};

function passed(at: At, clock: Clock): Card {
  const { doc, world } = at;
  const no = doc.data.matterNo;
  const { dueDate } = clock.due;
  const days = workingDaysOver(world.now, dueDate, world.calendar);
  const formal = days >= 3;
  const should = `应于 ${dayText(dueDate)}反馈`;
  return card(
    { title: `${formal ? '逾期督办' : '已过反馈期限'}：${no}`, tint: formal ? 'red' : 'orange', tag: `过期 ${Math.max(days, 1)} 日`, summary: `${no} ${should}` },
    [
      refusalLine(at), focus(formal ? '请安排反馈，或书面说明原因和预计日期' : `${should}，尚未收到`),
      facts([
        ['应于', formal && `${dayText(dueDate)}　已过 ${days} 个工作日`], ['环节', stageOf(at)], ['经办', handlersOf(at)],
        ['时限', spanOf(clock, world)], ['同时告知', !formal && '分管负责人、中心经办'],
      ]),
      explainedLine(doc.data.explained), withLink(help(outlook(at, dueDate, days)), howCounted(at, 'T03')), ...ways(at),
    ],
  );
}

function outlook({ doc, world }: At, dueDate: string, days: number): string {
  if (days < 3) return `${dayText(addWorkingDays(dueDate, 3, world.calendar))}仍未反馈，将报主要负责人。`;
  const { supervised } = doc.data;
  if (supervised?.dueDate === dueDate) return `督办函 ${supervised.no} 已于 ${dayText(supervised.at)}发出；反馈或说明原因后如实记载。`;
  const letter = dayText(addWorkingDays(dueDate, letterAfterDays, world.calendar));
  return days < letterAfterDays ? `${letter}仍未反馈，由中心发督办函。` : '现在起可由中心发督办函；反馈或说明原因后如实记载。';
}

function ways(at: At): Child[] {
  const { doc } = at;
  const buttons = choicesOf([
    may(at, 'sign') && { text: '签收', tap: act(at, 'sign', { card: 'overdue' }) },
    may(at, 'feedback') && { text: '立即反馈', tap: { do: 'show', kind: doc.kind, id: doc.id, card: 'feedback', face: '' } },
    may(at, 'supervise') && !supervisable(at) && {
      text: '发督办函', tap: act(at, 'supervise', { card: 'overdue' }),
      confirm: { title: `向${shortName(at.world.directory, doc.data.organ)}发督办函？`, text: '编号后送主要负责人、分管负责人和联络员，记入留痕；反馈期限不变。' },
    },
    may(at, 'explain') && { text: '说明原因', tap: show(at, 'overdue', 'explain') },
  ]);
  return [help('反馈或说明原因后，不再重复提醒'), buttons];
}

/** 环节 of a department's part: where its verification stands, else its own state. */
export function stageOf({ doc }: At): string {
  return (doc.state === 'accepted' && verificationState(doc.data)) || (forwardStates[doc.state as keyof typeof forwardStates] ?? doc.state);
}

/** Who verifies, where the verification is at hand; for the own organ only. */
export function handlersOf({ doc, related, viewer, world }: At): string {
  if (world.directory.people.get(viewer.id)?.organ !== doc.data.organ) return shortName(world.directory, doc.data.organ);
  const referral = related?.find((other): other is Document<Referral> => other.kind === 'referral' && other.id === doc.data.referral.id);
  return referral ? activeVerifiers(referral.data).map((verifier) => nameOf(world.directory, verifier.id)).join('、') : '';
}

function explaining(at: At, clock: Clock): Card {
  const { doc } = at;
  return card(
    { title: `说明原因：${doc.data.matterNo}`, tint: 'yellow', tag: '请说明', summary: `${doc.data.matterNo} 说明原因，应于 ${dayText(clock.due.dueDate)}反馈` },
    [
      ...delayFace(at, { card: 'overdue', focus: `应于 ${endOfDay(clock.due.dueDate)}反馈`, told: doc.data.explained, note: `说明不影响继续反馈；时限 ${time.dueText(clock.due)}不变`, tap: act(at, 'explain', { card: 'overdue' }) }),
    ],
  );
}
