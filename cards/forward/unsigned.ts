import { latest } from '../../src/domain/time/clocks.ts';
import { workingDaysBetween } from '../../src/domain/time/calendar.ts';
import { dateOf, endOfDay } from '../../src/domain/time/deadlines.ts';
import type { Forward } from '../../src/domain/forward/forward.ts';
import { isOver, shortLimit } from '../kit/branch-lines.ts';
import { choicesOf } from '../kit/controls.ts';
import { act, may, refusalLine, type DocCard } from '../kit/draw.ts';
import { forward } from './forward.ts';
import { card, facts, focus, help } from '../kit/kit.ts';
import { unseen } from '../kit/unseen.ts';

/** K04 请签收: a forward that nobody has signed; says once that signing does not bar a return. Signed ones look like K03. */
export const unsigned: DocCard<Forward> = (at) => {
  const { doc, world } = at;
  const sign = latest(doc.clocks, 'T04');
  if (doc.state !== 'sent' || !sign) return forward({ ...at, face: '' });
  const closed = unseen(at);
  if (closed) return closed;
  const over = isOver(sign, world.now);
  const days = workingDaysBetween(dateOf(new Date(sign.startedAt)), dateOf(world.now), world.calendar);
  return card(
    { title: `请签收：${doc.data.matterNo}`, tint: 'orange', tag: '待签收', summary: `${doc.data.matterNo} 请签收，${endOfDay(sign.due.dueDate)}` },
    [
      refusalLine(at),
      focus(over ? `送达已满 ${days} 个工作日，尚未签收。` : `请于 ${endOfDay(sign.due.dueDate)}签收`),
      facts([['签收期限', shortLimit(sign)]]),
      help(`签收不影响其后申请退回。${over ? '已同时告知分管负责人' : ''}`),
      choicesOf([
        may(at, 'sign') && { text: '签收', tap: act(at, 'sign', { card: 'unsigned' }) },
        may(at, 'askReturn') && { text: '申请退回', tap: { do: 'show', kind: doc.kind, id: doc.id, card: 'forward', face: 'return' } },
      ]),
      !may(at, 'sign') && help('由本部门联络员签收'),
    ],
  );
};
