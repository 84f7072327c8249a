import type { Explained } from '../delay.ts';
import type { ReportedPerson } from '../reporter/reported-people.ts';
import type { Position, Question, Material } from './calling/opinions.ts';
import type { Lost } from '../group/lost.ts';
import type { SetUp } from './calling/set-up.ts';
import type { Poll, Slot } from './calling/finding-time.ts';

/** Why a meeting is proposed, as the Center reads it (Article 10). */
export const reasons = {
  several: '涉及两个以上行政监督部门', returned: '两个部门都认为不归自己管', claimed: '两个部门都认为应由自己办理', major: '属于重大问题', trigger: '专项行动、上级交办或巡视反馈', asked: '有关单位提请', dissent: '参与单位对联合执法有不同意见', center: '中心发起',
} as const;
/** A reason to meet. */
export type Reason = keyof typeof reasons;

/** 参会回复. */
export const replies = { yes: '参加', swap: '改派', leave: '请假' } as const;
/** A reply to an invitation. */
export type Reply = keyof typeof replies;

/** Who comes for an organ without an account, as it wrote itself. */
export interface Visitor { name: string; title: string; phone: string }

/** An invited organ: who comes, what it answered, how it stands to the minutes. */
export interface Guest {
  organ: string;
  /** open_id of the person expected; a liaison answers for the organ. */
  person: string;
  reply: Reply | '';
  repliedBy: string;
  note: string;
  present: boolean;
  /** 确认情况 of the minutes: confirmed, dissent verbatim, or silence recorded as such. */
  confirmed: '' | 'ok' | 'dissent' | 'silent';
  dissent: string;
  /** Of an organ without an account: who comes; null while that is not known, or nobody does. */
  visitor: Visitor | null;
  /** Serial of the letter that the organ has answered by its link, zero for none; each letter takes one answer. */
  answered: number;
  /** Reminded once by the secretary beyond the ordinary reminders. */
  nudged?: boolean;
}

/** Another open matter that may belong to the same meeting, and what they have in common. */
export interface Related { id: string; no: string; why: string }

/** 议定种类: what a decision does to the matter once the minutes hold. */
export const resolutionKinds = { assign: '指定承办', verify: '核实', transfer: '核实移送', joint: '联合执法', campaign: '专项行动', other: '其他' } as const;
/** A kind of decision. */
export type ResolutionKind = keyof typeof resolutionKinds;

/** 议定事项: what, which organ with which others, which person, by when. A struck one stays, with who struck it and why. */
export interface Resolution {
  id: string;
  kind: ResolutionKind;
  what: string;
  organ: string;
  /** 配合单位. */
  co: readonly string[];
  person: string;
  dueDate: string;
  /** The platform's task. */
  task: string;
  doneAt: string;
  doneBy: string;
  /** Why a task is late, as its organ explained; null where nobody did. */
  explained: Explained | null;
  struck: { at: string; by: string; reason: string } | null;
}

/** The decisions that stand, in the order of the minutes. */
export function standing({ resolutions }: Pick<Meeting, 'resolutions'>): readonly Resolution[] {
  return resolutions.filter((resolution) => !resolution.struck);
}

/** Decisions that go on as documents with limits of their own. */
const apart: readonly ResolutionKind[] = ['assign', 'joint', 'campaign'];

/** The decisions that are tasks of an organ. */
export function tasksOf(meeting: Pick<Meeting, 'resolutions'>): readonly Resolution[] {
  return standing(meeting).filter(({ kind }) => !apart.includes(kind));
}

/** The number of a decision in the minutes. */
export function numberOfResolution(meeting: Pick<Meeting, 'resolutions'>, id: string): number {
  return standing(meeting).findIndex((resolution) => resolution.id === id) + 1;
}

/** 会商: what a consultation meeting holds. Resolutions and dissent are encrypted at rest. */
export interface Meeting {
  matterNos: readonly string[];
  /** Organs and people reported, from whom it is hidden. */
  reported: readonly string[];
  reportedPeople: readonly ReportedPerson[];
  /** Ids of the same matters, in the same order. */
  matterIds: readonly string[];
  why: Reason;
  /** In whose words, or on which document, it was asked for. */
  whyNote: string;
  /** open_id of whoever asked for it; empty where the system or the Center did. */
  askedBy: string;
  related: readonly Related[];
  /** Whether somebody asked for this very time. */
  fixed: boolean;
  /** People who must not take part, by open_id, and how the secretary reads of them (E-502). */
  out: readonly string[];
  leftOut: readonly string[];
  /** Times at which most can come, best first; of the present round. */
  times: readonly Slot[];
  poll: Poll | null;
  setUp: SetUp;
  lost: Lost | null;
  questions: readonly Question[];
  positions: readonly Position[];
  materials: readonly Material[];
  /** Topic by kinds of question: no project, no entity. */
  topic: string;
  guests: readonly Guest[];
  /** ISO instants. */
  start: string;
  end: string;
  /** The beginning before the last move; empty where it was never moved. */
  movedFrom: string;
  place: string;
  urgentReason: string;
  noticeNo: string;
  minutesNo: string;
  /** Serial of the letters that organs without an account have in hand: the call, each move and the minutes send new ones, and void the old. */
  letter: number;
  convener: string;
  chat: string;
  event: string;
  link: string;
  board: string;
  resolutions: readonly Resolution[];
  heldAt: string;
  endedAt: string;
  minutesDue: string;
  cancelReason: string;
}

/** States of domain table 5.7; `c.done` after the last task, `c.declined` where the Center does not call it. */
export const meetingStates = {
  new: '未建立', 'c.proposed': '拟会商', 'c.declined': '未发起', 'c.notified': '已通知', 'c.held': '进行中', 'c.minutes': '纪要待确认', 'c.confirmed': '已确认', 'c.done': '任务已办结', 'c.cancelled': '已取消',
} as const;

/** States in which a meeting no longer stands in the way of another on the same matter. */
export const settledStates: readonly string[] = ['c.declined', 'c.cancelled', 'c.confirmed', 'c.done'];
