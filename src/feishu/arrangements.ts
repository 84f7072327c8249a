import { createHash } from 'node:crypto';
import type { PlatformPort } from '../../jobs/define.ts';
import type { Caller } from './caller.ts';
import { PlatformFault } from './fault.ts';

type Arrangements = Pick<PlatformPort, 'createEvent' | 'moveEvent' | 'cancelEvent' | 'reserveMeeting' | 'createTask' | 'completeTask'>;

const zone = 'Asia/Shanghai';
const alreadyDone = 1470400;
const eventGone = new Set([193001, 193003]);

/** Calendar events, meetings and tasks. Times are ISO instants, or ISO dates for whole days of a task. */
export function createArrangements({ caller, now }: { caller: Caller; now(): Date }): Arrangements {
  let calendar: Promise<string> | undefined;
  const own = (): Promise<string> => {
    calendar ??= primary(caller).catch((fault: unknown) => {
      calendar = undefined;
      throw fault;
    });
    return calendar;
  };
  return {
    createEvent: async (plan) => {
      const ids = { calendar: await own() };
      const { event } = (await caller.api({
        method: 'POST', path: '/calendar/v4/calendars/:calendar/events', ids, params: { user_id_type: 'open_id', idempotency_key: longKey(plan.key) },
        data: {
          summary: plan.title, description: plan.text, need_notification: true, ...span(plan), location: { name: plan.place }, reminders: [{ minutes: 15 }],
          vchat: { vc_type: 'vc', meeting_settings: { owner_id: plan.owner, allow_attendees_start: true } }, attendee_ability: 'can_see_others',
        },
      })) as { event: { event_id: string; app_link?: string; vchat?: { meeting_url?: string } } };
      await caller.api({
        method: 'POST', path: '/calendar/v4/calendars/:calendar/events/:event/attendees', ids: { ...ids, event: event.event_id }, params: { user_id_type: 'open_id' },
        data: { attendees: plan.people.map((id) => ({ type: 'user', user_id: id })), need_notification: true },
      });
      return { event: event.event_id, link: event.vchat?.meeting_url ?? '' };
    },
    moveEvent: async (event, plan) => {
      await caller.api({
        method: 'PATCH', path: '/calendar/v4/calendars/:calendar/events/:event', ids: { calendar: await own(), event },
        data: { summary: plan.title, ...span(plan), location: { name: plan.place }, need_notification: true },
      });
    },
    cancelEvent: async (event) => {
      await unless(eventGone, caller.api({
        method: 'DELETE', path: '/calendar/v4/calendars/:calendar/events/:event', ids: { calendar: await own(), event }, params: { need_notification: 'true' },
      }));
    },
    reserveMeeting: async ({ topic, owner, end }) => {
      const { reserve } = (await caller.api({
        method: 'POST', path: '/vc/v1/reserves/apply', params: { user_id_type: 'open_id' },
        data: { end_time: seconds(end), owner_id: owner, meeting_settings: { topic, meeting_initial_type: 1 } },
      })) as { reserve: { url: string } };
      return reserve.url;
    },
    createTask: async ({ summary, due, people, token }) => {
      const { task } = (await caller.api({
        method: 'POST', path: '/task/v2/tasks', params: { user_id_type: 'open_id' },
        data: {
          summary, due: { timestamp: String(Date.parse(due)), is_all_day: due.length === 10 }, client_token: token.padEnd(10, '0'),
          members: people.slice(0, 50).map((id) => ({ id, type: 'user', role: 'assignee' })),
        },
      })) as { task: { guid: string } };
      return task.guid;
    },
    completeTask: async (guid) => {
      await unless(new Set([alreadyDone]), caller.api({
        method: 'PATCH', path: '/task/v2/tasks/:guid', ids: { guid }, data: { task: { completed_at: String(now().getTime()) }, update_fields: ['completed_at'] },
      }));
    },
  };
}

async function primary(caller: Caller): Promise<string> {
  const { calendars } = (await caller.api({ method: 'POST', path: '/calendar/v4/calendars/primary' })) as { calendars?: { calendar: { calendar_id: string } }[] };
  const id = calendars?.[0]?.calendar.calendar_id;
  if (!id) throw new Error('the application has no calendar of its own');
  return id;
}

async function unless(codes: ReadonlySet<number>, call: Promise<unknown>): Promise<void> {
  try {
    await call;
  } catch (fault) {
    if (!(fault instanceof PlatformFault) || !codes.has(fault.code)) throw fault;
  }
}

function span({ start, end }: { start: string; end: string }): object {
  return { start_time: { timestamp: seconds(start), timezone: zone }, end_time: { timestamp: seconds(end), timezone: zone } };
}

function seconds(iso: string): string {
  return String(Math.floor(Date.parse(iso) / 1_000));
}

// The platform wants 32 to 128 characters.
function longKey(key: string): string {
  return createHash('sha256').update(key).digest('hex');
}
