import { latest } from '../../src/domain/time/clocks.ts';
import { dayText, endOfDay } from '../../src/domain/time/deadlines.ts';
import type { Clock } from '../../src/domain/document.ts';
import { shortName } from '../../src/domain/people.ts';
import { approvable, decidable, decisionRule } from '../../src/domain/referral/guards.ts';
import { decisionOn, nextProposal, type Proposal, type Referral } from '../../src/domain/referral/referral.ts';
import type { Refusal } from '../../src/domain/refusal.ts';
import { decidedApproval } from './approval-decided.ts';
import { cut, evidenceText, isOver, spanOf } from '../kit/branch-lines.ts';
import { back, choicesOf, howCounted, withLink } from '../kit/controls.ts';
import { act, may, refusalLine, show, typedText, type DocCard, type DrawInput } from '../kit/draw.ts';
import { button, buttonRow, card, facts, focus, form, help, input, more, select, submit, type Card, type Confirm, type Element } from '../kit/kit.ts';
import { shut } from './ended.ts';
import { askedLines, askingVerifiers } from './head-question.ts';
import { recusalFields } from '../recusal/recusal.ts';
import { destinationText, sinceSentBack, summaryPanel, verifiersOf, whyPanel } from './report-panels.ts';
import { sentenceOf } from '../kit/texts.ts';
import { deciderOf, recusalOf } from '../../src/domain/recusal/recusal.ts';

type At = DrawInput<Referral>;

/** K13 移送审批 (experience 5), for the head in office alone: one destination after the other, each decided by itself; read, then one button on its own row; no keyboard unless he refuses. Whoever may not decide reads why. */
export const approval: DocCard<Referral> = (at) => {
  if (recusalOf(at.doc.data, at.viewer.id)) return blockedBy(at, '您已回避，本案由上级指定的负责人决定');
  const closed = shut(at, `移送审批：${at.doc.data.decisions[0]?.no || at.doc.data.matterNo}`);
  if (closed) return closed;
  const proposal = nextProposal(at.doc.data);
  if (at.doc.state !== 'v.done' || !proposal) return decidedApproval(at);
  const refusal = blocked(at, proposal);
  if (refusal) return blockedBy(at, sentenceOf(refusal));
  if (at.face === 'recuse') return recusing(at);
  if (at.face === 'ask') return askingVerifiers(at, head(at, proposal));
  return at.face === 'refuse' || at.face === 'back' ? refusing(at, proposal, at.face) : deciding(at, proposal);
};

function blocked(at: At, proposal: Proposal, by = decidable): Refusal | undefined {
  const { doc, viewer, world } = at;
  const head = { role: 'HEAD', id: viewer.id, name: '', organ: doc.data.organ } as const;
  return by({ doc, input: { ...boundTo(at, proposal), choice: '', reason: '' }, by: head, world: { ...world, numbers: {} } });
}

function limitOf({ doc }: At): Clock | undefined {
  return latest(doc.clocks, decisionRule(doc.data)) ?? latest(doc.clocks, 'T08');
}

function head(at: At, proposal: Proposal): { title: string; summary: string } {
  const due = limitOf(at);
  const no = decisionOn(at.doc.data, proposal.id)?.no ?? '';
  return { title: `移送审批：${no}`, summary: `1 件移送审批待您决定（${no.replace(/-\d{8}-/, '-..')}）${due ? `，${dayText(due.due.dueDate)}前` : ''}` };
}

function boundTo({ doc }: At, proposal: Proposal): { proposal: string; hash: string } {
  return { proposal: proposal.id, hash: doc.data.report.hash };
}

function deciding(at: At, proposal: Proposal): Card {
  const { doc, world } = at;
  const due = limitOf(at);
  const own = proposal.item === 'D0';
  const acting = deciderOf(doc.data, world)?.acting;
  const gap = blocked(at, proposal, approvable);
  return card(
    { ...head(at, proposal), ...(due ? { subtitle: `${isOver(due, world.now) ? '应于 ' : ''}${endOfDay(due.due.dueDate)}${whichOf(at, proposal)}` } : {}), tint: 'red', tag: acting ? `主持工作（任命至 ${dayText(acting.to)}）` : '待您决定' },
    [
      refusalLine(at), ...sinceSentBack(at), focus(own ? '拟不移送：由本部门处理' : `拟移送：${destinationText(proposal, world.directory)}`),
      facts([['事由', cut(proposal.reason, 60)], ['核实', verifiersOf(at)], ['证据', evidenceText(doc.data)], ['决定时限', due && spanOf(due, world)]]),
      withLink(help([consequence(proposal), due && !isOver(due, world.now) && rawDay(due)].filter(Boolean).join('。')), due && howCounted(at, due.rule)),
      ...askedLines(at), summaryPanel(at), whyPanel(at, proposal), gap && help(`现在不能批准：${sentenceOf(gap)}`),
      button(own ? '同意由本部门处理' : '批准移送', act(at, 'approve', { card: 'approval', input: boundTo(at, proposal) }), { look: 'primary_filled', wide: true, confirm: confirmOf(at, proposal), disabled: gap !== undefined }),
      buttonRow(...choicesBeneath(at), more([...(may(at, 'ask') ? [{ text: '向核实人员提问', tap: show(at, 'approval', 'ask') }] : []), { text: '说明回避', tap: show(at, 'approval', 'recuse') }])),
    ],
  );
}

