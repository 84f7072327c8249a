import { actorName } from '../audit.ts';
import { z } from 'zod';
import { addWorkingDays, dateOf, minute } from '../time/deadlines.ts';
import { rows, type EffectRequest } from '../document.ts';
import { post, redraw, toPerson, toRole } from '../effects.ts';
import { shortName, staffOf, type Directory } from '../people.ts';
import { refuse } from '../refusal.ts';
import { ofOrgan, representatives, secretariat } from './guests.ts';
import { moveInput, openMeeting, replyInput } from './inputs.ts';
import { replies, type Guest, type Meeting } from './meeting.ts';
import { meetingAlarms } from './calling-reminders.ts';

const row = rows<Meeting>();
const article = '第十条';

/** From the wish to the beginning (domain table 5.7): called, set up, answered, moved, cancelled. */
export const callingRows = [
  row({
    act: 'open', verb: '发起会商', code: 'CON_CALL', article, from: ['new'], to: 'c.notified', by: ['system'], input: openMeeting,
    guard: ({ input }) => (input.matterNos.length ? undefined : refuse('E-501')),
    numbers: () => [
      { key: 'no', form: 'HS-{date}-{nnnn}', scope: 'HS-{date}' },
      { key: 'notice', form: '鄂公资会〔{year}〕{n}号', scope: '鄂公资会-{year}' },
    ],
    change: ({ input, world }) => ({
      ...input, noticeNo: world.numbers['notice'] ?? '',
      guests: input.guests.map((guest): Guest => ({ ...guest, reply: '', repliedBy: '', note: '', present: false, confirmed: '', dissent: '' })),
    }),
    alarms: ({ input }) => meetingAlarms(input.start),
    follow: ({ doc, world }) => [
      post('make-group'), post('make-event'), post('write-paper', { paper: 'meeting-notice', docNo: doc.data.noticeNo }), ...invitations(doc.data, world.directory),
      ...(doc.data.convener ? [toPerson(doc.data.convener, 'secretary')] : []), post('tell-matter'),
    ],
    note: ({ input, world }) => `${minute(new Date(input.start))}，${input.guests.map((guest) => shortName(world.directory, guest.organ)).join('、')}`,
  }),
  row({
    act: 'arranged', verb: '已安排', code: 'CON_SETUP', article, from: ['c.notified', 'c.held', 'c.minutes', 'c.confirmed'], to: '=', by: ['system'],
    input: z.object({ chat: z.string().optional(), event: z.string().optional(), link: z.string().optional(), board: z.string().optional() }),
    change: ({ doc, input }) => ({ chat: input.chat ?? doc.data.chat, event: input.event ?? doc.data.event, link: input.link ?? doc.data.link, board: input.board ?? doc.data.board }),
    follow: () => [redraw()],
    note: ({ input }) => (input.chat ? '已建群' : input.event ? '已建日程' : '已置顶'),
  }),
  row({
    act: 'reply', verb: '参会回复', code: 'CON_RSVP', article, from: ['c.notified'], to: '=', by: representatives, input: replyInput,
    guard: ({ input, by, world }) => {
      if (input.reply === 'yes') return undefined;
      const own = 'organ' in by ? staffOf(world.directory, by.organ).map((person) => person.id) : [];
      return own.includes(input.person) ? undefined : refuse('input', { fields: '请选择本单位由谁参加' }, ['person']);
    },
    change: ({ doc, input, by }) => ({ guests: ofOrgan(doc.data, by, { reply: input.reply, note: input.note, repliedBy: actorName(by), ...(input.person ? { person: input.person } : {}) }) }),
    follow: ({ input }) => [...(input.person ? [post('add-to-group', { person: input.person })] : []), redraw()],
    note: ({ input, by, world }) => `${'organ' in by ? shortName(world.directory, by.organ) : ''}：${replies[input.reply]}`,
  }),
  row({
    act: 'move', verb: '改期', code: 'CON_MOVE', article, from: ['c.notified'], to: '=', by: secretariat, input: moveInput, newRound: true,
    guard: ({ input, world }) => {
      if (Date.parse(input.start) <= world.now.getTime()) return refuse('E-204', {}, ['start']);
      const enough = dateOf(new Date(input.start)) > addWorkingDays(dateOf(world.now), world.settings.noticeDays, world.calendar);
      return enough || input.reason.length >= 4 ? undefined : refuse('reason', { what: `提前不足 ${world.settings.noticeDays} 个工作日通知` }, ['reason']);
    },
    change: ({ doc, input }) => ({
      start: input.start, end: new Date(Date.parse(input.start) + 90 * 60_000).toISOString(), place: input.place || doc.data.place, urgentReason: input.reason,
      guests: doc.data.guests.map((guest) => ({ ...guest, reply: '' as const })),
    }),
    alarms: ({ input }) => meetingAlarms(input.start),
    follow: ({ doc, world }) => [post('move-event'), post('say-group', { text: 'moved' }), ...invitations(doc.data, world.directory), redraw()],
    note: ({ input }) => minute(new Date(input.start)),
  }),
  row({
    act: 'cancel', verb: '取消会商', code: 'CON_CANCEL', article, from: ['c.notified'], to: 'c.cancelled', by: secretariat, input: z.object({ reason: z.string().trim().min(4, '请写明取消理由') }),
    change: ({ input }) => ({ cancelReason: input.reason }),
    follow: () => [post('cancel-event'), post('say-group', { text: 'cancelled' }), post('tell-matter'), redraw()],
    note: ({ input }) => input.reason,
  }),
];

function invitations(meeting: Meeting, directory: Directory): EffectRequest[] {
  return meeting.guests.flatMap((guest) => toRole(directory, { organ: guest.organ, roles: ['LIAISON'] }, 'invitation'));
}
