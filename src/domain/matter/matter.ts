import type { z } from 'zod';
import type { startInput } from '../joint/inputs.ts';
import type { Routing } from '../competence/routing.ts';
import type { Likeness } from './merge/likeness.ts';
import type { Exchange } from '../reporter/exchange.ts';
import type { Rating } from '../reporter/rating.ts';
import type { ReportedPerson } from '../reporter/reported-people.ts';

/** 来件类型: 投诉, 举报, 线索, 交办, 预警. */
export const matterKinds = { complaint: '投诉', report: '举报', lead: '线索', assigned: '交办', warning: '预警' } as const;
/** A kind of matter. */
export type MatterKind = keyof typeof matterKinds;

/** 来源. */
export const sources = {
  phone: '来电', letter: '来信', visit: '来访', seen: '亲眼所见', heard: '听人反映', system: '系统提示', forwarded: '转发', assignedBy: '上级交办', self: '本人经历', other: '其他',
} as const;
/** Where the words came from. */
export type Source = keyof typeof sources;

/** 是否市本级. */
export const cityLevels = { yes: '是', no: '否', unknown: '暂不清楚' } as const;
/** Whether the activity is of the city's own level (Article 2). */
export type CityLevel = keyof typeof cityLevels;

/** A file with its fixed proof: SHA-256 of the bytes at receipt. */
export interface Evidence {
  id: string;
  name: string;
  /** Bytes. */
  size: number;
  sha256: string;
  at: string;
  /** Taken out by the reporter before registration; the bytes stay sealed. */
  removed?: boolean;
  /** The number of the matter that brought it along when it was merged. */
  from?: string;
  /** How it was kept, where a message was preserved: 单聊消息 or 群消息. */
  via?: string;
  /** Kept by somebody of the staff: its reporter does not see it. */
  staff?: boolean;
  /** Why it is sealed (封存): kept for good, and no longer given out. */
  sealedFor?: string;
  /** Its bytes were found to differ from those received (E-405); it is no longer given out. */
  broken?: boolean;
}

/** How a field was read from the text: the words it came from and why, shown under 为什么这样判断. */
export interface Trace { field: string; words: string; why: string }

/** What somebody is suspected of, apart from the kind of problem (Article 2): each person and each unit has tags of its own. */
export const tags = { rule: '涉嫌违规', discipline: '涉嫌违纪', law: '涉嫌违法', crime: '涉嫌犯罪' } as const;
/** A tag. */
export type Tag = keyof typeof tags;

/** A person with his employer, or a unit alone (empty name), each with its own tags (AC-2.3). */
export interface Party { name: string; tags: readonly Tag[]; employer: string; employerTags: readonly Tag[] }

/** Who assigned a 交办, under which document, and until when he wants to hear (ISO day, or empty). */
export interface Mandate { organ: string; no: string; dueDate: string }

/** The contents of a matter as a form holds them. */
export interface Facts {
  kind: MatterKind | '';
  project: string;
  cityLevel: CityLevel | '';
  category: string;
  stage: string;
  violations: readonly string[];
  subjects: readonly string[];
  /** Organisations and persons named. */
  named: readonly string[];
  /** Codes of organs reported, kept out of the case (O12). */
  reported: readonly string[];
  amountYuan: number | null;
  amounts: readonly { yuan: number; what: string }[];
  source: Source | '';
  anonymous: boolean;
  /** When it happened, as told (ISO date or empty). */
  happened: string;
  flags: readonly string[];
  /** The banner or district named, where it is not of the city's own level. */
  region: string;
  mandate: Mandate;
  /** What the system noticed, in words; of a 预警 only, and never a finding. */
  signal: string;
}

/** A department's part of a matter, mirrored from its own document. */
export interface Branch { id: string; organ: string; state: string; docNo: string; dueDate: string }

/** A department's complaint out of a matter, mirrored from its own document; `to` is the department that it named as competent instead, `out` who is recused there. */
export interface Petition { id: string; organ: string; state: string; dueDate: string; to: string; out: readonly string[] }

