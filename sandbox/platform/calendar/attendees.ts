import { fields, list, text, texts, type Fields } from '../../json.ts';
import { freshNumber } from '../../state/ids.ts';
import type { Attendee, CalendarEvent } from '../../state/office.ts';
import { page, type Call, type Route } from '../call.ts';
import { fail } from '../errors.ts';
import { idOf, idType, needPerson } from '../contact/people.ts';
import { changed, notify } from './announce.ts';
import { checkHaste, may, needEvent, needOwnEvent } from './owners.ts';
import { reply } from './rsvp.ts';

const MOST_AT_ONCE = 1000;
const MOST = 3000;

function attendeeView(call: Call, event: CalendarEvent, each: Attendee): Fields {
  const person = call.world.state.people[each.person ?? ''];
  const chat = call.world.state.chats[each.chat ?? ''];
  return {
    attendee_id: each.attendeeId,
    type: each.type,
    rsvp_status: each.rsvp,
    is_optional: each.optional,
    is_organizer: each.person !== undefined && each.person === event.organizer,
    is_external: each.mail !== undefined,
    ...(person === undefined ? {} : { user_id: idOf(person, idType(call)), display_name: person.name }),
    ...(chat === undefined ? {} : { chat_id: chat.id, display_name: chat.name }),
    ...(each.place === undefined ? {} : { room_id: each.place }),
    ...(each.mail === undefined ? {} : { third_party_email: each.mail, display_name: each.mail }),
  };
}

function invited(call: Call, openId: string, optional: boolean): Attendee {
  if (call.world.state.people[openId]?.resigned === true) throw fail(195100);
  return { attendeeId: `user_${freshNumber(19)}`, type: 'user', person: openId, rsvp: 'needs_action', optional };
}

type Reader = (call: Call, wish: Fields, optional: boolean) => Attendee[];

const readers: Record<string, Reader> = {
  user: (call, wish, optional) => [invited(call, needPerson(call, text(wish['user_id'])).openId, optional)],
  chat: (call, wish, optional) => {
    const chat = call.world.state.chats[text(wish['chat_id'])];
    if (chat === undefined || chat.dissolved) throw fail(190002);
    const members = chat.people.map((openId) => invited(call, openId, optional));
    return [{ attendeeId: `chat_${freshNumber(19)}`, type: 'chat', chat: chat.id, rsvp: 'needs_action', optional }, ...members];
  },
  resource: (_call, wish, optional) => {
    const place = text(wish['room_id']);
    if (!place.startsWith('omm_')) throw fail(190002);
    return [{ attendeeId: `resource_${freshNumber(19)}`, type: 'resource', place, rsvp: 'accept', optional }];
  },
  third_party: (_call, wish, optional) => {
    const mail = text(wish['third_party_email']);
    if (!/^[^@\s]+@[^@\s]+$/.test(mail)) throw fail(190002);
    return [{ attendeeId: `third_party_${freshNumber(19)}`, type: 'third_party', mail, rsvp: 'needs_action', optional }];
  },
};

function attendeesFrom(call: Call, wish: Fields): Attendee[] {
  const reader = readers[text(wish['type'])];
  if (reader === undefined) throw fail(190002);
  return reader(call, wish, wish['is_optional'] === true);
}

function same(a: Attendee, b: Attendee): boolean {
  return a.type === b.type && a.person === b.person && a.chat === b.chat && a.place === b.place && a.mail === b.mail;
}

function invite(call: Call): Fields {
  const event = needEvent(call);
  if (event.cancelled) throw fail(193003);
  if (!may(call, event, 'can_invite_others')) throw fail(194002);
  checkHaste(call, event);
  const wishes = list(call.body['attendees']).map(fields);
  if (wishes.length === 0 || wishes.length > MOST_AT_ONCE) throw fail(190002);
  const added = wishes
    .flatMap((wish) => attendeesFrom(call, wish))
    .filter((each, at, every) => every.findIndex((other) => same(other, each)) === at)
    .filter((each) => !event.attendees.some((known) => same(known, each) && known.rsvp !== 'removed'));
  if (event.attendees.length + added.length > MOST) throw fail(194003);
  event.attendees = [...event.attendees.filter((known) => !added.some((each) => same(each, known))), ...added];
  changed(call.world, event, { change: 'update' });
  if (call.body['need_notification'] !== false) notify(call.world, event, { what: 'invited', to: added });
  return { attendees: added.map((each) => attendeeView(call, event, each)) };
}

function uninvite(call: Call): Fields {
  const event = needOwnEvent(call);
  const ids = texts(call.body['attendee_ids']);
  if (ids.length === 0) throw fail(194001);
  const gone = event.attendees.filter((each) => ids.includes(each.attendeeId));
  if (gone.length !== new Set(ids).size) throw fail(194000);
  event.attendees = event.attendees.filter((each) => !gone.includes(each));
  changed(call.world, event, { change: 'update', also: gone.flatMap((each) => (each.person === undefined ? [] : [each.person])) });
  if (call.body['need_notification'] !== false) notify(call.world, event, { what: 'cancelled', to: gone });
  return {};
}

function attendees(call: Call): Fields {
  const event = needEvent(call);
  if (!may(call, event, 'can_see_others')) throw fail(194004);
  return page(
    call,
    event.attendees.map((each) => attendeeView(call, event, each)),
    100,
  );
}

const base = '/calendar/v4/calendars/:calendar_id/events/:event_id';
const changing = ['calendar:calendar', 'calendar:calendar.event:update'];
const reading = [...changing, 'calendar:calendar:readonly', 'calendar:calendar.event:read'];

/** Who is invited to an event, and a person's own answer (contract 9.4). */
export const attendeeRoutes: Route[] = [
  { method: 'POST', path: `${base}/attendees`, title: '邀请参会', by: 'either', scopes: changing, run: invite },
  { method: 'GET', path: `${base}/attendees`, title: '查参会人', by: 'either', scopes: reading, run: attendees },
  { method: 'POST', path: `${base}/attendees/batch_delete`, title: '移出参会人', by: 'either', scopes: changing, run: uninvite },
  {
    method: 'POST',
    path: `${base}/reply`,
    title: '答复日程',
    by: 'person',
    scopes: [...changing, 'calendar:calendar.event:reply'],
    run: reply,
  },
];
