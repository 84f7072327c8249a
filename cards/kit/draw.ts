import { actsOpenTo } from '../../src/domain/decide.ts';
import type { Document } from '../../src/domain/document.ts';
import type { Settings } from '../../src/domain/settings.ts';
import type { WorkCalendar } from '../../src/domain/time/calendar.ts';
import { flows } from '../../src/domain/flows.ts';
import type { Directory } from '../../src/domain/people.ts';
import type { Refusal } from '../../src/domain/refusal.ts';
import type { Card, Element, Tap } from './kit.ts';
import { sentenceOf } from './texts.ts';

/** Who looks at the card: a person, or a group in which the entitled may tap. */
export interface Viewer { id: string; reporter: boolean; group: boolean }

/** What cards may look at besides the document. */
export interface Surroundings { now: Date; directory: Directory; calendar: WorkCalendar; settings: Settings }

/** All that a card of a document is drawn from; the result depends on nothing else. */
export interface DrawInput<D = unknown> {
  doc: Document<D>;
  viewer: Viewer;
  world: Surroundings;
  /** Which face: empty for the ordinary one, else a name that the card knows (edit, refuse, all …). */
  face: string;
  /** What was typed, when a form came back refused: shown again as it stood. */
  typed?: Readonly<Record<string, unknown>>;
  refusal?: Refusal;
  /** All documents of the matter, for cards that show the whole trail. */
  related?: readonly Document[];
}

/** A card of one kind of document. */
export type DocCard<D> = (input: DrawInput<D>) => Card;

/** Whether this viewer could do an act on the document as it stands: cards offer nothing that the flow would refuse for lack of role or state. */
export function may<D>({ doc, viewer, world }: DrawInput<D>, act: string): boolean {
  const flow = flows[doc.kind];
  if (viewer.group) return flow.rows.some((row) => row.act === act && row.from.includes(doc.state));
  const asker = { role: 'person', id: viewer.id, ref: '', reporter: viewer.reporter } as const;
  return actsOpenTo(flow, { doc: doc as Document, by: asker, world }).some((open) => open.act === act);
}

/** The tap that does an act of this document; the button carries the round it was drawn in. */
export function act<D>({ doc, face }: DrawInput<D>, name: string, { card, input }: { card: string; input?: Record<string, unknown> }): Tap {
  return { do: 'act', kind: doc.kind, id: doc.id, act: name, card, seen: doc.round, ...(face ? { face } : {}), ...(input ? { input } : {}) };
}

/** The tap that turns the card to another face. */
export function show<D>({ doc }: DrawInput<D>, card: string, face: string): Tap {
  return { do: 'show', kind: doc.kind, id: doc.id, card, face };
}

/** The tap that sends another card of a document as a message of its own. */
export function opens(doc: { kind: string; id: string }, name: string, face = ''): Tap {
  return { do: 'ask', what: 'open', arg: `${doc.kind}|${doc.id}|${name}|${face}` };
}

/** The refusal as the first line of a form that came back. */
export function refusalLine<D>({ refusal }: DrawInput<D>): Element | undefined {
  return refusal ? { tag: 'markdown', content: `<font color='red'>${sentenceOf(refusal)}</font>` } : undefined;
}

/** A typed value of a form that came back, else the stored one. */
export function typedText<D>({ typed }: DrawInput<D>, field: string, stored: string): string {
  const value = typed?.[field];
  return typeof value === 'string' || typeof value === 'number' ? String(value) : stored;
}

/** A typed list of a form that came back, else the stored one. */
export function typedList<D>({ typed }: DrawInput<D>, field: string, stored: readonly string[]): readonly string[] {
  const value = typed?.[field];
  return Array.isArray(value) ? value.map(String) : stored;
}
