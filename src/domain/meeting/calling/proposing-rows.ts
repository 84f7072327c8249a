import { z } from 'zod';
import { actorName, actorOrganName } from '../../audit.ts';
import { minute } from '../../time/deadlines.ts';
import { rows } from '../../document.ts';
import { post, redraw, toPerson } from '../../effects.ts';
import { nameOf, shortName } from '../../people.ts';
import { reportedInAny } from '../../reporter/reported-people.ts';
import { refuse } from '../../refusal.ts';
import { isShut, mayCome, ofOrgan, representatives, secretariat, shutOut, withoutShut } from '../guests.ts';
import { letters } from '../letters.ts';
import { reasons, type Guest, type Meeting } from '../meeting.ts';
import { adjustInput, callInput, declineInput, foundInput, mergeInput, openMeeting, timesInput } from './calling-inputs.ts';
import { meetingAlarms } from './calling-reminders.ts';
import { endOf, pollUntil } from './finding-time.ts';
import { noticeFault } from './notice.ts';
import { expectedOf } from './opening.ts';
import { afterPoll, hasAnswered, pollAlarms, polled, toDeciders } from './polling.ts';

const row = rows<Meeting>();
const article = '第十条';
const nothing = z.object({}).loose();
const proposed = ['c.proposed'];

