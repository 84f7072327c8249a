import { fields, text, type Fields } from '../../json.ts';
import { freshNumber, stableHex } from '../../state/ids.ts';
import type { CalendarEvent } from '../../state/office.ts';
import type { World } from '../../world.ts';
import { once, page, param, type Call, type Route } from '../call.ts';
import { badField, fail } from '../errors.ts';

function calendarOf(call: Call): string {
  return `feishu.cn_${stableHex(call.world.state.tenant, 'calendar', call.app.appId)}@group.calendar.feishu.cn`;
}

function needCalendar(call: Call): string {
  const own = calendarOf(call);
  const asked = param(call, 'calendar_id');
  if (asked !== own && asked !== 'primary') throw fail(191000);
  return own;
}

/** The event of the path in the app's own calendar; throws 193000. */
export function needEvent(call: Call): CalendarEvent {
  const calendar = needCalendar(call);
  const event = call.world.state.events[param(call, 'event_id')];
  if (event === undefined || event.calendar !== calendar) throw fail(193000);
  return event;
}

/** Tells the open pages of those invited that an event changed. */
export function refresh(world: World, event: CalendarEvent): void {
  world.touch();
  world.hub.publish(
    { type: 'calendar' },
    event.attendees.flatMap((each) => (each.person === undefined ? [] : [each.person])),
  );
}

function seconds(value: unknown, field: string): number {
  const time = fields(value);
  const at = text(time['timestamp']) === '' ? Date.parse(`${text(time['date'])}T00:00:00+08:00`) / 1000 : Number(time['timestamp']);
  if (!Number.isInteger(at) || at <= 0 || at > 99_999_999_999)
    throw badField(field, 'timestamp must be seconds as a string, or date yyyy-MM-dd');
  return at;
}

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
];

function pick(body: Fields): Fields {
  return Object.fromEntries(settable.filter((key) => body[key] !== undefined).map((key) => [key, body[key]]));
}

function meeting(body: Fields): Fields {
  const vchat = fields(body['vchat']);
  const type = vchat['vc_type'] ?? 'vc';
  return type === 'vc' ? { ...vchat, vc_type: 'vc', meeting_url: `https://vc.feishu.cn/j/${freshNumber(9)}` } : vchat;
}

function view(event: CalendarEvent): Fields {
  return {
    event_id: event.id,
    organizer_calendar_id: event.calendar,
    ...event.fields,
    status: event.cancelled ? 'cancelled' : 'confirmed',
    is_exception: false,
    create_time: String(Math.floor(event.at / 1000)),
    app_link: `https://applink.feishu.cn/client/calendar/event/detail?eventId=${event.id}`,
  };
}

function create(call: Call): Fields {
  const calendar = needCalendar(call);
  const { body } = call;
  const start = seconds(body['start_time'], 'start_time');
  const end = seconds(body['end_time'], 'end_time');
  if (end < start || text(body['summary']).length > 1000) throw fail(190002);
  const key = call.query.get('idempotency_key') ?? '';
  if (key === '') call.notes.push('没有 idempotency_key：超时重发会建两个日程');
  else if (key.length < 32 || key.length > 128) throw badField('idempotency_key', 'the length must be 32 to 128');
  const { id } = once(call, { key: key === '' ? '' : `event ${key}`, hours: 24 }, () => {
    const event: CalendarEvent = {
      id: `${stableHex(freshNumber(19))}_0`,
      calendar,
      appId: call.app.appId,
      fields: { ...pick(body), vchat: meeting(body) },
      start,
      end,
      attendees: [],
      cancelled: false,
      at: call.world.clock.now(),
    };
    call.world.state.events[event.id] = event;
    return { id: event.id };
  });
  const event = call.world.state.events[id];
  if (event === undefined) throw fail(193000);
  return { event: view(event) };
}

function patch(call: Call): Fields {
  const event = needEvent(call);
  if (event.cancelled) throw fail(193000);
  const { body } = call;
  const start = body['start_time'] === undefined ? event.start : seconds(body['start_time'], 'start_time');
  const end = body['end_time'] === undefined ? event.end : seconds(body['end_time'], 'end_time');
  if (end < start) throw fail(190002);
  const moved = start !== event.start || end !== event.end;
  const { vchat, ...plain } = pick(body);
  Object.assign(event, { start, end });
  Object.assign(event.fields, plain, vchat === undefined ? {} : { vchat: { ...fields(event.fields['vchat']), ...fields(vchat) } });
  if (moved) for (const each of event.attendees) if (each.rsvp !== 'removed') each.rsvp = 'needs_action';
  refresh(call.world, event);
  return { event: view(event) };
}

function cancel(call: Call): Fields {
  const event = needEvent(call);
  event.cancelled = true;
  refresh(call.world, event);
  return {};
}

function events(call: Call): Fields {
  const calendar = needCalendar(call);
  const from = Number(call.query.get('start_time') ?? '0');
  const to = Number(call.query.get('end_time') ?? '99999999999');
  const found = Object.values(call.world.state.events).filter(
    (event) => event.calendar === calendar && event.end >= from && event.start <= to,
  );
  const size = call.query.get('page_size');
  if (size === null) call.query.set('page_size', '500');
  return { ...page(call, found.map(view), 1000), sync_token: String(call.world.clock.now()) };
}

const base = '/calendar/v4/calendars';

/** The app's own calendar, its events, who is invited, and free/busy (contract 9.4). */
export const calendarRoutes: Route[] = [
  {
    method: 'POST',
    path: `${base}/primary`,
    title: '查主日历',
    run: (call) => ({
      calendars: [
        {
          calendar: { calendar_id: calendarOf(call), summary: call.app.name, type: 'primary', role: 'owner', permissions: 'private' },
          user_id: call.app.botId,
        },
      ],
    }),
  },
  { method: 'POST', path: `${base}/:calendar_id/events`, title: '建日程', run: create },
  { method: 'GET', path: `${base}/:calendar_id/events`, title: '列日程', run: events },
  { method: 'GET', path: `${base}/:calendar_id/events/:event_id`, title: '查日程', run: (call) => ({ event: view(needEvent(call)) }) },
  { method: 'PATCH', path: `${base}/:calendar_id/events/:event_id`, title: '改日程', run: patch },
  { method: 'DELETE', path: `${base}/:calendar_id/events/:event_id`, title: '取消日程', run: cancel },
];
