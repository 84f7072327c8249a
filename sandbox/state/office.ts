export type Rsvp = 'needs_action' | 'accept' | 'decline' | 'tentative' | 'removed';

export interface Attendee {
  attendeeId: string;
  type: string;
  person?: string;
  chat?: string;
  rsvp: Rsvp;
  optional: boolean;
}

/** A calendar event; `start` and `end` are epoch seconds. */
export interface CalendarEvent {
  id: string;
  calendar: string;
  appId: string;
  fields: Record<string, unknown>;
  start: number;
  end: number;
  attendees: Attendee[];
  cancelled: boolean;
  at: number;
}

export interface Reserve {
  id: string;
  appId: string;
  meetingNo: string;
  owner: string;
  endTime: number;
  settings: Record<string, unknown>;
}

export interface TaskMember {
  id: string;
  type: string;
  role: string;
}

export interface Task {
  guid: string;
  appId: string;
  fields: Record<string, unknown>;
  members: TaskMember[];
  doneAt: number;
  at: number;
}
