import { complaintStates } from '../../../src/domain/complaint/complaint.ts';
import { forwardStates } from '../../../src/domain/forward/forward.ts';
import { dayText, fullDay, clock } from '../../../src/domain/time/time.ts';
import { reportersOwn } from '../../../src/domain/matter/evidence.ts';
import { isEnded, type Branch, type Matter } from '../../../src/domain/matter/matter.ts';
import { opens, type DrawInput } from '../../kit/draw.ts';
import { button, buttonRow, card, facts, focus, help, more, panel, plain, type Card, type Child, type Tint } from '../../kit/kit.ts';
import { amountText, categoryName, kindName, listed, organName, short, sourceName, stageName, violationName } from '../../kit/labels.ts';
import { mergedStep } from '../merge.ts';
import { centerClock, filesPanel, originText, suggestionText, wordsPanel } from '../matter-parts.ts';
import { linkedLine } from '../pieces.ts';

type Input = DrawInput<Matter>;

/** K28, the reporter's receipt: edited at each step, its bold line is always what comes next. */
export function receipt({ doc }: Input): Card {
  const { data } = doc;
  const ended = isEnded(doc.state === 'merged' ? (data.into?.state ?? '') : doc.state);
  const registered = doc.audit.find((entry) => entry.act === 'register')?.at ?? doc.createdAt;
  const look: { title: string; tint: Tint; tag: string } = ended
    ? { title: `${doc.no} 已办结`, tint: 'green', tag: tagOf(doc.state) }
    : { title: `已登记　${doc.no}`, tint: 'green', tag: doc.state === 'registered' ? '待转办' : '办理中' };
  return card({ ...look, subtitle: `${fullDay(registered)}${clock(registered)}`, summary: summaryOf(doc) }, [
    focus(nextStep({ doc })),
    facts([['由谁办', handlers(doc)], ['依据', basisOf(doc)]]),
    help(ended ? '可告知的内容以此为限' : data.kind === 'complaint' ? '投诉由有权部门署名受理。最新进展请说「我报的」' : '办理人员看不到您的姓名。最新进展请说「我报的」'),
    filesPanel(reportersOwn(data.files)),
    linkedLine(data),
    contents(data),
    wordsPanel('您的原话', data.words),
    buttons({ doc }),
  ]);
}

/** What comes next for a registered matter: who, by when; the result where it has ended. */
export function nextStep({ doc }: Pick<Input, 'doc'>): string {
  const { data } = doc;
  if (doc.state === 'registered') {
    const due = centerClock(doc)?.due.dueDate;
    return `下一步：中心 ${due ? `${dayText(due)}前` : ''}转给主管部门`;
  }
  if (doc.state === 'merged') return mergedNext(doc);
  if (doc.state === 'shelved') return '已暂存，有新的线索时重新办理';
  if (doc.state === 'verifying') return '下一步：中心会同主管部门核实';
  if (doc.state === 'notApplicable' || doc.state === 'referredOut' || doc.state === 'closed') return data.told || '已办结';
  const petition = data.complaints.at(-1);
  if (petition) return `下一步：${organName(petition.organ)} ${petition.dueDate ? `${dayText(petition.dueDate)}前` : ''}${petition.state === 'received' ? '决定是否受理' : '处理投诉'}`;
  const live = liveBranches(data);
  const due = live.map((branch) => branch.dueDate).filter(Boolean).sort()[0];
  return `下一步：${live.map((branch) => organName(branch.organ)).join('、') || '主管部门'} ${due ? `${dayText(due)}前` : ''}反馈办理结果`;
}

function mergedNext(doc: Input['doc']): string {
  const { into } = doc.data;
  return mergedStep(doc, { ended: isEnded(into?.state ?? ''), organs: (into?.organs ?? []).map(organName).join('、'), day: into?.dueDate ? dayText(into.dueDate) : '' });
}

