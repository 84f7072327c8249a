import type { z } from 'zod';
import type { Answers } from './answers.ts';
import type { WorkCalendar } from './time/calendar.ts';
import type { Due, Suspension } from './time/deadlines.ts';
import type { Directory, Role } from './people.ts';
import type { Refusal } from './refusal.ts';
import type { Settings } from './settings.ts';

/** The kinds of document that run on the one machine, each with its own flow table. */
export const kinds = ['matter', 'forward', 'referral', 'transfer', 'meeting', 'joint', 'delegation', 'complaint', 'opening', 'organ', 'handover', 'campaign', 'delivery'] as const;
/** A kind of document. */
export type Kind = (typeof kinds)[number];

/** Who did something, as the trail keeps it. A reporter is a pseudonym (`ref`), never a name. */
export type Actor =
  | { role: 'clock' | 'system' }
  | { role: 'outside'; name: string; organ: string }
  | { role: 'REPORTER' | 'ANYONE'; ref: string }
  | { role: Exclude<Role, 'clock' | 'system' | 'outside' | 'REPORTER' | 'ANYONE'>; id: string; name: string; organ: string; for?: Principal };

/** 被代办人: in whose place somebody acts while that person is away. */
export interface Principal { id: string; name: string }

/** One line of the trail: appended by `decide`, chained by `hash` over the previous line, never edited. */
export interface AuditEntry {
  seq: number;
  /** ISO instant. */
  at: string;
  by: Actor;
  act: string;
  /** Audit action of the domain tables (LEAD_REG …), or DENIED. */
  code: string;
  /** The verb in Chinese, same as on the button. */
  verb: string;
  article: string;
  from: string;
  to: string;
  /** A short fact for the timeline without secrets, e.g. 「反馈截止 12月15日（周二）」. */
  note: string;
  /** SHA-256 of the input as canonical JSON. */
  input: string;
  cause: string;
  prev: string;
  hash: string;
}

/** Something that must happen in the world: a job request, kept in the document until it is settled. Holds ids only. */
export interface Effect {
  /** At most 50 characters of [0-9a-z-]; also the platform's uuid and the queue's job id. */
  id: string;
  job: string;
  data: Record<string, string | number | boolean | null>;
  /** ISO instant of creation. */
  at: string;
}

/** An effect before `decide` gives it its id and time. */
export type EffectRequest = Pick<Effect, 'job' | 'data'>;

/** A running or ended time limit on a document. */
export interface Clock {
  /** Rule of the limits table (T01 …); one document has at most one running clock a rule. */
  rule: string;
  startedAt: string;
  due: Due;
  amount: number;
  unit: 'workingDay' | 'calendarDay' | 'hour' | 'month';
  /** Where the limit comes from, as shown: 法定 / 中心设定 / 系统默认. */
  origin: string;
  basis: string;
  profile: 'short' | 'std' | 'long' | 'hour24' | 'info';
  /** ISO day that was set by hand; absent where the end is counted. */
  set?: string;
  /** Days that do not count, both ends included. */
  suspensions?: readonly Suspension[];
  /** ISO date since which the clock stands still. */
  pausedFrom?: string;
  stoppedAt?: string;
}

/** A moment at which the clock will ask the flow; ids are unique within the document. */
export interface Alarm {
  id: string;
  at: string;
  rule: string;
  stage: string;
}

/** A document as the domain sees it: plain values; what `sealed` of its kind names is encrypted at rest. */
export interface Document<D = unknown> {
  id: string;
  kind: Kind;
  /** Official number, once it has one (XS-20261123-0001). */
  no: string;
  /** The matter this document belongs to (its own id for a matter). */
  matter: string;
  version: number;
  /** Raised at each change of state and at whatever makes older buttons void. */
  round: number;
  state: string;
  createdAt: string;
  updatedAt: string;
  data: D;
  clocks: readonly Clock[];
  alarms: readonly Alarm[];
  audit: readonly AuditEntry[];
  effects: readonly Effect[];
}

/** Somebody's wish to change a document. `cause` makes it idempotent: the same cause never acts twice. */
export interface Command {
  kind: Kind;
  id: string;
  act: string;
  by: Asker;
  input: unknown;
  cause: string;
  /** The round that the button was drawn in; absent for messages and jobs. */
  seen?: number;
  /** The matter that a new part belongs to; only for acts that create a document. */
  matter?: string;
  /** The message whose card was tapped: its own answer redraws it. */
  from?: string;
}

/** Who asks. `ref` is the pseudonym that the trail keeps when he acts as reporter; `outside` is somebody of an organ without an account, who came by a signed link. */
export type Asker = { role: 'clock' | 'system' } | { role: 'outside'; name: string; organ: string } | { role: 'person'; id: string; ref: string; reporter: boolean };

/** What a decision may look at besides the document; everything from outside comes through here. */
export interface World {
  now: Date;
  directory: Directory;
  calendar: WorkCalendar;
  settings: Settings;
  /** Numbers taken for this act, by series (see `Row.numbers`). */
  numbers: Readonly<Record<string, string>>;
}

