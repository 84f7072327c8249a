import { latest } from '../../src/domain/time/clocks.ts';
import { dayText } from '../../src/domain/time/deadlines.ts';
import { suspensions, type Forward } from '../../src/domain/forward/forward.ts';
import { shortName } from '../../src/domain/people.ts';
import { cut, doneLine, spanOf } from '../kit/branch-lines.ts';
import { back, choicesOf, howCounted, sentenceFace, withLink } from '../kit/controls.ts';
import { act, may, refusalLine, show, typedText, type DocCard, type DrawInput } from '../kit/draw.ts';
import { forward } from './forward.ts';
import { card, facts, focus, form, help, input, plain, select, submit, type Card } from '../kit/kit.ts';
import { unseen } from '../kit/unseen.ts';

type At = DrawInput<Forward>;

/** 中止与恢复: the department applies with a document, the Center decides, and while it stands still the card says since when. */
export const suspension: DocCard<Forward> = (at) => {
  const closed = unseen(at);
  if (closed) return closed;
  if (at.doc.state === 'suspendAsked') return at.face === 'deny' && may(at, 'denySuspension') ? denying(at) : asked(at);
  if (at.doc.state === 'suspended') return standing(at);
  return at.face === 'ask' && may(at, 'askSuspension') ? asking(at) : forward({ ...at, face: '' });
};

function head({ doc }: At, tag: string): { title: string; tag: string; summary: string } {
  return { title: `申请中止：${doc.data.matterNo}`, tag, summary: `${doc.data.matterNo} 申请中止，${tag}` };
}

function asking(at: At): Card {
  const due = latest(at.doc.clocks, 'T03')?.due.dueDate ?? '';
  return card({ ...head(at, '填写理由'), tint: 'yellow' }, [
    refusalLine(at), focus(`原定 ${dayText(due)}前反馈`),
    form('suspension', [
      select('ground', '情形 *', { options: Object.entries(suspensions).map(([value, text]) => ({ value, text })), value: typedText(at, 'ground', '') }),
      input('document', '依据文书 *', { value: typedText(at, 'document', ''), placeholder: '如：鉴定委托书文号' }),
      input('reason', '说明', { value: typedText(at, 'reason', ''), rows: 2 }),
      help('中心同意后停止计算，恢复办理时接着计算；法定期限不受影响'),
      submit('send', '申请中止', { tap: act(at, 'askSuspension', { card: 'suspension' }), look: 'primary_filled', wide: true }),
    ]),
    back(at, 'forward'),
  ]);
}

function rowsOf({ doc, world }: At): (readonly [string, string | undefined | false])[] {
  const { ground, document } = doc.data.suspension;
  const due = latest(doc.clocks, 'T03');
  return [['申请单位', shortName(world.directory, doc.data.organ)], ['情形', ground && suspensions[ground]], ['依据文书', cut(document, 40)], ['原时限', due && spanOf(due, world)]];
}

function asked(at: At): Card {
  return card({ ...head(at, '待审'), tint: 'orange' }, [
    refusalLine(at), focus('申请停止计算办理期限'), at.doc.data.suspension.reason && plain(`说明：${cut(at.doc.data.suspension.reason, 200)}`), facts(rowsOf(at)), help('同意后自当日起不计入办理期限'),
    choicesOf([
      may(at, 'agreeSuspension') && { text: '同意', tap: act(at, 'agreeSuspension', { card: 'suspension' }) },
      may(at, 'denySuspension') && { text: '不同意', tap: show(at, 'suspension', 'deny') },
    ]),
  ]);
}

function denying(at: At): Card {
  return card({ ...head(at, '填写理由'), tint: 'orange' }, sentenceFace(at, { card: 'suspension', focus: '不同意中止', label: '理由 *', note: '办理期限继续计算', verb: '不同意', tap: act(at, 'denySuspension', { card: 'suspension' }) }));
}

function standing(at: At): Card {
  const since = latest(at.doc.clocks, 'T03')?.pausedFrom;
  return card({ ...head(at, '已中止'), tint: 'grey' }, [
    refusalLine(at), focus(since ? `自 ${dayText(since)}起停止计算办理期限` : doneLine(at.doc, 'agreeSuspension')), facts(rowsOf(at)), withLink(help('中止的情形消失后请恢复办理'), howCounted(at, 'T03')),
    choicesOf([may(at, 'resume') && { text: '恢复办理', tap: act(at, 'resume', { card: 'suspension' }) }]),
  ]);
}
