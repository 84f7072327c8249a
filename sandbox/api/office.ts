/** `GET /sandbox/calendar?as=ou_…` */
export interface EventView {
  id: string;
  summary: string;
  description: string;
  start: string;
  end: string;
  place: string;
  /** Name of the app or person in whose calendar it stands. */
  organizer: string;
  allDay: boolean;
  link?: string;
  attendees: { id: string; name: string; rsvp: 'needs_action' | 'accept' | 'decline' | 'tentative' | 'removed' }[];
  cancelled: boolean;
}

/** `GET /sandbox/tasks?as=ou_…` */
export interface TaskView {
  guid: string;
  summary: string;
  due?: string;
  done: boolean;
  /** When it was done. */
  doneAt?: string;
  description: string;
  /** Name of the app or person that made it. */
  creator: string;
  members: { id: string; name: string; role: string }[];
  assignees: string[];
}
