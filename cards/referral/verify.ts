import { latest } from '../../src/domain/time/clocks.ts';
import { nameOf } from '../../src/domain/people.ts';
import { signable } from '../../src/domain/referral/guards.ts';
import { unanswered } from '../../src/domain/referral/head-question.ts';
import { hasSigned, isOwnMatter, referralStates, type Referral, type Verifier } from '../../src/domain/referral/referral.ts';
import { countingEnd, cut, doneLine, evidenceText, shortLimit, spanOf, stamp } from '../kit/branch-lines.ts';
import { askReporter, choicesOf, howCounted, withLink } from '../kit/controls.ts';
import { act, may, refusalLine, show, type DocCard, type DrawInput } from '../kit/draw.ts';
import { card, facts, focus, help, plain, type Card, type Tap } from '../kit/kit.ts';
import { conclusionOf, destinationText, proposalsOf, summaryPanel, versionsPanel } from './report-panels.ts';
import { recusalFields } from '../recusal/recusal.ts';
import { formerPanel, shut } from './ended.ts';
import { answering, askedLines } from './head-question.ts';
import { sentenceOf } from '../kit/texts.ts';
import { destinationForm, reportForm } from './report-form.ts';
import { deciderOf } from '../../src/domain/recusal/recusal.ts';
import { activeVerifiers } from '../../src/domain/referral/verifiers.ts';

type At = DrawInput<Referral>;

/** K12 核实情况报告, with K22's question before it: each verifier declares, writes, then signs one version. Others see how far it is. */
export const verify: DocCard<Referral> = (at) => {
  const closed = shut(at, '核实情况');
  if (closed) return closed;
  const me = at.doc.data.verifiers.find((verifier) => verifier.id === at.viewer.id);
  const asked = me && may(at, 'answer') ? unanswered(at.doc.data)[0] : undefined;
  if (asked) return answering(at, asked);
  if (!me || at.doc.state !== 'v.working' || !may(at, 'signReport')) return progress(at);
  if (at.face === 'recuse') return recusing(at);
  if (!me.declared) return asking(at);
  if (at.doc.data.report.version === 0 || at.face === 'write') return reportForm(at);
  return at.face === 'add' ? destinationForm(at) : signing(at, me);
};

function asking(at: At): Card {
  const { doc, world } = at;
  const due = latest(doc.clocks, 'T07');
  return card(
    { title: `回避声明　${doc.data.matterNo}`, ...(countingEnd(due) ? { subtitle: `${countingEnd(due)}完成核实` } : {}), tint: 'yellow', tag: '待说明', summary: `${doc.data.matterNo} 请作回避声明` },
    [
      refusalLine(at), focus('您与本案各方有无关系？'), plain(`涉及：${cut(doc.data.brief.named.join('、') || '未写明', 120)}`), plain(`事项：${cut(doc.data.brief.title, 60)}`, 1),
      due && facts([['核实时限', due.pausedFrom ? shortLimit(due) : spanOf(due, world)]]), withLink(help('原因只有您和主要负责人可见'), due && howCounted(at, 'T07')),
      choicesOf([
        { text: '无', tap: act(at, 'declare', { card: 'verify', input: { tied: 'none' } }) },
        { text: '有，申请回避', tap: show(at, 'verify', 'recuse') },
      ]),
    ],
  );
}

function recusing(at: At): Card {
  return card(
    { title: `回避声明　${at.doc.data.matterNo}`, tint: 'yellow', tag: '填写原因', summary: `${at.doc.data.matterNo} 请作回避声明` },
    recusalFields(at, 'verify'),
  );
}

