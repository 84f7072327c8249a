/** `GET /sandbox/calendar?as=ou_…` */
export interface EventView {
  id: string;
  summary: string;
  description: string;
  start: string;
  end: string;
  place: string;
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
  assignees: string[];
}
