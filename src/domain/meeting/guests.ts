import type { Actor } from '../document.ts';
import type { Guest, Meeting } from './meeting.ts';

/** Who conducts a meeting for the Center. */
export const secretariat = ['SECRETARY', 'C_CLERK', 'C_HEAD'] as const;

/** Who may speak for an invited organ. */
export const representatives = ['LIAISON', 'DUTY', 'HEAD', 'ACTING_HEAD', 'DEPUTY'] as const;

/** The guests with a change to the one organ that acts. */
export function ofOrgan(meeting: Meeting, by: Actor, change: Partial<Guest>): readonly Guest[] {
  return meeting.guests.map((guest) => ('organ' in by && guest.organ === by.organ ? { ...guest, ...change } : guest));
}
