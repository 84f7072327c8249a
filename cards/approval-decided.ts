import { latest } from '../src/domain/clocks.ts';
import { minute } from '../src/domain/deadlines.ts';
import { nameOf, shortName } from '../src/domain/people.ts';
import { activeVerifiers, checkCode, receiptResults, referralStates, type Referral } from '../src/domain/referral/referral.ts';
import { transferRule } from '../src/domain/referral/guards.ts';
import { beforeOf, cut, endOf } from './branch-lines.ts';
import { paperLink } from './controls.ts';
import { refusalLine, type DrawInput } from './draw.ts';
import { card, facts, focus, help, line, panel, plain, type Card, type Tint } from './kit.ts';
import { conclusionOf, proposalOf, verifiersOf } from './report-panels.ts';

type At = DrawInput<Referral>;

/** K13 after the decision, or before the report is ready: one sentence with person, minute and receiver, then what comes next. A refusal's reason is shown to nobody but him who gave it. */
export function decidedApproval(at: At): Card {
  const { doc, world, viewer } = at;
  const { decision, report } = doc.data;
  const face = faceOf(at);
  const own = decision.by === viewer.id && decision.reason !== '';
  return card(
    { title: `移送审批：${doc.no}`, tint: face.tint, tag: face.tag, summary: `${doc.no} ${face.tag}` },
    [
      refusalLine(at), focus(face.words),
      facts([
        ['时间', face.at], ['报告', report.hash !== '' && `第 ${report.version} 版（校验码 ${checkCode(decision.hash || report.hash)}）`],
        ['文号', decision.formNo], ['接下来', nextStep(at)],
        ['回执', doc.data.receipt.result && `${receiptResults[doc.data.receipt.result]}${doc.data.receipt.no ? `　${cut(doc.data.receipt.no, 40)}` : ''}`],
      ]),
      decision.what === 'approve' && panel('当时的审批内容', [
        line(`结论　${conclusionOf(at)}`), line(`去向　${proposalOf(at)}`), line(`核实　${verifiersOf(at)}`), plain(cut(`理由：${report.reason}`, 200), 6), paperLink(at, 'approval-form', '下载审批表'),
      ]),
      own && panel('您写的理由', [plain(cut(decision.reason, 300), 8), help('只有您能看到')]),
      report.version === 0 && help(`核实人员：${activeVerifiers(doc.data).map((verifier) => nameOf(world.directory, verifier.id)).join('、') || '待指派'}`),
    ],
  );
}

function faceOf({ doc, viewer, world }: At): { tint: Tint; tag: string; words: string; at?: string } {
  const { decision, report } = doc.data;
  const name = nameOf(world.directory, decision.by);
  const who = `${name} ${minute(decision.at)}`;
  const state = referralStates[doc.state as keyof typeof referralStates] ?? doc.state;
  if (decision.what === 'refuse') return { tint: 'grey', tag: '已决定不移送', words: decision.by === viewer.id ? `${who} 决定不移送` : '已决定不移送' };
  if (decision.what === 'back') return { tint: 'grey', tag: '已退回', words: `${who} 退回补充核实` };
  if (decision.what === '') return { tint: doc.state === 'v.closed' ? 'green' : 'grey', tag: state, words: doc.state === 'v.closed' ? '无需移送，由本部门处理' : '报告签齐后报主要负责人决定' };
  if (report.item === 'D0') return { tint: 'green', tag: '已决定', words: `${name} 同意由本部门处理`, at: minute(decision.at) };
  return { tint: 'green', tag: doc.state === 't.approved' ? '已批准' : state, words: `${name} 批准移送${shortName(world.directory, report.receiver)}`, at: minute(decision.at) };
}

function nextStep({ doc, world }: At): string {
  const names = activeVerifiers(doc.data).map((verifier) => nameOf(world.directory, verifier.id));
  const deliver = latest(doc.clocks, transferRule(doc.data));
  const receipt = latest(doc.clocks, 'T10');
  switch (doc.state) {
    case 't.approved':
      return `${names[0] ?? '经办人'} ${deliver ? beforeOf(deliver) : ''}送达`;
    case 't.sent':
      return `${receipt ? endOf(receipt) : ''}登记回执`;
    case 't.supplement':
    case 't.returned':
      return '经办人补充材料后重新送达';
    case 'v.working':
      return '核实人员补充核实，重新签名后报批';
    case 't.refused':
      return '只告知中心「已决定不移送」';
    default:
      return doc.state === 'v.none' ? '分管负责人指派核实人员' : '联络员向中心反馈办理结果';
  }
}
