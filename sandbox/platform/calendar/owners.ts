import { cityIds } from '../../state/ids.ts';
import type { CalendarEvent } from '../../state/office.ts';
import type { World } from '../../world.ts';
import { param, type Call } from '../call.ts';
import { fail } from '../errors.ts';

/** The calendar of whoever calls: the person behind a user access token, else the app. */
export function ownCalendar(call: Call): string {
  return cityIds.calendar(call.world.state.tenant, call.user?.openId ?? call.app.appId);
}

/** The calendar of a person. */
export function calendarOf(world: World, openId: string): string {
  return cityIds.calendar(world.state.tenant, openId);
}

/** The calendar of the path, which must be the caller's; 191001 for no calendar id, 191002 for somebody else's, 191000 for nobody's. */
export function needCalendar(call: Call): string {
  const own = ownCalendar(call);
  const asked = param(call, 'calendar_id');
  if (asked === own || asked === 'primary') return own;
  if (!asked.includes('@') && !asked.startsWith('feishu.cn_')) throw fail(191001);
  const { people, apps, tenant } = call.world.state;
  const known = [...Object.keys(people), ...Object.keys(apps)].some((owner) => cityIds.calendar(tenant, owner) === asked);
  throw fail(known ? 191002 : 191000);
}

/** Whether a person's calendar shows an event: as its organizer or as one invited. */
export function concerns(event: CalendarEvent, openId: string): boolean {
  return event.organizer === openId || event.attendees.some((each) => each.person === openId && each.rsvp !== 'removed');
}

/** Whether an event stands in the caller's calendar. */
export function inCalendar(call: Call, event: CalendarEvent): boolean {
  return call.user === undefined ? event.calendar === ownCalendar(call) : concerns(event, call.user.openId);
}

/** The event of the path; 193001 for no event id, 193000 when the calendar does not hold it. */
export function needEvent(call: Call): CalendarEvent {
  needCalendar(call);
  const id = param(call, 'event_id');
  if (!/^[\w-]+_\d+$/.test(id)) throw fail(193001);
  const event = call.world.state.events[id];
  if (event === undefined || !inCalendar(call, event)) throw fail(193000);
  return event;
}

/** What an attendee may do with an event, from least to most. */
const abilities = ['none', 'can_see_others', 'can_invite_others', 'can_modify_event'] as const;

/** Whether the caller owns the event or may, as one invited, do this much. */
export function may(call: Call, event: CalendarEvent, ability: (typeof abilities)[number]): boolean {
  if (event.calendar === ownCalendar(call)) return true;
  const given = abilities.findIndex((each) => each === event.fields['attendee_ability']);
  return given >= abilities.indexOf(ability);
}

/** Throws 190010 while the platform is still busy with the event's last change. */
export function checkHaste(call: Call, event: CalendarEvent): void {
  const { state, clock } = call.world;
  if (event.changedAt !== undefined && clock.now() - event.changedAt < state.settings.calendarBusyMs) throw fail(190010);
}

/** The event of the path, still standing, changeable by the caller and at rest; 193003, 193002, 190010. */
export function needOwnEvent(call: Call): CalendarEvent {
  const event = needEvent(call);
  if (event.cancelled) throw fail(193003);
  if (!may(call, event, 'can_modify_event')) throw fail(193002);
  checkHaste(call, event);
  return event;
}
