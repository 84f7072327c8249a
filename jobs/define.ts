import type { z } from 'zod';
import type { WorkCalendar } from '../src/domain/time/calendar.ts';
import type { Command, Document, Kind, Outcome } from '../src/domain/document.ts';
import type { Settings } from '../src/domain/settings.ts';
import type { Matter } from '../src/domain/matter/matter.ts';
import type { Suggestion } from '../src/domain/matter/drafting/refined.ts';
import type { Heard } from '../src/domain/push/push.ts';
import type { Directory } from '../src/domain/people.ts';
import type { Timeline } from '../src/domain/timeline.ts';

/** A message as it came in, kept until it is answered. The sender and the text are encrypted at rest. */
export interface Received {
  /** The platform's message_id; for menu taps and chat entries the event_id. */
  id: string;
  what: 'message' | 'menu' | 'entered' | 'recalled' | 'group-lost' | 'resigned' | 'task' | 'reaction' | 'read';
  openId: string;
  chat: string;
  chatType: 'p2p' | 'group';
  /** Message type of the platform, menu key, emoji of a reaction, or empty. */
  type: string;
  content: string;
  /** Whether the bot itself was mentioned (group messages). */
  mentioned: boolean;
  parent: string;
  /** ISO instant. */
  at: string;
}

/** A card that somebody can still tap. `to` is an open_id, `reporter`, or `chat:oc_…`. */
export interface LiveCard {
  message: string;
  kind: Kind;
  doc: string;
  card: string;
  to: string;
  /** True while the drawn face holds a form, which must not be wiped from outside. */
  form: boolean;
  round: number;
  /** The face it was sent with (a resolution's id, a rule); empty for most. Kept when it is drawn again. */
  face: string;
  /** The face that a tap has opened since, where it holds a form. */
  opened?: string;
  /** Print of what was last drawn on it, by which a redraw that would change nothing is left out; absent where that is not known. */
  print?: string;
  sentAt: string;
}

/** A card that waits until it may be pushed. */
export interface WaitingPush {
  /** One a receiver, document and face: what comes later to the same place replaces it. */
  place: string;
  /** The effect that asked for it. */
  id: string;
  /** Blind name of the receiver. */
  who: string;
  /** As in LiveCard. */
  to: string;
  kind: Kind;
  doc: string;
  /** The document's round when it was asked for. */
  round: number;
  card: string;
  face: string;
  /** The limit that it reminds of; empty where it is no reminder. */
  rule: string;
  /** A sentence for the list of the morning, beside the row; empty for most. */
  line: string;
  why: 'join' | 'digest' | 'snooze';
  /** ISO instants of the city's time. */
  since: string;
  until: string;
}

/** Bytes at rest with their proof. */
export interface StoredFile { id: string; name: string; size: number; sha256: string }

