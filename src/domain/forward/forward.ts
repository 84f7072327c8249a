import type { Explained } from '../delay.ts';
import type { Document } from '../document.ts';
import { givenOut, neutralName } from '../matter/evidence.ts';
import { titleOf, type Evidence, type Mandate, type Matter, type MatterKind, type Party } from '../matter/matter.ts';
import type { ReportedPerson } from '../reporter/reported-people.ts';

/** What a department gets to see of a matter: no reporter, no original words, only the redacted brief. */
export interface Brief {
  kind: MatterKind | '';
  title: string;
  category: string;
  stage: string;
  violations: readonly string[];
  subjects: readonly string[];
  named: readonly string[];
  amounts: readonly { yuan: number; what: string }[];
  flags: readonly string[];
  files: readonly Evidence[];
  rules: readonly string[];
  dest: readonly string[];
  urgent: boolean;
  reported: readonly string[];
  /** When it happened, as told. */
  happened: string;
  parties: readonly Party[];
  mandate: Mandate;
  signal: string;
  reportedPeople: readonly ReportedPerson[];
}

/** 处理结论 of a feedback. */
export const conclusions = { true: '属实', partly: '部分属实', untrue: '不属实', unknown: '无法查实', notOurs: '不属管辖' } as const;
/** A conclusion. */
export type Conclusion = keyof typeof conclusions;

/** 可否告知举报人. */
export const tellings = { result: '可告知办理结果', received: '只告知已办理', none: '不告知' } as const;
/** What may be told to the reporter. */
export type Telling = keyof typeof tellings;

/** 中止情形 (domain table 5.3). */
export const suspensions = { test: '检验检测鉴定', experts: '专家评审', court: '等待司法结论', discipline: '等待纪检监察结论' } as const;

/** Feedback of the department (D-10). */
export interface Feedback {
  conclusion: Conclusion | '';
  facts: string;
  basis: string;
  decisionNo: string;
  tell: Telling | '';
  by: string;
  at: string;
}

/** 转办: one department's part of a matter. `brief` and `feedback` are encrypted at rest. */
export interface Forward {
  matterNo: string;
  organ: string;
  docNo: string;
  /** What brought it here: 转办单 (D-01), or the Center's own 书面报告 (D-02). */
  paper: 'forward-letter' | 'found-report';
  /** Why the Center could fix no evidence; empty where it did. */
  unfixed: string;
  requirement: string;
  brief: Brief;
  /** open_id of the liaison who signed, empty before. */
  signedBy: string;
  signedAt: string;
  /** How often this matter was already returned before it came here. */
  returns: number;
  extensions: number;
  /** The last application for 中止. */
  suspension: { ground: keyof typeof suspensions | ''; document: string; reason: string };
  ask: { reason: string; suggest: string; dueDate: string };
  feedback: Feedback;
  /** Why the limit was not kept, as explained by the department; shown again at the next stage. */
  explained: Explained | null;
  /** The Center's last 督办函 and the limit it was about; null before. */
  supervised: { no: string; at: string; by: string; dueDate: string } | null;
  /** Its verification, as that last told; `decided` once the head has decided whether anything is transferred. */
  referral: { id: string; state: string; ended: boolean; decided: boolean };
  /** What was transferred out of it, each as it last told. */
  transfers: readonly { id: string; no: string; receiver: string; state: string; ended: boolean }[];
  /** Who is recused and must not see it. */
  out: readonly string[];
  checkNote: string;
  /** ISO day by which the Center set the answer; the clock of it starts when somebody can sign. */
  dueDate: string;
  clerk: string;
}

/** States of domain table 5.3. */
export const forwardStates = {
  new: '未建立', unnamed: '待指定联络员', sent: '待签收', accepted: '办理中', returnAsked: '待审退回', extendAsked: '待审延期', suspendAsked: '待审中止', suspended: '已中止', feedbackIn: '待审核', closed: '已办结', returned: '已退回', cancelled: '已撤回',
} as const;

/** The states in which a department's part has left it: taken back by the Center, or given to another organ. */
export const leftStates = ['returned', 'cancelled'] as const;

/** Whether a part has left its department. */
export function hasLeft(state: string): boolean {
  return leftStates.some((left) => left === state);
}

/** The verification that a department's part opens when it is signed for; it has one. */
export function verificationOf({ id }: Pick<Document, 'id'>): string {
  return `${id}-y`;
}

/** A brief with nothing in it. */
export const emptyBrief: Brief = { kind: '', title: '', category: '', stage: '', violations: [], subjects: [], named: [], amounts: [], flags: [], files: [], rules: [], dest: [], urgent: false, reported: [], reportedPeople: [], happened: '', parties: [], mandate: { organ: '', no: '', dueDate: '' }, signal: '' };

/** Whether verification and all transfers have come so far that the result can be answered. */
export function isSettled({ referral, transfers }: Pick<Forward, 'referral' | 'transfers'>): boolean {
  return referral.id === '' || (referral.ended && transfers.every((transfer) => transfer.ended));
}

/** The redacted brief of a matter for a department. */
export function briefOf({ data }: Document<Matter>): Brief {
  return {
    kind: data.kind, title: titleOf(data), category: data.category, stage: data.stage, violations: data.violations, subjects: data.subjects,
    named: data.named, amounts: data.amounts, flags: data.flags, files: givenOut(data.files).map(({ n, file }) => ({ ...file, name: neutralName(n, file) })),
    rules: data.routing?.rules.map((rule) => rule.id) ?? [], dest: data.routing?.dest ?? [], urgent: data.urgent, reported: [...new Set([...data.reported, ...(data.routing?.recused ?? [])])], reportedPeople: data.reportedPeople,
    happened: data.happened, parties: data.parties, mandate: data.mandate, signal: data.signal,
  };
}

/** Input that opens the forward of one department from its matter; whoever was out of an earlier verification there stays out. */
export function openingOf(matter: Document<Matter>, organ: string): object {
  const branch = matter.data.forwards.find((forward) => forward.organ === organ && !hasLeft(forward.state));
  return {
    matterNo: matter.no, organ, docNo: branch?.docNo ?? '', dueDate: branch?.dueDate ?? '', requirement: matter.data.requirement,
    brief: briefOf(matter), clerk: matter.data.clerk, paper: matter.state === 'reported' ? 'found-report' : 'forward-letter', unfixed: matter.data.unfixed,
    returns: matter.data.forwards.filter((forward) => forward.state === 'returned').length, out: [...new Set(matter.data.referrals.filter((before) => before.organ === organ).flatMap(({ out }) => out))],
  };
}

/** What may be told to the reporter after a checked feedback; empty where nothing may be told. */
export function toldOf(feedback: Feedback): string {
  if (feedback.tell !== 'result') return feedback.tell === 'received' ? '已依法办理' : '';
  const sentences: Record<Conclusion, string> = {
    true: '反映的问题属实，已依法处理', partly: '查实部分问题，已依法处理', untrue: '未查实所反映的问题', unknown: '目前无法查实', notOurs: '不属受理单位管辖，已告知有关单位',
  };
  return feedback.conclusion ? sentences[feedback.conclusion] : '';
}
