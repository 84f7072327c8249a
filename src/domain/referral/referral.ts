import { digest } from '../audit.ts';
import type { Document } from '../document.ts';
import type { Brief, Conclusion, Forward } from '../forward/forward.ts';
import type { Evidence } from '../matter/matter.ts';
import type { Exception, Partner } from './joint.ts';
import type { Recusal } from '../recusal/recusal.ts';
import type { HeadQuestion } from './head-question.ts';
import { activeVerifiers } from './verifiers.ts';
import type { FormerReport } from './versions.ts';

/** Items of Article 11 and what a report may propose instead (D0: the department deals with it itself). */
export const items = {
  D1: '第十一条（一）', D2: '第十一条（二）', D3: '第十一条（三）', D4: '第十一条（四）', D4F: '第十一条（四）', D5: '第十一条（五）', D6: '第十一条（六）', D0: '不移送',
} as const;
/** Items whose receiver the article itself names: procuratorate, discipline inspection, police; none where nothing is transferred. */
export const fixedReceivers: Readonly<Partial<Record<Item, string>>> = { D1: 'JCY', D2: 'JWJW', D3: 'GAJ', D0: '' };

/** A destination that a report proposes. */
export type Item = keyof typeof items;

/** One verifier: his declaration that nothing ties him to the case, and his signature on one version of the report. */
export interface Verifier { id: string; declared: '' | 'none'; signedHash: string; signedAt: string }

/** One proposed destination of a report; each is decided by itself, and each approved one becomes a transfer of its own. */
export interface Proposal {
  /** p1, p2 …, the same through all versions of the report. */
  id: string;
  item: Item | '';
  /** Code of the receiving organ; empty for D0. */
  receiver: string;
  reason: string;
}

/** 核实情况报告 (D-03). `version` rises at each writing; `hash` binds signatures and decisions to it. */
export interface Report {
  version: number;
  conclusion: Conclusion | '';
  facts: string;
  law: string;
  /** Never empty once written; a report that proposes no transfer has the one proposal D0. */
  proposals: readonly Proposal[];
  hash: string;
  by: string;
  at: string;
}

/** What the head decided on one proposal; `what` is empty while it waits for him. The numbers are official ones. */
export interface Decision { proposal: string; no: string; what: '' | 'approve' | 'refuse'; by: string; at: string; reason: string; hash: string; formNo: string; letterNo: string }

/** The report of the department's former verification of the same matter, as it stood when that ended: to be read, never to be signed. */
export interface Former extends Pick<Report, 'version' | 'conclusion' | 'facts' | 'law' | 'at'> { signed: boolean }

/** 核实与审批: one department's verification of a matter and its head's decisions. Report and decisions are encrypted at rest. */
export interface Referral {
  forward: string;
  matterNo: string;
  organ: string;
  brief: Brief;
  verifiers: readonly Verifier[];
  recusals: readonly Recusal[];
  /** Departments that verify and transfer together with the Center; empty for a department's own. */
  co: readonly Partner[];
  /** Why the Center may do without a department (Q1); empty for all but that. */
  exception: Exception | '';
  /** Whom the superior organ named to decide in place of a head who is out; empty where the head decides. */
  decider: string;
  /** Whether the department's part is 中止: then the limit of verification stands still. */
  suspended: boolean;
  report: Report;
  /** Every version before the present one, oldest first. */
  earlier: readonly FormerReport[];
  /** The department's former report on this matter; null where it has none. */
  former: Former | null;
  /** What the head asked the verifiers before he decides. */
  questions: readonly HeadQuestion[];
  evidence: readonly Evidence[];
  /** Pieces of it whose bytes are no longer those received (E-405). */
  broken: readonly string[];
  /** Verifiers whose next files belong to it. */
  collecting: readonly string[];
  /** One a proposal, made when the last verifier signs. */
  decisions: readonly Decision[];
  /** The head's last 退回补充核实, until the report is signed again. */
  returned: { by: string; at: string; reason: string } | null;
  /** The version that lay before the head when he sent it back; 0 where he never did. */
  sentBack: number;
  /** How it ended before its time with the department's part; null where that did not happen. `by` is a name, empty where a meeting decided. */
  ended: { verb: string; by: string; at: string; why: string } | null;
}