/** How a department's part stands, in words that a reporter may read: no receiver, no decision of the head. */
export function branchText(data: Pick<Matter, 'referrals'>, branch: Branch): string {
  const referral = data.referrals.find((one) => one.organ === branch.organ);
  if (branch.state === 'accepted' && referral) return referral.state === 'v.none' ? '已签收' : '核实中';
  return forwardStates[branch.state as keyof typeof forwardStates] ?? '办理中';
}

function liveBranches(data: Matter): readonly Branch[] {
  return data.forwards.filter((branch) => !['returned', 'cancelled', 'closed'].includes(branch.state));
}

function handlers({ state, data }: Input['doc']): string {
  if (state === 'registered') return `市公共资源交易中心${data.clerk ? '（已领办）' : '值班'}`;
  if (state === 'notApplicable') return '旗区对口部门';
  if (state === 'verifying') return '市公共资源交易中心，会同主管部门';
  if (state === 'merged') return data.into?.organs.length ? data.into.organs.map(organName).join('、') : '市公共资源交易中心';
  if (state === 'referredOut') return '';
  const petitions = data.complaints.map((one) => `${organName(one.organ)}（${complaintStates[one.state as keyof typeof complaintStates] ?? '办理中'}）`);
  if (petitions.length) return petitions.join('、');
  return data.forwards.filter((branch) => branch.state !== 'returned' && branch.state !== 'cancelled').map((branch) => `${organName(branch.organ)}（${branchText(data, branch)}）`).join('、');
}

function basisOf(doc: Input['doc']): string {
  if (doc.state === 'registered') return originText(centerClock(doc));
  const own: Record<string, string> = { notApplicable: '本办法2条', referredOut: '本办法11条', shelved: '本办法9条', verifying: '本办法11条', merged: '本办法9条' };
  return own[doc.state] ?? (doc.data.kind === 'complaint' ? '本办法9条（期限法定）' : '本办法9条（反馈时限由中心设定）');
}

function contents(data: Matter): Child {
  const rows = [
    `${kindName(data.kind)}　${sourceName(data.source)}`, `项目：${short(data.project, 60)}`, `问题：${data.violations.slice(0, 6).map(violationName).join('、')}`,
    data.category && `类别：${categoryName(data.category)}　${stageName(data.stage)}`, data.named.length > 0 && `涉及：${listed(data.named, 6)}`,
    amountText(data) && `金额：${amountText(data)}`, suggestionText(data) && `建议承办：${suggestionText(data)}`,
  ];
  return panel('登记内容', rows.map((row) => row && plain(row, 2)));
}

function buttons({ doc }: Pick<Input, 'doc'>): Child {
  const limit = centerClock(doc);
  return buttonRow(
    button('查进度', opens(doc, 'progress'), { look: 'primary_filled' }),
    isOpen(doc) && button('补充材料', { do: 'ask', what: 'supplement', arg: doc.id }),
    more([...(limit && doc.state === 'registered' ? [{ text: '期限怎么算的', tap: opens(doc, 'how-counted', limit.rule) }] : []), { text: '我报的', tap: { do: 'ask', what: 'mine' } as const },
      ...(withdrawable(doc) ? [{ text: '撤回', tap: { do: 'show', kind: 'matter', id: doc.id, card: 'shelf', face: 'withdraw' } as const }] : [])]),
  );
}

function isOpen({ state }: Pick<Input['doc'], 'state'>): boolean {
  return ['registered', 'verifying', 'forwarded', 'reported', 'shelved'].includes(state);
}

function withdrawable(doc: Input['doc']): boolean {
  return isOpen(doc) && !doc.data.withdrawn;
}

function tagOf(state: string): string {
  return { notApplicable: '不适用', referredOut: '已转送' }[state] ?? '已办结';
}

function summaryOf(doc: Input['doc']): string {
  const due = centerClock(doc)?.due.dueDate;
  if (doc.state === 'registered') return `${doc.no} 已登记${due ? `，${dayText(due)}前转办` : ''}`;
  return `${doc.no} ${isEnded(doc.state) ? '已办结' : '办理中'}`;
}
