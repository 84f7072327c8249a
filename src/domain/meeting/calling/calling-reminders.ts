import type { Fired } from '../../time/clock-rows.ts';
import type { Alarm, Document, EffectRequest, World } from '../../document.ts';
import { post, toPerson } from '../../effects.ts';
import { addWorkingDays, dateOf } from '../../time/deadlines.ts';
import { usualMorning } from '../../time/quiet.ts';
import { instantAt } from '../../time/time.ts';
import { delegatesOf, isComing } from '../guests.ts';
import type { Meeting } from '../meeting.ts';
import { afterPoll } from './polling.ts';

const hour = 3_600_000;
/** How far ahead the calendar event is looked after; the platform tells an app nothing of events that people change. */
const watchedDays = 20;

/** Alarms of a called meeting: a reminder and the warning of a missing quorum at nine of the working day before, so that both come with the list of that morning; reminders an hour and ten minutes before, a look at the event every working morning and two hours before. */
export function meetingAlarms(start: string, world: Pick<World, 'now' | 'calendar'>): readonly Alarm[] {
  const at = Date.parse(start);
  const day = dateOf(new Date(start));
  const eve = instantAt(addWorkingDays(day, -1, world.calendar), usualMorning);
  const moments: [stage: string, at: Date][] = [
    ['quorum', eve], ['day', eve], ['watch', new Date(at - 2 * hour)], ['hour', new Date(at - hour)], ['ten', new Date(at - 10 * 60_000)],
    ...watchDays(dateOf(world.now), day, world).map((date): [string, Date] => ['watch', instantAt(date, '08:30')]),
  ];
  return moments.filter(([, when]) => when.getTime() > world.now.getTime())
    .map(([stage, when]) => ({ id: `meet-${at.toString(36)}-${stage}-${when.getTime().toString(36)}`, at: when.toISOString(), rule: '', stage }));
}

/** What an alarm before the beginning brings: a line in the group, a card to those who have not answered, a warning to the secretary; with the last stage an urgent mark where the city wants it. */
export function callingReminders(doc: Document<Meeting>, { stage }: Fired, world: World): readonly EffectRequest[] {
  const { data } = doc;
  if (doc.state === 'c.proposed') return stage === 'poll' ? afterPoll(doc, world) : [];
  const silent = data.guests.filter((guest) => !guest.reply);
  switch (stage) {
    case 'quorum':
      // Two organs that come are the least (table 5.7); who is silent may still come, who has excused himself will not.
      return silent.length || data.guests.filter(isComing).length < 2 ? [toPerson(data.convener, 'secretary', 'quorum')] : [];
    case 'watch':
      return [post('look-after-event')];
    case 'day':
      return [post('say-group', { text: stage, start: data.start }), ...silent.flatMap((guest) => delegatesOf(data, guest.organ, world.directory)).map((person) => toPerson(person, 'invitation'))];
    case 'hour':
    case 'ten':
      return [post('say-group', { text: stage, start: data.start, urgent: stage === 'ten' && world.settings.urgentMeetings })];
    default:
      return [];
  }
}

function watchDays(today: string, day: string, { calendar }: Pick<World, 'calendar'>): string[] {
  const list: string[] = [];
  for (let date = addWorkingDays(today, 1, calendar); date <= day && list.length < watchedDays; date = addWorkingDays(date, 1, calendar)) list.push(date);
  return list;
}
