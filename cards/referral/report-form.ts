import { latest } from '../../src/domain/time/clocks.ts';
import { destinations } from '../../src/domain/competence/destinations.ts';
import { conclusions } from '../../src/domain/forward/forward.ts';
import { items, type Item, type Referral } from '../../src/domain/referral/referral.ts';
import { countingEnd, shortLimit } from '../kit/branch-lines.ts';
import { back, organOptions } from '../kit/controls.ts';
import { formerPanel } from './ended.ts';
import { act, refusalLine, typedText, type DrawInput } from '../kit/draw.ts';
import { card, focus, form, help, input, select, submit, type Card, type Element } from '../kit/kit.ts';

/** 建议去向, 受移送机关, 理由: the fields of one destination; `none` where the report may also propose no transfer. */
function destinationFields(at: DrawInput<Referral>, stored: { item: string; receiver: string; reason: string; none: boolean }): Element[] {
  const { doc, world } = at;
  const list = (Object.keys(items) as Item[]).filter((item) => stored.none || item !== 'D0');
  return [
    select('item', '建议去向 *', { options: list.map((item) => ({ value: item, text: item === 'D0' ? '不移送，由本部门处理' : `${items[item]}　${destinations[item].name}` })), value: typedText(at, 'item', stored.item) }),
    select('receiver', '受移送机关', { options: organOptions(world.directory, [doc.data.organ, ...doc.data.brief.reported], ['department', 'outside']), value: typedText(at, 'receiver', stored.receiver), placeholder: '第（一）至（三）项自动对应' }),
    input('reason', '理由 *', { value: typedText(at, 'reason', stored.reason), rows: 2 }),
  ];
}

/** The form of one more destination of the report; each is decided and transferred by itself. */
export function destinationForm(at: DrawInput<Referral>): Card {
  const { doc } = at;
  const { report } = doc.data;
  return card(
    { title: '增加去向', subtitle: `${doc.data.matterNo}　第 ${report.version + 1} 版`, tint: 'blue', tag: '填写中', summary: `${doc.data.matterNo} 增加去向` },
    [
      refusalLine(at), focus(`第 ${report.proposals.length + 1} 个去向`),
      form('destination', [
        ...destinationFields(at, { item: '', receiver: '', reason: '', none: false }),
        help('每个去向由主要负责人分别决定，批准后各自移送、各自回执。保存后已有签名自动作废'),
        submit('send', '增加去向', { tap: act(at, 'propose', { card: 'verify' }), look: 'primary_filled', wide: true }),
      ]),
      back(at, 'verify'),
    ],
  );
}

/** The form of the verification report (face 1 of K12): saved as a new version, signed on the next face. */
export function reportForm(at: DrawInput<Referral>): Card {
  const { doc } = at;
  const { report } = doc.data;
  const due = latest(doc.clocks, 'T07');
  const first = report.proposals[0];
  const text = (field: 'conclusion' | 'facts' | 'law') => typedText(at, field, report[field]);
  return card(
    { title: '核实情况报告', subtitle: `${doc.data.matterNo}　第 ${report.version + 1} 版`, tint: 'blue', tag: '填写中', summary: `${doc.data.matterNo} 核实情况报告${countingEnd(due) && `，${countingEnd(due)}`}` },
    [
      refusalLine(at), focus(countingEnd(due) ? `请于 ${countingEnd(due)}完成核实` : due ? shortLimit(due) : '核实期限尚未开始'),
      form('report', [
        select('conclusion', '核实结论 *', { options: Object.entries(conclusions).map(([value, name]) => ({ value, text: name })), value: text('conclusion') }),
        input('facts', '查明事实 *', { value: text('facts'), rows: 4, placeholder: '不少于 10 个字' }),
        input('law', '法律适用 *', { value: text('law'), rows: 2 }),
        ...destinationFields(at, { item: first?.item ?? '', receiver: first?.receiver ?? '', reason: first?.reason ?? '', none: true }),
        help(`证据 ${doc.data.evidence.length} 份，随报告一并校验。${report.proposals.length > 1 ? `另有 ${report.proposals.length - 1} 个去向，保留不变。` : '还有别的去向的，保存后再加。'}保存后即成第 ${report.version + 1} 版，已有签名自动作废`),
        submit('send', '保存并核对', { tap: act(at, 'write', { card: 'verify' }), look: 'primary_filled', wide: true }),
      ]),
      formerPanel(doc.data),
      report.version > 0 && back(at, 'verify'),
    ],
  );
}
