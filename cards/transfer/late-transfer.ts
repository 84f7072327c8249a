import { latest } from '../../src/domain/time/clocks.ts';
import { dayText, minute, workingDaysOver } from '../../src/domain/time/deadlines.ts';
import { flows } from '../../src/domain/flows.ts';
import type { Clock, Document } from '../../src/domain/document.ts';
import { center, shortName } from '../../src/domain/people.ts';
import { transferStates, type Transfer } from '../../src/domain/transfer/transfer.ts';
import { isOver, spanOf } from '../kit/branch-lines.ts';
import { refusalLine, type DocCard, type DrawInput } from '../kit/draw.ts';
import { card, facts, focus, help, type Card } from '../kit/kit.ts';
import { nothing, unseen } from '../kit/unseen.ts';

type At = DrawInput<Transfer>;

const lates = [
  { rule: 'T38', what: '移送', should: '送达，尚未登记', way: '已送达的请现在登记，登记后不再提醒；材料不齐的写明缺项' },
  { rule: 'T09', what: '移送', should: '发出移送函，尚未登记', way: '已发出的请现在登记，登记后不再提醒' },
  { rule: 'T10', what: '移送回执', should: '收到回执，尚未登记', way: '联系受移送机关后登记，登记后不再提醒；没有影像的登记签收人' },
  { rule: 'T42', what: '复议、监督', should: '提请复议或者建议立案监督，尚未登记', way: '现在可登记依法行政处理，登记后不再提醒' },
  { rule: 'T44', what: '移交物品', should: '移交涉案物品和材料，尚未登记', way: '已移交的请现在登记，登记后不再提醒' },
  { rule: 'T45', what: '抄送决定书', should: '抄送处罚决定书副本，尚未登记', way: '已抄送的请现在登记，登记后不再提醒' },
] as const;

/** A limit of a transfer that has passed, for leaders and the Center: the date and the way out, nothing of the contents. */
export const lateTransfer: DocCard<Transfer> = (at) => {
  const { doc, viewer, world } = at;
  if (flows.transfer.hidden(doc as Document, viewer.id, world.directory)) return nothing();
  const fromCenter = world.directory.people.get(viewer.id)?.organ === center;
  const closed = fromCenter ? undefined : unseen(at);
  if (closed) return closed;
  const late = lates.find((row) => isOver(latest(doc.clocks, row.rule), world.now));
  const clock = late && latest(doc.clocks, late.rule);
  return late && clock ? passed(at, late, clock) : settled(at);
};

function passed(at: At, late: (typeof lates)[number], clock: Clock): Card {
  const { doc, world } = at;
  const end = clock.unit === 'hour' ? minute(clock.due.dueAt) : dayText(clock.due.dueDate);
  const days = workingDaysOver(world.now, clock.due.dueDate, world.calendar);
  return card(
    { title: `已过${late.what}期限`, subtitle: `${doc.data.matterNo}　${doc.no}`, tint: days >= 3 ? 'red' : 'orange', tag: clock.unit === 'hour' ? '已过时限' : `过期 ${Math.max(days, 1)} 日`, summary: `${doc.no} 应于 ${end}办理${late.what}` },
    [
      refusalLine(at), focus(`应于 ${end}${late.should}`),
      facts([['承办单位', shortName(world.directory, doc.data.organ)], ['环节', stateText(doc)], ['时限', spanOf(clock, world)]]), help(late.way),
    ],
  );
}

function settled({ doc }: At): Card {
  return card({ title: `移送：${doc.no}`, subtitle: doc.data.matterNo, tint: 'green', tag: stateText(doc), summary: `${doc.no} ${stateText(doc)}` }, [focus('没有超过期限的事项'), facts([['环节', stateText(doc)]])]);
}

function stateText(doc: Document<Transfer>): string {
  return transferStates[doc.state as keyof typeof transferStates] ?? doc.state;
}
