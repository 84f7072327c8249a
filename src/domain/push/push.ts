import { digest } from '../audit.ts';
import type { StaffRole } from '../people.ts';
import { addWorkingDays, type WorkCalendar } from '../time/calendar.ts';
import { isQuiet, isWorked, usualMorning, usualQuiet, type QuietHours } from '../time/quiet.ts';
import { dateOf, instantAt } from '../time/time.ts';

/**
 * How much a message may disturb: `answer` to what he just did; `alarm` may wake him (the 24 hours, danger, a meeting moved within two hours);
 * `first` is never folded (approvals, due today); `duty` is something to do; `news` is only to know and folds first; `morning` belongs to the morning's list.
 */
export const urgencies = ['answer', 'alarm', 'first', 'duty', 'news', 'morning'] as const;
/** One of them. */
export type Urgency = (typeof urgencies)[number];

/** What a person chose for himself (K40). `digestAt` is a clock time, Beijing. */
export interface Preferences { digestAt: string; quiet: QuietHours; large: boolean }

/** What everybody has who chose nothing. */
export const usualPreferences: Preferences = { digestAt: usualMorning, quiet: usualQuiet, large: false };

/** What a person has heard lately: pushes that count, his last sign of life, what he put off. Times are ISO instants; empty for never. */
export interface Heard {
  pushes: readonly { id: string; at: string }[];
  reactedAt: string;
  snoozes: readonly { doc: string; at: string; until: string }[];
  prefs: Preferences;
}

/** Somebody or a group: `who` is any stable key of him, by which the morning's messages are spread. A working group has quiet hours only; the group of a meeting has a cap, and its last reminders keep no quiet hours. */
export type Audience = { who: string } & ({ roles: readonly StaffRole[] } | { group: 'work' | 'meeting' });

/** A message that wants out. `id` is its own, so that a second try is not held up by the first; `reminds` is the document that it reminds of, where it is a reminder. */
export interface PushWish { id: string; urgency: Urgency; to: Audience; reminds?: string }

/** Now; later with whatever else has gathered until then; or with the list of a morning. */
export type PushVerdict = { push: 'now' } | { push: 'join' | 'digest'; until: Date };

const apartMs = 10 * 60_000;
const spreadMinutes = 12;

/** Pushes a day that nobody exceeds (experience section 2); who holds several roles has the largest, who holds none reported something. */
const caps: Readonly<Record<StaffRole, number>> = {
  C_CLERK: 12, SECRETARY: 12, WARN: 12, VAULT: 12, DUTY: 8, LIAISON: 8, HANDLER: 5, DEPUTY: 4, HEAD: 4, ACTING_HEAD: 4, C_HEAD: 4, ADMIN: 3, AUDITOR: 3,
};
const capOfReporters = 3;
/** The group of a meeting hears three lines on the day, and never more than twice that (experience section 2). */
const capOfMeetings = 6;

/** The most pushes a day for somebody with these roles. */
export function capOf(roles: readonly StaffRole[]): number {
  return roles.length ? Math.max(...roles.map((role) => caps[role])) : capOfReporters;
}

/** Whether a message may be pushed to this person at this moment; the one place where this is decided. */
export function decidePush({ id, urgency, to, reminds }: PushWish, heard: Heard, at: { now: Date; calendar: WorkCalendar }): PushVerdict {
  const { now, calendar } = at;
  if (urgency === 'answer' || urgency === 'alarm' || heard.pushes.some((push) => push.id === id)) return { push: 'now' };
  const morning = { push: 'digest', until: morningAfter(to.who, heard.prefs, at) } as const;
  const snoozed = reminds === undefined ? undefined : heard.snoozes.find((snooze) => snooze.doc === reminds && Date.parse(snooze.until) > now.getTime());
  if (snoozed) return { push: 'digest', until: new Date(snoozed.until) };
  const lastCall = 'group' in to && to.group === 'meeting' && urgency === 'first';
  if (!lastCall && isQuiet(now, calendar, heard.prefs.quiet)) return morning;
  if ('group' in to) return to.group === 'meeting' && isOver(capFor(urgency, capOfMeetings), heard, now) ? morning : { push: 'now' };
  if (urgency === 'morning' && dateOf(morning.until) === dateOf(now)) return morning;
  if (urgency !== 'first' && isOver(capFor(urgency, capOf(to.roles)), heard, now)) return morning;
  const last = heard.pushes.at(-1)?.at ?? '';
  const free = Date.parse(last) + apartMs;
  return last > heard.reactedAt && free > now.getTime() ? { push: 'join', until: new Date(free) } : { push: 'now' };
}

