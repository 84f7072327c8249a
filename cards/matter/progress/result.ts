import { clock, dayText } from '../../../src/domain/time/time.ts';
import { isEnded, type Matter } from '../../../src/domain/matter/matter.ts';
import { satisfactions } from '../../../src/domain/reporter/rating.ts';
import { act, may, opens, refusalLine, typedText, type DocCard, type DrawInput } from '../../kit/draw.ts';
import { button, buttonRow, card, facts, focus, form, help, input as lineOf, select, submit, type Child } from '../../kit/kit.ts';
import { organName } from '../../kit/labels.ts';
import { unknownCard } from '../matter-parts.ts';
import { receipt } from './receipt.ts';

const basis: Readonly<Record<string, string>> = { notApplicable: '本办法2条', referredOut: '本办法11条' };

/** K44: what may be told to the reporter, and nothing more. */
export const result: DocCard<Matter> = (input) => {
  const { doc, viewer } = input;
  if (!viewer.reporter || viewer.group) return unknownCard();
  const merged = doc.state === 'merged' ? doc.data.into : null;
  if (!isEnded(merged?.state ?? doc.state)) return doc.state === 'draft' || doc.state === 'discarded' ? unknownCard() : receipt(input);
  const organs = (merged ? merged.organs : doc.data.forwards.filter((branch) => branch.state === 'closed').map((branch) => branch.organ)).map(organName);
  return card({ title: `${doc.no} 已办结`, subtitle: `${dayText(doc.updatedAt)}${clock(doc.updatedAt)}`, tint: 'green', tag: '已办结', summary: `${doc.no} 已办结` }, [
    focus(doc.data.told || '本件已办结'),
    facts([['办理单位', doc.state === 'notApplicable' ? '旗区对口部门' : organs.join('、')], ['依据', basis[doc.state] ?? '本办法9条']]),
    help(`可告知的内容以此为限；有疑问可向${organs[0] ?? '市公共资源交易中心'}咨询`),
    ...rating(input),
  ]);
};

// Only of whoever left his name: a registrar who wrote down an anonymous call has nothing to judge.
function rating(input: DrawInput<Matter>): Child[] {
  const { doc } = input;
  const ways = buttonRow(button('查进度', opens(doc, 'progress')), button('我报的', { do: 'ask', what: 'mine' }));
  if (doc.data.rating) return [help(`您的评价：${satisfactions[doc.data.rating.satisfied]}，谢谢`), ways];
  if (!may(input, 'appraise') || doc.data.anonymous) return [ways];
  return [
    refusalLine(input),
    form('rating', [
      select('satisfied', '对办理是否满意', { options: Object.entries(satisfactions).map(([value, text]) => ({ value, text })), value: typedText(input, 'satisfied', '') }),
      lineOf('words', '还想说的', { value: typedText(input, 'words', ''), rows: 2, placeholder: '可不填' }),
      submit('appraise', '提交', { tap: act(input, 'appraise', { card: 'result' }), look: 'primary_filled', wide: true }),
    ]),
    button('我报的', { do: 'ask', what: 'mine' }, { look: 'text' }),
  ];
}
