/** 会前意见 on a question. */
export const stances = { yes: '同意', no: '不同意', hold: '保留', proof: '需补证' } as const;
/** A stance. */
export type Stance = keyof typeof stances;

/** A question put to the meeting, named by its kind: no project, no entity, so that the group may read it. */
export interface Question { id: string; text: string }

/** What an organ thinks of a question beforehand, with its reasons; it goes into the minutes as it stands. */
export interface Position { question: string; organ: string; stance: Stance; reason: string; by: string; at: string }

/** One piece of evidence of a matter, opened to some organs for this meeting. */
export interface Material { id: string; matter: string; file: string; n: number; name: string; organs: readonly string[] }

/** How many organs take each stance on a question, in the order of the stances. */
export function countsOf(positions: readonly Position[], question: string): Readonly<Record<Stance, readonly string[]>> {
  const of = (stance: Stance): string[] => positions.filter((one) => one.question === question && one.stance === stance).map((one) => one.organ);
  return { yes: of('yes'), no: of('no'), hold: of('hold'), proof: of('proof') };
}

/** Whether organs disagree on a question: some agree and some do not. */
export function isDisputed(positions: readonly Position[], question: string): boolean {
  const counts = countsOf(positions, question);
  return counts.yes.length > 0 && counts.no.length > 0;
}

/** The positions with one more; an organ has one a question, its last. */
export function withPosition(positions: readonly Position[], added: Position): readonly Position[] {
  return [...positions.filter((one) => one.question !== added.question || one.organ !== added.organ), added];
}