/** From the wish to the call (domain table 5.7): proposed with everything filled in, times found and asked for, called by the Center or not. */
export const proposingRows = [
  row({
    act: 'open', verb: '提请会商', code: 'CON_ASK', article, from: ['new'], to: 'c.proposed', by: ['system'], input: openMeeting,
    guard: ({ input }) => (input.matterNos.length ? undefined : refuse('E-501')),
    numbers: () => [{ key: 'no', form: 'HS-{date}-{nnnn}', scope: 'HS-{date}' }],
    change: ({ input }) => ({ ...input, guests: input.guests.map(blankGuest) }),
    follow: ({ doc, world }) => [post('find-times'), ...toDeciders(doc.data, world), post('tell-matter')],
    note: ({ input, world }) => `${reasons[input.why]}：${input.guests.map((guest) => shortName(world.directory, guest.organ)).join('、')}`,
  }),
  row({
    act: 'takeUp', verb: '查看提请', code: 'CON_TAKE', article, from: proposed, to: '=', by: ['system'], input: z.object({ person: z.string() }),
    change: ({ input }) => ({ convener: input.person }),
    follow: ({ input }) => [toPerson(input.person, 'proposal'), redraw()],
  }),
  row({
    act: 'leaveOut', verb: '回避', code: 'CON_OUT', article, from: ['c.proposed', 'c.notified'], to: '=', by: ['system'], input: z.object({ out: z.array(z.string()) }),
    guard: ({ doc, input }) => (input.out.some((id) => !doc.data.out.includes(id)) ? undefined : refuse('stale')),
    change: ({ doc: { data }, input, world }) => {
      const out = [...new Set([...data.out, ...input.out])];
      const concerned = input.out.filter((id) => data.guests.some((guest) => guest.organ === world.directory.people.get(id)?.organ));
      return {
        out, leftOut: [...new Set([...data.leftOut, ...concerned.map((id) => nameOf(world.directory, id))])],
        guests: withoutShut({ ...data, out }, world),
      };
    },
    follow: ({ input }) => [...input.out.map(shutOut), redraw()],
    note: () => '名单有调整',
  }),
  row({
    act: 'found', verb: '查忙闲', code: 'CON_TIME', article, from: proposed, to: '=', by: ['system'], input: foundInput,
    change: ({ doc, input, world }) => {
      const start = doc.data.fixed || !input.times[0] ? doc.data.start : input.times[0].start;
      const asked = [...(doc.data.poll?.asked ?? []), ...input.times.map((slot) => slot.start)];
      return { times: input.times, start, end: endOf(start), ...(input.again ? { poll: { round: 2, until: pollUntil(world), answers: [], asked } } : {}) };
    },
    alarms: ({ doc, input, world }) => (input.again ? pollAlarms(2, world) : doc.alarms.filter((alarm) => alarm.rule === '')),
    follow: ({ doc, input, world }) => [...(input.again ? polled(doc.data, world) : []), redraw()],
    note: ({ input }) => input.times.map((slot) => `${minute(slot.start)} 可到 ${slot.free.length} 家`).join('；'),
  }),
  row({
    act: 'adjust', verb: '修改', code: 'CON_ADJUST', article, from: proposed, to: '=', by: secretariat, input: adjustInput, newRound: true,
    guard: ({ doc, input, world }) => {
      const barred = input.organs.find((organ) => doc.data.reported.includes(organ));
      if (barred) return refuse('E-202', { organ: shortName(world.directory, barred) }, ['organs']);
      return noticeFault({ start: input.start, reason: input.urgent === 'urgent' ? input.reason : '' }, world);
    },
    change: ({ doc, input, world }) => ({
      start: input.start, end: endOf(input.start), fixed: true, place: input.place || doc.data.place, urgentReason: input.urgent === 'urgent' ? input.reason : '',
      guests: input.organs.map((organ) => doc.data.guests.find((guest) => guest.organ === organ) ?? blankGuest({ organ, person: expectedOf(organ, (id) => isShut(doc.data, id, world.directory), world) })),
    }),
    follow: () => [post('find-times'), redraw()],
    note: ({ input }) => minute(input.start),
  }),
  row({
    act: 'takeIn', verb: '并入会商', code: 'CON_MERGE', article, from: proposed, to: '=', by: secretariat, input: z.object({ id: z.string() }), newRound: true,
    guard: ({ doc, input }) => (doc.data.related.some((one) => one.id === input.id) ? undefined : refuse('stale')),
    follow: ({ input }) => [post('take-in', { id: input.id }), redraw()],
    note: ({ doc, input }) => doc.data.related.filter((one) => one.id === input.id).map((one) => `${one.no}（${one.why}）`).join(''),
  }),
  row({
    act: 'merged', verb: '并入会商', code: 'CON_MERGE', article, from: proposed, to: '=', by: ['system'], input: mergeInput,
    change: ({ doc: { data }, input }) => ({
      matterNos: [...new Set([...data.matterNos, input.no])], matterIds: [...new Set([...data.matterIds, input.id])], related: data.related.filter((one) => one.id !== input.id),
      guests: [...data.guests, ...input.guests.filter((guest) => !data.guests.some((one) => one.organ === guest.organ)).map(blankGuest)].filter((guest) => !input.reported.includes(guest.organ)),
      reported: [...new Set([...data.reported, ...input.reported])], reportedPeople: reportedInAny([data.reportedPeople, input.reportedPeople]), out: [...new Set([...data.out, ...input.out])], leftOut: [...new Set([...data.leftOut, ...input.leftOut])], materials: [...data.materials, ...input.materials],
      questions: [...data.questions, ...input.questions.filter((one) => !data.questions.some((other) => other.text === one.text))].slice(0, 5).map((one, index) => ({ ...one, id: `q${index + 1}` })),
    }),
    follow: () => [post('find-times'), post('tell-matter'), redraw()],
    note: ({ input }) => input.no,
  }),
  row({
    act: 'poll', verb: '征询时间', code: 'CON_POLL', article, from: proposed, to: '=', by: secretariat, input: nothing,
    guard: ({ doc }) => {
      if (doc.data.poll) return refuse('stale', { who: '中心', what: '征询时间' });
      return doc.data.times.length ? undefined : refuse('input', { fields: '还在查忙闲，请稍候再点' });
    },
    change: ({ doc, world }) => ({ poll: { round: 1, until: pollUntil(world), answers: [], asked: doc.data.times.map((slot) => slot.start) } }),
    alarms: ({ world }) => pollAlarms(1, world),
    follow: ({ doc, world }) => [...polled(doc.data, world), redraw()],
    note: ({ doc, world }) => `${doc.data.times.length} 个时间，${minute(pollUntil(world))} 截止`,
  }),
  row({
    act: 'times', verb: '提交', code: 'CON_POLL', article, from: proposed, to: '=', by: representatives, input: timesInput,
    guard: ({ doc, input, by, world }) => {
      if (!doc.data.poll) return refuse('E-900', { state: '还没有征询时间' });
      if (world.now.toISOString() > doc.data.poll.until) return refuse('input', { fields: '征询已截止，请等候通知' });
      if (input.person && !('organ' in by && mayCome(doc.data, { organ: by.organ, person: input.person }, world.directory))) return refuse('input', { fields: '请选择本单位由谁参加' }, ['person']);
      return input.starts.every((start) => doc.data.times.some((slot) => slot.start === start)) ? undefined : refuse('stale');
    },
    change: ({ doc: { data }, input, by }) => ({
      ...(input.person ? { guests: ofOrgan(data, by, { person: input.person }) } : {}),
      poll: data.poll && 'organ' in by ? { ...data.poll, answers: [...data.poll.answers.filter((one) => one.organ !== by.organ), { organ: by.organ, by: actorName(by), starts: input.starts }] } : data.poll,
    }),
    follow: ({ doc, world }) => [...(doc.data.guests.every((guest) => hasAnswered(doc.data, guest.organ)) ? afterPoll(doc, world) : []), redraw()],
    note: ({ by, input, world }) => `${actorOrganName(by, world.directory)}：${input.starts.length ? input.starts.map((start) => minute(start)).join('、') : '都不行'}`,
  }),
  row({
    act: 'call', verb: '发起会商', code: 'CON_CALL', article, from: proposed, to: 'c.notified', by: secretariat, input: callInput,
    guard: ({ doc, input, world }) => {
      const start = input.start ?? doc.data.start;
      if (!doc.data.matterNos.length) return refuse('E-501');
      if (doc.data.guests.length < 2) return refuse('input', { fields: '会商至少两家单位，请先点「修改」' }, ['organs']);
      if (Date.parse(start) <= world.now.getTime()) return refuse('E-204', {}, ['start']);
      return noticeFault({ start, reason: doc.data.urgentReason }, world);
    },
    numbers: () => [{ key: 'notice', form: '鄂公资会〔{year}〕{n}号', scope: '鄂公资会-{year}' }],
    change: ({ doc, input, by, world }) => {
      const start = input.start ?? doc.data.start;
      return { start, end: endOf(start), noticeNo: world.numbers['notice'] ?? '', letter: doc.data.letter + 1, convener: 'id' in by ? by.id : doc.data.convener };
    },
    alarms: ({ doc, input, world }) => meetingAlarms(input.start ?? doc.data.start, world),
    follow: ({ doc, world }) => [post('set-up', { step: 'group' }), ...letters(doc.data, 'meeting-notice', world), toPerson(doc.data.convener, 'secretary'), post('tell-matter'), redraw()],
    note: ({ doc, world }) => `${minute(doc.data.start)}，${doc.data.guests.map((guest) => shortName(world.directory, guest.organ)).join('、')}`,
  }),
  row({
    act: 'decline', verb: '先不开', code: 'CON_DECLINE', article, from: proposed, to: 'c.declined', by: secretariat, input: declineInput,
    guard: ({ doc, input }) => (doc.data.askedBy && input.reason.length < 4 ? refuse('reason', { what: '不发起有关单位提请的会商' }, ['reason']) : undefined),
    change: ({ input }) => ({ cancelReason: input.reason }),
    follow: ({ doc }) => [...(doc.data.askedBy ? [toPerson(doc.data.askedBy, 'invitation')] : []), post('tell-matter'), redraw()],
    note: ({ input }) => input.reason,
  }),
];

function blankGuest(guest: { organ: string; person: string }): Guest {
  return { ...guest, reply: '', repliedBy: '', note: '', present: false, confirmed: '', dissent: '', visitor: null, answered: 0 };
}
