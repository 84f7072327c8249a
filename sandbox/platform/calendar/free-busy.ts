import { beijing } from '../../clock.ts';
import { text, texts, type Fields } from '../../json.ts';
import type { World } from '../../world.ts';
import type { Call, Route } from '../call.ts';
import { fail } from '../errors.ts';
import { needPerson } from '../contact/people.ts';

function busyOf(world: World, openId: string, { from, to }: { from: number; to: number }): Fields[] {
  return Object.values(world.state.events)
    .filter(
      (event) => !event.cancelled && event.fields['free_busy_status'] !== 'free' && event.start * 1000 < to && event.end * 1000 > from,
    )
    .filter((event) => event.attendees.some((each) => each.person === openId && each.rsvp !== 'decline' && each.rsvp !== 'removed'))
    .map((event) => ({
      start_time: beijing(event.start * 1000).replace('.000', ''),
      end_time: beijing(event.end * 1000).replace('.000', ''),
    }));
}

function span(call: Call, days: number): { from: number; to: number } {
  const from = Date.parse(text(call.body['time_min']));
  const to = Date.parse(text(call.body['time_max']));
  if (!(to > from) || to - from > days * 86_400_000) throw fail(198003);
  return { from, to };
}

function busy(call: Call): Fields {
  const during = span(call, 90);
  const person = needPerson(call, text(call.body['user_id']));
  return { freebusy_list: busyOf(call.world, person.openId, during) };
}

function busyMany(call: Call): Fields {
  const during = span(call, 14);
  const ids = texts(call.body['user_ids']);
  if (ids.length < 1 || ids.length > 10) throw fail(198001);
  return { freebusy_lists: ids.map((id) => ({ user_id: id, freebusy_items: busyOf(call.world, needPerson(call, id).openId, during) })) };
}

/** Who is busy when, by the events people did not decline (contract 9.4). */
export const freeBusyRoutes: Route[] = [
  { method: 'POST', path: '/calendar/v4/freebusy/list', title: '查忙闲', run: busy },
  { method: 'POST', path: '/calendar/v4/freebusy/batch', title: '批量查忙闲', run: busyMany },
];
