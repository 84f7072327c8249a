import { fields, list, text, texts, type Fields } from '../../json.ts';
import { freshNumber } from '../../state/ids.ts';
import type { Attendee } from '../../state/office.ts';
import { page, type Call, type Route } from '../call.ts';
import { needEvent, refresh } from './calendars.ts';
import { fail } from '../errors.ts';
import { idOf, idType, needPerson } from '../contact/people.ts';

function attendeeView(call: Call, each: Attendee): Fields {
  const person = each.person === undefined ? undefined : call.world.state.people[each.person];
  return {
    attendee_id: each.attendeeId,
    type: each.type,
    rsvp_status: each.rsvp,
    is_optional: each.optional,
    is_organizer: false,
    ...(person === undefined ? {} : { user_id: idOf(person, idType(call)), display_name: person.name }),
    ...(each.chat === undefined ? {} : { chat_id: each.chat }),
  };
}

function attendeesFrom(call: Call, wish: Fields): Attendee[] {
  const type = text(wish['type']);
  const optional = wish['is_optional'] === true;
  const one = (person: string): Attendee => ({
    attendeeId: `user_${freshNumber(19)}`,
    type: 'user',
    person,
    rsvp: 'needs_action',
    optional,
  });
  if (type === 'user') return [one(needPerson(call, text(wish['user_id'])).openId)];
  if (type === 'chat') {
    const chat = call.world.state.chats[text(wish['chat_id'])];
    if (chat === undefined) throw fail(190002);
    return [{ attendeeId: `chat_${freshNumber(19)}`, type, chat: chat.id, rsvp: 'needs_action', optional }, ...chat.people.map(one)];
  }
  if (type === 'resource' || type === 'third_party') return [{ attendeeId: `${type}_${freshNumber(19)}`, type, rsvp: 'accept', optional }];
  throw fail(190002);
}

function invite(call: Call): Fields {
  const event = needEvent(call);
  const wishes = list(call.body['attendees']).map(fields);
  if (wishes.length === 0 || wishes.length > 1000 || event.attendees.length + wishes.length > 3000) throw fail(190002);
  const added = wishes
    .flatMap((wish) => attendeesFrom(call, wish))
    .filter((each) => each.person === undefined || !event.attendees.some((known) => known.person === each.person));
  event.attendees.push(...added);
  refresh(call.world, event);
  return { attendees: added.map((each) => attendeeView(call, each)) };
}

function uninvite(call: Call): Fields {
  const event = needEvent(call);
  const ids = texts(call.body['attendee_ids']);
  if (ids.some((id) => !event.attendees.some((each) => each.attendeeId === id))) throw fail(194000);
  const before = { ...event };
  event.attendees = event.attendees.filter((each) => !ids.includes(each.attendeeId));
  refresh(call.world, before);
  return {};
}

const base = '/calendar/v4/calendars';

/** Who is invited to an event (contract 9.4). */
export const attendeeRoutes: Route[] = [
  { method: 'POST', path: `${base}/:calendar_id/events/:event_id/attendees`, title: '邀请参会', run: invite },
  {
    method: 'GET',
    path: `${base}/:calendar_id/events/:event_id/attendees`,
    title: '查参会人',
    run: (call) =>
      page(
        call,
        needEvent(call).attendees.map((each) => attendeeView(call, each)),
        100,
      ),
  },
  { method: 'POST', path: `${base}/:calendar_id/events/:event_id/attendees/batch_delete`, title: '移出参会人', run: uninvite },
];