/** 事项: what a matter holds. `words` is encrypted at rest; the reporter's identity is not here at all. */
export interface Matter extends Facts {
  words: string;
  parties: readonly Party[];
  /** People of the directory whom the words name; for them and their accounts it does not exist. */
  reportedPeople: readonly ReportedPerson[];
  /** Fields still as the machine guessed them; confirmed ones leave the list. */
  guessed: readonly string[];
  traces: readonly Trace[];
  files: readonly Evidence[];
  urgent: boolean;
  /** Result of the competence rules at registration, with their version. */
  routing: Routing | null;
  /** open_id of the clerk who took it (领办). */
  clerk: string;
  forwards: readonly Branch[];
  /** Verifications; `verifiers` are the open_ids of those who take part now, `out` of those who are recused. */
  referrals: readonly { id: string; organ: string; state: string; out: readonly string[]; verifiers: readonly string[] }[];
  /** What was asked of the reporter and what he said; never who he is. */
  exchange: readonly Exchange[];
  /** What the reporter thought of it in the end; null before he said it. */
  rating: Rating | null;
  transfers: readonly { id: string; no: string; organ: string; state: string; receiver: string }[];
  meetings: readonly { id: string; no: string; state: string }[];
  joints: readonly { id: string; no: string; state: string }[];
  /** What the Center filled in when it last started 联合执法. */
  enforcement: z.output<typeof startInput> | null;
  /** 主张管辖: departments that say that they alone are competent, with their reasons. */
  claims: readonly { organ: string; reason: string; at: string }[];
  /** The campaign (专项行动) that it belongs to, with the paper of that; null where none. */
  campaign: { id: string; no: string; document: string } | null;
  /** 重大: who marked it, and why; null where nobody did. */
  major: { by: string; organ: string; at: string; reason: string } | null;
  /** Which of the two things that one message told this is; `whole` where its sender left it one. */
  piece: '' | 'first' | 'second' | 'whole';
  /** The message as it was sent, where it was divided. */
  rest: string;
  /** The other matter that came of the same message. Shown to its sender and the Center alone: a department that knows who complains must not learn who reports. */
  linked: readonly { id: string; no: string }[];
  /** 投诉: the department that has it, and those that said it was not theirs. */
  complaints: readonly Petition[];
  /** What may be told to the reporter, once known. */
  told: string;
  /** On what it rests that it is, or is not, of the city's own level. */
  scopeNote: string;
  /** The banner's department that it was passed on to. */
  passedTo: string;
  /** Why it was put on the shelf; empty where it was not. */
  shelvedFor: string;
  /** That the reporter took it back, and why; it stops nothing. */
  withdrawn: { at: string; reason: string } | null;
  /** Why the Center could fix no evidence of what it found itself (AC-9.5). */
  unfixed: string;
  /** 办理要求, as the Center wrote it when it sent the matter on. */
  requirement: string;
  /** Matters that may be the same one, for the clerk alone; `same` where project and facts agree. */
  alike: readonly { id: string; no: string; state: string; project: string; why: readonly Likeness[]; same: boolean }[];
  /** The matter it was merged into (and may have been taken out of again), as that last told; `since` is how that stood at the merging. */
  into: { id: string; no: string; state: string; organs: readonly string[]; dueDate: string; since: string } | null;
  /** Matters that were merged into this one. */
  merged: readonly { id: string; no: string }[];
  /** Organ outside this procedure to which it was passed on (JWJW), before or instead of a department. */
  referred: string;
}

/** 事项编号前缀: TS for 投诉, YJ for 预警, XS otherwise. */
export function seriesOf(kind: MatterKind | ''): string {
  return kind === 'complaint' ? 'TS' : kind === 'warning' ? 'YJ' : 'XS';
}

/** A short title without names: project and violations, or the kind where both are missing. */
export function titleOf(facts: Pick<Facts, 'project'>): string {
  return facts.project || '未写明项目';
}

/** States of domain table 5.1. */
export const matterStates = {
  new: '未建立',
  draft: '草稿',
  discarded: '已作废',
  registered: '已登记',
  notApplicable: '不适用',
  forwarded: '已转办',
  reported: '已书面报告',
  verifying: '会同核实',
  shelved: '暂存',
  merged: '已并案',
  referredOut: '已转送',
  closed: '已办结',
} as const;
/** A state of a matter. */
export type MatterState = keyof typeof matterStates;

/** Whether nothing more will come of a matter in this state. */
export function isEnded(state: string): boolean {
  return ['closed', 'notApplicable', 'referredOut'].includes(state);
}
