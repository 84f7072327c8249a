import { minute } from '../../src/domain/time/deadlines.ts';
import { nameOf, shortName } from '../../src/domain/people.ts';
import { checkCode, decisionOn, referralStates, type Decision, type Proposal, type Referral } from '../../src/domain/referral/referral.ts';
import { cut } from '../kit/branch-lines.ts';
import { paperLink } from '../kit/controls.ts';
import { refusalLine, type DrawInput } from '../kit/draw.ts';
import { card, facts, focus, help, line, panel, plain, type Card, type Child, type Tint } from '../kit/kit.ts';
import { endedBy } from './ended.ts';
import { conclusionOf, destinationText, verifiersOf } from './report-panels.ts';
import { activeVerifiers } from '../../src/domain/referral/verifiers.ts';

type At = DrawInput<Referral>;
interface Made { decision: Decision; proposal: Proposal }

/** K13 after the decisions, or before the report is ready: one sentence with person, minute and receiver, then what comes next. A refusal's reason is shown to nobody but him who gave it. */
export function decidedApproval(at: At): Card {
  const { doc, world } = at;
  const made = doc.data.report.proposals.flatMap((proposal): Made[] => {
    const decision = decisionOn(doc.data, proposal.id);
    return decision?.what ? [{ decision, proposal }] : [];
  });
  const only = made.length === 1 ? made[0] : undefined;
  const face = faceOf(at, made);
  const { report } = doc.data;
  return card(
    { title: `移送审批：${made[0]?.decision.no || doc.data.matterNo}`, tint: face.tint, tag: face.tag, summary: `${made[0]?.decision.no || doc.data.matterNo} ${face.tag}` },
    [
      refusalLine(at), focus(face.words), ...(made.length > 1 ? made.map((one) => line(sentenceOn(at, one))) : []),
      facts([
        ['时间', only && minute(only.decision.at)], ['报告', report.hash !== '' && `第 ${report.version} 版（校验码 ${checkCode(made[0]?.decision.hash || report.hash)}）`], ['文号', only?.decision.formNo], ['接下来', nextStep(at)],
      ]),
      ...made.filter(({ decision }) => decision.what === 'approve').slice(0, 2).map((one) => contents(at, one)),
      doc.data.ended && help(`${endedBy(doc.data)}，未决定的去向不再决定；已批准的移送继续办理`),
      ...ownReasons(at, made),
      report.version === 0 && help(`核实人员：${activeVerifiers(doc.data).map((verifier) => nameOf(world.directory, verifier.id)).join('、') || '待指派'}`),
    ],
  );
}

function contents(at: At, { decision, proposal }: Made): Child {
  return panel('当时的审批内容', [
    line(`结论　${conclusionOf(at)}`), line(`去向　${destinationText(proposal, at.world.directory)}`), line(`核实　${verifiersOf(at)}`), plain(cut(`理由：${proposal.reason}`, 200), 6), paperLink(at.doc, `approval-form:${decision.proposal}`, '下载审批表'),
  ]);
}

function ownReasons({ viewer }: At, made: readonly Made[]): Child[] {
  const own = made.filter(({ decision }) => decision.by === viewer.id && decision.reason !== '');
  return own.length ? [panel('您写的理由', [...own.map(({ decision }) => plain(cut(decision.reason, 300), 8)), help('只有您能看到')])] : [];
}

function sentenceOn({ viewer, world }: At, { decision, proposal }: Made): string {
  const name = nameOf(world.directory, decision.by);
  if (decision.what === 'refuse') return decision.by === viewer.id ? `${name} 决定不移送${shortName(world.directory, proposal.receiver)}` : '已决定不移送';
  return proposal.item === 'D0' ? `${name} 同意由本部门处理` : `${name} 批准移送${shortName(world.directory, proposal.receiver)}`;
}

function faceOf(at: At, made: readonly Made[]): { tint: Tint; tag: string; words: string } {
  const { doc, world } = at;
  const { returned } = doc.data;
  const state = referralStates[doc.state as keyof typeof referralStates] ?? doc.state;
  if (doc.state === 'v.working' && returned) return { tint: 'grey', tag: '已退回', words: `${nameOf(world.directory, returned.by)} ${minute(returned.at)} 退回补充核实` };
  const [first] = made;
  if (!first) return { tint: doc.state === 'v.closed' ? 'green' : 'grey', tag: state, words: doc.state === 'v.closed' ? '无需移送，由本部门处理' : '报告签齐后报主要负责人决定' };
  const approved = made.filter(({ decision }) => decision.what === 'approve').length;
  if (made.length > 1) return { tint: approved ? 'green' : 'grey', tag: approved ? '已决定' : '已决定不移送', words: `${made.length} 个去向，批准 ${approved} 个` };
  return { tint: approved ? 'green' : 'grey', tag: approved ? (first.proposal.item === 'D0' ? '已决定' : '已批准') : '已决定不移送', words: sentenceOn(at, first) };
}

function nextStep({ doc, world }: At): string {
  const names = activeVerifiers(doc.data).map((verifier) => nameOf(world.directory, verifier.id));
  const police = doc.data.report.proposals.some((proposal) => proposal.item === 'D3' && decisionOn(doc.data, proposal.id)?.what === 'approve');
  switch (doc.state) {
    case 'v.decided':
      return `${names[0] ?? '经办人'} ${police ? '24 小时内（含节假日）送达' : '2 个工作日内发出移送函'}`;
    case 'v.working':
      return doc.data.returned ? '核实人员补充核实，重新签名后报批' : '核实人员核实，签齐后报批';
    case 't.refused':
      return '只告知中心「已决定不移送」';
    default:
      return doc.state === 'v.none' ? '分管负责人指派核实人员' : doc.state === 'v.done' ? '主要负责人决定' : '联络员向中心反馈办理结果';
  }
}
