import { shortDay, wallTime } from '../kit/dates.ts';
import { t } from '../language/language.ts';
import type { PastMove, TourPlayer, TourRun } from './tour-run.ts';

/** What was done in the tour, by whom and when, and how to go on. */
export function TourEnd({ run, player }: { run: TourRun; player: TourPlayer }) {
  return (
    <>
      <p class="tour-words">{t('tourEnd', { steps: run.tour.steps.length })}</p>
      <ol class="tour-line" tabIndex={0} aria-label={t('tourDone')}>
        {run.past.map((each, at) => <PastLine key={at} past={each} day={at === 0 || shortDay(run.past[at - 1]?.at ?? '') !== shortDay(each.at)} />)}
      </ol>
      <div class="tour-acts">
        <button type="button" class="btn btn-main" onClick={() => player.start(run.tour)}>{t('tourAgain')}</button>
        <button type="button" class="btn" onClick={player.leave}>{t('tourOwn')}</button>
      </div>
    </>
  );
}

function PastLine({ past, day }: { past: PastMove; day: boolean }) {
  return (
    <li>
      <time>{day && <span>{shortDay(past.at)} </span>}{wallTime(past.at).time}</time>
      <b>{past.step}</b>
      <span class="quiet">{past.who}　{past.button === '' ? t('said') : t('did', { button: past.button })}</span>
    </li>
  );
}
