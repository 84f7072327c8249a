import { headOf, isSamePerson, type Directory, type Person } from '../people.ts';
import { dateOf } from '../time/time.ts';

/** How a relation became known: declared by himself, found by the organ, or applied for by a party. */
export const recusalSources = { self: '本人声明', found: '发现关系', party: '当事人申请' } as const;
/** How a relation became known. */
export type RecusalSource = keyof typeof recusalSources;

/** The relations of domain section 2 for which somebody is recused. */
export const relations = {
  R1: '近亲属关系', R2: '三年内在当事单位任职', R3: '有财产或者其他利害关系', R4: '参与过该项目', R5: '本人或者所在科室被反映',
} as const;
/** A relation to the case or a party. */
export type Relation = keyof typeof relations;

/** 回避: from the moment it is entered the person is out, until it is decided that he need not be. */
export interface Recusal {
  person: string;
  source: RecusalSource;
  relation: Relation | '';
  why: string;
  at: string;
  decided: '' | 'agreed' | 'denied';
  decidedBy: string;
  decidedAt: string;
  /** Document of the superior organ, where it concerns the head. */
  document: string;
  /** What the person himself says to a relation that others entered; null until he does. */
  said: Statement | null;
}

/** 申请回避, or 无此情形 with an explanation. */
export interface Statement { stand: 'tied' | 'untied'; why: string; at: string }

/** A department's own document that knows 回避; `decider` is whom the superior organ named in the head's place, by open_id. */
export interface Recusable { organ: string; recusals: readonly Recusal[]; decider: string }

type Out = Pick<Recusable, 'recusals'>;

/** The recusal that keeps a person out of the case: pending or agreed; undefined for everybody else. */
export function recusalOf({ recusals }: Out, person: string): Recusal | undefined {
  return recusals.findLast((recusal) => recusal.person === person && recusal.decided !== 'denied');
}

/** Whether he is out by recusal, and may be told so: whoever is himself reported (R5) must not learn that there is a case. */
export function isRecusedOnly({ data }: { data: Out }, person: string): boolean {
  const recusal = recusalOf(data, person);
  return recusal !== undefined && recusal.relation !== 'R5';
}

/** Everybody who is out of the case. */
export function outOf({ recusals }: Out): readonly string[] {
  return [...new Set(recusals.filter((recusal) => recusal.decided !== 'denied').map((recusal) => recusal.person))];
}

/** Recusals that wait for a decision. */
export function pendingRecusals({ recusals }: Out): readonly Recusal[] {
  return recusals.filter((recusal) => recusal.decided === '');
}

/** The recusal on which a person may still say something himself: entered by others, not decided; never where he is reported (R5), who must not learn of the case. */
export function openToSay({ recusals }: Out, person: string): Recusal | undefined {
  return recusals.findLast((recusal) => recusal.person === person && recusal.decided === '' && recusal.source !== 'self' && recusal.relation !== 'R5');
}

/** Recusals that this person may decide now: never his own. */
export function decidableRecusals(doc: Out, id: string, directory: Directory): readonly Recusal[] {
  return pendingRecusals(doc).filter((recusal) => !isSamePerson(directory, recusal.person, id));
}

/** Whom the law lets decide now: whoever the superior organ named, else the head in office; nobody while he is recused. */
export function deciderOf(doc: Recusable, { directory, now }: { directory: Directory; now: Date }): Person | undefined {
  if (doc.decider) return directory.people.get(doc.decider);
  const head = headOf(directory, doc.organ, dateOf(now));
  return head && !recusalOf(doc, head.id) ? head : undefined;
}
