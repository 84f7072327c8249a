import { latest } from '../../src/domain/time/clocks.ts';
import { dayText, minute, workingDaysOver } from '../../src/domain/time/deadlines.ts';
import { flows } from '../../src/domain/flows.ts';
import type { Clock, Document } from '../../src/domain/document.ts';
import { center, shortName } from '../../src/domain/people.ts';
import { referralStates, type Referral } from '../../src/domain/referral/referral.ts';
import { isOver, spanOf } from '../kit/branch-lines.ts';
import { choicesOf } from '../kit/controls.ts';
import { may, refusalLine, type DocCard, type DrawInput } from '../kit/draw.ts';
import { card, facts, focus, help, type Card } from '../kit/kit.ts';
import { ended } from '../referral/ended.ts';
import { nothing, unseen } from '../kit/unseen.ts';

type At = DrawInput<Referral>;

const lates = [
  { rule: 'T07', states: ['v.working'], what: '核实', should: '完成核实，尚未签齐', way: '签齐后不再提醒；确需更长时间的，在反馈期限内申请延期' },
  { rule: 'T37', states: ['v.done'], what: '移送审批', should: '作出决定，尚未登记', way: '批准、退回或不批准，都可现在办理，办理后不再提醒' },
  { rule: 'T08', states: ['v.done'], what: '移送审批', should: '作出决定，尚未登记', way: '批准、退回或不批准，都可现在办理，办理后不再提醒' },
] as const;

/** A limit of verification or decision that has passed, for leaders and the Center: the date and the way out, nothing of the contents. */
export const latePart: DocCard<Referral> = (at) => {
  const { doc, viewer, world } = at;
  const fromCenter = world.directory.people.get(viewer.id)?.organ === center;
  if (flows.referral.hidden(doc as Document, viewer.id, world.directory)) return nothing();
  const closed = (fromCenter ? undefined : unseen(at)) ?? ended(at, '核实移送');
  if (closed) return closed;
  const late = lates.find((row) => (row.states as readonly string[]).includes(doc.state) && isOver(latest(doc.clocks, row.rule), world.now));
  const clock = late && latest(doc.clocks, late.rule);
  return late && clock ? passed(at, late, clock) : settled(at);
};

function passed(at: At, late: (typeof lates)[number], clock: Clock): Card {
  const { doc, world } = at;
  const end = clock.unit === 'hour' ? minute(clock.due.dueAt) : dayText(clock.due.dueDate);
  const days = workingDaysOver(world.now, clock.due.dueDate, world.calendar);
  return card(
    { title: `已过${late.what}期限`, subtitle: doc.data.matterNo, tint: days >= 3 ? 'red' : 'orange', tag: clock.unit === 'hour' ? '已过时限' : `过期 ${Math.max(days, 1)} 日`, summary: `${doc.data.matterNo} 应于 ${end}办理${late.what}` },
    [
      refusalLine(at), focus(`应于 ${end}${late.should}`),
      facts([['承办单位', shortName(world.directory, doc.data.organ)], ['环节', referralStates[doc.state as keyof typeof referralStates]], ['时限', spanOf(clock, world)]]),
      help(late.way),
      choicesOf([late.rule === 'T07' && may(at, 'change') && { text: '更换人员', tap: { do: 'show', kind: doc.kind, id: doc.id, card: 'assign', face: 'again' } }]),
    ],
  );
}

function settled({ doc }: At): Card {
  const state = referralStates[doc.state as keyof typeof referralStates] ?? doc.state;
  return card({ title: `核实移送：${doc.data.matterNo}`, tint: 'green', tag: state, summary: `${doc.data.matterNo} ${state}` }, [focus('没有超过期限的事项'), facts([['环节', state]])]);
}
