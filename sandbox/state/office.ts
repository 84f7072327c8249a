export type Rsvp = 'needs_action' | 'accept' | 'decline' | 'tentative' | 'removed';

/** Somebody or something invited; `place` is a room id, `mail` the address of a third party. */
export interface Attendee {
  attendeeId: string;
  type: string;
  person?: string;
  chat?: string;
  place?: string;
  mail?: string;
  rsvp: Rsvp;
  optional: boolean;
}

/** A calendar event; `start` and `end` are epoch seconds, an all-day event ends at the midnight after its last day. */
export interface CalendarEvent {
  id: string;
  calendar: string;
  appId: string;
  /** The person in whose calendar it stands; absent = the app's own. */
  organizer?: string;
  allDay?: boolean;
  /** Grows with each change, for sync tokens. */
  revision?: number;
  /** Epoch ms of the last change. */
  changedAt?: number;
  fields: Record<string, unknown>;
  start: number;
  end: number;
  attendees: Attendee[];
  cancelled: boolean;
  at: number;
}

/** A person in a meeting since `at` (epoch seconds). */
export interface Participant {
  person: string;
  at: number;
}

/** A meeting that is running or over; times are epoch seconds. */
export interface Meeting {
  id: string;
  host: string;
  start: number;
  end?: number;
  present: Participant[];
  /** Since when it is being recorded. */
  recordingSince?: number;
}

/** A reserved meeting; `endTime` is epoch seconds. */
export interface Reserve {
  id: string;
  appId: string;
  meetingNo: string;
  owner: string;
  endTime: number;
  settings: Record<string, unknown>;
  /** The meeting held under this reservation, the newest last. */
  meetings?: Meeting[];
}

export interface TaskMember {
  id: string;
  type: string;
  role: string;
}

export interface TaskReminder {
  id: string;
  relative_fire_minute: number;
}

/** A comment on a task; `by` is an open id or an app id. */
export interface TaskComment {
  id: string;
  by: string;
  content: string;
  parent?: string;
  at: number;
  updatedAt: number;
}

/** A task; times are epoch ms. */
export interface Task {
  guid: string;
  appId: string;
  /** The person for whom the app made it; absent = the app itself. */
  creator?: string;
  /** The short number shown to people. */
  number?: string;
  fields: Record<string, unknown>;
  members: TaskMember[];
  reminders?: TaskReminder[];
  comments?: TaskComment[];
  doneAt: number;
  /** When each assignee did his part, in a task that all must do. */
  doneBy?: Record<string, number>;
  at: number;
  updatedAt?: number;
}
