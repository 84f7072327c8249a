import { lodgingOf, type Lodging } from '../../src/domain/complaint/lodging.ts';
import type { Matter } from '../../src/domain/matter/matter.ts';
import type { WorkCalendar } from '../../src/domain/time/calendar.ts';
import { dayText } from '../../src/domain/time/deadlines.ts';
import { organName } from '../kit/labels.ts';

type Told = Pick<Matter, 'words' | 'category'>;

/** D14, said before the card of a draft that reads like a complaint: who accepts it, that the Center cannot, and until when. */
export function complaintAnswer({ category, routing }: Pick<Matter, 'category' | 'routing'>, told: { words: string; at: Date }, calendar: WorkCalendar): string {
  const organ = routing?.depts[0];
  const lodging = lodgingOf({ words: told.words, category, at: told.at }, calendar);
  return `这像是投诉。投诉由${organ ? organName(organ) : '主管部门'}受理，中心不能代为受理，会转交并书面告知您。${lodging ? `投诉有期限：${spanWords(lodging)}。` : ''}`;
}

/** 投诉期限 on a card: until when, or that it may have passed; empty where the words name no day. */
export function lodgingText(told: Told, at: Date, calendar: WorkCalendar): string {
  const lodging = lodgingOf({ ...told, at }, calendar);
  if (!lodging) return '';
  return lodging.passed ? `可能超期：按所述到 ${dayText(lodging.until)}` : `按所述到 ${dayText(lodging.until)}，未超期`;
}

// The day of the answer is written as D14 has it; the end, which is what counts, with its weekday.
function spanWords({ rule, from, until, passed }: Lodging): string {
  const day = dayText(from).replace(/（周.）/, '');
  const span = rule === 'T24' ? `答复期满（${day}）后 15 个工作日` : `知道或者应当知道之日（${day}）起 10 日，异议答复期间不计`;
  return `${span}，${passed ? '按您所述可能已过' : '到'} ${dayText(until)}${passed ? '，是否受理由该部门决定' : ''}`;
}
