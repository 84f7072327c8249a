import type { Alarm, Document, EffectRequest, World } from '../../document.ts';
import { post, toPerson } from '../../effects.ts';
import { decidersOf, delegatesOf } from '../guests.ts';
import type { Meeting } from '../meeting.ts';
import { isConflict, pollUntil, withAnswers } from './finding-time.ts';

/** What follows when a poll is over: once another round where no time suits enough, else the secretary decides. */
export function afterPoll({ data }: Document<Meeting>, world: World): EffectRequest[] {
  if (!data.poll) return [];
  const again = data.poll.round === 1 && isConflict(withAnswers(data.times, data.poll.answers), data.guests.length);
  return again ? [post('find-times', { again: true })] : toDeciders(data, world);
}

/** Whether an organ has answered the present round. */
export function hasAnswered({ poll }: Meeting, organ: string): boolean {
  return poll?.answers.some((answer) => answer.organ === organ) ?? false;
}

/** The proposal to whoever decides on it. */
export function toDeciders(meeting: Meeting, { directory }: World): EffectRequest[] {
  return decidersOf(meeting, directory).map((person) => toPerson(person, 'proposal'));
}

/** The poll K41 to every delegate. */
export function polled(meeting: Meeting, { directory }: World): EffectRequest[] {
  return meeting.guests.flatMap((guest) => delegatesOf(meeting, guest.organ, directory)).map((person) => toPerson(person, 'poll'));
}

/** The alarm at the end of a round. */
export function pollAlarms(round: number, world: World): readonly Alarm[] {
  return [{ id: `poll-${round}-${pollUntil(world).slice(0, 10)}`, at: pollUntil(world), rule: '', stage: 'poll' }];
}
