import { latest } from '../../src/domain/time/clocks.ts';
import { dayText, endOfDay, leftText } from '../../src/domain/time/deadlines.ts';
import type { Clock } from '../../src/domain/document.ts';
import type { Forward } from '../../src/domain/forward/forward.ts';
import { cut, endOf, isOver, spanOf } from '../kit/branch-lines.ts';
import { back, choicesOf, howCounted, withLink } from '../kit/controls.ts';
import { act, may, refusalLine, show, typedText, type DocCard, type DrawInput } from '../kit/draw.ts';
import { extensible, forward } from './forward.ts';
import { card, day, facts, focus, form, help, input, submit, type Card } from '../kit/kit.ts';
import { handlersOf, overdue, stageOf } from './overdue.ts';
import { unseen } from '../kit/unseen.ts';

type At = DrawInput<Forward>;

/** K06 到期前提醒: true on the day it is drawn; turns into K07 after the limit and into K03 once answered. */
export const dueSoon: DocCard<Forward> = (at) => {
  const clock = latest(at.doc.clocks, 'T03');
  const open = ['sent', 'accepted', 'extendAsked', 'returnAsked'].includes(at.doc.state);
  if (!clock || !open) return forward({ ...at, face: '' });
  if (isOver(clock, at.world.now)) return overdue({ ...at, face: '' });
  return unseen(at) ?? (at.face === 'extend' && extensible(at) ? extending(at, clock) : reminding(at, clock));
};

function reminding(at: At, clock: Clock): Card {
  const { doc, world } = at;
  const no = doc.data.matterNo;
  const left = leftText(world.now, clock.due.dueDate, world.calendar);
  return card(
    { title: left.startsWith('还有') ? `${left}到期` : left, subtitle: `${no}　反馈办理结果`, tint: 'yellow', tag: '快到期', summary: `${no} ${endOfDay(clock.due.dueDate)}反馈` },
    [
      refusalLine(at), focus(`${endOf(clock)}反馈`),
      facts([['事项', cut(doc.data.brief.title, 30)], ['环节', stageOf(at)], ['经办', handlersOf(at)], ['时限', spanOf(clock, world)]]),
      withLink(help(doc.state === 'extendAsked' ? `已申请延至 ${dayText(doc.data.ask.dueDate)}，等待中心审核` : '反馈或申请延期后，不再提醒本件'), howCounted(at, 'T03')),
      choicesOf([
        may(at, 'sign') && { text: '签收', tap: act(at, 'sign', { card: 'due-soon' }) },
        may(at, 'feedback') && { text: '去反馈', tap: { do: 'show', kind: doc.kind, id: doc.id, card: 'feedback', face: '' } },
        extensible(at) && { text: '申请延期', tap: show(at, 'due-soon', 'extend') },
      ]),
    ],
  );
}

function extending(at: At, clock: Clock): Card {
  const { doc } = at;
  return card(
    { title: `申请延期：${doc.data.matterNo}`, tint: 'yellow', tag: '填写理由', summary: `${doc.data.matterNo} 申请延期，原定 ${dayText(clock.due.dueDate)}` },
    [
      refusalLine(at), focus(`原定 ${endOf(clock)}反馈`),
      form('extend', [
        day('dueDate', '延至 *', { value: typedText(at, 'dueDate', '').slice(0, 10) }),
        input('reason', '理由 *', { value: typedText(at, 'reason', ''), rows: 3, placeholder: '如：等待造价鉴定，预计何时出具' }),
        help('原则上只能延期一次；法定期限不可由中心延长'),
        submit('send', '申请延期', { tap: act(at, 'askExtension', { card: 'due-soon' }), look: 'primary_filled', wide: true }),
      ]),
      back(at, 'due-soon'),
    ],
  );
}
