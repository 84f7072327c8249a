import { addWorkingDays, dateOf, dayText, minute } from '../../src/domain/time/deadlines.ts';
import { replies, type Guest, type Meeting, type Resolution } from '../../src/domain/meeting/meeting.ts';
import { shortName } from '../../src/domain/people.ts';
import { cut } from '../kit/branch-lines.ts';
import type { DrawInput } from '../kit/draw.ts';

type At = DrawInput<Meeting>;

/** 会商　HS-20261201-0002: the title of cards of a meeting that hangs by its number. */
export function meetingTitle({ doc }: At): string {
  return `会商　${doc.no}`;
}

/** 12月7日（周一）15:00: when a meeting begins, the bold line of its cards. */
export function whenOf({ doc }: At): string {
  return minute(doc.data.start);
}

/** 市政务中心 3 楼会议室: the row of facts under it. */
export function placeOf({ doc }: At): string {
  return cut(doc.data.place, 40);
}

/** The time that stood before the last move, from the trail; empty where the meeting was never moved. */
export function movedFrom({ doc }: At): string {
  const times = doc.audit.filter((entry) => ['call', 'move'].includes(entry.act) && entry.code !== 'DENIED');
  return times.length < 2 ? '' : (times.at(-2)?.note.split('，')[0] ?? '');
}

/** 原定…，改为…; empty where the meeting was never moved. */
export function movedLine(at: At): string {
  const before = movedFrom(at);
  return before ? `原定 ${before}，改为 ${minute(at.doc.data.start)}` : '';
}

/** 12月4日（周五）12:00: until when organs answer, noon of the working day before. */
export function replyBy({ doc, world }: At): string {
  return `${dayText(addWorkingDays(dateOf(new Date(doc.data.start)), -1, world.calendar))}12:00`;
}

/** 2/3: organs that have answered. */
export function answeredOf({ doc }: At): string {
  return `${doc.data.guests.filter((guest) => guest.reply !== '').length}/${doc.data.guests.length}`;
}

/** 2/3: organs present that have answered to the minutes. */
export function confirmedOf({ doc }: At): string {
  const present = doc.data.guests.filter((guest) => guest.present);
  return `${present.filter((guest) => guest.confirmed !== '').length}/${present.length}`;
}

/** The code of the viewer's organ; empty for a stranger. */
export function organOf({ viewer, world }: At): string {
  return world.directory.people.get(viewer.id)?.organ ?? '';
}

/** The guest of the viewer's organ, if it is invited. */
export function ownGuest(at: At): Guest | undefined {
  return at.doc.data.guests.find((guest) => guest.organ === organOf(at));
}

/** 市住建局　参加（王磊）: how one organ stands to the invitation. */
export function guestLine({ world }: Pick<At, 'world'>, guest: Guest): string {
  const who = cut(guest.visitor ? `${guest.visitor.name} ${guest.visitor.title}` : guest.repliedBy, 24);
  const reply = guest.reply ? `${replies[guest.reply]}${who ? `（${who}）` : ''}` : '未回复';
  return `${shortName(world.directory, guest.organ)}　${reply}`;
}

/** 1　市水利局　12月18日（周五）前: a resolution without its words, as a group may see it. */
export function dutyLine({ world }: Pick<At, 'world'>, task: Resolution, number: number): string {
  return `${number}　${shortName(world.directory, task.organ)}　${dayText(task.dueDate)}前${task.doneAt ? '　已办结' : ''}`;
}
