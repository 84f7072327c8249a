import { latest } from '../../src/domain/time/clocks.ts';
import { isOwnMatter, type Referral } from '../../src/domain/referral/referral.ts';
import { cut, doneLine, endOf, shortLimit } from '../kit/branch-lines.ts';
import { choicesOf } from '../kit/controls.ts';
import { act, may, refusalLine, type DocCard } from '../kit/draw.ts';
import { card, facts, focus, help } from '../kit/kit.ts';
import { shut } from './ended.ts';
import { conclusionOf, summaryPanel, verifiersOf, whyPanel } from './report-panels.ts';

/** 审核核实结果, for the deputy: the report proposes the department's own handling and nothing hints at a crime. */
export const noTransfer: DocCard<Referral> = (at) => {
  const closed = shut(at, `核实结果：${at.doc.no || at.doc.data.matterNo}`);
  if (closed) return closed;
  const { doc } = at;
  const due = latest(doc.clocks, 'T08') ?? latest(doc.clocks, 'T37');
  const open = doc.state === 'v.done' && isOwnMatter(doc.data);
  const done = doc.state === 't.refused' ? '已决定不移送' : doneLine(doc, 'noTransfer', 'approve', 'back') || '尚在核实';
  return card(
    { title: `核实结果：${doc.no}`, subtitle: doc.data.matterNo, tint: open ? 'blue' : 'green', tag: open ? '待审核' : doc.state === 'v.done' ? '待审批' : '已处理', summary: `${doc.no} 审核核实结果${open && due ? `，${endOf(due)}` : ''}` },
    [
      refusalLine(at), focus(open ? '拟不移送：由本部门处理' : doc.state === 'v.done' ? '本件须由主要负责人决定' : done),
      facts([['结论', conclusionOf(at)], ['核实', verifiersOf(at)], ['事由', cut(doc.data.report.proposals[0]?.reason ?? '', 60)], ['审核时限', open && due && shortLimit(due)]]),
      open && summaryPanel(at), open && doc.data.report.proposals[0] && whyPanel(at, doc.data.report.proposals[0]), open && help('审核后由联络员向中心反馈办理结果'),
      open && choicesOf([may(at, 'noTransfer') && { text: '无需移送', tap: act(at, 'noTransfer', { card: 'no-transfer' }), confirm: { title: '本案无需移送？', text: '本案由本部门依法处理，并向中心反馈。' } }]),
    ],
  );
};