/** Documents and what lies beside them. */
export interface StorePort {
  load(kind: Kind, id: string): Promise<Document | undefined>;
  byNo(no: string): Promise<Document | undefined>;
  /** Documents of one matter, the matter first. */
  ofMatter(matter: string): Promise<Document[]>;
  /** Newest first; `text` is matched by project, names and number over blind bigrams. */
  search(query: { kind?: Kind; text?: string; organ?: string; states?: readonly string[]; person?: string; limit: number }): Promise<Document[]>;
  /** Every document whose next alarm is at or before `now`, earliest first, as many as `limit`. */
  dueAlarms(now: Date, limit: number): Promise<{ kind: Kind; id: string; alarm: { id: string; at: string; rule: string; stage: string } }[]>;
  /** Effects and received messages older than `before` that nobody has finished. */
  unsettled(before: Date, limit: number): Promise<{ kind: Kind; id: string; effect: string }[]>;
  unanswered(before: Date, limit: number): Promise<string[]>;
  settle(kind: Kind, id: string, effect: string): Promise<void>;
  inbox: { get(id: string): Promise<Received | undefined>; done(id: string): Promise<void> };
  cards: {
    /** A card that was just sent; what a quick tap has opened on it already stays noted. */
    hang(card: LiveCard): Promise<void>;
    remember(card: LiveCard): Promise<void>;
    /** Changes what is remembered of it, only where it still stands as `live` was read; false where somebody was faster. */
    renew(live: LiveCard, now: Partial<Pick<LiveCard, 'card' | 'face' | 'form' | 'round' | 'opened' | 'print'>>): Promise<boolean>;
    /** What tells one drawing from another and gives away neither. */
    printOf(card: object): string;
    of(doc: string): Promise<LiveCard[]>;
    /** Those that hang with one person, or in one place (`chat:…`), oldest first. */
    with(to: string): Promise<LiveCard[]>;
    get(message: string): Promise<LiveCard | undefined>;
    retire(message: string): Promise<void>;
    /** The oldest that were sent before a moment. */
    sentBefore(at: Date, limit: number): Promise<LiveCard[]>;
    /** What the answer to a tap has turned it into. */
    showed(message: string, shown: Pick<LiveCard, 'card' | 'form' | 'opened' | 'round' | 'print'>): Promise<void>;
    /** A tap on it is being answered; then: the answer was given. */
    tapped(message: string): Promise<void>;
    answered(message: string): Promise<void>;
    /** Resolves when no tap on it is being answered: before that, a change of ours would be lost. */
    quiet(message: string): Promise<void>;
  };
  /** What people have heard and chose; names are blinded. */
  attention: {
    keyOf(key: string): string;
    of(who: string): Promise<{ heard: Heard; version: number }>;
    keep(who: string, attended: { heard: Heard; version: number }): Promise<boolean>;
  };
  /** Somebody tapped or wrote: what was held back only to leave him a pause may come. */
  isThere(openId: string, at: Date): Promise<void>;
  /** Cards that may not be pushed yet. */
  waiting: {
    put(push: WaitingPush): Promise<void>;
    /** Takes a place only where nothing waits in it. */
    offer(push: WaitingPush): Promise<void>;
    ready(now: Date, limit: number): Promise<string[]>;
    of(who: string, now: Date): Promise<WaitingPush[]>;
    postpone(pushes: readonly WaitingPush[], until: Date): Promise<void>;
    drop(pushes: readonly WaitingPush[]): Promise<void>;
  };
  /** What was handed to the platform, by uuid, for thirty days. */
  sendings: {
    /** Notes that it is about to go out, unless it was noted before; answers what was noted first. `print` tells the first drawing, empty where later ones differed; `message` is empty until the platform has answered. */
    begin(uuid: string, now: { at: Date; print: string }): Promise<{ isFirst: boolean; since: string; print: string; message: string }>;
    arrived(uuid: string, message: string): Promise<void>;
    /** It certainly did not go out. */
    forget(uuid: string): Promise<void>;
  };
  /** Who reported: the only place where a reporter has a name. */
  vault: {
    keep(matter: string, identity: { openId: string; chat: string }): Promise<void>;
    who(matter: string): Promise<{ openId: string; chat: string } | undefined>;
    /** Who wrote the messages that a reporter forwarded: names for the vault, not for the text. */
    keepWriters(matter: string, writers: readonly string[]): Promise<void>;
    writersOf(matter: string): Promise<readonly string[]>;
    /** Matters that this person reported, newest first. */
    mattersOf(openId: string, limit: number): Promise<string[]>;
    isReporter(matter: string, openId: string): Promise<boolean>;
    /** Pseudonym of a person on one matter; not linkable between matters. */
    ref(openId: string, matter: string): string;
  };
  files: {
    put(name: string, bytes: AsyncIterable<Uint8Array>): Promise<StoredFile>;
    /** Throws where the bytes no longer have the checksum they were received with (E-405). */
    get(id: string): Promise<{ file: StoredFile; bytes: Buffer }>;
  };
  /** Small facts of a person or process that outlive it (welcome shown at, open draft, …). */
  notes: { get(key: string): Promise<string | undefined>; set(key: string, value: string): Promise<void> };
}

