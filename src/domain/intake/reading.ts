/** Something read from a text: the value, the exact piece it came from, and why; `sure` false shows as 「？」. */
export interface Guess<T> { value: T; words: string; why: string; sure: boolean }

/** A sum of money and what it is (中标价, 欠薪 …), in integer yuan. */
export interface Amount { yuan: number; what: string; words: string }

/** What somebody wants with a message. */
export type Intent = 'report' | 'question' | 'command' | 'angry' | 'greeting' | 'vague' | 'nothing';

/** 来件类型 as far as a text shows it. */
export type KindGuess = 'complaint' | 'report' | 'lead' | 'assigned' | 'warning';

/** 来源 as far as a text shows it. */
export type SourceGuess = 'phone' | 'letter' | 'visit' | 'seen' | 'heard' | 'system' | 'forwarded' | 'assignedBy' | 'self';

/** Everything read from one message; it proposes, nothing of it is a commitment. */
export interface Reading {
  intent: Intent;
  /** Violence, threat, or evidence being destroyed: K49 at once. */
  urgent: boolean;
  /** The banner or district named, where the text does not say 市本级. */
  outOfScope?: Guess<string>;
  kind?: Guess<KindGuess>;
  source?: Guess<SourceGuess>;
  anonymous?: Guess<boolean>;
  project?: Guess<string>;
  /** Only from the words 市本级; never guessed. */
  cityLevel?: Guess<'yes' | 'no'>;
  category?: Guess<string>;
  stage?: Guess<string>;
  violations: Guess<string>[];
  subjects: Guess<string>[];
  /** Organisations named. */
  named: Guess<string>[];
  /** Codes of organs that are themselves reported. */
  reported: Guess<string>[];
  amounts: Amount[];
  /** The sum that matters for the case. */
  amountYuan?: Guess<number>;
  /** ISO date. */
  happened?: Guess<string>;
  flags: Guess<string>[];
  /** Who assigned it, under which document, until when (ISO day). */
  mandate?: Guess<{ organ: string; no: string; dueDate: string }>;
  /** What a system noticed, in its words. */
  signal?: Guess<string>;
  /** The text seems to name a reporter (K23). */
  identity?: Guess<string>;
  /** At most two sentences to ask. */
  questions: string[];
}
