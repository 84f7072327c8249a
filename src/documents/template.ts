import type { WorkCalendar } from '../domain/time/calendar.ts';
import type { Document, Kind } from '../domain/document.ts';
import type { Settings } from '../domain/settings.ts';
import type { Matter } from '../domain/matter/matter.ts';
import type { Directory } from '../domain/people.ts';
import type { Sheet } from './paper/sheet.ts';

/** What a template may look at. */
export interface Given<D> {
  doc: Document<D>;
  /** The matter that the document belongs to, where it could be loaded. */
  matter: Document<Matter> | undefined;
  /** Official number as issued with the act; the document's own where the paper has none. */
  no: string;
  /** The part of the document that the paper is about (a proposal), empty for most. */
  about: string;
  /** Where an organ without an account answers what the paper asks; undefined where no public address is set. */
  answerUrl: string | undefined;
  directory: Directory;
  settings: Settings;
  calendar: WorkCalendar;
  /** Only for papers asked for before the act that dates them. */
  now: Date;
}

/** One kind of paper: what it is called and what stands on it. */
export interface Template<D = unknown> {
  /** Name in file names. */
  name: string;
  /** The document it is written on. */
  kind: Kind;
  sheet(given: Given<D>): Sheet;
}

/** Lets a template state its document's type once. */
export function template<D>(made: Template<D>): Template {
  return made as unknown as Template;
}
