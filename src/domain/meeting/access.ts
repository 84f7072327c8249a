import type { Document } from '../document.ts';
import { center, type Directory, type Role } from '../people.ts';
import { isShut } from './guests.ts';
import type { Meeting } from './meeting.ts';

/** Roles of a person on a meeting: the Center's clerks and secretary; of an invited organ its own roles; AUDITOR anywhere. */
export function meetingRoles(doc: Document<Meeting>, personId: string, world: { directory: Directory }): readonly Role[] {
  const person = world.directory.people.get(personId);
  if (!person) return [];
  if (person.organ === center) return person.roles.filter((role) => ['C_CLERK', 'C_HEAD', 'SECRETARY', 'AUDITOR'].includes(role));
  const invited = doc.data.guests.some((guest) => guest.organ === person.organ);
  return person.roles.filter((role) => role === 'AUDITOR' || (invited && role !== 'ADMIN'));
}

/** People who are reported, or whose organ is, or who must not take part, do not find a meeting, whoever invites them. */
export function hiddenFromMeeting({ data }: Document<Meeting>, personId: string, directory: Directory): boolean {
  return isShut(data, personId, directory);
}
