import { digits, fields, isFields, list, text, type Fields } from '../../json.ts';
import { freshNumber } from '../../state/ids.ts';
import type { Call } from '../call.ts';
import { badField, fail } from '../errors.ts';

const DAY_S = 86_400;
const MOST_REMINDER_MINUTES = 20_160;

const settable = [
  'summary',
  'description',
  'need_notification',
  'start_time',
  'end_time',
  'visibility',
  'attendee_ability',
  'free_busy_status',
  'location',
  'color',
  'reminders',
  'recurrence',
  'schemas',
  'attachments',
  'event_check_in',
  'vchat',
] as const;

const choices: Record<string, readonly string[]> = {
  visibility: ['default', 'public', 'private'],
  attendee_ability: ['none', 'can_see_others', 'can_invite_others', 'can_modify_event'],
  free_busy_status: ['busy', 'free'],
};

const meetingKinds = ['vc', 'third_party', 'no_meeting', 'lark_live', 'unknown'];
const dull = /晋升|绩效|述职|调薪|调级|复议|申诉|校准|答辩/;

/** When an event is, in epoch seconds; an all-day event ends at the midnight after its last day. */
export interface Span {
  start: number;
  end: number;
  allDay: boolean;
}

function moment(value: unknown, field: string): { at: number; day: boolean } {
  const time = fields(value);
  const day = text(time['date']);
  const stamp = digits(time['timestamp']);
  const valid = stamp === '' ? /^\d{4}-\d\d-\d\d$/.test(day) : /^\d{1,11}$/.test(stamp);
  const at = stamp === '' ? Date.parse(`${day}T00:00:00+08:00`) / 1000 : Number(stamp);
  if (!valid || !Number.isInteger(at) || at <= 0) throw badField(field, 'timestamp must be seconds as a string, or date yyyy-MM-dd');
  return { at, day: stamp === '' };
}

/** Reads start and end, the known ones standing in for what is absent; both must be days or both moments (190002). */
export function spanOf(body: Fields, known?: Fields): Span {
  const start = moment(body['start_time'] ?? known?.['start_time'], 'start_time');
  const end = moment(body['end_time'] ?? known?.['end_time'], 'end_time');
  if (start.day !== end.day || end.at < start.at) throw fail(190002);
  return { start: start.at, end: end.day ? end.at + DAY_S : end.at, allDay: end.day };
}

function checkReminders(value: unknown): boolean {
  return list(value).every((each) => {
    const minutes = fields(each)['minutes'];
    return Number.isInteger(minutes) && Math.abs(Number(minutes)) <= MOST_REMINDER_MINUTES;
  });
}

function checkVchat(call: Call, value: unknown): boolean {
  const vchat = fields(value);
  const settings = fields(vchat['meeting_settings']);
  if (isFields(value) && call.user === undefined && text(settings['owner_id']) === '' && settings['allow_attendees_start'] === false)
    call.notes.push('没有 owner_id 又不许参会人开会：这场会没有人能开始');
  if (vchat['vc_type'] === 'third_party' && vchat['meeting_url'] !== undefined && !URL.canParse(text(vchat['meeting_url']))) return false;
  return vchat['vc_type'] === undefined || meetingKinds.includes(text(vchat['vc_type']));
}

/** Takes what may be set of an event; throws 190002 for anything that is too long, no choice or no rule. */
export function settableOf(call: Call, body: Fields): Fields {
  const rule = text(body['recurrence']);
  const right =
    text(body['summary']).length <= 1000 &&
    text(body['description']).length <= 40_960 &&
    Object.entries(choices).every(([name, offered]) => body[name] === undefined || offered.includes(text(body[name]))) &&
    (rule === '' || /^(RRULE:)?FREQ=(DAILY|WEEKLY|MONTHLY|YEARLY)(;[A-Z]+=[\w,+:-]+)*$/.test(rule)) &&
    checkReminders(body['reminders']) &&
    checkVchat(call, body['vchat']);
  if (!right) throw fail(190002);
  if (dull.test(text(body['summary']))) call.notes.push('标题含人事类字样，这场会不会生成智能纪要');
  return Object.fromEntries(settable.filter((key) => body[key] !== undefined).map((key) => [key, body[key]]));
}

/** The meeting of a new event: one of the platform's own with a link, unless another kind or none is wanted. */
export function meetingOf(body: Fields): Fields {
  const vchat = fields(body['vchat']);
  const type = vchat['vc_type'] ?? 'vc';
  return type === 'vc' ? { ...vchat, vc_type: 'vc', meeting_url: `https://vc.feishu.cn/j/${freshNumber(9)}` } : vchat;
}
