import { latest } from '../src/domain/clocks.ts';
import { endOfDay, minute, time } from '../src/domain/deadlines.ts';
import { shortName } from '../src/domain/people.ts';
import { receiptResults, type Referral } from '../src/domain/referral/referral.ts';
import { cut, doneLine, isOver, spanOf } from './branch-lines.ts';
import { choicesOf } from './controls.ts';
import { act, may, refusalLine, typedText, type DocCard, type DrawInput } from './draw.ts';
import { card, day, facts, focus, form, help, input, select, submit, type Card } from './kit.ts';
import { unseen } from './unseen.ts';

type At = DrawInput<Referral>;

/** K15 登记移送回执: what the receiving organ answered; an answer that asks for more keeps the case with the handler. */
export const receiptForm: DocCard<Referral> = (at) => {
  const closed = unseen(at);
  if (closed) return closed;
  if (at.doc.state === 't.sent') return waiting(at);
  return ['t.supplement', 't.returned'].includes(at.doc.state) ? wanting(at) : answered(at);
};

function receiverOf({ doc, world }: At): string {
  return shortName(world.directory, doc.data.report.receiver);
}

function waiting(at: At): Card {
  const { doc, world } = at;
  const due = latest(doc.clocks, 'T10');
  const over = isOver(due, world.now);
  const open = may(at, 'receipt');
  return card(
    { title: `登记移送回执　${doc.no}`, tint: over ? 'orange' : 'blue', tag: over ? '已过期限' : '待回执', summary: `${doc.no} 登记回执${due ? `，${endOfDay(due.due.dueDate)}` : ''}` },
    [
      refusalLine(at), focus(due ? `${over ? '应于 ' : ''}${endOfDay(due.due.dueDate)}${over ? '收到回执' : '登记回执'}` : '请登记回执'),
      facts([['受移送机关', receiverOf(at)], ['送达', minute(doc.data.sentAt)], ['时限', due && spanOf(due, world)], ['回执影像', doc.data.receipt.file && '已收到 1 份']]),
      open && form('receipt', [
        select('result', '结果 *', { options: Object.entries(receiptResults).map(([value, text]) => ({ value, text })), value: typedText(at, 'result', '') }),
        input('no', '回执文号', { value: typedText(at, 'no', doc.data.receipt.no) }), day('date', '日期', { value: typedText(at, 'date', doc.data.receipt.date).slice(0, 10) }),
        input('signer', '签收人', { value: typedText(at, 'signer', doc.data.receipt.signer), placeholder: '没有影像时必填' }),
        help(`${over ? '请联系受移送机关后登记。' : ''}影像请直接发到这里，会自动附到本回执`),
        submit('send', '保存', { tap: act(at, 'receipt', { card: 'receipt-form' }), look: 'primary_filled', wide: true }),
      ]),
      !open && help('由移送经办人登记'),
    ],
  );
}

function wanting(at: At): Card {
  const { doc } = at;
  const more = doc.state === 't.supplement';
  return card(
    { title: `移送回执　${doc.no}`, tint: 'orange', tag: more ? '需补充材料' : '对方退回', summary: `${doc.no} ${more ? '需补充材料' : '对方退回'}` },
    [
      refusalLine(at), focus(`${receiverOf(at)} ${more ? '要求补充材料' : '退回移送材料'}`),
      facts([['回执', cut(doc.data.receipt.no, 40)], ['日期', time.dayText(doc.data.receipt.date)], ['登记', doneLine(doc, 'receipt')], ['接下来', '补齐并送达，再登记回执']]),
      choicesOf([may(at, 'supplied') && { text: '已补充', tap: act(at, 'supplied', { card: 'receipt-form' }), confirm: { title: '登记已补充？', text: '登记后重新等待回执。' } }]),
    ],
  );
}

function answered(at: At): Card {
  const { doc } = at;
  const { receipt } = doc.data;
  const done = receipt.result !== '';
  return card(
    { title: `移送回执　${doc.no}`, tint: done ? 'green' : 'grey', tag: done ? '已回执' : '尚未移送', summary: `${doc.no} ${done ? '回执已登记' : '尚未移送'}` },
    [
      refusalLine(at), focus(done ? doneLine(doc, 'receipt') : '尚未移送'),
      facts([['受移送机关', receiverOf(at)], ['结果', receipt.result && receiptResults[receipt.result]], ['回执文号', cut(receipt.no, 40)], ['接下来', done ? '联络员向中心反馈办理结果' : '移送后再登记回执']]),
    ],
  );
}
