import { beijing } from '../../clock.ts';
import { text, texts, type Fields } from '../../json.ts';
import type { CalendarEvent } from '../../state/office.ts';
import type { World } from '../../world.ts';
import type { Call, Route } from '../call.ts';
import { fail } from '../errors.ts';
import { needPerson } from '../contact/people.ts';

const DAY_MS = 86_400_000;

interface Question {
  from: number;
  to: number;
  onlyBusy: boolean;
  withRsvp: boolean;
}

function standing(event: CalendarEvent, openId: string): string | undefined {
  if (event.organizer === openId) return 'accept';
  const rsvp = event.attendees.find((each) => each.person === openId)?.rsvp;
  return rsvp === 'decline' || rsvp === 'removed' ? undefined : rsvp;
}

function time(seconds: number): string {
  return beijing(seconds * 1000).replace('.000', '');
}

function busyOf(world: World, openId: string, question: Question): Fields[] {
  return Object.values(world.state.events)
    .filter((event) => !event.cancelled && event.start * 1000 < question.to && event.end * 1000 > question.from)
    .filter((event) => !question.onlyBusy || event.fields['free_busy_status'] !== 'free')
    .flatMap((event) => {
      const rsvp = standing(event, openId);
      if (rsvp === undefined) return [];
      return [{ start_time: time(event.start), end_time: time(event.end), ...(question.withRsvp ? { rsvp_status: rsvp } : {}) }];
    })
    .toSorted((a, b) => a.start_time.localeCompare(b.start_time));
}

function roomBusy(world: World, room: string, question: Question): Fields[] {
  return Object.values(world.state.events)
    .filter((event) => !event.cancelled && event.start * 1000 < question.to && event.end * 1000 > question.from)
    .filter((event) => event.attendees.some((each) => each.place === room))
    .map((event) => ({ start_time: time(event.start), end_time: time(event.end) }));
}

function questionOf(call: Call, days: number): Question {
  const { body } = call;
  const times = [text(body['time_min']), text(body['time_max'])];
  if (times.some((each) => !/^\d{4}-\d\d-\d\dT\d\d:\d\d:\d\d(Z|[+-]\d\d:\d\d)$/.test(each))) throw fail(190002);
  const [from = 0, to = 0] = times.map((each) => Date.parse(each));
  if (to <= from || to - from > days * DAY_MS) throw fail(198003);
  return { from, to, onlyBusy: body['only_busy'] !== false, withRsvp: body['need_rsvp_status'] === true };
}

function busy(call: Call): Fields {
  const question = questionOf(call, 90);
  const room = text(call.body['room_id']);
  if (room !== '') return { freebusy_list: roomBusy(call.world, room, question) };
  const id = text(call.body['user_id']);
  if (id === '') throw fail(190002);
  return { freebusy_list: busyOf(call.world, needPerson(call, id).openId, question) };
}

function busyMany(call: Call): Fields {
  const question = questionOf(call, 14);
  const ids = texts(call.body['user_ids']);
  if (ids.length < 1 || ids.length > 10) throw fail(198001);
  return { freebusy_lists: ids.map((id) => ({ user_id: id, freebusy_items: busyOf(call.world, needPerson(call, id).openId, question) })) };
}

const scopes = ['calendar:calendar', 'calendar:calendar:readonly', 'calendar:calendar.free_busy:read'];

/** Who is busy when, by the events people organise or did not decline (contract 9.4). */
export const freeBusyRoutes: Route[] = [
  { method: 'POST', path: '/calendar/v4/freebusy/list', title: '查忙闲', by: 'either', scopes, run: busy },
  { method: 'POST', path: '/calendar/v4/freebusy/batch', title: '批量查忙闲', by: 'either', scopes, run: busyMany },
];
