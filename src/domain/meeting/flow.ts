import { z } from 'zod';
import { alarmRow, recountRow } from '../time/clock-rows.ts';
import { addWorkingDays, dateOf, dayText, minute } from '../time/deadlines.ts';
import { rows, type EffectRequest, type Flow, type Situation } from '../document.ts';
import { post, redraw, toPerson, toRole } from '../effects.ts';
import { shortName, staffOf } from '../people.ts';
import { refuse } from '../refusal.ts';
import { hiddenFromMeeting, meetingRoles } from './access.ts';
import { meetingDuties } from './duties.ts';
import { attendanceInput, dissentInput, moveInput, openMeeting, replyInput, resolutionInput } from './inputs.ts';
import { meetingStates, replies, type Guest, type Meeting } from './meeting.ts';
import { meetingAlarms, meetingReminders, resolutionAlarms } from './reminders.ts';

const row = rows<Meeting>();
const nothing = z.object({}).loose();
const article = '第十条';
const secretariat = ['SECRETARY', 'C_CLERK', 'C_HEAD'] as const;

/** 会商: domain table 5.7, row by row. */
export const meetingFlow: Flow<Meeting> = {
  kind: 'meeting',
  states: meetingStates,
  final: ['c.done', 'c.cancelled'],
  sealed: ['resolutions', 'guests', 'urgentReason', 'cancelReason'],
  roles: meetingRoles,
  hidden: hiddenFromMeeting,
  duties: meetingDuties,
  find: ({ no, data }) => [no, ...data.matterNos, ...data.guests.map((guest) => guest.organ)],
  empty: () => ({
    matterNos: [], topic: '', guests: [], start: '', end: '', place: '', urgentReason: '', noticeNo: '', minutesNo: '', convener: '', chat: '', event: '', link: '', board: '',
    resolutions: [], heldAt: '', endedAt: '', minutesDue: '', cancelReason: '',
  }),
  rows: [
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
      act: 'reply', verb: '参会回复', code: 'CON_RSVP', article, from: ['c.notified'], to: '=', by: ['LIAISON', 'DUTY', 'HEAD', 'ACTING_HEAD', 'DEPUTY'], input: replyInput,
      guard: ({ input, by, world }) => {
        if (input.reply === 'yes') return undefined;
        const own = 'organ' in by ? staffOf(world.directory, by.organ).map((person) => person.id) : [];
        return own.includes(input.person) ? undefined : refuse('input', { fields: '请选择本单位由谁参加' }, ['person']);
      },
      change: ({ doc, input, by }) => ({ guests: ofOrgan(doc.data, by, { reply: input.reply, note: input.note, repliedBy: 'name' in by ? by.name : '', ...(input.person ? { person: input.person } : {}) }) }),
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
    row({
      act: 'start', verb: '开始会商', code: 'CON_HELD', article, from: ['c.notified'], to: 'c.held', by: secretariat, input: attendanceInput,
      guard: ({ input }) => (input.organs.length >= 2 ? undefined : refuse('input', { fields: '到会单位不足 2 家，不能开始' }, ['organs'])),
      change: ({ doc, input, world }) => ({ heldAt: world.now.toISOString(), guests: doc.data.guests.map((guest) => ({ ...guest, present: input.organs.includes(guest.organ) })) }),
      alarms: () => [],
      follow: () => [post('tell-matter'), redraw()],
      note: ({ input, world }) => `到会 ${input.organs.map((organ) => shortName(world.directory, organ)).join('、')}`,
    }),
    row({
      act: 'resolve', verb: '记一条议定', code: 'CON_RESOLVE', article, from: ['c.held'], to: '=', by: secretariat, input: resolutionInput,
      guard: ({ input }) => {
        const gaps = [input.what ? '' : 'what', input.organ ? '' : 'organ', input.dueDate ? '' : 'dueDate'].filter(Boolean);
        return gaps.length ? refuse('E-503', {}, gaps) : undefined;
      },
      change: ({ doc, input }) => ({ resolutions: [...doc.data.resolutions, { ...input, id: `r${doc.data.resolutions.length + 1}`, task: '', doneAt: '', doneBy: '' }] }),
      follow: () => [redraw()],
      note: ({ input, world }) => `${shortName(world.directory, input.organ)}，${dayText(input.dueDate)}前`,
    }),
    row({
      act: 'finish', verb: '结束会商', code: 'CON_MIN', article, from: ['c.held'], to: 'c.minutes', by: secretariat, input: nothing,
      guard: ({ doc }) => (doc.data.resolutions.length ? undefined : refuse('E-503')),
      numbers: () => [{ key: 'minutes', form: '鄂公资纪〔{year}〕{n}号', scope: '鄂公资纪-{year}' }],
      change: ({ world }) => ({ endedAt: world.now.toISOString(), minutesNo: world.numbers['minutes'] ?? '' }),
      clocks: () => ({ start: [{ rule: 'T12' }] }),
      follow: ({ doc, world }) => [
        post('write-paper', { paper: 'minutes', docNo: doc.data.minutesNo }),
        ...doc.data.guests.filter((guest) => guest.present).flatMap((guest) => toRole(world.directory, { organ: guest.organ, roles: ['LIAISON'] }, 'minutes')), post('tell-matter'), redraw(),
      ],
    }),
    row({
      act: 'confirm', verb: '确认纪要', code: 'CON_OK', article, from: ['c.minutes'], by: ['LIAISON', 'DUTY', 'HEAD', 'ACTING_HEAD', 'DEPUTY'], input: nothing,
      to: ({ doc, by }) => (lastToAnswer(doc.data, by) ? 'c.confirmed' : 'c.minutes'),
      change: ({ doc, by }) => ({ guests: ofOrgan(doc.data, by, { confirmed: 'ok' }) }),
      clocks: ({ doc, by }) => (lastToAnswer(doc.data, by) ? { stop: ['T12'] } : {}),
      alarms: (s) => (lastToAnswer(s.doc.data, s.by) ? resolutionAlarms(s.doc.data, s.world) : []),
      follow: (s) => confirmed(s),
      note: ({ by, world }) => ('organ' in by ? shortName(world.directory, by.organ) : ''),
    }),
    row({
      act: 'dissent', verb: '不同意见', code: 'CON_OK', article, from: ['c.minutes'], by: ['LIAISON', 'DUTY', 'HEAD', 'ACTING_HEAD', 'DEPUTY'], input: dissentInput,
      to: ({ doc, by }) => (lastToAnswer(doc.data, by) ? 'c.confirmed' : 'c.minutes'),
      change: ({ doc, input, by }) => ({ guests: ofOrgan(doc.data, by, { confirmed: 'dissent', dissent: input.dissent }) }),
      clocks: ({ doc, by }) => (lastToAnswer(doc.data, by) ? { stop: ['T12'] } : {}),
      alarms: (s) => (lastToAnswer(s.doc.data, s.by) ? resolutionAlarms(s.doc.data, s.world) : []),
      follow: (s) => confirmed(s),
      note: ({ by, world }) => ('organ' in by ? `${shortName(world.directory, by.organ)}，已如实记载` : ''),
    }),
    row({
      act: 'done', verb: '任务办结', code: 'CON_TASK', article, from: ['c.confirmed'], by: ['LIAISON', 'DUTY', 'HANDLER', 'DEPUTY'], input: z.object({ id: z.string() }),
      to: ({ doc, input }) => (doc.data.resolutions.every((task) => task.doneAt || task.id === input.id) ? 'c.done' : 'c.confirmed'),
      guard: ({ doc, input, by }) => {
        const task = doc.data.resolutions.find((resolution) => resolution.id === input.id);
        if (!task) return refuse('not-found', { what: '该任务' });
        return 'organ' in by && by.organ === task.organ ? undefined : refuse('E-901');
      },
      change: ({ doc, input, by, world }) => ({
        resolutions: doc.data.resolutions.map((task) => (task.id === input.id ? { ...task, doneAt: world.now.toISOString(), doneBy: 'name' in by ? by.name : '' } : task)),
      }),
      follow: ({ input }) => [post('complete-task', { id: input.id }), post('tell-matter'), redraw()],
      note: ({ by, world }) => ('organ' in by ? shortName(world.directory, by.organ) : ''),
    }),
    row({
      act: 'tasked', verb: '任务已派', code: 'CON_TASK', article, from: ['c.confirmed', 'c.done'], to: '=', by: ['system'], input: z.object({ id: z.string(), task: z.string() }),
      change: ({ doc, input }) => ({ resolutions: doc.data.resolutions.map((task) => (task.id === input.id ? { ...task, task: input.task } : task)) }),
    }),
    row(alarmRow<Meeting>({ code: 'CON_REMIND', article, remind: meetingReminders })),
    row(recountRow<Meeting>({ code: 'CON_RECOUNT', article })),
  ],
};

