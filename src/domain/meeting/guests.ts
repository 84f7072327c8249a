import type { Actor, EffectRequest, World } from '../document.ts';
import { isReportedIn } from '../forward/access.ts';
import { post, toPerson } from '../effects.ts';
import { center, holders, staffOf, type Directory } from '../people.ts';
import { expectedOf } from './calling/opening.ts';
import type { Guest, Meeting } from './meeting.ts';

/** Who conducts a meeting for the Center. */
export const secretariat = ['SECRETARY', 'C_CLERK', 'C_HEAD'] as const;

/** Who may speak for an invited organ. */
export const representatives = ['LIAISON', 'DUTY', 'HEAD', 'ACTING_HEAD', 'DEPUTY'] as const;

/** The guests with a change to the one organ that acts. */
export function ofOrgan(meeting: Meeting, by: Actor, change: Partial<Guest>): readonly Guest[] {
  return meeting.guests.map((guest) => ('organ' in by && guest.organ === by.organ ? { ...guest, ...change } : guest));
}

/** Whether somebody must not take part: reported himself, of an organ reported, or recused. */
export function isShut(meeting: Pick<Meeting, 'out' | 'reported' | 'reportedPeople'>, personId: string, directory: Directory): boolean {
  return meeting.out.includes(personId) || isReportedIn(meeting, personId, directory);
}

/** Whether somebody can come for an organ: he is of its staff and must not stay away. */
export function mayCome(meeting: Pick<Meeting, 'out' | 'reported' | 'reportedPeople'>, { organ, person }: Pick<Guest, 'organ' | 'person'>, directory: Directory): boolean {
  return directory.people.get(person)?.organ === organ && !isShut(meeting, person, directory);
}

/** The liaisons who get the cards of an organ on a meeting; whoever must not take part is left out silently. */
export function delegatesOf(meeting: Pick<Meeting, 'out' | 'reported' | 'reportedPeople'>, organ: string, directory: Directory): string[] {
  return holders(directory, organ, 'LIAISON').map((person) => person.id).filter((id) => !isShut(meeting, id, directory));
}

/** People of the organs that meet, and of the Center, from whom it is to be kept: they may have been told of it before. */
export function shutAmong(meeting: Meeting, directory: Directory): string[] {
  const organs = new Set([center, ...meeting.guests.map((guest) => guest.organ)]);
  return [...directory.people.values()].filter((person) => organs.has(person.organ) && isShut(meeting, person.id, directory)).map((person) => person.id);
}

/** Takes from somebody what tells him of the meeting: its group, its event, its tasks. */
export function shutOut(person: string): EffectRequest {
  return post('shut-out', { person });
}

/** The guests with somebody else of the organ in place of whoever must not take part. */
export function withoutShut(meeting: Meeting, world: Pick<World, 'directory' | 'now'>): readonly Guest[] {
  const isOut = (id: string): boolean => isShut(meeting, id, world.directory);
  return meeting.guests.map((guest) => (guest.person && isOut(guest.person) ? { ...guest, person: expectedOf(guest.organ, isOut, world), reply: '' as const } : guest));
}

/** The invitation to every delegate of every organ with an account. */
export function invitations(meeting: Meeting, directory: Directory): EffectRequest[] {
  return meeting.guests.flatMap((guest) => delegatesOf(meeting, guest.organ, directory)).map((id) => toPerson(id, 'invitation'));
}

/** Everybody expected in the group: who convened it, the secretaries, each organ's person and its liaisons; nobody twice. */
export function expectedIn(meeting: Meeting, directory: Directory): string[] {
  const secretaries = holders(directory, center, 'SECRETARY').map((person) => person.id);
  const guests = meeting.guests.flatMap((guest) => [guest.person, ...delegatesOf(meeting, guest.organ, directory)]);
  return [...new Set([meeting.convener, ...secretaries, ...guests])].filter((id) => id !== '' && !isShut(meeting, id, directory));
}

/** Who decides on a proposal: its convener, else the secretaries of the Center, else its clerks. */
export function decidersOf({ convener }: Pick<Meeting, 'convener'>, directory: Directory): string[] {
  if (convener) return [convener];
  const secretaries = holders(directory, center, 'SECRETARY');
  return (secretaries.length ? secretaries : holders(directory, center, 'C_CLERK')).map((person) => person.id);
}

/** Whether an organ has said that somebody comes; 请假 with somebody in one's place is coming, without anybody it is not. */
export function isComing({ reply, person }: Pick<Guest, 'reply' | 'person'>): boolean {
  return reply === 'yes' || reply === 'swap' || (reply === 'leave' && person !== '');
}

/** Organs invited that have nobody with an account: they get a letter. */
export function byLetter({ guests }: Pick<Meeting, 'guests'>, directory: Directory): string[] {
  return guests.map((guest) => guest.organ).filter((organ) => staffOf(directory, organ).length === 0);
}
