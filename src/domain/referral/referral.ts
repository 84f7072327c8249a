import type { Document } from '../document.ts';
import { digest } from '../audit.ts';
import type { Brief, Conclusion, Forward } from '../forward/forward.ts';
import type { Evidence } from '../matter/matter.ts';

/** Items of Article 11 and what a report may propose instead (D0: the department deals with it itself). */
export const items = {
  D1: '第十一条（一）', D2: '第十一条（二）', D3: '第十一条（三）', D4: '第十一条（四）', D4F: '第十一条（四）', D5: '第十一条（五）', D6: '第十一条（六）', D0: '不移送',
} as const;
/** Items whose receiver the article itself names: procuratorate, discipline inspection, police; none where nothing is transferred. */
export const fixedReceivers: Readonly<Partial<Record<Item, string>>> = { D1: 'JCY', D2: 'JWJW', D3: 'GAJ', D0: '' };

/** A destination that a report proposes. */
export type Item = keyof typeof items;

/** One verifier: his declaration on recusal and his signature on one version of the report. */
export interface Verifier { id: string; declared: '' | 'none' | 'recuse'; why: string; signedHash: string; signedAt: string }

/** 核实情况报告 (D-03). `version` rises at each writing; `hash` binds signatures and the approval to it. */
export interface Report {
  version: number;
  conclusion: Conclusion | '';
  facts: string;
  law: string;
  item: Item | '';
  /** Code of the receiving organ; empty for D0. */
  receiver: string;
  reason: string;
  hash: string;
  by: string;
  at: string;
}

/** The five attachments of a transfer to the police (移送规定); 有 or 缺 with a written reason. */
export const materials = { letter: '移送书', report: '调查报告', things: '涉案物品清单', tests: '检验鉴定意见', other: '其他有关材料' } as const;
/** An attachment of a transfer. */
export type Material = keyof typeof materials;

/** 回执结果. */
export const receiptResults = { accepted: '已接收', supplement: '需补充材料', returned: '退回', redirected: '转送其他机关' } as const;
/** What the receiving organ answered. */
export type ReceiptResult = keyof typeof receiptResults;

/** 核实与移送: one department's verification of a matter, its head's decision, the transfer and its receipt. Report and approval texts are encrypted at rest. */
export interface Referral {
  forward: string;
  matterNo: string;
  organ: string;
  brief: Brief;
  verifiers: readonly Verifier[];
  report: Report;
  evidence: readonly Evidence[];
  decision: { by: string; at: string; what: '' | 'approve' | 'refuse' | 'back'; reason: string; hash: string; formNo: string };
  letterNo: string;
  have: readonly Material[];
  absent: string;
  sentAt: string;
  sentBy: string;
  receipt: { result: ReceiptResult | ''; no: string; date: string; signer: string; by: string; file: string };
}

/** States of domain tables 5.4 to 5.6. */
export const referralStates = {
  new: '未建立', 'v.none': '待指派', 'v.working': '核实中', 'v.done': '待审批', 'v.closed': '核实办结', 't.approved': '已批准待移送', 't.refused': '不予移送',
  't.sent': '已移送待回执', 't.supplement': '补充材料', 't.received': '已接收', 't.returned': '对方退回', 't.redirected': '已转其他机关',
} as const;

/** Hash of what signatures and approval are bound to: the report's contents, its version and its evidence. */
export function reportHash(report: Omit<Report, 'hash' | 'by' | 'at'>, evidence: readonly Evidence[]): string {
  const { version, conclusion, facts, law, item, receiver, reason } = report;
  return digest([version, conclusion, facts, law, item, receiver, reason, evidence.map((file) => file.sha256)]);
}

/** Check code as shown: the first eight of the hash in groups of four. */
export function checkCode(hash: string): string {
  return hash ? `${hash.slice(0, 4)}-${hash.slice(4, 8)}`.toUpperCase() : '';
}

/** Verifiers who take part: declared recusals are out. */
export function activeVerifiers(referral: Pick<Referral, 'verifiers'>): readonly Verifier[] {
  return referral.verifiers.filter((verifier) => verifier.declared !== 'recuse');
}

/** Whether this verifier's signature stands on the present report. */
export function hasSigned(referral: Pick<Referral, 'report'>, verifier: Verifier): boolean {
  return verifier.signedHash !== '' && verifier.signedHash === referral.report.hash;
}

/** Whether the department's part of the matter has come to its end. */
export function isEnded(state: string): boolean {
  return ['v.closed', 't.refused', 't.received', 't.redirected'].includes(state);
}

/** Input that opens the referral of a forward after 签收. */
export function openingOfReferral(forward: Document<Forward>): object {
  return { forward: forward.id, matterNo: forward.data.matterNo, organ: forward.data.organ, brief: forward.data.brief };
}
