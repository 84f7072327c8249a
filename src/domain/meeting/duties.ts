import type { DutyRule } from '../document.ts';
import { dateOf } from '../time/deadlines.ts';
import { tasksOf, type Meeting } from './meeting.ts';

/** What waits for whom on a meeting. */
export const meetingDuties: readonly DutyRule<Meeting>[] = [
  { states: ['c.proposed'], roles: ['SECRETARY'], verb: '发起会商', card: 'proposal', limits: [] },
  { states: ['c.proposed'], roles: ['LIAISON'], verb: '征询时间', card: 'poll', limits: [], faces: (doc, person) => pollDue(doc.data, person.organ) },
  { states: ['c.notified'], roles: ['LIAISON'], verb: '参会回复', card: 'invitation', limits: [], faces: (doc, person) => guestDue(doc.data, person.organ) },
  { states: ['c.notified', 'c.held'], roles: ['SECRETARY'], verb: '主持会商', card: 'secretary', limits: [], faces: (doc) => [{ face: '', dueDate: dateOf(new Date(doc.data.start)) }] },
  { states: ['c.minutes'], roles: ['LIAISON'], verb: '确认纪要', card: 'minutes', limits: ['T12'], when: (doc, person) => doc.data.guests.some((guest) => guest.organ === person.organ && guest.present && !guest.confirmed) },
  { states: ['c.confirmed'], roles: ['LIAISON'], verb: '会商任务', card: 'task', limits: [], faces: (doc, person) => tasksOf(doc.data).filter((task) => task.organ === person.organ && !task.doneAt).map((task) => ({ face: task.id, dueDate: task.dueDate })) },
];

function guestDue(meeting: Meeting, organ: string): readonly { face: string; dueDate: string }[] {
  return meeting.guests.some((guest) => guest.organ === organ && !guest.reply) ? [{ face: '', dueDate: dateOf(new Date(meeting.start)) }] : [];
}

function pollDue({ poll, guests }: Meeting, organ: string): readonly { face: string; dueDate: string }[] {
  const open = poll && guests.some((guest) => guest.organ === organ) && !poll.answers.some((answer) => answer.organ === organ);
  return open ? [{ face: '', dueDate: dateOf(new Date(poll.until)) }] : [];
}
