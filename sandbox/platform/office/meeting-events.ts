import { text, type Fields } from '../../json.ts';
import { inForce, names } from '../../state/console.ts';
import type { Meeting, Reserve } from '../../state/office.ts';
import type { Person } from '../../state/tenant.ts';
import type { World } from '../../world.ts';
import { idsOf } from '../contact/people.ts';

const PERSON = 1;
const ROLE = { guest: 1, host: 2 };
const BY_API = 2;

/** A person in a meeting as events and views have him. */
export function inMeeting(world: World, openId: string, meeting: Meeting): Fields {
  const person = world.state.people[openId];
  return {
    id: person === undefined ? { open_id: openId } : idsOf(person),
    user_role: openId === meeting.host ? ROLE.host : ROLE.guest,
    user_type: PERSON,
  };
}

function described(world: World, reserve: Reserve, meeting: Meeting): Fields {
  return {
    id: meeting.id,
    topic: text(reserve.settings['topic']),
    meeting_no: reserve.meetingNo,
    meeting_source: BY_API,
    start_time: String(meeting.start),
    end_time: String(meeting.end ?? 0),
    host_user: inMeeting(world, meeting.host, meeting),
    owner: inMeeting(world, reserve.owner, meeting),
  };
}

/** What happened in a reserved meeting: the event's name without its prefix, who did it, and fields of its own. */
export interface Happened {
  name: string;
  title: string;
  by: Person;
  more?: Fields;
}

/** Pushes `vc.meeting.<name>_v1` to the app that reserved the meeting, and the tenant's own event to apps that named it (contract 5.5); times are seconds as strings. */
export function meetingHappened(
  world: World,
  { reserve, meeting }: { reserve: Reserve; meeting: Meeting },
  { name, title, by, more }: Happened,
): void {
  const event = { meeting: described(world, reserve, meeting), operator: inMeeting(world, by.openId, meeting), ...more };
  const maker = world.state.apps[reserve.appId];
  world.touch();
  if (maker !== undefined) world.events.push(maker, { type: `vc.meeting.${name}_v1`, title, event });
  if (!name.startsWith('meeting_')) return;
  const type = `vc.meeting.all_${name}_v1`;
  for (const app of Object.values(world.state.apps)) {
    if (names(inForce(world.state, app.appId).events, type)) world.events.push(app, { type, title: `企业${title}`, event });
  }
}
