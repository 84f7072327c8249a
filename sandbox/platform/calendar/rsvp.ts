import { text, type Fields } from '../../json.ts';
import type { CalendarEvent, Rsvp } from '../../state/office.ts';
import type { World } from '../../world.ts';
import type { Call } from '../call.ts';
import { fail } from '../errors.ts';
import { changed } from './announce.ts';
import { needEvent } from './owners.ts';

/** A person's answer to an invitation, on the page or by an API; false when he is not invited. */
export function answerInvitation(world: World, event: CalendarEvent, { person, rsvp }: { person: string; rsvp: Rsvp }): boolean {
  const attendee = event.attendees.find((each) => each.person === person);
  if (attendee === undefined) return false;
  attendee.rsvp = rsvp;
  changed(world, event, { change: 'rsvp', also: [person] });
  return true;
}

/** The API by which a person answers. */
export function reply(call: Call): Fields {
  const event = needEvent(call);
  if (event.cancelled) throw fail(193003);
  const rsvp = text(call.body['rsvp_status']);
  if (rsvp !== 'accept' && rsvp !== 'decline' && rsvp !== 'tentative') throw fail(190002);
  if (!answerInvitation(call.world, event, { person: call.user?.openId ?? '', rsvp })) throw fail(193101);
  return {};
}
