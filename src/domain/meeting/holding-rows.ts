import { z } from 'zod';
import { dayText } from '../time/deadlines.ts';
import { rows } from '../document.ts';
import { post, redraw, toRole } from '../effects.ts';
import { shortName } from '../people.ts';
import { refuse } from '../refusal.ts';
import { secretariat } from './guests.ts';
import { attendanceInput, resolutionInput } from './inputs.ts';
import type { Meeting } from './meeting.ts';

const row = rows<Meeting>();
const article = '第十条';

/** While it is held (domain table 5.7): begun with at least two organs, decisions recorded as they fall, ended. */
export const holdingRows = [
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
    act: 'finish', verb: '结束会商', code: 'CON_MIN', article, from: ['c.held'], to: 'c.minutes', by: secretariat, input: z.object({}).loose(),
    guard: ({ doc }) => (doc.data.resolutions.length ? undefined : refuse('E-503')),
    numbers: () => [{ key: 'minutes', form: '鄂公资纪〔{year}〕{n}号', scope: '鄂公资纪-{year}' }],
    change: ({ world }) => ({ endedAt: world.now.toISOString(), minutesNo: world.numbers['minutes'] ?? '' }),
    clocks: () => ({ start: [{ rule: 'T12' }] }),
    follow: ({ doc, world }) => [
      post('write-paper', { paper: 'minutes', docNo: doc.data.minutesNo }),
      ...doc.data.guests.filter((guest) => guest.present).flatMap((guest) => toRole(world.directory, { organ: guest.organ, roles: ['LIAISON'] }, 'minutes')), post('tell-matter'), redraw(),
    ],
  }),
];
