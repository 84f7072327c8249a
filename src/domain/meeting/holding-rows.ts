import { z } from 'zod';
import { dayText } from '../time/deadlines.ts';
import { rows, type Actor, type World } from '../document.ts';
import { post, redraw, toRole } from '../effects.ts';
import { shortName } from '../people.ts';
import { refuse, type Refusal } from '../refusal.ts';
import { secretariat } from './guests.ts';
import { attendanceInput, correctionInput, resolutionInput, strikeInput } from './inputs.ts';
import { letters } from './letters.ts';
import { resolutionKinds, standing, type Meeting, type Resolution } from './meeting.ts';

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
    guard: ({ input }) => whole(input),
    change: ({ doc, input }) => ({ resolutions: [...doc.data.resolutions, recorded(doc.data, input)] }),
    follow: () => [redraw()],
    note: ({ input, world }) => `${shortName(world.directory, input.organ)}，${dayText(input.dueDate)}前`,
  }),
  row({
    act: 'correct', verb: '改正议定', code: 'CON_RESOLVE', article, from: ['c.held'], to: '=', by: secretariat, input: correctionInput,
    guard: ({ doc, input }) => (standing(doc.data).some(({ id }) => id === input.id) ? whole(input) : refuse('not-found', { what: '该项议定' })),
    change: ({ doc, input: { id, reason, ...now }, by, world }) => ({
      resolutions: doc.data.resolutions.flatMap((resolution) => (resolution.id === id ? [{ ...resolution, struck: mark(by, world, reason || '改正') }, recorded(doc.data, now)] : [resolution])),
    }),
    follow: () => [redraw()],
    note: ({ doc, input, world }) => `第 ${doc.data.resolutions.findIndex(({ id }) => id === input.id) + 1} 条改为 ${shortName(world.directory, input.organ)}，${dayText(input.dueDate)}前`,
  }),
  row({
    act: 'strike', verb: '划去议定', code: 'CON_RESOLVE', article, from: ['c.held'], to: '=', by: secretariat, input: strikeInput,
    guard: ({ doc, input }) => {
      if (!standing(doc.data).some(({ id }) => id === input.id)) return refuse('not-found', { what: '该项议定' });
      return input.reason.length < 4 ? refuse('reason', { what: '划去议定' }, ['reason']) : undefined;
    },
    change: ({ doc, input, by, world }) => ({ resolutions: doc.data.resolutions.map((resolution) => (resolution.id === input.id ? { ...resolution, struck: mark(by, world, input.reason) } : resolution)) }),
    follow: () => [redraw()],
    note: ({ input }) => input.reason,
  }),
  row({
    act: 'finish', verb: '结束会商', code: 'CON_MIN', article, from: ['c.held'], to: 'c.minutes', by: secretariat, input: z.object({}).loose(),
    guard: ({ doc }) => (standing(doc.data).length && standing(doc.data).every((resolution) => !whole(resolution)) ? undefined : refuse('E-503')),
    numbers: () => [{ key: 'minutes', form: '鄂公资纪〔{year}〕{n}号', scope: '鄂公资纪-{year}' }],
    change: ({ doc, world }) => ({ endedAt: world.now.toISOString(), minutesNo: world.numbers['minutes'] ?? '', letter: doc.data.letter + 1 }),
    clocks: () => ({ start: [{ rule: 'T12' }] }),
    follow: ({ doc, world }) => [
      post('write-paper', { paper: 'minutes', docNo: doc.data.minutesNo }), ...letters(doc.data, 'minutes', world),
      ...doc.data.guests.filter((guest) => guest.present).flatMap((guest) => toRole(world.directory, { organ: guest.organ, roles: ['LIAISON'] }, 'minutes')), post('tell-matter'), redraw(),
    ],
  }),
];

// A minute with a decision that nobody has to carry out by some day is impossible (Article 10).
function whole(input: Pick<Resolution, 'kind' | 'what' | 'organ' | 'co' | 'dueDate'>): Refusal | undefined {
  const gaps = [input.what ? '' : 'what', input.organ ? '' : 'organ', input.dueDate ? '' : 'dueDate'].filter(Boolean);
  if (gaps.length) return refuse('E-503', {}, gaps);
  const several = input.kind === 'joint' || input.kind === 'campaign';
  return several && !input.co.some((organ) => organ !== input.organ) ? refuse('input', { fields: `${resolutionKinds[input.kind]}须选配合单位` }, ['co']) : undefined;
}

function recorded({ resolutions }: Pick<Meeting, 'resolutions'>, input: z.output<typeof resolutionInput>): Resolution {
  return { ...input, co: input.co.filter((organ) => organ !== input.organ), id: `r${resolutions.length + 1}`, task: '', doneAt: '', doneBy: '', explained: null, struck: null };
}

function mark(by: Actor, { now }: Pick<World, 'now'>, reason: string): NonNullable<Resolution['struck']> {
  return { at: now.toISOString(), by: 'name' in by ? by.name : '', reason };
}