// News fold at half the cap, which is the table's normal day.
function capFor(urgency: Urgency, cap: number): number {
  return urgency === 'news' ? Math.ceil(cap / 2) : cap;
}

function isOver(cap: number, heard: Heard, now: Date): boolean {
  return heard.pushes.filter((push) => dateOf(new Date(push.at)) === dateOf(now)).length >= cap;
}

/** The next moment of this person's morning list after `now`: a working day, some minutes after the hour, everybody at his own so that not all come at once. */
export function morningAfter(who: string, { digestAt }: Preferences, { now, calendar }: { now: Date; calendar: WorkCalendar }): Date {
  const minutes = 1 + (Number.parseInt(digest(who).slice(0, 8), 16) % spreadMinutes);
  const on = (date: string): Date => new Date(instantAt(date, digestAt).getTime() + minutes * 60_000);
  const today = dateOf(now);
  return isWorked(today, calendar) && on(today) > now ? on(today) : on(addWorkingDays(today, 1, calendar));
}

/** What is heard after a push; of earlier days only the last is kept. */
export function heardAfter(heard: Heard, push: { id: string; at: Date }): Heard {
  const today = dateOf(push.at);
  const kept = heard.pushes.filter((one, index) => dateOf(new Date(one.at)) === today || index === heard.pushes.length - 1);
  return kept.some((one) => one.id === push.id) ? heard : { ...heard, pushes: [...kept, { id: push.id, at: push.at.toISOString() }] };
}

/** A choice of when a reminder comes again. */
export interface SnoozeChoice { key: 'today' | 'tomorrow' | 'before'; until: Date; words: string }

/** When a reminder may be put off to (experience 2.6): 今天 14:00, 明天 09:00, 到期前 1 个工作日; only future moments, never past 09:00 of the due day. */
export function snoozeChoices(dueDate: string, { now, calendar }: { now: Date; calendar: WorkCalendar }): SnoozeChoice[] {
  const today = dateOf(now);
  const dayAfter = dateOf(new Date(now.getTime() + 86_400_000));
  const tomorrow = isWorked(dayAfter, calendar) ? dayAfter : addWorkingDays(today, 1, calendar);
  const last = instantAt(dueDate, usualMorning);
  const choices: SnoozeChoice[] = [
    { key: 'today', until: instantAt(today, '14:00'), words: '今天 14:00' },
    { key: 'tomorrow', until: instantAt(tomorrow, usualMorning), words: tomorrow === dayAfter ? '明天 09:00' : '下一个工作日 09:00' },
    { key: 'before', until: instantAt(addWorkingDays(dueDate, -1, calendar), usualMorning), words: '到期前 1 个工作日' },
  ];
  return choices.filter(({ key, until }, index) => until > now && until <= last && (key !== 'today' || isWorked(today, calendar)) && choices.findIndex((other) => other.until.getTime() === until.getTime()) === index);
}

/** Clock times that a morning's list may be set to. */
export const mornings = ['08:30', '09:00', '09:30', '10:00'] as const;

/** Quiet hours that may be chosen: never shorter than the usual ones, so that nobody is woken by a setting. */
export const quietChoices = ['21:00-08:00', '20:00-08:00', '18:00-08:30'] as const;

/** 21:00-08:00 as hours. */
export function quietOf(choice: string): QuietHours {
  const [from = usualQuiet.from, to = usualQuiet.to] = choice.split('-');
  return { from, to };
}

