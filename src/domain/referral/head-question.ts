import type { Referral } from './referral.ts';

/** What a head asked before he decides, and what each verifier answered. Encrypted at rest. */
export interface HeadQuestion {
  /** q1, q2 … */
  id: string;
  words: string;
  by: string;
  /** ISO instant. */
  at: string;
  answers: readonly { by: string; words: string; at: string }[];
}

type Asked = Pick<Referral, 'questions'>;

/** Questions that nobody has answered yet, oldest first. */
export function unanswered({ questions }: Asked): readonly HeadQuestion[] {
  return questions.filter(({ answers }) => answers.length === 0);
}
