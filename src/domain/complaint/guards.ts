import { Temporal } from 'temporal-polyfill';
import type { z } from 'zod';
import type { Document, Situation, World } from '../document.ts';
import { shortName } from '../people.ts';
import { refuse, type Refusal } from '../refusal.ts';
import { running } from '../time/clocks.ts';
import { dateOf, dayText } from '../time/deadlines.ts';
import { checks, isPaused, reasons, type Check, type Complaint } from './complaint.ts';
import type { acceptInput, decisionInput, fixInput, pauseInput, redirectInput, rejectInput } from './inputs.ts';

type With<S extends z.ZodType> = Pick<Situation<Complaint, z.output<S>>, 'doc' | 'input' | 'world'>;

/** Longest pause of a procurement, all pauses together (政府采购法57条). */
export const longestPause = 30;

/** 要求补正: procurement alone knows it, once, within the five days of T25. */
export function correctable({ doc, input, world }: With<typeof fixInput>): Refusal | undefined {
  const { regime, fix } = doc.data;
  if (regime !== 'procurement') return refuse('input', { fields: '招标投标投诉没有补正程序，请在期限内决定是否受理' });
  if (fix.askedAt) return refuse('input', { fields: '补正只能要求一次，请决定是否受理' });
  const due = running(doc.clocks, 'T25')?.due.dueDate ?? '';
  if (dateOf(world.now) > due) return refuse('input', { fields: `要求补正的期限已于 ${dayText(due)}届满，请决定是否受理` });
  return input.dueDate > dateOf(world.now) ? undefined : refuse('E-204', {}, ['dueDate']);
}

/** 期满未补正 can be said only after the day that was given. */
export function isUncorrected({ doc, world }: { doc: Pick<Document<Complaint>, 'data'>; world: Pick<World, 'now'> }): Refusal | undefined {
  const { dueDate } = doc.data.fix;
  return dateOf(world.now) > dueDate ? undefined : refuse('input', { fields: `补正期限到 ${dayText(dueDate)}，届满后才能按期满未补正处理` });
}

/** 受理: standing, time, prior objection and signature are checked one by one. */
export function acceptable({ input }: With<typeof acceptInput>): Refusal | undefined {
  const open = (Object.keys(checks) as Check[]).filter((check) => !input.checks.includes(check));
  return open.length ? refuse('input', { fields: `请逐项核对后勾选：${open.map((check) => checks[check]).join('；')}。不符合的请点「不予受理」` }, ['checks']) : undefined;
}

/** 不予受理: 未补正 is a reason only where 补正 was asked for. */
export function rejectable({ doc, input }: With<typeof rejectInput>): Refusal | undefined {
  const { regime, fix } = doc.data;
  return reasons[input.ground][regime] === '' || (input.ground === 'uncorrected' && !fix.askedAt) ? refuse('input', { fields: '本件没有要求过补正，请另选理由' }, ['ground']) : undefined;
}

/** 告知: another department of the city, and never the one that is complained of. */
export function redirectable({ doc, input, world }: With<typeof redirectInput>): Refusal | undefined {
  if (input.organ === doc.data.organ || world.directory.organs.get(input.organ)?.kind !== 'department') return refuse('input', { fields: '请选择有权处理的其他行政监督部门' }, ['organ']);
  return doc.data.brief.reported.includes(input.organ) ? refuse('E-202', { organ: shortName(world.directory, input.organ) }, ['organ']) : undefined;
}

/** 暂停: one at a time; in procurement no more than thirty days altogether. */
export function pausable({ doc, input, world }: With<typeof pauseInput>): Refusal | undefined {
  if (isPaused(doc.data)) return refuse('stale', { who: '本部门', what: '暂停项目活动' });
  const today = dateOf(world.now);
  if (input.until <= today) return refuse('E-204', {}, ['until']);
  const days = doc.data.pause.days + daysBetween(today, input.until);
  if (doc.data.regime !== 'procurement' || days <= longestPause) return undefined;
  const rest = longestPause - doc.data.pause.days;
  return refuse('input', { fields: rest > 0 ? `采购活动累计暂停不得超过 30 日，最晚到 ${dayText(addDays(today, rest))}` : '采购活动已累计暂停 30 日，不能再暂停' }, ['until']);
}

/** 决定: a dismissal says on which ground, nothing else has one. */
export function conclusive({ input }: With<typeof decisionInput>): Refusal | undefined {
  return input.result === 'dismissed' && !input.ground ? refuse('input', { fields: '驳回的，请选择驳回的理由' }, ['ground']) : undefined;
}

/** Calendar days from one day to another, the first not counted. */
export function daysBetween(from: string, to: string): number {
  return Temporal.PlainDate.from(from).until(Temporal.PlainDate.from(to), { largestUnit: 'day' }).days;
}

function addDays(day: string, days: number): string {
  return Temporal.PlainDate.from(day).add({ days }).toString();
}
