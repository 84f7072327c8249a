import { clock, dayText } from '../../src/domain/time/time.ts';
import { isEnded, type Matter } from '../../src/domain/matter/matter.ts';
import { opens, type DocCard } from '../kit/draw.ts';
import { button, buttonRow, card, facts, focus, help } from '../kit/kit.ts';
import { organName } from '../kit/labels.ts';
import { unknownCard } from './matter-parts.ts';
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
    buttonRow(button('查进度', opens(doc, 'progress')), button('我报的', { do: 'ask', what: 'mine' })),
  ]);
};