/** What a row sees. */
export interface Situation<D, I> {
  doc: Document<D>;
  input: I;
  by: Actor;
  world: World;
}

/** One row of a flow table: an act, who may do it, from where to where, under which article, and what follows. */
export interface Row<D, I = unknown> {
  act: string;
  /** The verb in Chinese: on the button, in the toast, on the timeline. */
  verb: string;
  /** Audit action of the domain tables, e.g. LEAD_REG. */
  code: string;
  article: string;
  /** `new` creates the document; `*` stands for every state that is not final. */
  from: readonly string[];
  /** Next state; `=` stays. */
  to: string | ((s: Situation<D, I>) => string);
  by: readonly Role[];
  input: z.ZodType<I>;
  /** Where one act has several rows from the same state: the values of its input for which this row is meant. */
  given?: Readonly<Record<string, string>>;
  /** What is said where none of those values was chosen. */
  unchosen?: Refusal;
  guard?(s: Situation<D, I>): Refusal | undefined;
  change?(s: Situation<D, I>): Partial<D>;
  clocks?(s: Situation<D, I>): ClockTurn;
  /** Alarms of its own (rule is empty), replacing those set before; for moments that no time limit gives. */
  alarms?(s: Situation<D, I>): readonly Alarm[];
  /** Effects, seen after the change. */
  follow?(s: Situation<D, I>): readonly EffectRequest[];
  /** A short fact for the timeline. */
  note?(s: Situation<D, I>): string;
  /** The document's official number, where it was issued before the document was opened. */
  no?(s: Situation<D, I>): string;
  /** Number series to take before deciding; keys of `World.numbers`. */
  numbers?(s: Situation<D, I>): readonly NumberSeries[];
  /** True where older buttons become void although the state stays. */
  newRound?: boolean;
}

/** A number to be issued: `key` in World.numbers; `form` has {date} {year} {n} {nnnn}; `scope` restarts the sequence. */
export interface NumberSeries { key: string; form: string; scope: string }

/** What an act does to clocks: a started rule replaces a running one; a paused one goes on with the days between not counted; `recount` counts provisional ones anew. */
export interface ClockTurn { start?: readonly ClockRequest[]; stop?: readonly string[]; pause?: readonly string[]; resume?: readonly string[]; recount?: boolean }

/** A clock to be started. `amount` defaults to the rule's own. `dueDate` (ISO) sets the day itself. */
export interface ClockRequest { rule: string; amount?: number; dueDate?: string; origin?: string; from?: string }

/** When a kind of document waits for whom, with which verb and card; each kind lists its own. */
export interface DutyRule<D> {
  states: readonly string[];
  roles: readonly Role[];
  verb: string;
  card: string;
  limits: readonly string[];
  /** Further condition on this person and document. */
  when?: (doc: Document<D>, person: { id: string; organ: string }) => boolean;
  /** Several duties on one document, each with its face. */
  faces?: (doc: Document<D>, person: { id: string; organ: string }) => readonly { face: string; dueDate: string }[];
  /** The number under which it waits, where that is not the document's own. */
  no?: (doc: Document<D>) => string;
}

/** A flow: the regulation for one kind of document, readable from top to bottom. */
export interface Flow<D> extends Answers<D> {
  kind: Kind;
  states: Readonly<Record<string, string>>;
  final: readonly string[];
  rows: readonly Row<D>[];
  /** Top-level keys of `data` that are encrypted at rest. */
  sealed: readonly (keyof D & string)[];
  /** Roles of a person on this document, beyond those of his organ. */
  roles(doc: Document<D>, personId: string, world: Pick<World, 'directory' | 'now'>): readonly Role[];
  /** People who must not see it at all (recused, or of the organ reported). */
  hidden(doc: Document<D>, personId: string, directory: Directory): boolean;
  /** Effects of every act, after those of its row. */
  always?(doc: Document<D>, act: string): readonly EffectRequest[];
  /** What waits for whom, for to-do lists and the digest. */
  duties: readonly DutyRule<D>[];
  /** What a person holds in his own name on an open document, in words (经办, 核实人员); undefined where nothing hangs on him. Every kind says so, and one that says anything has the act `takeOver`. */
  holds(doc: Document<D>, personId: string): string | undefined;
  /** Words by which it may be found. */
  find(doc: Document<D>): readonly string[];
  /** Data of a new document before its first act. */
  empty(): D;
}

/** What became of a command. */
export type Outcome<D = unknown> = { ok: true; repeated: boolean; doc: Document<D>; entry: AuditEntry }
  | { ok: false; refusal: Refusal; doc: Document<D> | undefined };

/** Lets a flow table be written row by row with each row's own input type. */
export function rows<D>(): <I>(row: Row<D, I>) => Row<D> {
  return (row) => row as unknown as Row<D>;
}
