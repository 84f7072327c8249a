import { flows } from '../../../src/domain/flows.ts';
import type { Clock, Document } from '../../../src/domain/document.ts';
import { dayText, endOfDay, minute } from '../../../src/domain/time/time.ts';
import type { Surroundings } from '../../kit/draw.ts';
import { organName } from '../../kit/labels.ts';

/** What is to be done under a limit, in the words of the button. */
const tasks: Readonly<Record<string, string>> = {
  T01: '转办', T02: '书面报告', T03: '反馈结果', T04: '签收', T07: '核实', T08: '移送审批', T09: '发出移送函', T10: '登记回执', T12: '确认纪要', T37: '移送审批', T38: '完成移送', T42: '答复不予立案', T44: '移交涉案物品', T45: '抄送处罚决定',
};

/** The running limits of some documents as lines, earliest first: 反馈结果　市住建局　12月15日（周二）24:00 前（中心设定）. */
export function dueRows(docs: readonly Document[], { now }: Pick<Surroundings, 'now'>): string[] {
  return docs
    .filter((doc) => !flows[doc.kind].final.includes(doc.state))
    .flatMap((doc) => doc.clocks.filter((limit) => !limit.stoppedAt && tasks[limit.rule]).map((limit) => ({ limit, doc })))
    .sort((a, b) => (a.limit.due.dueAt < b.limit.due.dueAt ? -1 : 1))
    .map(({ limit, doc }) => `${tasks[limit.rule]}　${organOf(doc)}　${whenText(limit, now)}`);
}

function organOf(doc: Document): string {
  const data = doc.data as { organ?: unknown };
  return typeof data.organ === 'string' ? organName(data.organ) : '市交易中心';
}

function whenText(limit: Clock, now: Date): string {
  const end = limit.unit === 'hour' ? `${minute(limit.due.dueAt)} 前` : endOfDay(limit.due.dueDate);
  const late = now.toISOString() > limit.due.dueAt;
  return late ? `应于 ${limit.unit === 'hour' ? minute(limit.due.dueAt) : dayText(limit.due.dueDate)}完成（${limit.origin}）` : `${end}（${limit.origin}）`;
}