function signing(at: At, me: Verifier): Card {
  const { doc, world } = at;
  const active = activeVerifiers(doc.data);
  const signed = active.filter((verifier) => hasSigned(doc.data, verifier));
  const mine = hasSigned(doc.data, me);
  const gap = mine ? undefined : signable({ doc, input: {}, by: { role: 'VERIFIER', id: me.id, name: '', organ: doc.data.organ }, world: { ...world, numbers: {} } });
  const due = latest(doc.clocks, 'T07');
  const { version } = doc.data.report;
  const open = active.filter((verifier) => !hasSigned(doc.data, verifier));
  return card(
    { title: `核实情况报告　第 ${version} 版`, subtitle: doc.data.matterNo, tint: mine ? 'green' : 'blue', tag: `签名 ${signed.length}/${active.length}`, summary: `${doc.data.matterNo} 核实报告签名 ${signed.length}/${active.length}${countingEnd(due) && `，${countingEnd(due)}`}` },
    [
      refusalLine(at), focus(mine ? `已签名，还差 ${open.length} 人` : `结论：${conclusionOf(at)}`),
      facts([
        ['建议去向', proposalsOf(at)], ['证据', evidenceText(doc.data)],
        ['已签', signed.map((verifier) => `${nameOf(world.directory, verifier.id)} ${stamp(verifier.signedAt)}`).join('、') || '无'],
        ['核实时限', due && shortLimit(due)],
      ]),
      doc.data.returned && plain(`主要负责人退回：${cut(doc.data.returned.reason, 120)}`, 3),
      summaryPanel(at, '报告全文摘要'), versionsPanel(at), formerPanel(doc.data),
      help(gap ? sentenceOf(gap) : doc.data.collecting.includes(me.id) ? '请把证据文件发到这里，会自动附到本案' : '签名后再修改，已有签名自动作废'),
      choicesOf([
        !mine && !gap && { text: '签名', tap: act(at, 'signReport', { card: 'verify' }), confirm: { title: `在第 ${version} 版上签名？`, text: '表示您已核对全文。' } },
        !mine && { text: gap ? '继续填写' : '退回修改', tap: show(at, 'verify', 'write'), quiet: mine },
      ], menuOf(at, mine)),
    ],
  );
}

function menuOf(at: At, mine: boolean): { text: string; tap: Tap }[] {
  const { proposals } = at.doc.data.report;
  const transfers = proposals.length > 0 && proposals.every((proposal) => proposal.item !== 'D0');
  return [
    ...(mine ? [{ text: '退回修改', tap: show(at, 'verify', 'write') }] : []),
    ...(transfers ? [{ text: '再加一个去向', tap: show(at, 'verify', 'add') }] : []),
    ...(proposals.length > 1 ? proposals.slice(1).map((proposal) => ({ text: `去掉：${destinationText(proposal, at.world.directory)}`, tap: act(at, 'drop', { card: 'verify', input: { proposal: proposal.id } }) })) : []),
    askReporter(at.doc),
    { text: '添加证据', tap: act(at, 'collect', { card: 'verify' }) },
    { text: '申请回避', tap: show(at, 'verify', 'recuse') },
  ];
}

function progress(at: At): Card {
  const { doc, world } = at;
  const ready = doc.state !== 'v.none' && doc.state !== 'v.working';
  const state = referralStates[doc.state as keyof typeof referralStates] ?? doc.state;
  const head = deciderOf(doc.data, world)?.name ?? '主要负责人';
  const own = isOwnMatter(doc.data);
  const words = ready ? (doc.state === 'v.done' ? `已签齐，已报 ${own ? '分管负责人' : head} 审批` : doneLine(doc, 'approve', 'noTransfer') || '已签齐') : state;
  return card(
    { title: `核实情况　${doc.data.matterNo}`, tint: ready ? 'green' : 'blue', tag: state, summary: `${doc.data.matterNo} ${state}` },
    [
      focus(doc.state === 't.refused' ? '已决定不移送' : words),
      facts([['核实人员', activeVerifiers(doc.data).map((verifier) => nameOf(world.directory, verifier.id)).join('、')], ['环节', state], ['最近一步', doc.state === 'v.done' && doneLine(doc, 'signReport')]]),
      ...(doc.data.verifiers.some(({ id }) => id === at.viewer.id) ? askedLines(at) : []),
    ],
  );
}
