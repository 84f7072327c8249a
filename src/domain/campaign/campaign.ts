import type { Explained } from '../delay.ts';
import type { Lost } from '../group/lost.ts';
import type { ReportedPerson } from '../reporter/reported-people.ts';

/** 部署依据: who decided on a campaign (Article 10: 各级专项行动). */
export const grounds = { meeting: '会商议定', above: '上级部署', city: '本市部署' } as const;
/** Who decided on a campaign. */
export type Ground = keyof typeof grounds;

/** What a department has looked at so far, counted from the beginning. */
export interface Tally { checked: number; found: number; fixed: number }

/** 任务: what one department does in a campaign, and until when. A released one stays, with the reason. */
export interface Part {
  id: string;
  organ: string;
  task: string;
  /** ISO day by which it reports. */
  dueDate: string;
  signedBy: string;
  signedAt: string;
  tally: Tally;
  /** The last word on how it goes, of `toldAt`. */
  words: string;
  toldAt: string;
  report: { by: string; at: string; words: string } | null;
  /** Why its report was sent back; empty where it was not. */
  back: string;
  explained: Explained | null;
  released: { at: string; reason: string } | null;
}

/** 归入案件: a matter as it last told, and from whom it is kept. */
export interface Case {
  id: string;
  no: string;
  state: string;
  /** Departments that handle it. */
  organs: readonly string[];
  reported: readonly string[];
  reportedPeople: readonly ReportedPerson[];
  /** Who is recused in it. */
  out: readonly string[];
}

/** 专项行动: one task for several departments over some weeks, into which the Center collects the matters that belong to it. */
export interface Campaign {
  /** Its name: a kind of problem, never a project or a suspect. */
  title: string;
  ground: Ground | '';
  /** Title and number of the paper, or the minutes, on which it rests. */
  document: string;
  goal: string;
  /** ISO day of its end. */
  until: string;
  planNo: string;
  clerk: string;
  parts: readonly Part[];
  cases: readonly Case[];
  chat: string;
  board: string;
  /** Who could not be brought into its group. */
  missing: readonly string[];
  lost: Lost | null;
  closing: string;
  dropped: string;
}

/** States of a campaign. */
export const campaignStates = { new: '未建立', 'z.plan': '待部署', 'z.running': '行动中', 'z.closed': '专项行动结束', 'z.dropped': '专项行动取消' } as const;

/** Data of a campaign before its first act. */
export function emptyCampaign(): Campaign {
  return { title: '', ground: '', document: '', goal: '', until: '', planNo: '', clerk: '', parts: [], cases: [], chat: '', board: '', missing: [], lost: null, closing: '', dropped: '' };
}

/** The tasks that stand. */
export function liveParts({ parts }: Pick<Campaign, 'parts'>): readonly Part[] {
  return parts.filter((part) => !part.released);
}

/** An organ's task as it stands; undefined where it has none. */
export function partOf(campaign: Pick<Campaign, 'parts'>, organ: string): Part | undefined {
  return liveParts(campaign).find((part) => part.organ === organ);
}

/** Tasks that are not reported yet. */
export function openParts(campaign: Pick<Campaign, 'parts'>): readonly Part[] {
  return liveParts(campaign).filter((part) => !part.report);
}

/** What all departments have looked at together. */
export function totalOf(campaign: Pick<Campaign, 'parts'>): Tally {
  return liveParts(campaign).reduce((sum, { tally }) => ({ checked: sum.checked + tally.checked, found: sum.found + tally.found, fixed: sum.fixed + tally.fixed }), { checked: 0, found: 0, fixed: 0 });
}
