import { z } from 'zod';
import { actorId, actorOrganName } from '../../audit.ts';
import { rows, type Document, type EffectRequest, type World } from '../../document.ts';
import { post, redraw } from '../../effects.ts';
import { refuse, type Refusal } from '../../refusal.ts';
import { noticeFault } from '../../meeting/calling/notice.ts';
import { departments } from '../../competence/routing.ts';
import { reasons, settledStates, type Reason } from '../../meeting/meeting.ts';
import type { Matter } from '../matter.ts';

const row = rows<Matter>();
const article = '第十条';
const open = ['registered', 'verifying', 'forwarded', 'reported'];
const organs = z.array(z.string()).default([]);
const minuteOf = z.string().regex(/^\d{4}-\d{2}-\d{2} \d{2}:\d{2}$/, '请选择日期和时间').transform((value) => new Date(`${value.replace(' ', 'T')}:00+08:00`).toISOString());
/** What somebody wishes: with whom, when, and why; without a time the system proposes one. */
const wish = z.object({ organs, start: z.union([minuteOf, z.literal('').transform(() => undefined)]).optional(), urgent: z.enum(['normal', 'urgent']).default('normal'), reason: z.string().trim().max(300).default('') });
type Wish = z.output<typeof wish>;

/** How a meeting comes about: the Center wants one, a department asks for one, or the system proposes one; there is one at a time, and the Center alone calls it. */
export const meetingRows = [
  row({
    act: 'convene', verb: '会商', code: 'CON_ASK', article, from: open, to: '=', by: ['C_CLERK', 'C_HEAD', 'SECRETARY'], input: wish,
    guard: ({ doc, input, world }) => (running(doc.data) && running(doc.data)?.state !== 'c.proposed' ? refuse('stale', { who: '中心', what: '发起会商' }) : timely(input, world)),
    change: ({ doc }) => withMeeting(doc),
    follow: ({ doc, input, by }) => {
      return [post('open-meeting', { id: running(doc.data)?.id ?? '', by: actorId(by), why: 'center', ...asked(input) }), redraw()];
    },
  }),
  row({
    act: 'askMeeting', verb: '提请会商', code: 'CON_ASK', article, from: open, to: '=', by: ['LIAISON', 'DEPUTY', 'HEAD', 'ACTING_HEAD'],
    input: wish,
    guard: ({ doc, input, world }) => {
      if (running(doc.data)) return refuse('stale', { who: '中心', what: '拟会商' });
      return input.reason.length < 4 ? refuse('reason', { what: '提请会商' }, ['reason']) : timely(input, world);
    },
    change: ({ doc }) => withMeeting(doc),
    follow: ({ doc, input, by }) => [post('open-meeting', {
      id: running(doc.data)?.id ?? '', by: '', why: 'asked', note: input.reason, asked: actorId(by), ...asked(input), organs: [...('organ' in by ? [by.organ] : []), ...input.organs].join(','),
    }), redraw()],
    note: ({ input, by, world }) => `${actorOrganName(by, world.directory)}：${input.reason}`,
  }),
  row({
    act: 'proposeMeeting', verb: '建议会商', code: 'CON_ASK', article, from: open, to: '=', by: ['system'],
    input: z.object({ why: z.enum(Object.keys(reasons) as [Reason, ...Reason[]]), organs, note: z.string().default('') }),
    guard: ({ doc }) => (running(doc.data) ? refuse('stale') : undefined),
    change: ({ doc }) => withMeeting(doc),
    follow: ({ doc, input }) => [post('open-meeting', { id: running(doc.data)?.id ?? '', organs: input.organs.join(','), by: doc.data.clerk, why: input.why, note: input.note }), redraw()],
    note: ({ input }) => reasons[input.why],
  }),
];

/** The meeting of a matter that is proposed or called and not yet settled; there is at most one. */
export function running({ meetings }: Pick<Matter, 'meetings'>): Matter['meetings'][number] | undefined {
  return meetings.find((meeting) => !settledStates.includes(meeting.state));
}

/** Whether and why a meeting is proposed as soon as a matter is sent on: a source of Article 10 with its document, a major problem, or two of the sixteen departments (rule D7). */
export function proposals({ data }: Document<Matter>): readonly EffectRequest[] {
  const why = reasonOf(data);
  return why && !running(data) ? [post('propose-meeting', { why })] : [];
}

function timely({ start, urgent, reason }: Wish, world: World): Refusal | undefined {
  return start ? noticeFault({ start, reason: urgent === 'urgent' ? reason : '' }, world) : undefined;
}

function asked({ organs: wanted, start, urgent, reason }: Wish): Record<string, string> {
  return { organs: wanted.join(','), start: start ?? '', urgent: urgent === 'urgent' ? reason : '' };
}

function reasonOf(matter: Matter): Reason | undefined {
  const documented = matter.files.some((file) => !file.removed);
  if (documented && (matter.kind === 'assigned' || matter.source === 'assignedBy')) return 'trigger';
  if (matter.flags.includes('majorIssue')) return 'major';
  const live = matter.forwards.filter((forward) => !['cancelled', 'returned'].includes(forward.state));
  const several = live.filter((forward) => departments.includes(forward.organ)).length >= 2;
  return several || matter.routing?.consult ? 'several' : undefined;
}

function withMeeting({ id, data }: Document<Matter>): Partial<Matter> {
  return running(data) ? {} : { meetings: [...data.meetings, { id: `${id}-c-${data.meetings.length + 1}`, no: '', state: 'c.proposed' }] };
}
