import { digits, fields, isFields, list, text, type Fields } from '../../json.ts';
import { freshNumber } from '../../state/ids.ts';
import type { Task, TaskMember, TaskReminder } from '../../state/office.ts';
import type { Call } from '../call.ts';
import { fail } from '../errors.ts';
import { needPerson } from '../contact/people.ts';

const DAY_MS = 86_400_000;
const MOST_MEMBERS = 50;
const MOST_LETTERS = 3000;

const settable = [
  'summary',
  'description',
  'due',
  'start',
  'extra',
  'origin',
  'custom_complete',
  'tasklists',
  'mode',
  'repeat_rule',
  'is_milestone',
] as const;

/** What PATCH may change; members and reminders have calls of their own. */
export const patchable: readonly string[] = [
  'summary',
  'description',
  'due',
  'start',
  'extra',
  'completed_at',
  'repeat_rule',
  'custom_complete',
  'mode',
  'is_milestone',
];

/** 1470400 that says which field is wrong. */
export function wrong(field: string): Error {
  return fail(1470400, { message: `invalid request parameter: ${field}` });
}

/** A due or start time as it is given back: ms as a string, a whole day as its midnight in UTC. */
function time(value: unknown, field: string): Fields {
  const given = fields(value);
  const stamp = digits(given['timestamp']);
  if (!/^\d{13}$/.test(stamp)) throw wrong(`${field}.timestamp must be milliseconds`);
  const allDay = given['is_all_day'] === true;
  return { timestamp: allDay ? String(Math.floor(Number(stamp) / DAY_MS) * DAY_MS) : stamp, is_all_day: allDay };
}

function checkOrigin(origin: unknown): void {
  const { platform_i18n_name: name, href } = fields(origin);
  if (!isFields(name) || Object.keys(name).length === 0) throw wrong('origin.platform_i18n_name');
  if (href !== undefined && !URL.canParse(text(fields(href)['url']))) throw wrong('origin.href.url');
}

/** The fields of a task, checked and with their times in one form; throws 1470400. */
export function taskFields(body: Fields): Fields {
  for (const name of ['summary', 'description']) if (text(body[name]).length > MOST_LETTERS) throw wrong(`${name} is too long`);
  const mode = body['mode'];
  if (mode !== undefined && mode !== 1 && mode !== 2) throw wrong('mode must be 1 or 2');
  if (body['origin'] !== undefined) checkOrigin(body['origin']);
  const kept = Object.fromEntries(settable.filter((name) => body[name] !== undefined).map((name) => [name, body[name]]));
  for (const name of ['due', 'start']) if (isFields(kept[name])) kept[name] = time(kept[name], name);
  const [start, due] = ['start', 'due'].map((name) => Number(text(fields(kept[name])['timestamp'])));
  if (start !== undefined && due !== undefined && due > 0 && start > due) throw wrong('start is later than due');
  return kept;
}

/** Members as wished; 1470400 for a role that does not exist, 1470610 and 1470611 for too many. */
export function membersFrom(call: Call, value: unknown): TaskMember[] {
  const wishes = list(value).map(fields);
  if (wishes.length > MOST_MEMBERS) throw wrong('members');
  return wishes.map((wish) => {
    const type = text(wish['type']) || 'user';
    const role = text(wish['role']) || 'assignee';
    if ((role !== 'assignee' && role !== 'follower') || (type !== 'user' && type !== 'app')) throw wrong('members.role');
    return { id: type === 'app' ? text(wish['id']) : needPerson(call, text(wish['id'])).openId, type, role };
  });
}

/** Throws when a task would have more than 50 assignees (1470610) or followers (1470611). */
export function checkCrowd(members: TaskMember[]): void {
  const count = (role: string): number => members.filter((member) => member.role === role).length;
  if (count('assignee') > MOST_MEMBERS) throw fail(1470610);
  if (count('follower') > MOST_MEMBERS) throw fail(1470611);
}

/** Reminders as wished: at most one, only with a due time (1470400). */
export function remindersFrom(value: unknown, task: Pick<Task, 'fields'>): TaskReminder[] {
  const wishes = list(value).map(fields);
  if (wishes.length === 0) return [];
  if (wishes.length > 1) throw wrong('reminders');
  if (!isFields(task.fields['due'])) throw wrong('reminders need due');
  return wishes.map((wish) => {
    const minutes = wish['relative_fire_minute'];
    if (typeof minutes !== 'number' || !Number.isInteger(minutes) || minutes < 0) throw wrong('relative_fire_minute');
    return { id: freshNumber(10), relative_fire_minute: minutes };
  });
}
