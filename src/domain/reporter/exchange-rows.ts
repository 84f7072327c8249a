import { z } from 'zod';
import { actorId, actorOrgan } from '../audit.ts';
import { rows, type EffectRequest, type Situation } from '../document.ts';
import { post, redraw, toPerson, toReporter, toRole } from '../effects.ts';
import type { Matter } from '../matter/matter.ts';
import { refuse } from '../refusal.ts';
import { answers, faultOfQuestion, openQuestions, type Exchange } from './exchange.ts';
import { readReportedPeople, withRead } from './reported-people.ts';

const row = rows<Matter>();
const article = '第九条';
const open = ['registered', 'verifying', 'forwarded', 'reported'];
const most = 3;

const askInput = z.object({ text: z.string().trim().min(4, '请写明想了解什么（不少于 4 个字）').max(500, '问题请在 500 字以内').default('') });
const answerInput = z.object({ id: z.string(), how: z.enum(['told', 'unknown', 'later']), words: z.string().max(5000).default(''), files: z.number().int().default(0) });
const addInput = z.object({ words: z.string().max(5000).default(''), files: z.number().int().default(0) });

/** Questions to the reporter without knowing him (K48), his answers, and what he adds after the registration. The trail keeps who asked and when, never what. */
export const exchangeRows = [
  row({
    act: 'ask', verb: '向举报人提问', code: 'RPT_ASK', article, from: open, to: '=', by: ['C_CLERK', 'C_HEAD', 'VAULT', 'LIAISON', 'VERIFIER'], input: askInput,
    guard: ({ doc, input, world }) => {
      if (openQuestions(doc.data).length >= most) return refuse('input', { fields: `已有 ${most} 个问题等待答复，请等答复后再问` }, ['text']);
      const fault = faultOfQuestion(input.text, { directory: world.directory, reported: doc.data.reportedPeople });
      return fault ? refuse('input', { fields: fault }, ['text']) : undefined;
    },
    change: ({ doc, input, by, world }) => ({
      exchange: [...doc.data.exchange, entry(doc.data, { question: input.text, by: actorId(by), of: actorOrgan(by), at: world.now.toISOString() })],
    }),
    // A question that joins others which still wait makes no sound of its own: the card that he has shows it.
    follow: ({ doc }) => [...(openQuestions(doc.data).length === 1 ? [toReporter('question')] : []), redraw()],
    note: ({ doc }) => `第 ${doc.data.exchange.filter(({ question }) => question).length} 问`,
  }),
  row({
    act: 'answer', verb: '答复', code: 'RPT_ANSWER', article, from: [...open, 'merged', 'closed'], to: '=', by: ['REPORTER'], input: answerInput,
    guard: ({ doc, input }) => (doc.data.exchange.some((one) => one.id === input.id && one.question && one.answer !== 'told' && one.answer !== 'unknown') ? undefined : refuse('stale')),
    change: ({ doc, input, world }) => ({
      exchange: doc.data.exchange.map((one) => (one.id === input.id ? { ...one, answer: input.how, words: input.words, files: one.files + input.files, answeredAt: world.now.toISOString() } : one)),
      ...people(doc.data, input.words, world),
    }),
    follow: (s) => [...toAsker(s), ...newlyNamed(s), redraw()],
    note: ({ input }) => answers[input.how],
  }),
  row({
    act: 'add', verb: '补充材料', code: 'RPT_ADD', article, from: [...open, 'shelved'], to: '=', by: ['REPORTER'], input: addInput,
    change: ({ doc, input, world }) => ({
      exchange: [...doc.data.exchange, { ...entry(doc.data, { question: '', by: '', of: '', at: world.now.toISOString() }), words: input.words, files: input.files, answeredAt: world.now.toISOString() }],
      ...people(doc.data, input.words, world),
    }),
    follow: (s) => [...toHandlers(s), ...newlyNamed(s), redraw()],
    note: ({ input }) => (input.files ? `${input.files} 份` : '文字'),
  }),
];

function entry({ exchange }: Matter, asked: Pick<Exchange, 'question' | 'by' | 'of' | 'at'>): Exchange {
  return { id: `x${exchange.length + 1}`, ...asked, answer: '', words: '', files: 0, answeredAt: '' };
}

function people({ reportedPeople }: Matter, words: string, { directory }: Situation<Matter, unknown>['world']): Partial<Matter> {
  return { reportedPeople: withRead(reportedPeople, readReportedPeople(words, directory)) };
}

function toAsker({ doc, input }: Situation<Matter, z.output<typeof answerInput>>): EffectRequest[] {
  const by = doc.data.exchange.find((one) => one.id === input.id)?.by ?? '';
  return by ? [toPerson(by, 'question')] : [];
}

// Whoever is at work on it: the clerk, and in each department those who verify, or its liaisons while nobody does.
function toHandlers({ doc: { data }, world }: Situation<Matter, unknown>): EffectRequest[] {
  const verifiers = data.referrals.flatMap((one) => one.verifiers);
  const idle = data.forwards.filter((branch) => ['sent', 'accepted'].includes(branch.state) && !data.referrals.some((one) => one.organ === branch.organ && one.verifiers.length));
  return [...(data.clerk ? [data.clerk] : []), ...verifiers].map((id) => toPerson(id, 'question'))
    .concat(idle.flatMap(({ organ }) => toRole(world.directory, { organ, roles: ['LIAISON'] }, 'question')));
}

// A name that nobody has judged yet is kept from its bearer in every part at once, and asked about.
function newlyNamed({ doc: { data }, input, world }: Situation<Matter, { words: string }>): EffectRequest[] {
  const read = readReportedPeople(input.words, world.directory);
  if (!read.length) return [];
  const asks = data.clerk && data.reportedPeople.some((one) => one.is === 'asked' && read.some((other) => other.name === one.name));
  return [post('tell-parts'), ...(asks ? [toPerson(data.clerk, 'reported-person')] : [])];
}
