import organRows from '../../data/organs.json' with { type: 'json' };
import { addWorkingDays, type WorkCalendar } from '../../time/calendar.ts';
import { dateOf } from '../../time/time.ts';

/** What somebody of the staff wishes in words: `start` as `yyyy-MM-dd HH:mm` (empty where no day was said), organs by code, the number of the matter where it was named. */
export interface MeetingWish { start: string; organs: readonly string[]; no: string }

// Only what asks for a meeting to come: 「开过会」「会上说」 tell of one that was.
const asks = /(开个|开一?次|开一个|召集|组织|安排|想开|要开|提请|申请|召开|碰个?|开)(一下)?(协调|协同|联席|会商|碰头)?(会商|会议|会|头|一下)/;
const past = /昨天|前天|上周|上个?月|去年|开过|开会时|会上|评标|开标|唱标/;
const digits: Readonly<Record<string, number>> = { 一: 1, 两: 2, 二: 2, 三: 3, 四: 4, 五: 5, 六: 6, 七: 7, 八: 8, 九: 9, 十: 10, 十一: 11, 十二: 12 };
const weekdays = '一二三四五六日';

/** Reads 「明天下午三点开个会，把公安、住建、财政都叫上」; undefined where no meeting is asked for. Times are Beijing time. */
export function readMeetingWish(text: string, now: Date, calendar: WorkCalendar): MeetingWish | undefined {
  if (text.length > 80 || past.test(text) || !asks.test(text)) return undefined;
  const day = dayIn(text, now, calendar);
  const organs = organsIn(text);
  const no = /(?:XS|TS|YJ)-?\d{8}-?\d{4}/.exec(text)?.[0] ?? '';
  if (!day && !organs.length && !no) return undefined;
  return { start: day ? `${day} ${timeIn(text)}` : '', organs, no };
}

function dayIn(text: string, now: Date, calendar: WorkCalendar): string {
  const today = dateOf(now);
  const ahead = (days: number): string => dateOf(new Date(now.getTime() + days * 86_400_000));
  if (/大后天/.test(text)) return ahead(3);
  if (/后天/.test(text)) return ahead(2);
  if (/明天|明早|明儿/.test(text)) return ahead(1);
  if (/今天|今儿|下班前/.test(text)) return today;
  const [, next, week = ''] = /(下个?)?(?:周|星期|礼拜)([一二三四五六日天])/.exec(text) ?? [];
  if (week) return weekday(today, weekdays.indexOf(week.replace('天', '日')), Boolean(next));
  const [, month, date] = /(\d{1,2})\s*月\s*(\d{1,2})\s*[日号]/.exec(text) ?? [];
  if (month && date) return nextDate(today, Number(month), Number(date));
  return /过两天|这两天|尽快/.test(text) ? addWorkingDays(today, 2, calendar) : '';
}

function weekday(today: string, wanted: number, next: boolean): string {
  const at = (new Date(`${today}T00:00:00Z`).getUTCDay() + 6) % 7;
  const ahead = next ? 7 - at + wanted : (wanted - at + 7) % 7;
  return shifted(today, ahead);
}

function shifted(date: string, days: number): string {
  return new Date(Date.parse(`${date}T00:00:00Z`) + days * 86_400_000).toISOString().slice(0, 10);
}

function nextDate(today: string, month: number, date: number): string {
  if (month < 1 || month > 12 || date < 1 || date > 31) return '';
  const rest = `${String(month).padStart(2, '0')}-${String(date).padStart(2, '0')}`;
  const thisYear = `${today.slice(0, 4)}-${rest}`;
  return thisYear >= today ? thisYear : `${Number(today.slice(0, 4)) + 1}-${rest}`;
}

// Without a time the usual beginning; 三点 in an office is in the afternoon.
function timeIn(text: string): string {
  const [, part = '', hourText = '', half, minutes] = /(上午|早上|中午|下午|晚上)?\s*(\d{1,2}|十[一二]?|[一两二三四五六七八九])\s*[点:：时](半)?(\d{1,2})?/.exec(text) ?? [];
  if (!hourText) return /上午|早上|明早/.test(text) ? '09:30' : '15:00';
  const said = digits[hourText] ?? Number(hourText);
  const hour = said < 12 && (part === '下午' || part === '晚上' || (part === '' && said < 8)) ? said + 12 : said;
  return hour > 23 ? '15:00' : `${String(hour).padStart(2, '0')}:${half ? '30' : (minutes ?? '00').padStart(2, '0')}`;
}

function organsIn(text: string): string[] {
  const found = organRows.flatMap((row) => {
    const at = [row.name, row.short, ...row.aliases].map((name) => text.indexOf(name)).filter((index) => index >= 0);
    return at.length && row.code !== 'GGZY' ? [{ code: row.code, at: Math.min(...at) }] : [];
  });
  return found.sort((a, b) => a.at - b.at).map((one) => one.code);
}