function invitations(meeting: Meeting, directory: Parameters<typeof toRole>[0]): EffectRequest[] {
  return meeting.guests.flatMap((guest) => toRole(directory, { organ: guest.organ, roles: ['LIAISON'] }, 'invitation'));
}

function ofOrgan(meeting: Meeting, by: Situation<Meeting, unknown>['by'], change: Partial<Guest>): readonly Guest[] {
  return meeting.guests.map((guest) => ('organ' in by && guest.organ === by.organ ? { ...guest, ...change } : guest));
}

function lastToAnswer(meeting: Meeting, by: Situation<Meeting, unknown>['by']): boolean {
  return meeting.guests.filter((guest) => guest.present).every((guest) => guest.confirmed !== '' || ('organ' in by && guest.organ === by.organ));
}

function confirmed({ doc, world }: Situation<Meeting, unknown>): EffectRequest[] {
  if (doc.state !== 'c.confirmed') return [redraw()];
  const tasks = doc.data.resolutions.flatMap((task) => [post('make-task', { id: task.id }), ...toRole(world.directory, { organ: task.organ, roles: ['LIAISON'], face: task.id }, 'task')]);
  return [post('write-paper', { paper: 'minutes', docNo: doc.data.minutesNo }), post('say-group', { text: 'confirmed' }), ...tasks, post('tell-matter'), redraw()];
}
