import { beijing } from '../../clock.ts';
import { assistantChat, remark } from '../../chat/rooms.ts';
import { fields, text } from '../../json.ts';
import type { CalendarEvent } from '../../state/office.ts';
import type { World } from '../../world.ts';
import { idsOf } from '../contact/people.ts';
import { calendarOf, concerns } from './owners.ts';

/** How an event changed, as `change_type` has it. */
export type Change = 'create' | 'update' | 'delete' | 'rsvp';

function concerned(event: CalendarEvent): string[] {
  const invited = event.attendees.flatMap((each) => (each.person === undefined ? [] : [each.person]));
  return [...new Set([...(event.organizer === undefined ? [] : [event.organizer]), ...invited])];
}

/** Counts a change of an event, redraws open pages, and pushes `calendar.calendar.event.changed_v4` to the apps that watch a person concerned (contract 5.5). */
export function changed(world: World, event: CalendarEvent, { change, also = [] }: { change: Change; also?: string[] }): void {
  const { state } = world;
  state.revision += 1;
  event.revision = state.revision;
  event.changedAt = world.clock.now();
  world.touch();
  const people = [...new Set([...concerned(event), ...also])];
  world.hub.publish({ type: 'calendar' }, people);
  for (const watch of state.calendarWatches) {
    const [appId = '', openId = ''] = watch.split(' ');
    const app = state.apps[appId];
    const person = state.people[openId];
    if (app === undefined || person === undefined || !(concerns(event, openId) || also.includes(openId))) continue;
    world.events.push(app, {
      type: 'calendar.calendar.event.changed_v4',
      title: '日程变更',
      event: {
        calendar_id: calendarOf(world, openId),
        user_id_list: [idsOf(person)],
        calendar_event_id: event.id,
        change_type: change === 'rsvp' ? 'update' : change,
        ...(change === 'rsvp' ? { rsvp_infos: event.attendees.flatMap((each) => rsvpInfo(world, each)) } : {}),
      },
    });
  }
}

function rsvpInfo(world: World, each: CalendarEvent['attendees'][number]): object[] {
  const person = world.state.people[each.person ?? ''];
  return person === undefined ? [] : [{ from_user_id: idsOf(person), rsvp_status: each.rsvp }];
}

function when(event: CalendarEvent): string {
  const start = beijing(event.start * 1000);
  const day = `${Number(start.slice(5, 7))}月${Number(start.slice(8, 10))}日`;
  return event.allDay === true ? `${day}全天` : `${day} ${start.slice(11, 16)}`;
}

const sayings: Record<'invited' | 'moved' | 'cancelled', (title: string, event: CalendarEvent) => string> = {
  invited: (title, event) => {
    const place = text(fields(event.fields['location'])['name']);
    return `邀请参加日程“${title}”，${when(event)}${place === '' ? '' : `，${place}`}`;
  },
  moved: (title, event) => `日程“${title}”有变动，${when(event)}`,
  cancelled: (title, event) => `日程“${title}”已取消，原定${when(event)}`,
};

/** Writes a line into 日历助手 of those invited and into the groups invited, unless the event asks for silence. */
export function notify(
  world: World,
  event: CalendarEvent,
  { what, to }: { what: keyof typeof sayings; to: CalendarEvent['attendees'] },
): void {
  const sentence = sayings[what](text(event.fields['summary']) || '（无主题）', event);
  for (const each of to) {
    const chat = each.chat === undefined ? undefined : world.state.chats[each.chat];
    if (chat !== undefined) remark(world, chat, sentence);
    else if (each.person !== undefined) remark(world, assistantChat(world, '日历助手', each.person), sentence);
  }
}
