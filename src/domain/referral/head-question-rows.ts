import { z } from 'zod';
import { actorId } from '../audit.ts';
import { rows } from '../document.ts';
import { redraw, toPerson } from '../effects.ts';
import { refuse } from '../refusal.ts';
import { tookPart } from './guards.ts';
import { deciderOf } from '../recusal/recusal.ts';
import { unanswered } from './head-question.ts';
import { activeVerifiers } from './verifiers.ts';
import type { Referral } from './referral.ts';

const row = rows<Referral>();
const article = '第十一条';
const most = 3;
const words = (what: string) => z.string().trim().min(2, `请写明${what}`).max(500, `${what}请在 500 字以内`).default('');

/** 向核实人员提问: the head asks before he decides, every verifier may answer; neither moves a state or a limit. The trail keeps that it was asked, never what. */
export const headQuestionRows = [
  row({
    act: 'ask', verb: '向核实人员提问', code: 'APV_ASK', article, from: ['v.done'], to: '=', by: ['HEAD', 'ACTING_HEAD'], input: z.object({ words: words('想了解什么') }),
    guard: ({ doc, by, world }) => {
      const head = deciderOf(doc.data, world);
      if (head?.id !== actorId(by)) return refuse('E-406', { head: head?.name ?? '' });
      if (tookPart(doc, actorId(by), world.directory)) return refuse('E-408');
      return unanswered(doc.data).length >= most ? refuse('input', { fields: `已有 ${most} 个问题等待答复，请等答复后再问` }, ['words']) : undefined;
    },
    change: ({ doc, input, by, world }) => ({
      questions: [...doc.data.questions, { id: `q${doc.data.questions.length + 1}`, words: input.words, by: actorId(by), at: world.now.toISOString(), answers: [] }],
    }),
    follow: ({ doc }) => [...activeVerifiers(doc.data).map(({ id }) => toPerson(id, 'verify')), redraw()],
    note: ({ doc }) => `第 ${doc.data.questions.length} 问`,
  }),
  row({
    act: 'answer', verb: '答复提问', code: 'APV_ANSWER', article, from: ['v.done'], to: '=', by: ['VERIFIER'], input: z.object({ id: z.string(), words: words('答复') }),
    guard: ({ doc, input, by }) => {
      const asked = doc.data.questions.find(({ id }) => id === input.id);
      if (!asked) return refuse('stale');
      return asked.answers.some((one) => one.by === actorId(by)) ? refuse('stale', { who: '您', what: '答复' }) : undefined;
    },
    change: ({ doc, input, by, world }) => ({
      questions: doc.data.questions.map((one) => (one.id === input.id ? { ...one, answers: [...one.answers, { by: actorId(by), words: input.words, at: world.now.toISOString() }] } : one)),
    }),
    follow: ({ doc, world }) => {
      const head = deciderOf(doc.data, world);
      return [...(head ? [toPerson(head.id, 'approval')] : []), redraw()];
    },
    note: ({ input }) => `第 ${input.id.slice(1)} 问`,
  }),
];
