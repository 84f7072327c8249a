/** `POST /sandbox/tour` hands a tour to the page, `GET /sandbox/tour` reads it ({} while there is none). A tour knows people, cards and words, nothing else. */
export interface Tour {
  id: string;
  title: string;
  minutes: number;
  steps: TourStep[];
}

/** A step as the person counts it: one thing done, by one or two people. */
export interface TourStep {
  /** For the timeline at the end, e.g. 「签收」. */
  title: string;
  moves: TourMove[];
}

/** One press: who, where, what to press, what is seen afterwards. */
export interface TourMove {
  /** Tenant-wide user_id of the person. */
  as: string;
  /** One sentence: what to press and why. */
  words: string;
  /** Why it may be pressed, e.g. 「依据：本办法第九条」. */
  basis?: string;
  /** The chat in which it happens: an app's id, or words of a group's name. */
  chat: { app: string } | { group: string };
  /** A sentence to send, or a button to press. */
  press: { say: string } | TourTap;
  /** What to wait for: somebody (absent: who pressed) sees a message with these words, a regular expression. Absent: the sentence was sent, or the card no longer offers the button. */
  wait?: { by?: string; on: string };
}

/** A button by its text on the newest card whose words match `on`; `form` by component name, values in the words one sees. */
export interface TourTap {
  tap: string;
  on: string;
  form?: Record<string, string | string[]>;
}
