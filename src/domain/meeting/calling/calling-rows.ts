import { z } from 'zod';
import { actorName, actorOrganName } from '../../audit.ts';
import { minute } from '../../time/deadlines.ts';
import { rows, type EffectRequest, type World } from '../../document.ts';
import { post, pressing, redraw, toPerson } from '../../effects.ts';
import { nameOf, shortName } from '../../people.ts';
import { refuse } from '../../refusal.ts';
import { delegatesOf, invitations, mayCome, ofOrgan, representatives, secretariat } from '../guests.ts';
import { letters } from '../letters.ts';
import { replies, type Meeting } from '../meeting.ts';
import { meetingAlarms } from './calling-reminders.ts';
import { moveInput, proxyInput, replyInput } from './calling-inputs.ts';
import { endOf } from './finding-time.ts';
import { noticeFault } from './notice.ts';
import { isHurried } from './urgency.ts';

const row = rows<Meeting>();
const article = '第十条';
const nothing = z.object({}).loose();

/** From the call to the beginning (domain table 5.7): answered, moved, cancelled; who is silent is reminded or represented. */
export const callingRows = [
  row({
    act: 'reply', verb: '参会回复', code: 'CON_RSVP', article, from: ['c.notified'], to: '=', by: representatives, input: replyInput,
    guard: ({ doc, input, by, world }) => {
      if (input.reply === 'yes') return undefined;
      return 'organ' in by && mayCome(doc.data, { organ: by.organ, person: input.person }, world.directory) ? undefined : refuse('input', { fields: '请选择本单位由谁参加' }, ['person']);
    },
    change: ({ doc, input, by }) => ({ guests: ofOrgan(doc.data, by, { reply: input.reply, note: input.note, repliedBy: actorName(by), ...(input.person ? { person: input.person } : {}) }) }),
    follow: ({ input }) => [...(input.person ? [post('add-to-group', { person: input.person })] : []), redraw()],
    note: ({ input, by, world }) => `${actorOrganName(by, world.directory)}：${replies[input.reply]}`,
  }),
  row({
    act: 'move', verb: '改期', code: 'CON_MOVE', article, from: ['c.notified'], to: '=', by: secretariat, input: moveInput, newRound: true,
    guard: ({ input, world }) => {
      if (Date.parse(input.start) <= world.now.getTime()) return refuse('E-204', {}, ['start']);
      return noticeFault({ start: input.start, reason: input.reason }, world);
    },
    change: ({ doc, input }) => ({
      start: input.start, end: endOf(input.start), movedFrom: doc.data.start, letter: doc.data.letter + 1, place: input.place || doc.data.place, urgentReason: input.reason,
      guests: doc.data.guests.map((guest) => ({ ...guest, reply: '' as const, visitor: null, nudged: false })),
    }),
    alarms: ({ input, world }) => meetingAlarms(input.start, world),
    follow: ({ doc, world }) => [post('move-event'), post('say-group', { text: 'moved', start: doc.data.start }), ...letters(doc.data, 'meeting-notice', world), ...told(doc.data, world), redraw()],
    note: ({ input }) => minute(new Date(input.start)),
  }),
  row({
    act: 'cancel', verb: '取消会商', code: 'CON_CANCEL', article, from: ['c.notified'], to: 'c.cancelled', by: secretariat, input: z.object({ reason: z.string().trim().min(4, '请写明取消理由') }),
    change: ({ input }) => ({ cancelReason: input.reason }),
    follow: ({ doc, world }) => [post('cancel-event'), post('say-group', { text: 'cancelled', start: doc.data.start }), ...told(doc.data, world), post('tell-matter'), redraw()],
    note: ({ input }) => input.reason,
  }),
  row({
    act: 'nudge', verb: '提醒一次', code: 'CON_NUDGE', article, from: ['c.notified'], to: '=', by: secretariat, input: nothing,
    guard: ({ doc }) => (doc.data.guests.some((guest) => !guest.reply && !guest.nudged) ? undefined : refuse('input', { fields: '未回复的单位都已提醒过，可改用「换人」' })),
    change: ({ doc }) => ({ guests: doc.data.guests.map((guest) => (guest.reply ? guest : { ...guest, nudged: true })) }),
    follow: ({ doc, world }) => [...doc.data.guests.filter((guest) => !guest.reply).flatMap((guest) => delegatesOf(doc.data, guest.organ, world.directory).map((person) => toPerson(person, 'invitation'))), redraw()],
    note: ({ doc, world }) => doc.data.guests.filter((guest) => !guest.reply).map((guest) => shortName(world.directory, guest.organ)).join('、'),
  }),
  row({
    act: 'replace', verb: '换人', code: 'CON_PROXY', article, from: ['c.notified'], to: '=', by: secretariat, input: proxyInput,
    guard: ({ doc, input, world }) => {
      const fits = doc.data.guests.some((guest) => guest.organ === input.organ) && mayCome(doc.data, input, world.directory);
      return fits ? undefined : refuse('not-found', { what: '该单位可以参加的人员' }, ['person']);
    },
    change: ({ doc, input, by }) => ({
      guests: doc.data.guests.map((guest) => (guest.organ === input.organ ? { ...guest, person: input.person, reply: 'swap' as const, repliedBy: actorName(by), note: '会商秘书代为改派' } : guest)),
    }),
    follow: ({ doc, input, world }) => [
      post('add-to-group', { person: input.person }), ...[...new Set([input.person, ...delegatesOf(doc.data, input.organ, world.directory)])].map((person) => toPerson(person, 'invitation')), redraw(),
    ],
    note: ({ input, world }) => `${shortName(world.directory, input.organ)}由 ${nameOf(world.directory, input.person)} 参加`,
  }),
];

// One push to each delegate; it waits for no morning where there is no time left.
function told(meeting: Meeting, world: World): EffectRequest[] {
  const cards = invitations(meeting, world.directory);
  return isHurried(meeting, world) ? cards.map((each) => pressing(each, 'alarm')) : cards;
}
