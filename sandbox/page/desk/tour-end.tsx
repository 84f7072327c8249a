import { dayKey, shortDay, wallTime } from '../kit/dates.ts';
import { t } from '../language/language.ts';
import type { PastMove, TourPlayer, TourRun } from './tour-run.ts';

/** What was done in the tour, by whom and when, and how to go on. */
export function TourEnd({ run, player }: { run: TourRun; player: TourPlayer }) {
  return (
    <>
      <p class="tour-words">{t('tourEnd', { steps: run.tour.steps.length })}</p>
      <ol class="tour-line" tabIndex={0} aria-label={t('tourDone')}>
        {stepsOf(run.past).map((moves, at, all) => <PastStep key={at} moves={moves} before={all[at - 1]?.[0]?.at ?? ''} />)}
      </ol>
      <div class="tour-acts">
        <button type="button" class="btn btn-main" onClick={() => player.start(run.tour)}>{t('tourAgain')}</button>
        <button type="button" class="btn" onClick={player.leave}>{t('tourOwn')}</button>
      </div>
    </>
  );
}

/** What was done, step by step. */
function stepsOf(past: PastMove[]): PastMove[][] {
  const steps = new Map<string, PastMove[]>();
  for (const move of past) steps.set(move.step, [...(steps.get(move.step) ?? []), move]);
  return [...steps.values()];
}

function PastStep({ moves, before }: { moves: PastMove[]; before: string }) {
  const [first] = moves;
  if (first === undefined) return null;
  const newDay = before === '' || dayKey(before) !== dayKey(first.at);
  return (
    <li>
      <time>{newDay && `${shortDay(first.at)} `}{wallTime(first.at).time}</time>
      <b>{first.step}</b>
      {moves.map((move, at) => <span key={at} class="quiet">{move.who}　{move.button === '' ? t('said') : t('did', { button: move.button })}</span>)}
    </li>
  );
}
