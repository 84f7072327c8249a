import type { Document } from '../document.ts';
import { center, type Directory, type Role } from '../people.ts';
import type { Meeting } from './meeting.ts';

/** Roles of a person on a meeting: the Center's clerks and secretary; of an invited organ its own roles; AUDITOR anywhere. */
export function meetingRoles(doc: Document<Meeting>, personId: string, world: { directory: Directory }): readonly Role[] {
  const person = world.directory.people.get(personId);
  if (!person) return [];
  if (person.organ === center) return person.roles.filter((role) => ['C_CLERK', 'C_HEAD', 'SECRETARY', 'AUDITOR'].includes(role));
  const invited = doc.data.guests.some((guest) => guest.organ === person.organ);
  return person.roles.filter((role) => role === 'AUDITOR' || (invited && role !== 'ADMIN'));
}

/** A meeting is hidden from nobody who is asked; others have no role on it. */
export function hiddenFromMeeting(_doc: Document<Meeting>, _personId: string, _directory: Directory): boolean {
  return false;
}