// 第 2 项，共 3 项: a report with several destinations is decided one by one.
function whichOf({ doc }: At, proposal: Proposal): string {
  const { proposals } = doc.data.report;
  return proposals.length > 1 ? `　第 ${proposals.findIndex((one) => one.id === proposal.id) + 1} 项，共 ${proposals.length} 项` : '';
}

function choicesBeneath(at: At): Element[] {
  const begun = at.doc.data.decisions.some((decision) => decision.what !== '');
  const pair = [['退回补充核实', 'back'], ['不批准', 'refuse']] as const;
  return pair.filter(([, name]) => may(at, name) && !(begun && name === 'back')).map(([text, name]) => button(text, show(at, 'approval', name)));
}

function consequence({ item }: Proposal): string {
  if (item === 'D0') return '同意后由本部门依法处理';
  return item === 'D3' ? '批准后 24 小时内（含节假日）送达' : '批准后 2 个工作日内发出移送函';
}

// The law's own last day may be a rest day; the count then rolls on (experience 7.2).
function rawDay({ due }: Clock): string {
  return due.rawDate === due.dueDate ? '' : `期限遇休息日已顺延，建议 ${dayText(due.rawDate)}前决定`;
}

function confirmOf({ world }: At, { item, receiver }: Proposal): Confirm {
  if (item === 'D0') return { title: '同意由本部门处理？', text: '本案不移送，由本部门依法处理并反馈。' };
  const name = shortName(world.directory, receiver);
  return item === 'D3'
    ? { title: `批准移送${name}？`, text: '批准后 24 小时内（含节假日）必须送达，批准时间记录到分钟。' }
    : { title: `批准移送${name}？`, text: '批准后 2 个工作日内发出移送函，批准时间记录到分钟。' };
}

const reasons = {
  refuse: { title: '不批准移送', verb: '提交不批准', note: '结果只告知中心「已决定不移送」，理由不外传', list: ['证据不足以移送', '不属该机关管辖', '应由本部门处理', '事实尚不清楚', '其他'] },
  back: { title: '退回补充核实', verb: '退回补充核实', note: '退回后核实期限重新计算，核实人员需重新签名', list: ['证据需补充', '事实需查清', '法律适用需补充', '去向需再研究', '其他'] },
} as const;

function refusing(at: At, proposal: Proposal, what: 'refuse' | 'back'): Card {
  const words = reasons[what];
  return card({ ...head(at, proposal), tint: 'red', tag: '填写理由' }, [
    refusalLine(at), focus(what === 'back' || proposal.item === 'D0' ? (what === 'back' ? words.title : '不批准') : `不批准移送${shortName(at.world.directory, proposal.receiver)}`),
    form('decision', [
      select('choice', '理由 *', { options: words.list.map((text) => ({ value: text, text })), value: typedText(at, 'choice', '') }),
      input('reason', '补充说明 *', { value: typedText(at, 'reason', ''), rows: 3, placeholder: '不少于 10 个字' }),
      help(words.note),
      submit('send', words.verb, { tap: act(at, what, { card: 'approval', input: boundTo(at, proposal) }), look: 'primary_filled', wide: true }),
    ]),
    back(at, 'approval'),
  ]);
}

function recusing(at: At): Card {
  return card({ title: `说明回避　${at.doc.data.matterNo}`, tint: 'yellow', tag: '填写原因', summary: `${at.doc.data.matterNo} 说明回避` }, recusalFields(at, 'approval'));
}

function blockedBy({ doc }: At, why: string): Card {
  return card({ title: '移送审批', tint: 'grey', tag: '不由您决定', summary: '移送审批不由您决定' }, [focus(why), doc.state !== 'new' && help('本卡片不需要您操作'), choicesOf([])]);
}
