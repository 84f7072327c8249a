import type { Document } from '../document.ts';
import type { Brief, Conclusion } from '../forward/forward.ts';
import type { Evidence } from '../matter/matter.ts';
import { proposalOf } from '../referral/changes.ts';
import { decisionOn, type Item, type Referral } from '../referral/referral.ts';
import { activeVerifiers } from '../referral/verifiers.ts';
import { outOf } from '../recusal/recusal.ts';

/** The five attachments of a transfer to the police (移送规定6条). */
export const materials = { letter: '移送书', report: '调查报告', things: '涉案物品清单', tests: '检验鉴定意见', other: '其他有关材料' } as const;
/** An attachment of a transfer. */
export type Material = keyof typeof materials;
/** Attachments that the system itself writes; they are never absent. */
export const written: readonly Material[] = ['letter', 'report'];

/** 回执结果, as the receiving organ may answer; the last two follow an acceptance. */
export const receiptResults = { accepted: '已接收', supplement: '需补充材料', returned: '退回', redirected: '转送其他机关', filed: '立案', declined: '不予立案' } as const;
/** What the receiving organ answered. */
export type ReceiptResult = keyof typeof receiptResults;

/** What a department may do where no case was filed (移送规定9条). */
export const ways = { review: '提请复议', supervision: '建议立案监督', own: '依法行政处理' } as const;
/** A way after 不予立案. */
export type Way = keyof typeof ways;

/** One answer of the receiving organ, as it was registered or as the organ entered it itself. */
export interface Receipt {
  result: ReceiptResult | '';
  /** 回执文号, 立案通知书文号 …. */
  no: string;
  date: string;
  signer: string;
  phone: string;
  /** What is to be supplemented, why it was returned, where it was sent on. */
  words: string;
  /** Who registered it; empty where the organ entered it through its link. */
  by: string;
  file: string;
}

/** 移送: one approved destination, from the approval to the result. Contents are encrypted at rest. */
export interface Transfer {
  referral: string;
  forward: string;
  matterNo: string;
  organ: string;
  /** Departments that transfer together with the Center (Article 11 item 7). */
  co: readonly string[];
  brief: Brief;
  evidence: readonly Evidence[];
  /** Who verified, and so delivers. */
  handlers: readonly string[];
  /** Who is recused and must not see it. */
  out: readonly string[];
  item: Exclude<Item, 'D0'>;
  receiver: string;
  report: { version: number; conclusion: Conclusion | ''; facts: string; law: string; reason: string; hash: string };
  approval: { by: string; at: string };
  letterNo: string;
  have: readonly Material[];
  /** For each attachment that is not there, why. */
  absent: Readonly<Partial<Record<Material, string>>>;
  sentAt: string;
  sentBy: string;
  receipt: Receipt;
  /** Every answer before the present one. */
  earlier: readonly Receipt[];
  /** The one-time link on the letter: how often it was issued, whether it was used, until when it holds (ISO). */
  link: { serial: number; used: boolean; until: string };
  /** What was done after 不予立案, each time, with the number of the letter that asks for it; empty where none does. */
  answers: readonly { way: Way; at: string; no: string }[];
  /** Handing over of things and materials after 立案 (T44), as ISO instant. */
  handedOver: string;
  /** A penalty that was imposed in the same case (T45). */
  penalty: { no: string; date: string; copiedAt: string };
  /** What became of it in the end. */
  outcome: { no: string; words: string; at: string };
}

/** States of domain table 5.6. */
export const transferStates = {
  new: '未建立', 't.approved': '已批准待移送', 't.sent': '已移送待回执', 't.supplement': '补充材料', 't.returned': '对方退回', 't.redirected': '已转其他机关', 't.received': '已接收',
  't.filed': '已立案', 't.declined': '不予立案', 't.review': '复议或者监督中', 't.done': '已有结果', 't.closed': '由本部门依法处理',
} as const;

/** An answer with nothing in it. */
export const emptyReceipt: Receipt = { result: '', no: '', date: '', signer: '', phone: '', words: '', by: '', file: '' };

/** Whether a transfer goes to the police, with its own limits and attachments. */
export function isToPolice({ item }: Pick<Transfer, 'item'>): boolean {
  return item === 'D3';
}

/** The limit of the delivery: 24 hours for the police, two working days otherwise. */
export function deliveryRule(transfer: Pick<Transfer, 'item'>): 'T38' | 'T09' {
  return isToPolice(transfer) ? 'T38' : 'T09';
}

/** Whether it has come so far that the department may answer the Center: received, or sent on, or ended. */
export function hasArrived(state: string): boolean {
  return !['new', 't.approved', 't.sent', 't.supplement', 't.returned'].includes(state);
}

/** Attachments of a transfer to the police that are neither there nor explained. */
export function missingMaterials({ have, absent }: Pick<Transfer, 'have' | 'absent'>): readonly Material[] {
  return (Object.keys(materials) as Material[]).filter((material) => !have.includes(material) && (written.includes(material) || (absent[material] ?? '').length < 4));
}

/** Input that opens the transfer of an approved proposal. */
export function openingOfTransfer({ id, data }: Document<Referral>, proposal: string): object {
  const proposed = proposalOf(data, proposal);
  const decision = decisionOn(data, proposal);
  const { version, conclusion, facts, law, hash } = data.report;
  return {
    referral: id, forward: data.forward, matterNo: data.matterNo, organ: data.organ, co: data.co.filter(({ at }) => at !== '').map((one) => one.organ), brief: data.brief, evidence: data.evidence, handlers: activeVerifiers(data).map((verifier) => verifier.id), out: outOf(data),
    item: proposed?.item ?? '', receiver: proposed?.receiver ?? '', report: { version, conclusion, facts, law, reason: proposed?.reason ?? '', hash },
    approval: { by: decision?.by ?? '', at: decision?.at ?? '' }, no: decision?.no ?? '', letterNo: decision?.letterNo ?? '',
  };
}
