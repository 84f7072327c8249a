import { createHash } from 'node:crypto';
import type { PlatformPort } from '../../jobs/define.ts';
import type { Caller } from './caller.ts';
import { PlatformFault, unless } from './fault.ts';

type CalendarCalls = Pick<PlatformPort, 'createEvent' | 'busy' | 'readEvent' | 'moveEvent' | 'cancelEvent' | 'uninvite'>;

interface Attendees { items?: { attendee_id: string; user_id?: string }[]; has_more?: boolean; page_token?: string }

const zone = 'Asia/Shanghai';
const eventGone = new Set([193000, 193001, 193003]);

/** Events of the application's own calendar, and when people are busy. Times are ISO instants. */
export function createCalendarCalls(caller: Caller): CalendarCalls {
  let calendar: Promise<string> | undefined;
  const own = (): Promise<string> => {
    calendar ??= primary(caller).catch((fault: unknown) => {
      calendar = undefined;
      throw fault;
    });
    return calendar;
  };
  return { ...createEvents(caller, own), busy: createBusy(caller) };
}

function createEvents(caller: Caller, own: () => Promise<string>): Omit<CalendarCalls, 'busy'> {
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
    readEvent: async (event) => {
      try {
        const answer = (await caller.api({ method: 'GET', path: '/calendar/v4/calendars/:calendar/events/:event', ids: { calendar: await own(), event } })) as { event?: { status?: string; start_time?: { timestamp?: string } } };
        const at = Number(answer.event?.start_time?.timestamp);
        return answer.event?.status === 'cancelled' || !at ? undefined : { start: new Date(at * 1_000).toISOString() };
      } catch (fault) {
        if (fault instanceof PlatformFault && eventGone.has(fault.code)) return undefined;
        throw fault;
      }
    },
    moveEvent: async (event, plan) => {
      await caller.api({
        method: 'PATCH', path: '/calendar/v4/calendars/:calendar/events/:event', ids: { calendar: await own(), event },
        data: { summary: plan.title, ...span(plan), location: { name: plan.place }, need_notification: true },
      });
    },
    uninvite: async (event, people) => {
      const ids = { calendar: await own(), event };
      const gone = (await attendeesOf(caller, ids)).filter(({ user }) => people.includes(user)).map(({ id }) => id);
      if (gone.length) await unless(eventGone, caller.api({ method: 'POST', path: '/calendar/v4/calendars/:calendar/events/:event/attendees/batch_delete', ids, data: { attendee_ids: gone, need_notification: false } }));
    },
    cancelEvent: async (event) => {
      await unless(eventGone, caller.api({
        method: 'DELETE', path: '/calendar/v4/calendars/:calendar/events/:event', ids: { calendar: await own(), event }, params: { need_notification: 'true' },
      }));
    },
  };
}

async function attendeesOf(caller: Caller, ids: { calendar: string; event: string }): Promise<{ id: string; user: string }[]> {
  const found: { id: string; user: string }[] = [];
  for (let page = ''; ;) {
    const answer = await attendeePage(caller, { ids, page });
    found.push(...(answer.items ?? []).map((one) => ({ id: one.attendee_id, user: one.user_id ?? '' })));
    page = answer.page_token ?? '';
    if (!answer.has_more || !page) return found;
  }
}

async function attendeePage(caller: Caller, { ids, page }: { ids: { calendar: string; event: string }; page: string }): Promise<Attendees> {
  try {
    return (await caller.api({ method: 'GET', path: '/calendar/v4/calendars/:calendar/events/:event/attendees', ids, params: { user_id_type: 'open_id', page_size: 100, ...(page ? { page_token: page } : {}) } })) as Attendees;
  } catch (fault) {
    if (fault instanceof PlatformFault && eventGone.has(fault.code)) return {};
    throw fault;
  }
}

function createBusy(caller: Caller): CalendarCalls['busy'] {
  return async (people, { from, to }) => {
    const found = new Map<string, { from: string; to: string }[]>();
    for (let at = 0; at < people.length; at += 10) {
      const { freebusy_lists: lists = [] } = (await caller.api({
        method: 'POST', path: '/calendar/v4/freebusy/batch', params: { user_id_type: 'open_id' }, data: { time_min: stamped(from), time_max: stamped(to), user_ids: people.slice(at, at + 10), include_external_calendar: true, only_busy: true },
      })) as { freebusy_lists?: { user_id: string; freebusy_items?: { start_time: string; end_time: string }[] }[] };
      for (const one of lists) found.set(one.user_id, (one.freebusy_items ?? []).map((span) => ({ from: new Date(span.start_time).toISOString(), to: new Date(span.end_time).toISOString() })));
    }
    return found;
  };
}

async function primary(caller: Caller): Promise<string> {
  const { calendars } = (await caller.api({ method: 'POST', path: '/calendar/v4/calendars/primary' })) as { calendars?: { calendar: { calendar_id: string } }[] };
  const id = calendars?.[0]?.calendar.calendar_id;
  if (!id) throw new Error('the application has no calendar of its own');
  return id;
}

function span({ start, end }: { start: string; end: string }): object {
  return { start_time: { timestamp: seconds(start), timezone: zone }, end_time: { timestamp: seconds(end), timezone: zone } };
}

// The platform wants the form without fractions of a second.
function stamped(iso: string): string {
  return iso.replace(/\.\d+Z$/, 'Z');
}

/** Whole seconds of an ISO instant, as the platform writes times of events. */
export function seconds(iso: string): string {
  return String(Math.floor(Date.parse(iso) / 1_000));
}

// The platform wants 32 to 128 characters.
function longKey(key: string): string {
  return createHash('sha256').update(key).digest('hex');
}
