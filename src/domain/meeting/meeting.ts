import type { Document, World } from '../document.ts';
import { addWorkingDays, dateOf } from '../time/deadlines.ts';
import { center, headOf, holders, type Person } from '../people.ts';
import { hiddenFrom } from '../matter/access.ts';
import type { Matter } from '../matter/matter.ts';
import type { ReportedPerson } from '../reporter/reported-people.ts';

/** 参会回复. */
export const replies = { yes: '参加', swap: '改派', leave: '请假' } as const;
/** A reply to an invitation. */
export type Reply = keyof typeof replies;

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
}

/** 议定事项: what, which organ, which person, by when. */
export interface Resolution { id: string; what: string; organ: string; person: string; dueDate: string; task: string; doneAt: string; doneBy: string }

/** 会商: what a consultation meeting holds. Resolutions and dissent are encrypted at rest. */
export interface Meeting {
  matterNos: readonly string[];
  /** Organs and people reported, from whom it is hidden. */
  reported: readonly string[];
  reportedPeople: readonly ReportedPerson[];
  /** Topic by kinds of question: no project, no entity. */
  topic: string;
  guests: readonly Guest[];
  /** ISO instants. */
  start: string;
  end: string;
  place: string;
  urgentReason: string;
  noticeNo: string;
  minutesNo: string;
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

/** States of domain table 5.7; `c.done` after the last task. */
export const meetingStates = {
  new: '未建立', 'c.notified': '已通知', 'c.held': '进行中', 'c.minutes': '纪要待确认', 'c.confirmed': '已确认', 'c.done': '任务已办结', 'c.cancelled': '已取消',
} as const;

/** Organs with their liaison duties asked to come: those that supervise, assist, or already hold a branch. */
export function invitedOrgans(matter: Document<Matter>): readonly string[] {
  const routed = [...(matter.data.routing?.depts ?? []), ...(matter.data.routing?.co ?? []), ...matter.data.forwards.map((forward) => forward.organ)];
  return [...new Set(routed)].filter((organ) => organ !== center && !matter.data.reported.includes(organ));
}

/** Default beginning: 15:00 Beijing time on the first working day after the notice period (T11). */
export function defaultStart(world: Pick<World, 'now' | 'calendar' | 'settings'>): Date {
  const day = addWorkingDays(dateOf(world.now), world.settings.noticeDays + 1, world.calendar);
  return new Date(`${day}T15:00:00+08:00`);
}

/** Input that opens a meeting on a matter with everything proposed: who, when, where, on what. */
export function openingOfMeeting(matter: Document<Matter>, at: { organs: readonly string[]; by: string }, world: World): object {
  const organs = at.organs.length ? at.organs.filter((organ) => !matter.data.reported.includes(organ)) : invitedOrgans(matter);
  const start = defaultStart(world);
  return {
    matterNos: [matter.no], convener: at.by, place: world.settings.place, start: start.toISOString(), end: new Date(start.getTime() + 90 * 60_000).toISOString(),
    topic: `${matter.no} 协同处置`,
    reported: [...new Set([...matter.data.reported, ...(matter.data.routing?.recused ?? [])])], reportedPeople: matter.data.reportedPeople,
    guests: organs.map((organ) => ({ organ, person: speakerOf(matter, organ, world)?.id ?? '' })),
  };
}

// Whoever must not know of the matter does not speak for his organ on it.
function speakerOf(matter: Document<Matter>, organ: string, { directory, now }: World): Person | undefined {
  const head = headOf(directory, organ, dateOf(now));
  return [...(head ? [head] : []), ...holders(directory, organ, 'LIAISON', 'DEPUTY')].find((person) => !hiddenFrom(matter, person.id, directory));
}