/** The platform, as far as jobs need it. Every send takes a `uuid` that makes a repeat harmless. */
export interface PlatformPort {
  sendCard(to: { openId: string } | { chat: string }, card: object, uuid: string): Promise<{ message: string; chat: string }>;
  sendText(to: { openId: string } | { chat: string }, text: string, uuid: string): Promise<{ message: string; chat: string }>;
  sendFile(to: { openId: string } | { chat: string }, file: { name: string; bytes: Buffer }, uuid: string): Promise<{ message: string; chat: string }>;
  /** False where the message can no longer be changed (recalled, 14 days, dissolved). */
  patchCard(message: string, card: object): Promise<boolean>;
  react(message: string, emoji: string): Promise<void>;
  download(message: string, key: string, type: 'image' | 'file'): Promise<AsyncIterable<Uint8Array>>;
  /** Texts and files of a merged forward or a single message. */
  read(message: string): Promise<{ type: string; content: string; sender: string; id: string }[]>;
  /** When people are busy between two instants (at most two weeks), as ISO instants; by open_id. */
  busy(people: readonly string[], window: { from: string; to: string }): Promise<ReadonlyMap<string, readonly { from: string; to: string }[]>>;
  /** The event as it stands in the calendar; undefined where it is gone. */
  readEvent(event: string): Promise<{ start: string } | undefined>;
  /** Marks a message as urgent in the app for these people of its chat (加急). */
  urge(message: string, people: readonly string[]): Promise<void>;
  createChat(plan: { name: string; people: readonly string[]; uuid: string }): Promise<string>;
  /** Answers those who could not be brought in. */
  addToChat(chat: string, people: readonly string[]): Promise<readonly string[]>;
  removeFromChat(chat: string, people: readonly string[]): Promise<void>;
  /** Ends a group; what was said stays readable. Harmless where it has ended already. */
  disbandChat(chat: string): Promise<void>;
  pin(message: string): Promise<void>;
  createEvent(plan: { title: string; text: string; start: string; end: string; place: string; people: readonly string[]; owner: string; key: string }): Promise<{ event: string; link: string }>;
  moveEvent(event: string, plan: { title: string; start: string; end: string; place: string }): Promise<void>;
  cancelEvent(event: string): Promise<void>;
  /** Takes people out of an event, without telling them; harmless where they are not in it, or it is gone. */
  uninvite(event: string, people: readonly string[]): Promise<void>;
  reserveMeeting(plan: { topic: string; owner: string; end: string }): Promise<string>;
  createTask(plan: { summary: string; due: string; people: readonly string[]; token: string }): Promise<string>;
  completeTask(guid: string): Promise<void>;
  /** Takes people off a task; harmless where it is not theirs. */
  unassign(guid: string, people: readonly string[]): Promise<void>;
}

/** Makes written documents; see `src/documents`. */
export interface PapersPort {
  write(paper: string, docs: { doc: Document; matter?: Document; docNo: string; about?: string }): Promise<{ name: string; bytes: Buffer }>;
  /** 全程留痕 as files; `by` (open_id) is named on what he takes away, with the minute. */
  trail(matter: Document<Matter>, timeline: Timeline, by: string): { name: string; bytes: Buffer }[];
  /** Evidence as zips of at most `limit` bytes each, with the trail. */
  bundle(matter: Document<Matter>, given: { exhibits: readonly { n: number; name: string; sha256: string; at: string; bytes: Uint8Array }[]; timeline: Timeline; by: string }, limit: number): Promise<{ name: string; bytes: Buffer }[]>;
}

/** Everything a job may use; given by `app.ts`. */
export interface Deps {
  now(): Date;
  directory: Directory;
  calendar: WorkCalendar;
  settings: Settings;
  handle(command: Command): Promise<Outcome>;
  store: StorePort;
  platform: PlatformPort;
  papers: PapersPort;
  /** Asks a language model about words without their reporter; absent where the city uses none. Never fails. */
  refine?(words: string): Promise<Suggestion | undefined>;
  /** Reads the organisation file as it is now: people and organs, or every fault in it, a sentence each. */
  readOrganisation(): Promise<{ directory: Directory } | { faults: readonly string[] }>;
  /** One line to the log; ids and codes only. */
  log: { info(fields: object, message: string): void; warn(fields: object, message: string): void };
}

/** A job that carries out one effect of a document; may safely run twice. */
export interface EffectJob<P = unknown> {
  name: string;
  payload: z.ZodType<P>;
  /** Waits until whatever the document asked for before it is done. */
  last?: true;
  run(task: { doc: Document; effect: string; data: P }, deps: Deps): Promise<void>;
}

/** A job that answers one received message. */
export interface InboxJob { name: string; run(received: Received, deps: Deps): Promise<void> }

/** Lets a job file state its payload type once. */
export function effectJob<P>(job: EffectJob<P>): EffectJob {
  return job as unknown as EffectJob;
}
