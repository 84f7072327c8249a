import { z } from 'zod';
import { actorName } from '../audit.ts';
import { rows, type Situation, type World } from '../document.ts';
import { redraw } from '../effects.ts';
import { shortName } from '../people.ts';
import { refuse, type Refusal } from '../refusal.ts';
import { stances, withPosition, type Stance } from './calling/opinions.ts';
import { byLetter, secretariat } from './guests.ts';
import { dissentWords } from './inputs.ts';
import { letterAsks, owesAnswer } from './letters.ts';
import { replies, type Guest, type Meeting, type Reply } from './meeting.ts';
import { answersMinutes } from './minutes-rows.ts';

const row = rows<Meeting>();
const article = '第十条';
const text = (max: number) => z.string().trim().max(max).default('');

/** Whose letter is answered: by its link (`serial`), or by the secretary to whom the organ telephoned or wrote (`organ`). */
const letter = { organ: z.string().default(''), serial: z.number().int().default(0), name: text(50) };

/** 参会回复 of an organ without an account. */
export const letterReplyInput = z.object({
  ...letter, reply: z.enum(Object.keys(replies) as [Reply], { error: '请选择是否参加' }), title: text(50), phone: text(50), note: text(500),
  positions: z.array(z.object({ question: z.string(), stance: z.enum(Object.keys(stances) as [Stance], { error: '写了理由的议题请选择意见' }), reason: text(500) })).default([]),
});

/** 确认纪要 or 不同意见 of an organ without an account. */
export const letterMinutesInput = z.object({ ...letter, answer: z.enum(['ok', 'dissent'], { error: '请选择确认或者有不同意见' }), dissent: text(1000) });

type Wrote = Pick<Situation<Meeting, { organ: string; serial: number; name: string }>, 'doc' | 'input' | 'by' | 'world'>;

/** What organs without an account answer (decision 15): by the one-time link on their letter, or in the words that the secretary writes down for them. */
export const letterRows = [
  row({
    act: 'replyByLetter', verb: '书面回复', code: 'CON_RSVP', article, from: ['c.notified'], to: '=', by: ['outside', ...secretariat], input: letterReplyInput,
    guard: (s) => notOpen(s, 'invitation') ?? incomplete(s.input) ?? unfounded(s),
    change: ({ doc: { data }, input, by, world }) => ({
      guests: withGuest(data, organOf({ input, by }), {
        reply: input.reply, note: input.note, repliedBy: input.name, visitor: input.reply === 'leave' ? null : { name: input.name, title: input.title, phone: input.phone }, answered: data.letter,
      }),
      positions: input.positions.reduce((all, one) => withPosition(all, { ...one, organ: organOf({ input, by }), by: input.name, at: world.now.toISOString() }), data.positions),
    }),
    follow: () => [redraw()],
    note: ({ input, by, world }) => `${shortName(world.directory, organOf({ input, by }))}：${replies[input.reply]}${writtenDown({ by })}`,
  }),
  row({
    act: 'answerByLetter', verb: '书面确认', code: 'CON_OK', article, from: ['c.minutes'], by: ['outside', ...secretariat], input: letterMinutesInput,
    guard: (s) => notOpen(s, 'minutes') ?? nameless(s.input) ?? (s.input.answer === 'dissent' && s.input.dissent.length < 2 ? refuse('input', { fields: dissentWords }, ['dissent']) : undefined),
    ...answersMinutes<z.output<typeof letterMinutesInput>>({
      organ: organOf, change: ({ doc, input }) => ({ confirmed: input.answer, dissent: input.answer === 'dissent' ? input.dissent : '', answered: doc.data.letter }),
    }),
    note: ({ input, by, world }) => `${shortName(world.directory, organOf({ input, by }))}${input.answer === 'dissent' ? '，已如实记载' : ''}${writtenDown({ by })}`,
  }),
];

function organOf({ input, by }: Pick<Wrote, 'input' | 'by'>): string {
  return by.role === 'outside' ? by.organ : input.organ;
}

function writtenDown({ by }: Pick<Wrote, 'by'>): string {
  return by.role === 'outside' ? '' : `（${actorName(by)} 代录）`;
}

function withGuest({ guests }: Meeting, organ: string, change: Partial<Guest>): readonly Guest[] {
  return guests.map((guest) => (guest.organ === organ ? { ...guest, ...change } : guest));
}

function notOpen({ doc, input, by, world }: Wrote, asked: 'invitation' | 'minutes'): Refusal | undefined {
  if (by.role === 'outside') return letterAsks(doc, { organ: by.organ, serial: input.serial }, world.now) === asked ? undefined : refuse('stale');
  return mayBeWrittenDown(doc.data, input.organ, world) && (asked === 'invitation' || doc.data.guests.some((guest) => guest.organ === input.organ && owesAnswer(guest)))
    ? undefined : refuse('not-found', { what: '未用飞书、待回复的该单位' }, ['organ']);
}

function mayBeWrittenDown(meeting: Meeting, organ: string, { directory }: World): boolean {
  return byLetter(meeting, directory).includes(organ);
}

function nameless({ name }: { name: string }): Refusal | undefined {
  return name ? undefined : refuse('input', { fields: '请填写姓名' }, ['name']);
}

// Of whoever comes the secretary must know who he is, and by which telephone he can be told that the time has changed.
function incomplete({ reply, name, title, phone }: z.output<typeof letterReplyInput>): Refusal | undefined {
  const gaps = reply === 'leave' ? [] : [title ? '' : '职务', phone ? '' : '电话'].filter(Boolean);
  return nameless({ name }) ?? (gaps.length ? refuse('input', { fields: `参加的请填写${gaps.join('和')}` }, [title ? 'phone' : 'title']) : undefined);
}

function unfounded({ doc, input }: Situation<Meeting, z.output<typeof letterReplyInput>>): Refusal | undefined {
  if (input.positions.some((one) => !doc.data.questions.some(({ id }) => id === one.question))) return refuse('not-found', { what: '该议题' });
  const bare = input.positions.findIndex(({ reason }) => reason.length < 2);
  return bare < 0 ? undefined : refuse('input', { fields: '填了意见的议题请写明理由' }, ['positions']);
}
