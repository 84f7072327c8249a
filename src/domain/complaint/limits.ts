import type { Clock, ClockRequest, ClockTurn, Document } from '../document.ts';
import { latest, running } from '../time/clocks.ts';
import { dayText } from '../time/deadlines.ts';
import { decisionRule, isTenderLaw, regimeOf, type Complaint } from './complaint.ts';

/** Limits that begin with the department's own receipt: in procurement all but that of the answer run at once (T25 to T28), elsewhere the three days of T15. */
export function atReceipt(category: string): readonly ClockRequest[] {
  if (regimeOf(category) === 'procurement') return [{ rule: 'T25' }, { rule: 'T26' }, { rule: 'T27' }, { rule: 'T28' }];
  return [{ rule: 'T15', ...originOf(category) }];
}

/** 受理 ends the limits of the examination; T16 begins with it, T27 and T28 go on from the receipt. */
export function atAcceptance({ regime, brief }: Pick<Complaint, 'regime' | 'brief'>): ClockTurn {
  return regime === 'procurement' ? { stop: ['T25', 'T26'] } : { stop: ['T15'], start: [{ rule: 'T16', ...originOf(brief.category) }] };
}

// Land, mining and property rights have no such limits of their own: those of 招标投标 are taken over, and said to be ours.
function originOf(category: string): { origin?: string } {
  return isTenderLaw(category) ? {} : { origin: '系统默认' };
}

/** The limit that is to be met next: of the examination, of the answer notice, then of the decision. */
export function nextLimit({ clocks, data }: Document<Complaint>): Clock | undefined {
  return ['T15', 'T26', 'T25', 'T27', decisionRule(data)].map((rule) => running(clocks, rule)).find((clock) => clock !== undefined);
}

/** When the decision is due, as trail and cards say it; before the acceptance of a tender complaint, when that is due. */
export function limitsText(doc: Document<Complaint>): string {
  const decision = running(doc.clocks, decisionRule(doc.data));
  const first = running(doc.clocks, 'T15');
  return first ? `${dayText(first.due.dueDate)}前决定是否受理` : decision ? `处理决定截止 ${dayText(decision.due.dueDate)}` : '';
}

/** The last day of whatever limit runs or ran last, for the Center's list; empty where none ever ran. */
export function dueDateOf(doc: Document<Complaint>): string {
  return nextLimit(doc)?.due.dueDate ?? latest(doc.clocks, decisionRule(doc.data))?.due.dueDate ?? '';
}
