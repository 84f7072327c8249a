import { latest } from '../src/domain/clocks.ts';
import { destinations } from '../src/domain/destinations.ts';
import { conclusions } from '../src/domain/forward/forward.ts';
import { items, type Item, type Referral } from '../src/domain/referral/referral.ts';
import { endOf } from './branch-lines.ts';
import { back, organOptions } from './controls.ts';
import { act, refusalLine, typedText, type DrawInput } from './draw.ts';
import { card, focus, form, help, input, select, submit, type Card } from './kit.ts';

/** The form of the verification report (face 1 of K12): saved as a new version, signed on the next face. */
export function reportForm(at: DrawInput<Referral>): Card {
  const { doc, world } = at;
  const { report } = doc.data;
  const due = latest(doc.clocks, 'T07');
  const text = (field: 'conclusion' | 'facts' | 'law' | 'item' | 'receiver' | 'reason') => typedText(at, field, report[field]);
  return card(
    { title: '核实情况报告', subtitle: `${doc.data.matterNo}　第 ${report.version + 1} 版`, tint: 'blue', tag: '填写中', summary: `${doc.data.matterNo} 核实情况报告${due ? `，${endOf(due)}` : ''}` },
    [
      refusalLine(at), focus(`请于 ${due ? endOf(due) : ''}完成核实`),
      form('report', [
        select('conclusion', '核实结论 *', { options: Object.entries(conclusions).map(([value, name]) => ({ value, text: name })), value: text('conclusion') }),
        input('facts', '查明事实 *', { value: text('facts'), rows: 4, placeholder: '不少于 10 个字' }),
        input('law', '法律适用 *', { value: text('law'), rows: 2 }),
        select('item', '建议去向 *', { options: (Object.keys(items) as Item[]).map((item) => ({ value: item, text: item === 'D0' ? '不移送，由本部门处理' : `${items[item]}　${destinations[item].name}` })), value: text('item') }),
        select('receiver', '受移送机关', { options: organOptions(world.directory, [doc.data.organ, ...doc.data.brief.reported], ['department', 'outside']), value: text('receiver'), placeholder: '第（一）至（三）项自动对应，不移送的不选' }),
        input('reason', '理由 *', { value: text('reason'), rows: 2 }),
        help(`证据 ${doc.data.evidence.length} 份，随报告一并校验。保存后即成第 ${report.version + 1} 版，已有签名自动作废`),
        submit('send', '保存并核对', { tap: act(at, 'write', { card: 'verify' }), look: 'primary_filled', wide: true }),
      ]),
      report.version > 0 && back(at, 'verify'),
    ],
  );
}
