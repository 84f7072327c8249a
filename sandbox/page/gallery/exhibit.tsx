import { useMemo, useState } from 'preact/hooks';
import type { TapAnswer } from '../../api/acts.ts';
import { foresee } from '../../card/foresee.ts';
import { CardView } from '../card/card-view.tsx';
import { cardLocale } from '../card/localise.ts';
import type { CardScene } from '../card/scene.ts';
import { useTapping, type TapAsked } from '../card/tapping.tsx';
import { t } from '../language/language.ts';
import { newDraft } from '../state/store.ts';
import { galleryFile } from './resources.ts';
import { galleryPeople, type Sample } from './samples-data.ts';

const now = '2026-11-24T15:20:42+08:00';
const members = galleryPeople.map((person) => person.id);

/** What came of a tap: a sentence, and the `action` where one would be sent. */
interface Outcome {
  words: string;
  action?: object;
}

/** One card of the gallery that answers taps by itself: beneath it stands what a bot would get, made by the sandbox's own rules. */
export function Exhibit({ sample, title }: { sample: Sample; title: string }) {
  const draft = useMemo(() => newDraft(0), []);
  const [outcome, setOutcome] = useState<Outcome | null>(null);
  const judge = (asked: TapAsked): Promise<TapAnswer> => {
    const foreseen = foresee(sample.card, { as: '', message: '', ...asked }, { members, empty: 'absent' }) ?? { outcome: 'ok' as const };
    setOutcome(outcomeOf(foreseen));
    return Promise.resolve('send' in foreseen ? { outcome: 'ok' } : foreseen);
  };
  const { tap, question } = useTapping(draft, judge);
  const scene: CardScene = { draft, people: galleryPeople, members, today: now, sentAt: now, locale: cardLocale(), fileUrl: galleryFile, tap };
  return (
    <section class="exhibit" id={sample.id} aria-label={title}>
      <h2>{title}</h2>
      <CardView card={sample.card} scene={scene} />
      <div class="exhibit-outcome" role="status">
        {outcome !== null && <p>{outcome.words}</p>}
        {outcome?.action !== undefined && <pre tabIndex={0}>{JSON.stringify(outcome.action, null, 2)}</pre>}
      </div>
      <details class="exhibit-source"><summary>{t('showSource')}</summary><pre tabIndex={0}>{JSON.stringify(sample.card, null, 2)}</pre></details>
      {question}
    </section>
  );
}

function outcomeOf(foreseen: TapAnswer | { send: Record<string, unknown> }): Outcome {
  if ('send' in foreseen) return { words: t('wouldSend'), action: foreseen.send };
  if (foreseen.outcome === 'confirm') return { words: t('asksFirst') };
  return { words: foreseen.outcome === 'blocked' ? t('blockedBy', { text: foreseen.error?.text ?? '' }) : t('sendsNothing') };
}
