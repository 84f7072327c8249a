import type { Document, EffectRequest, World } from '../document.ts';
import { post } from '../effects.ts';
import { byLetter } from './guests.ts';
import type { Guest, Meeting } from './meeting.ts';

/** Which of an organ's letters: the serial that its link carries. */
export interface LetterOf { organ: string; serial: number }

/** What a letter may still be answered to: the invitation until the meeting begins, the minutes until they hold; undefined where it is over, was answered, or a newer one is under way. */
export function letterAsks({ state, data }: Pick<Document<Meeting>, 'state' | 'data'>, { organ, serial }: LetterOf, now: Date): 'invitation' | 'minutes' | undefined {
  const guest = data.guests.find((one) => one.organ === organ);
  if (!guest || serial !== data.letter || guest.answered === serial) return undefined;
  if (state === 'c.notified') return now.toISOString() < data.start ? 'invitation' : undefined;
  return state === 'c.minutes' && owesAnswer(guest) ? 'minutes' : undefined;
}

/** Whether an organ was there and has not answered to the minutes. */
export function owesAnswer({ present, confirmed }: Pick<Guest, 'present' | 'confirmed'>): boolean {
  return present && confirmed === '';
}

/** A letter to each organ without an account, with its present link; the minutes to those that were there, as a draft to be confirmed and once they hold. */
export function letters(meeting: Meeting, paper: 'meeting-notice' | 'minutes', { directory }: Pick<World, 'directory'>): EffectRequest[] {
  const docNo = paper === 'minutes' ? meeting.minutesNo : meeting.noticeNo;
  const there = (organ: string): boolean => meeting.guests.some((guest) => guest.organ === organ && guest.present);
  return byLetter(meeting, directory).filter((organ) => paper !== 'minutes' || there(organ)).map((organ) => post('write-paper', { paper, docNo, about: organ }));
}
