import { brokenAt } from './audit.ts';
import type { AuditEntry, Document, Kind, World } from './document.ts';
import { flows } from './flows.ts';
import { numberOf } from './duties.ts';

/** The chain of one document: how many lines, the last hash, and the first line that does not fit, where there is one. */
export interface ChainProof { kind: Kind; no: string; lines: number; head: string; brokenAt?: number }

/** One line of the whole: which document's, and the line itself. `hidden` where its author is a pseudonym, or is out of the case; then only its place in the chain is shown. */
export interface TimelineLine { kind: Kind; no: string; entry: AuditEntry; hidden: boolean }

/** All documents of a matter as one timeline, oldest first, with the proof of every chain (AC-8.2). */
export interface Timeline { chains: readonly ChainProof[]; lines: readonly TimelineLine[] }

/** The timeline of a matter's documents as one person may read it: chains of all of them, lines only of those that he may see; an auditor reads acts, people and times without their notes. */
export function timelineOf(docs: readonly Document[], reader: { id: string; bare: boolean }, world: Pick<World, 'directory' | 'now'>): Timeline {
  const known = docs.filter((doc) => isOpenTo(doc, reader.id, world));
  const lines = known.flatMap((doc) => doc.audit.map((entry): TimelineLine => ({ kind: doc.kind, no: numberOf(doc), entry: reader.bare ? { ...entry, note: '' } : entry, hidden: 'ref' in entry.by || entry.by.role === 'RECUSED' })));
  return {
    chains: docs.map(proofOf),
    lines: lines.sort((a, b) => (a.entry.at < b.entry.at ? -1 : a.entry.at > b.entry.at ? 1 : a.entry.seq - b.entry.seq)),
  };
}

function proofOf(doc: Document): ChainProof {
  const broken = brokenAt(doc.audit);
  return { kind: doc.kind, no: numberOf(doc), lines: doc.audit.length, head: doc.audit.at(-1)?.hash ?? '', ...(broken === undefined ? {} : { brokenAt: broken }) };
}

function isOpenTo(doc: Document, person: string, world: Pick<World, 'directory' | 'now'>): boolean {
  const flow = flows[doc.kind];
  return !flow.hidden(doc, person, world.directory) && flow.roles(doc, person, world).length > 0;
}
