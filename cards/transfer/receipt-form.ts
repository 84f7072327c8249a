import { latest } from '../../src/domain/time/clocks.ts';
import { endOfDay, minute } from '../../src/domain/time/deadlines.ts';
import { shortName } from '../../src/domain/people.ts';
import { receiptResults, type ReceiptResult, type Transfer } from '../../src/domain/transfer/transfer.ts';
import { isOver, spanOf } from '../kit/branch-lines.ts';
import { act, may, refusalLine, typedText, type DocCard, type DrawInput } from '../kit/draw.ts';
import { card, day, facts, focus, form, help, input, select, submit, type Card, type Element } from '../kit/kit.ts';
import { afterReceipt } from './receipt-after.ts';
import { unseen } from '../kit/unseen.ts';

type At = DrawInput<Transfer>;

/** K15 登记移送回执: what the receiving organ answered, and after it each further step, on the same card. */
export const receiptForm: DocCard<Transfer> = (at) => unseen(at) ?? (at.doc.state === 't.sent' ? waiting(at) : at.face === 'answer' && at.doc.state === 't.received' && may(at, 'receipt') ? noticed(at) : afterReceipt(at));

function resultsFrom(state: string): ReceiptResult[] {
  return state === 't.received' ? ['filed', 'declined'] : (Object.keys(receiptResults) as ReceiptResult[]);
}

function waiting(at: At): Card {
  const { doc, world } = at;
  const due = latest(doc.clocks, 'T10');
  const over = isOver(due, world.now);
  const open = may(at, 'receipt');
  return card(
    { title: `登记移送回执　${doc.no}`, subtitle: doc.data.matterNo, tint: over ? 'orange' : 'blue', tag: over ? '已过期限' : '待回执', summary: `${doc.no} 登记回执${due ? `，${endOfDay(due.due.dueDate)}` : ''}` },
    [
      refusalLine(at), focus(due ? `${over ? '应于 ' : ''}${endOfDay(due.due.dueDate)}${over ? '收到回执' : '登记回执'}` : '请登记回执'),
      facts([['受移送机关', shortName(world.directory, doc.data.receiver)], ['送达', minute(doc.data.sentAt)], ['时限', due && spanOf(due, world)], ['回执影像', doc.data.receipt.file && '已收到 1 份']]),
      open && receiptFields(at, over),
      !open && help('由移送经办人登记'),
    ],
  );
}

function noticed(at: At): Card {
  const { doc } = at;
  return card(
    { title: `登记移送回执　${doc.no}`, subtitle: doc.data.matterNo, tint: 'blue', tag: '已接收', summary: `${doc.no} 登记立案或者不予立案` },
    [refusalLine(at), focus(`${shortName(at.world.directory, doc.data.receiver)}的立案决定`), receiptFields(at, false)],
  );
}

function receiptFields(at: At, over: boolean): Element {
  const { receipt } = at.doc.data;
  return form('receipt', [
    select('result', '结果 *', { options: resultsFrom(at.doc.state).map((value) => ({ value, text: receiptResults[value] })), value: typedText(at, 'result', '') }),
    input('no', '回执文号', { value: typedText(at, 'no', ''), placeholder: '立案、不予立案的填通知书文号' }), day('date', '日期', { value: typedText(at, 'date', '').slice(0, 10) }),
    input('signer', '签收人', { value: typedText(at, 'signer', ''), placeholder: '没有影像时必填' }),
    input('words', '说明', { value: typedText(at, 'words', ''), rows: 2, placeholder: '补充清单、退回理由、转送去向' }),
    help(`${over ? '请联系受移送机关后登记。' : ''}${receipt.file && !receipt.result ? '影像已收到' : '影像请直接发到这里，会自动附到本回执'}`),
    submit('send', '保存', { tap: act(at, 'receipt', { card: 'receipt-form' }), look: 'primary_filled', wide: true }),
  ]);
}
