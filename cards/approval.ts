import { latest } from '../src/domain/clocks.ts';
import { dateOf, dayText, endOfDay } from '../src/domain/deadlines.ts';
import type { Clock } from '../src/domain/document.ts';
import { headOf, shortName } from '../src/domain/people.ts';
import { decidable, decisionRule } from '../src/domain/referral/guards.ts';
import type { Referral } from '../src/domain/referral/referral.ts';
import type { Refusal } from '../src/domain/refusal.ts';
import { decidedApproval } from './approval-decided.ts';
import { cut, evidenceText, isOver, spanOf } from './branch-lines.ts';
import { back, choicesOf, howCounted, withLink } from './controls.ts';
import { act, may, refusalLine, show, typedText, type DocCard, type DrawInput } from './draw.ts';
import { button, buttonRow, card, facts, focus, form, help, input, select, submit, type Card, type Confirm, type Element } from './kit.ts';
import { proposalOf, summaryPanel, verifiersOf, whyPanel } from './report-panels.ts';
import { sentenceOf } from './texts.ts';
import { unseen } from './unseen.ts';

type At = DrawInput<Referral>;

/** K13 移送审批 (experience 5), for the head in office alone: read, then one button on its own row; no keyboard unless he refuses. Whoever may not decide reads why. */
export const approval: DocCard<Referral> = (at) => {
  const recused = at.doc.data.verifiers.some((verifier) => verifier.id === at.viewer.id && verifier.declared === 'recuse');
  if (recused) return blockedBy(at, '您已回避，本案由上级指定的负责人决定');
  const closed = unseen(at);
  if (closed) return closed;
  if (at.doc.state !== 'v.done') return decidedApproval(at);
  const refusal = blocked(at);
  if (refusal) return blockedBy(at, sentenceOf(refusal));
  return at.face === 'refuse' || at.face === 'back' ? refusing(at, at.face) : deciding(at);
};

function blocked({ doc, viewer, world }: At): Refusal | undefined {
  const by = { role: 'HEAD', id: viewer.id, name: '', organ: doc.data.organ } as const;
  return decidable({ doc, input: { hash: doc.data.report.hash, choice: '', reason: '' }, by, world: { ...world, numbers: {} } });
}

function limitOf({ doc }: At): Clock | undefined {
  return latest(doc.clocks, decisionRule(doc.data)) ?? latest(doc.clocks, 'T08');
}

function head(at: At): { title: string; summary: string } {
  const due = limitOf(at);
  const short = at.doc.no.replace(/-\d{8}-/, '-..');
  return { title: `移送审批：${at.doc.no}`, summary: `1 件移送审批待您决定（${short}）${due ? `，${dayText(due.due.dueDate)}前` : ''}` };
}

function deciding(at: At): Card {
  const { doc, world } = at;
  const due = limitOf(at);
  const own = doc.data.report.item === 'D0';
  const acting = headOf(world.directory, doc.data.organ, dateOf(world.now))?.acting;
  const hash = { hash: doc.data.report.hash };
  return card(
    { ...head(at), ...(due ? { subtitle: `${isOver(due, world.now) ? '应于 ' : ''}${endOfDay(due.due.dueDate)}` } : {}), tint: 'red', tag: acting ? `主持工作（任命至 ${dayText(acting.to)}）` : '待您决定' },
    [
      refusalLine(at), focus(own ? '拟不移送：由本部门处理' : `拟移送：${proposalOf(at)}`),
      facts([['事由', cut(doc.data.report.reason, 60)], ['核实', verifiersOf(at)], ['证据', evidenceText(doc.data.evidence.length)], ['决定时限', due && spanOf(due, world)]]),
      withLink(help([consequence(at), due && !isOver(due, world.now) && rawDay(due)].filter(Boolean).join('。')), due && howCounted(at, due.rule)),
      summaryPanel(at), whyPanel(at),
      button(own ? '同意由本部门处理' : '批准移送', act(at, 'approve', { card: 'approval', input: hash }), { look: 'primary_filled', wide: true, confirm: confirmOf(at) }),
      buttonRow(...choicesBeneath(at)),
    ],
  );
}

function choicesBeneath(at: At): Element[] {
  const pair = [['退回补充核实', 'back'], ['不批准', 'refuse']] as const;
  return pair.filter(([, name]) => may(at, name)).map(([text, name]) => button(text, show(at, 'approval', name)));
}

function consequence({ doc }: At): string {
  if (doc.data.report.item === 'D0') return '同意后由本部门依法处理';
  return doc.data.report.item === 'D3' ? '批准后 24 小时内（含节假日）送达' : '批准后 2 个工作日内发出移送函';
}

// The law's own last day may be a rest day; the count then rolls on (experience 7.2).
function rawDay({ due }: Clock): string {
  return due.rawDate === due.dueDate ? '' : `期限遇休息日已顺延，建议 ${dayText(due.rawDate)}前决定`;
}

function confirmOf({ doc, world }: At): Confirm {
  const { item, receiver } = doc.data.report;
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

function refusing(at: At, what: 'refuse' | 'back'): Card {
  const words = reasons[what];
  return card({ ...head(at), tint: 'red', tag: '填写理由' }, [
    refusalLine(at), focus(words.title),
    form('decision', [
      select('choice', '理由 *', { options: words.list.map((text) => ({ value: text, text })), value: typedText(at, 'choice', '') }),
      input('reason', '补充说明 *', { value: typedText(at, 'reason', ''), rows: 3, placeholder: '不少于 10 个字' }),
      help(words.note),
      submit('send', words.verb, { tap: act(at, what, { card: 'approval', input: { hash: at.doc.data.report.hash } }), look: 'primary_filled', wide: true }),
    ]),
    back(at, 'approval'),
  ]);
}

function blockedBy({ doc }: At, why: string): Card {
  return card({ title: '移送审批', tint: 'grey', tag: '不由您决定', summary: '移送审批不由您决定' }, [focus(why), doc.no ? help('本卡片不需要您操作') : undefined, choicesOf([])]);
}
