import type { Document } from '../document.ts';
import { isSameStory, similarity } from '../matter/merge/likeness.ts';
import { over, type Complaint } from './complaint.ts';

type Doc = Document<Complaint>;

/** From this share of common pairs of characters on, two texts of one account are one complaint. */
const sameWords = 0.5;

/** Whether two complaints at two departments are one (条例61条): the same complainant, project and matter. Names count where both departments took them down; before that one account with like words, because one clerk may write down the letters of many. */
export function isTwin(one: Doc, other: Doc, ofOneAccount: boolean): boolean {
  if (one.id === other.id || one.data.organ === other.data.organ || over.includes(one.state) || over.includes(other.state)) return false;
  if (!isSameStory(compared(one), compared(other))) return false;
  const [name, known] = [plain(one.data.parties.complainant), plain(other.data.parties.complainant)];
  return name && known ? name === known : ofOneAccount && similarity(one.data.words, other.data.words) >= sameWords;
}

/** Complaints in the order in which departments received them: the first keeps, the others give way. */
export function inOrder(all: readonly [Doc, ...Doc[]]): readonly [Doc, ...Doc[]] {
  return all.toSorted((a, b) => (a.data.receivedAt + a.id < b.data.receivedAt + b.id ? -1 : 1)) as [Doc, ...Doc[]];
}

function compared({ data }: Doc): Parameters<typeof isSameStory>[0] {
  const { brief, words } = data;
  return { kind: 'complaint', project: brief.title, named: brief.named, words, violations: brief.violations, reported: brief.reported, reportedPeople: brief.reportedPeople, routing: null };
}

function plain(name: string): string {
  return name.normalize('NFKC').replace(/[\s（）()]/g, '');
}
