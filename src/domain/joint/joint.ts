import type { Document } from '../document.ts';
import { emptyBrief, type Brief } from '../forward/forward.ts';
import type { Relation } from '../recusal/recusal.ts';

/** 启动情形 of Article 10; `rated` ones need the matter to be marked 重大 before (domain Q6). */
export const triggers = {
  campaign: '专项行动', assigned: '上级交办', inspection: '巡视反馈', reported: '投诉举报', daily: '日常监管', recognised: '有关机关认定',
} as const;
/** What started a joint enforcement. */
export type Trigger = keyof typeof triggers;

/** Whether a trigger holds only for a matter that was marked 重大. */
export function needsRating(trigger: Trigger | ''): boolean {
  return trigger === 'reported' || trigger === 'daily';
}

/** What stands in place of a file where the paper itself may not come here. */
export const keptOnPaper = 'paper';

/** 执法人员: somebody a member sends; without his own statement he may not act. */
export interface Officer { id: string; declared: '' | 'none' | 'tied'; relation: Relation | '' }

/** What came of it in one organ, under the number of its own document; `doc` once the transfer was found here. */
export interface Outcome { kind: keyof typeof outcomes; no: string; doc: string }

/** 处罚、移送、失信: the branches in which the work of a member may go on. */
export const outcomes = { penalty: '行政处罚', transfer: '移送', dishonest: '严重失信' } as const;

/** A member's own report of what it did. */
export interface MemberReport { by: string; at: string; words: string; outcomes: readonly Outcome[] }

/** 成员: an organ with its powers, its people and its head's answer. */
export interface Member {
  organ: string;
  /** 权限分工: what it may do by its own law. */
  powers: string;
  officers: readonly Officer[];
  answer: '' | 'yes' | 'dissent';
  answeredBy: string;
  answeredAt: string;
  /** 说明情况, verbatim. */
  words: string;
  report: MemberReport | null;
  /** Why its report was sent back; empty where it was not. */
  back: string;
  leftAt: string;
}

/** A member that wants to leave, or an organ that is to join; nothing changes before the Center agrees. */
export interface Change { id: string; what: 'join' | 'leave'; organ: string; reason: string; decided: '' | 'yes' | 'no' }

/** 行动: what officers of one organ did under that organ's own powers. */
export interface Action { id: string; date: string; organ: string; people: readonly string[]; power: string; what: string; result: string }

/** 方案: what the heads of all members agree to; a new version asks them anew. */
export interface Plan {
  version: number;
  goal: string;
  steps: string;
  evidence: string;
  safety: string;
  publicity: string;
  summary: string;
  /** ISO instant of the first meeting (首次碰头). */
  firstAt: string;
  /** ISO day by which the members report. */
  dueDate: string;
}

/** 联合执法: several organs act on one matter, each under its own powers; the Center coordinates and acts in nothing. */
export interface Joint {
  matterNo: string;
  trigger: Trigger | '';
  /** Title and number of the paper on which it was started. */
  document: string;
  /** Id of its scan among the matter's files, or `paper`. */
  file: string;
  lead: string;
  brief: Brief;
  members: readonly Member[];
  plan: Plan;
  planNo: string;
  changes: readonly Change[];
  actions: readonly Action[];
  pausedFor: string;
  summary: string;
  closing: string;
  dropped: string;
  clerk: string;
  /** Who is recused and must not see it. */
  out: readonly string[];
}

/** States of domain table 5.8; `j.dropped` where it was taken back before anybody acted. */
export const jointStates = {
  new: '未建立', 'j.plan': '方案待确认', 'j.acting': '执法中', 'j.suspended': '中止中', 'j.result': '已汇总', 'j.closed': '联合执法办结', 'j.dropped': '已撤销启动',
} as const;

/** What a plan says where nobody has written otherwise. */
export const standardPlan: Pick<Plan, 'steps' | 'evidence' | 'safety' | 'publicity' | 'summary'> = {
  steps: '首次碰头明确分工；各成员单位按职权开展检查；牵头部门汇总。',
  evidence: '每次行动由两名以上持证执法人员出示证件，全程记录；证据由采取行动的单位固定、保管，依法可以先行登记保存的按程序办理。',
  safety: '行动前核对人员和联系方式；遇阻挠或者危险先撤离并报警，牵头部门通报中心。',
  publicity: '未经牵头部门和中心商定，不对外发布；涉举报人、商业秘密和个人信息的不发布。',
  summary: '各成员单位在完成日期前报送做了什么、依据、结果和文号，牵头部门汇总。',
};

/** Data of a joint enforcement before its first act. */
export function emptyJoint(): Joint {
  return {
    matterNo: '', trigger: '', document: '', file: '', lead: '', brief: emptyBrief, members: [], planNo: '', changes: [], actions: [], pausedFor: '', summary: '', closing: '', dropped: '', clerk: '', out: [],
    plan: { version: 0, goal: '', firstAt: '', dueDate: '', ...standardPlan },
  };
}

/** An organ as it becomes a member. */
export function newMember(organ: string, powers: string): Member {
  return { organ, powers, officers: [], answer: '', answeredBy: '', answeredAt: '', words: '', report: null, back: '', leftAt: '' };
}

/** The members that take part now. */
export function activeMembers({ members }: Pick<Joint, 'members'>): readonly Member[] {
  return members.filter((member) => !member.leftAt);
}

/** An organ's membership as it stands; undefined where it takes no part. */
export function memberOf(joint: Pick<Joint, 'members'>, organ: string): Member | undefined {
  return activeMembers(joint).find((member) => member.organ === organ);
}

/** People of a member who may act: named, without a relation to the case. */
export function readyOfficers(member: Member): readonly Officer[] {
  return member.officers.filter((officer) => officer.declared === 'none');
}

/** Members that have not reported yet. */
export function unreported(joint: Pick<Joint, 'members'>): readonly Member[] {
  return activeMembers(joint).filter((member) => !member.report);
}

/** The last change that waits for the Center. */
export function pendingChange({ changes }: Pick<Joint, 'changes'>): Change | undefined {
  return changes.find((change) => change.decided === '');
}

/** Everything that the members named, by organ. */
export function outcomesOf(joint: Pick<Joint, 'members'>): readonly (Outcome & { organ: string })[] {
  return activeMembers(joint).flatMap((member) => (member.report?.outcomes ?? []).map((outcome) => ({ ...outcome, organ: member.organ })));
}

/** Whether a joint enforcement has come to its end. */
export function isOverJoint({ state }: Pick<Document, 'state'>): boolean {
  return state === 'j.closed' || state === 'j.dropped';
}
