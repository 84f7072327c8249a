import { latest } from '../../src/domain/time/clocks.ts';
import { dayText, time } from '../../src/domain/time/deadlines.ts';
import type { Forward } from '../../src/domain/forward/forward.ts';
import { shortName } from '../../src/domain/people.ts';
import { cut, doneLine, spanOf } from '../kit/branch-lines.ts';
import { choicesOf, sentenceFace } from '../kit/controls.ts';
import { act, may, refusalLine, show, type DocCard, type DrawInput } from '../kit/draw.ts';
import { card, facts, focus, help, plain, type Card } from '../kit/kit.ts';
import { unseen } from '../kit/unseen.ts';

type At = DrawInput<Forward>;

/** K09 延期申请, for the Center: from which day to which, why, how often; statutory limits stay as they are. */
export const extensionAsked: DocCard<Forward> = (at) => {
  const closed = unseen(at);
  if (closed) return closed;
  if (at.doc.state !== 'extendAsked') return answered(at);
  return at.face === 'deny' && may(at, 'denyExtension') ? denying(at) : open(at);
};

function open(at: At): Card {
  const { doc, world } = at;
  const due = latest(doc.clocks, 'T03');
  return card(
    { title: `延期申请：${doc.data.matterNo}`, tint: 'orange', tag: '待审', summary: `${doc.data.matterNo} 延期申请，待审` },
    [
      refusalLine(at), focus(`${time.dayText(due?.due.dueDate ?? '')}改为 ${dayText(doc.data.ask.dueDate)}`), plain(`理由：${cut(doc.data.ask.reason, 200)}`),
      facts([['申请单位', shortName(world.directory, doc.data.organ)], ['原时限', due && spanOf(due, world)], ['延期次数', `本次为第 ${doc.data.extensions + 1} 次`]]),
      help(doc.data.brief.kind === 'complaint' ? '法定期限不受影响：投诉处理期限不因此延长' : '法定期限不受影响：本件无法定期限'),
      choicesOf([
        may(at, 'agreeExtension') && { text: '同意', tap: act(at, 'agreeExtension', { card: 'extension-asked' }) },
        may(at, 'denyExtension') && { text: '不同意', tap: show(at, 'extension-asked', 'deny') },
      ]),
    ],
  );
}

function denying(at: At): Card {
  const due = latest(at.doc.clocks, 'T03')?.due.dueDate ?? '';
  return card(
    { title: `延期申请：${at.doc.data.matterNo}`, tint: 'orange', tag: '填写理由', summary: `${at.doc.data.matterNo} 延期申请，待审` },
    sentenceFace(at, { card: 'extension-asked', focus: '不同意延期', label: '理由 *', note: `仍为 ${dayText(due)}前反馈`, verb: '不同意', tap: act(at, 'denyExtension', { card: 'extension-asked' }) }),
  );
}

function answered(at: At): Card {
  const { doc } = at;
  const due = latest(doc.clocks, 'T03');
  return card(
    { title: `延期申请：${doc.data.matterNo}`, tint: 'green', tag: '已处理', summary: `${doc.data.matterNo} 延期申请已处理` },
    [focus(doneLine(doc, 'agreeExtension', 'denyExtension') || '延期申请已处理'), facts([['反馈时限', `${time.dayText(due?.due.dueDate ?? '')}前`]])],
  );
}
