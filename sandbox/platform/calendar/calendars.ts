import { fields, type Fields } from '../../json.ts';
import { freshNumber, stableHex } from '../../state/ids.ts';
import type { CalendarEvent } from '../../state/office.ts';
import { once, type Call, type Route } from '../call.ts';
import { badField, fail } from '../errors.ts';
import { idOf, idType } from '../contact/people.ts';
import { changed, notify } from './announce.ts';
import { meetingOf, settableOf, spanOf } from './event-fields.ts';
import { listEvents } from './event-list.ts';
import { needCalendar, needEvent, needOwnEvent, ownCalendar } from './owners.ts';

function view(call: Call, event: CalendarEvent): Fields {
  const { people, apps } = call.world.state;
  const person = people[event.organizer ?? ''];
  return {
    event_id: event.id,
    organizer_calendar_id: event.calendar,
    event_organizer:
      person === undefined
        ? { display_name: apps[event.appId]?.name ?? '' }
        : { user_id: idOf(person, idType(call)), display_name: person.name },
    summary: '',
    description: '',
    visibility: 'default',
    attendee_ability: 'none',
    free_busy_status: 'busy',
    color: -1,
    recurrence: '',
    reminders: [],
    ...event.fields,
    status: event.cancelled ? 'cancelled' : 'confirmed',
    is_exception: false,
    create_time: String(Math.floor(event.at / 1000)),
    app_link: `https://applink.feishu.cn/client/calendar/event/detail?eventId=${event.id}`,
  };
}

function make(call: Call, calendar: string): CalendarEvent {
  const { world, body, app, user } = call;
  const { need_notification: _silent, ...kept } = settableOf(call, body);
  return {
    id: `${stableHex(freshNumber(19))}_0`,
    calendar,
    appId: app.appId,
    ...(user === undefined ? {} : { organizer: user.openId }),
    fields: { ...kept, vchat: meetingOf(body) },
    ...spanOf(body),
    attendees: [],
    cancelled: false,
    at: world.clock.now(),
  };
}

function create(call: Call): Fields {
  const calendar = needCalendar(call);
  const key = call.query.get('idempotency_key') ?? '';
  if (key === '') call.notes.push('没有 idempotency_key：超时重发会建两个日程');
  else if (key.length < 32 || key.length > 128) throw badField('idempotency_key', 'the length must be 32 to 128');
  const { id } = once(call, { key: key === '' ? '' : `event ${calendar} ${key}`, hours: 24 }, () => {
    const event = make(call, calendar);
    call.world.state.events[event.id] = event;
    changed(call.world, event, { change: 'create' });
    return { id: event.id };
  });
  const event = call.world.state.events[id];
  if (event === undefined) throw fail(193000);
  return { event: view(call, event) };
}

function patch(call: Call): Fields {
  const event = needOwnEvent(call);
  const { vchat, need_notification: notification, ...plain } = settableOf(call, call.body);
  const span = spanOf(call.body, event.fields);
  const moved = span.start !== event.start || span.end !== event.end;
  Object.assign(event, span);
  Object.assign(event.fields, plain, vchat === undefined ? {} : { vchat: { ...fields(event.fields['vchat']), ...fields(vchat) } });
  if (moved) for (const each of event.attendees) if (each.person !== undefined && each.rsvp !== 'removed') each.rsvp = 'needs_action';
  changed(call.world, event, { change: 'update' });
  if (notification !== false) notify(call.world, event, { what: 'moved', to: event.attendees });
  return { event: view(call, event) };
}

function cancel(call: Call): Fields {
  const event = needOwnEvent(call);
  event.cancelled = true;
  changed(call.world, event, { change: 'delete' });
  if (call.query.get('need_notification') !== 'false') notify(call.world, event, { what: 'cancelled', to: event.attendees });
  return {};
}

function primary(call: Call): Fields {
  const { app, user } = call;
  const calendar = {
    calendar_id: ownCalendar(call),
    summary: user?.name ?? app.name,
    description: '',
    permissions: 'show_only_free_busy',
    color: -1,
    type: 'primary',
    role: 'owner',
  };
  return { calendars: [{ calendar, user_id: user === undefined ? app.botId : idOf(user, idType(call)) }] };
}

function watch(call: Call, on: boolean): Fields {
  needCalendar(call);
  const { state } = call.world;
  const key = `${call.app.appId} ${call.user?.openId ?? ''}`;
  state.calendarWatches = [...state.calendarWatches.filter((each) => each !== key), ...(on ? [key] : [])];
  return {};
}

const base = '/calendar/v4/calendars';
const events = `${base}/:calendar_id/events`;
const all = 'calendar:calendar';
const reading = [all, 'calendar:calendar:readonly', 'calendar:calendar.event:read'];
const changing = [all, 'calendar:calendar.event:update'];
const one = `${events}/:event_id`;

/** Calendars and their events, for the app itself and for a person (contract 9.4). */
export const calendarRoutes: Route[] = [
  {
    method: 'POST',
    path: `${base}/primary`,
    title: '查主日历',
    by: 'either',
    scopes: [...reading, 'calendar:calendar.event:create'],
    run: primary,
  },
  { method: 'POST', path: events, title: '建日程', by: 'either', scopes: [all, 'calendar:calendar.event:create'], run: create },
  {
    method: 'GET',
    path: events,
    title: '列日程',
    by: 'either',
    scopes: reading,
    run: (call) => listEvents(call, (event) => view(call, event)),
  },
  {
    method: 'POST',
    path: `${events}/subscription`,
    title: '订阅日程变更',
    by: 'person',
    scopes: reading,
    run: (call) => watch(call, true),
  },
  {
    method: 'POST',
    path: `${events}/unsubscription`,
    title: '取消订阅日程变更',
    by: 'person',
    scopes: reading,
    run: (call) => watch(call, false),
  },
  { method: 'GET', path: one, title: '查日程', by: 'either', scopes: reading, run: (call) => ({ event: view(call, needEvent(call)) }) },
  { method: 'PATCH', path: one, title: '改日程', by: 'either', scopes: changing, run: patch },
  { method: 'DELETE', path: one, title: '取消日程', by: 'either', scopes: [...changing, 'calendar:calendar.event:delete'], run: cancel },
];