/** States of domain tables 5.4 and 5.5; what follows an approval are the states of the transfer. */
export const referralStates = {
  new: '未建立', 'v.none': '待指派', 'v.working': '核实中', 'v.done': '待审批', 'v.decided': '已决定移送', 'v.closed': '核实办结', 'v.ended': '已终止核实', 't.refused': '已决定不移送',
} as const;

/** The states in which somebody verifies or decides. */
export const openStates = ['v.none', 'v.working', 'v.done'] as const;

/** The states in which a verification has come to its end. */
export const finalStates = ['v.closed', 't.refused', 'v.decided', 'v.ended'] as const;

/** Whether the department's part is told the findings: the verification has come to its own end. */
export function hasFindings(state: string): boolean {
  return state !== 'v.ended' && finalStates.some((final) => final === state);
}

/** Hash of what signatures and decisions are bound to: the report's contents, its version and its evidence. */
export function reportHash(report: Omit<Report, 'hash' | 'by' | 'at'>, evidence: readonly Evidence[]): string {
  const { version, conclusion, facts, law, proposals } = report;
  return digest([version, conclusion, facts, law, proposals, evidence.map((file) => file.sha256)]);
}

/** Check code as shown: the first eight of the hash in groups of four. */
export function checkCode(hash: string): string {
  return hash ? `${hash.slice(0, 4)}-${hash.slice(4, 8)}`.toUpperCase() : '';
}

/** Whether this verifier's signature stands on the present report. */
export function hasSigned(referral: Pick<Referral, 'report'>, verifier: Verifier): boolean {
  return verifier.signedHash !== '' && verifier.signedHash === referral.report.hash;
}

/** The proposal that is decided next: in the order of the report, the first without a decision. */
export function nextProposal({ report, decisions }: Pick<Referral, 'report' | 'decisions'>): Proposal | undefined {
  return report.proposals.find((proposal) => !decisions.some((decision) => decision.proposal === proposal.id && decision.what !== ''));
}

/** What the head decided, or will decide, on a proposal. */
export function decisionOn({ decisions }: Pick<Referral, 'decisions'>, proposal: string): Decision | undefined {
  return decisions.find((decision) => decision.proposal === proposal);
}

/** Whether the report proposes that the department deals with it itself. */
export function proposesNothing({ report }: Pick<Referral, 'report'>): boolean {
  return report.proposals.every((proposal) => proposal.item === 'D0');
}

/** Whether the deputy may close it: nothing is to be transferred and nothing hints at a crime (O02, 移送规定11条). */
export function isOwnMatter({ report, brief }: Pick<Referral, 'report' | 'brief'>): boolean {
  return proposesNothing({ report }) && !isSuspectedCrime(brief);
}

/** Whether the rules hint at a crime (O02); then only the head may decide that nothing is transferred. */
export function isSuspectedCrime({ flags }: Pick<Brief, 'flags'>): boolean {
  return flags.includes('criminalThreshold');
}

/** Input that opens the verification of a forward after 签收. It starts afresh; where the department verified the matter before (`ofMatter` are the matter's documents), it keeps that report to be read, and whoever was out stays out. */
export function openingOfReferral(forward: Document<Forward>, ofMatter: readonly Document[]): object {
  const opening = { forward: forward.id, matterNo: forward.data.matterNo, organ: forward.data.organ, brief: forward.data.brief };
  const before = ofMatter.filter((doc): doc is Document<Referral> => doc.kind === 'referral').filter(({ data }) => data.organ === opening.organ && data.forward !== '' && data.forward !== forward.id);
  const last = before.toSorted((a, b) => (a.createdAt < b.createdAt ? -1 : 1)).at(-1);
  if (!last) return opening;
  const { version, conclusion, facts, law, at } = last.data.report;
  const active = activeVerifiers(last.data);
  const former = version ? { version, conclusion, facts, law, at, signed: active.every((verifier) => hasSigned(last.data, verifier)) } : last.data.former;
  return { ...opening, former, recusals: last.data.recusals.filter(({ decided }) => decided !== 'denied'), decider: last.data.decider };
}
