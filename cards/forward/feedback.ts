import { latest } from '../../src/domain/time/clocks.ts';
import { dayText } from '../../src/domain/time/deadlines.ts';
import { conclusions, isSettled, tellings, type Forward } from '../../src/domain/forward/forward.ts';
import { cut, endOf, isOver, spanOf } from '../kit/branch-lines.ts';
import { act, may, refusalLine, typedText, type DocCard, type DrawInput } from '../kit/draw.ts';
import { forward } from './forward.ts';
import { buttonRow, card, focus, form, help, input, plain, select, submit, type Card } from '../kit/kit.ts';
import { unseen } from '../kit/unseen.ts';

type At = DrawInput<Forward>;

/** What a card's line of text may hold at most (the platform's limit of an input). */
const longest = 1000;

/** K10 反馈办理结果: the form of the liaison, with what the verification report brought; answered ones look like K03. */
export const feedback: DocCard<Forward> = (at) => unseen(at) ?? (may(at, 'feedback') ? writing(at) : forward({ ...at, face: '' }));

function writing(at: At): Card {
  const { doc, world } = at;
  const due = latest(doc.clocks, 'T03');
  const { feedback: kept, checkNote } = doc.data;
  const waits = !isSettled(doc.data);
  const over = isOver(due, world.now);
  return card(
    {
      title: `反馈办理结果：${doc.data.matterNo}`, ...(due ? { subtitle: `时限 ${spanOf(due, world)}` } : {}), tint: 'blue', tag: '填写中',
      summary: `${doc.data.matterNo} 反馈办理结果，${over && due ? `应于 ${dayText(due.due.dueDate)}` : due ? endOf(due) : ''}`,
    },
    [
      refusalLine(at), checkNote && plain(`中心意见：${cut(checkNote, 300)}`),
      focus(over && due ? `应于 ${dayText(due.due.dueDate)}反馈，现在仍可提交` : `请于 ${due ? endOf(due) : ''}反馈`),
      waits && help(`${doc.data.transfers.find((transfer) => !transfer.ended)?.no ?? '核实移送'} 尚未办结，可先存草稿，办结后提交`),
      kept.facts.length > longest && help(`核实报告较长，这里带入前 ${longest} 字`),
      form('feedback', [
        select('conclusion', '处理结论 *', { options: optionsOf(conclusions), value: typedText(at, 'conclusion', kept.conclusion) }),
        input('facts', '事实 *', { value: typedText(at, 'facts', kept.facts), rows: 4, placeholder: '不少于 10 个字' }),
        input('basis', '依据', { value: typedText(at, 'basis', kept.basis), placeholder: '查实的请填依据条款' }),
        input('decisionNo', '处罚文号', { value: typedText(at, 'decisionNo', kept.decisionNo), placeholder: '没有可不填' }),
        select('tell', '可否告知举报人 *', { options: optionsOf(tellings), value: typedText(at, 'tell', kept.tell) }),
        help('更长的内容请直接发文字消息，我会附上'),
        buttonRow(
          !waits && submit('send', '提交反馈', { tap: act(at, 'feedback', { card: 'feedback' }), look: 'primary_filled' }),
          submit('draft', '存草稿', { tap: act(at, 'saveFeedback', { card: 'feedback' }), ...(waits ? { look: 'primary_filled', wide: true } : {}) }),
        ),
      ]),
    ],
  );
}

function optionsOf(table: Readonly<Record<string, string>>): { value: string; text: string }[] {
  return Object.entries(table).map(([value, text]) => ({ value, text }));
}
