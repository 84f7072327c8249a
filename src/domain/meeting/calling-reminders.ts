import type { Fired } from '../time/clock-rows.ts';
import type { Alarm, Document, EffectRequest, World } from '../document.ts';
import { post, toRole } from '../effects.ts';
import type { Meeting } from './meeting.ts';

const hour = 3_600_000;

/** Reminders of a meeting in its group: a day, an hour and ten minutes before; none after it began. */
export function meetingAlarms(start: string): readonly Alarm[] {
  const at = Date.parse(start);
  const stages = [['day', 24 * hour], ['hour', hour], ['ten', 10 * 60_000]] as const;
  return stages.map(([stage, before]) => ({ id: `meet-${at.toString(36)}-${stage}`, at: new Date(at - before).toISOString(), rule: '', stage }));
}

/** What an alarm before the beginning brings: a line in the group, a card to those who have not answered. */
export function callingReminders(doc: Document<Meeting>, { stage }: Fired, world: World): readonly EffectRequest[] {
  if (!['day', 'hour', 'ten'].includes(stage)) return [];
  const silent = stage === 'day' ? doc.data.guests.filter((guest) => !guest.reply) : [];
  return [post('say-group', { text: stage }), ...silent.flatMap((guest) => toRole(world.directory, { organ: guest.organ, roles: ['LIAISON'] }, 'invitation'))];
}
