import type { Document } from '../document.ts';
import { briefOf, type Brief } from '../forward/forward.ts';
import type { Matter } from '../matter/matter.ts';
import type { Recusable } from '../recusal/recusal.ts';

/** Which law a complaint follows: 政府采购法 or 招标投标法实施条例; they differ in limits, in 补正, and in whether a withdrawal may be refused. */
export const regimes = { procurement: '政府采购投诉', tender: '招标投标投诉' } as const;
/** A law that a complaint follows. */
export type Regime = keyof typeof regimes;

/** What a department checks before it accepts (domain table 5.2, row 受理). */
export const checks = { standing: '投诉人是参与者或利害关系人', time: '在法定期限内提出', prior: '依法须先异议（质疑）的已经提出', signed: '署名、签字（盖章）和联系方式齐全' } as const;
/** One of these checks. */
export type Check = keyof typeof checks;

/** 不予受理的理由, each with the articles it rests on in tender and in procurement. */
export const reasons = {
  outsider: { text: '不是参与者，也无利害关系', tender: '招标投标法实施条例60条', procurement: '政府采购法52条、55条' },
  vague: { text: '投诉事项不具体，且无有效线索', tender: '招标投标活动投诉处理办法12条', procurement: '财政部令94号18条、21条' },
  unsigned: { text: '未署真实姓名、签字和有效联系方式', tender: '招标投标活动投诉处理办法12条', procurement: '财政部令94号18条、21条' },
  unsealed: { text: '法人投诉无法定代表人签字并盖章', tender: '招标投标活动投诉处理办法12条', procurement: '财政部令94号18条、21条' },
  late: { text: '超过投诉时效', tender: '招标投标法实施条例60条', procurement: '政府采购法55条' },
  decided: { text: '已有处理决定，且无新证据', tender: '招标投标活动投诉处理办法12条', procurement: '财政部令94号19条' },
  court: { text: '已进入复议或者诉讼', tender: '招标投标活动投诉处理办法12条', procurement: '财政部令94号19条' },
  noObjection: { text: '应先提出异议（质疑）而未提出', tender: '招标投标法实施条例60条2款', procurement: '政府采购法55条' },
  uncorrected: { text: '期满未补正，或者补正后仍不符合规定', tender: '', procurement: '财政部令94号21条' },
} as const;
/** A reason for 不予受理. */
export type Reason = keyof typeof reasons;

/** 处理决定. */
export const results = { dismissed: '驳回投诉', upheld: '投诉成立', partly: '部分成立' } as const;
/** A decision on a complaint. */
export type Result = keyof typeof results;

/** 驳回的理由; `forged` is what 条例61条3款 says of invented facts, forged papers and evidence got against the law. */
export const dismissals = { unfounded: '缺乏事实或者法律依据', forged: '捏造事实、伪造材料或者违法取证' } as const;
/** A ground of a dismissal. */
export type Dismissal = keyof typeof dismissals;

/** 中止情形: what does not count in the limit of the decision (条例61条、政府采购法实施条例58条). */
export const examinations = { inspection: '检验', test: '检测', appraisal: '鉴定', experts: '专家评审' } as const;
/** Something examined outside the department. */
export type Examination = keyof typeof examinations;

/** Another complaint that tells the same. */
export interface Twin { id: string; no: string; organ: string }

/** 投诉 as the competent department has it. The complainant's words and all that is found are encrypted at rest; his account is not here. */
export interface Complaint extends Recusable {
  matterNo: string;
  /** open_id of the clerk of the Center who sent it on. */
  clerk: string;
  regime: Regime;
  brief: Brief;
  /** The complaint in the complainant's own words; a complaint, unlike a report, is made in his own name. */
  words: string;
  /** ISO instant of the complainant's first words. */
  lodgedAt: string;
  /** ISO instant of the department's own receipt, from which its limits run. */
  receivedAt: string;
  parties: { complainant: string; respondent: string };
  checks: readonly Check[];
  acceptNo: string;
  /** 补正: what is asked for, until when (ISO day), and when it came. */
  fix: { words: string; dueDate: string; askedAt: string; doneAt: string };
  rejection: { ground: Reason | ''; basis: string; words: string; no: string };
  redirect: { organ: string; words: string; no: string };
  /** ISO instant of 投诉答复通知书 (procurement). */
  servedAt: string;
  /** 暂停项目活动: running while `endedAt` is empty; `days` are all calendar days so far. */
  pause: { reason: string; from: string; until: string; endedAt: string; days: number; no: string };
  suspension: { ground: Examination | ''; document: string };
  withdrawal: { reason: string; at: string; answer: '' | 'permitted' | 'denied'; why: string };
  decision: { result: Result | ''; ground: Dismissal | ''; facts: string; basis: string; remedies: string; no: string };
  /** The complaint at the department that received it first (条例61条), where this one gave way. */
  first: Twin | null;
  /** Complaints of the same that gave way to this one. */
  joined: readonly Twin[];
  /** Who declared that no relation keeps him from handling it, by open_id. */
  declared: readonly string[];
}

/** States of domain table 5.2. */
export const complaintStates = {
  new: '未建立', received: '已收到', correcting: '补正中', accepted: '已受理', suspended: '鉴定中止', withdrawing: '待准撤回',
  rejected: '不予受理', redirected: '已告知向他部门投诉', withdrawn: '已撤回', decided: '已作出决定', merged: '已并入先收到的投诉',
} as const;
/** States in which a complaint is open at this department. */
export const live: readonly string[] = ['received', 'correcting', 'accepted', 'suspended', 'withdrawing'];
/** States after which a complaint is over at this department. */
export const over: readonly string[] = ['rejected', 'redirected', 'withdrawn', 'decided', 'merged'];

/** The law of a category: 政府采购 follows its own; everything else is handled as 招标投标 is. */
export function regimeOf(category: string): Regime {
  return category.startsWith('ZC') ? 'procurement' : 'tender';
}

/** Whether 招标投标法 itself governs the category; elsewhere its limits are taken over and said to be 系统默认. */
export function isTenderLaw(category: string): boolean {
  return category === '' || category.startsWith('GC') || category === 'JD';
}

/** Whether the project stands still at the department's word. */
export function isPaused({ pause }: Pick<Complaint, 'pause'>): boolean {
  return pause.from !== '' && pause.endedAt === '';
}

/** The limit of the decision: T28 from the receipt in procurement, T16 from the acceptance elsewhere. */
export function decisionRule({ regime }: Pick<Complaint, 'regime'>): 'T28' | 'T16' {
  return regime === 'procurement' ? 'T28' : 'T16';
}

/** Input that opens the complaint at the department that the Center passed it to. */
export function openingOfComplaint(matter: Document<Matter>, organ: string): object {
  return { matterNo: matter.no, organ, clerk: matter.data.clerk, brief: briefOf(matter), words: matter.data.words, lodgedAt: matter.createdAt };
}

/** What the complainant may be told of how his complaint ended. */
export function complaintTold(state: string, { decision }: Pick<Complaint, 'decision'>): string {
  switch (state) {
    case 'rejected':
      return '投诉不予受理，理由和救济途径见决定书';
    case 'withdrawn':
      return '投诉已撤回，处理终止';
    case 'merged':
      return '已由最先收到投诉的部门一并处理';
    case 'decided':
      return decision.result ? `已作出投诉处理决定：${results[decision.result]}` : '';
    default:
      return '';
  }
}
