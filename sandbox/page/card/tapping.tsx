import type { VNode } from 'preact';
import { useState } from 'preact/hooks';
import type { TapAnswer } from '../../api/acts.ts';
import { ConfirmDialog } from '../kit/dialog.tsx';
import type { CardDraft } from '../state/store.ts';
import { visit } from './link.ts';
import type { TapExtras } from './scene.ts';
import type { Path } from './shape.ts';

/** A tap on its way to whoever judges it. */
export interface TapAsked extends Omit<TapExtras, 'link'> {
  at: Path;
  confirmed?: true;
}

interface Question {
  title: string;
  text: string;
  again: () => void;
}

/** Brings taps on one card to their judge: one at a time, the confirm question between, and an address opened only after the person's yes. */
export function useTapping(draft: CardDraft, ask: (tap: TapAsked) => Promise<TapAnswer>): { tap: (path: Path, extras: TapExtras) => void; question: VNode | null } {
  const [question, setQuestion] = useState<Question | null>(null);
  const bring = async (path: Path, { link, ...extras }: TapExtras, confirmed: boolean) => {
    if (draft.busy.value !== null) return;
    if (link !== undefined && (confirmed || !link.asks)) visit(link.href);
    draft.busy.value = path.join('/');
    const answer = await ask({ at: path, ...extras, ...(confirmed ? { confirmed } : {}) });
    draft.busy.value = null;
    draft.missing.value = answer.missing ?? [];
    if (answer.outcome !== 'confirm') return;
    const again = () => void bring(path, { ...extras, ...(link === undefined ? {} : { link }) }, true);
    setQuestion({ title: answer.confirm?.title ?? '', text: answer.confirm?.text ?? '', again });
  };
  const settle = (yes: boolean) => {
    setQuestion(null);
    if (yes) question?.again();
  };
  return {
    tap: (path, extras) => void bring(path, extras, false),
    question: question === null ? null : <ConfirmDialog title={question.title} text={question.text} onAnswer={settle} />,
  };
}
