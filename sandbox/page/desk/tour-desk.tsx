import { useEffect, useState } from 'preact/hooks';
import type { Tour } from '../../api/tour.ts';
import { Floating } from '../kit/floating.tsx';
import { Icon } from '../kit/icons.tsx';
import { t } from '../language/language.ts';
import { usePage } from '../state/context.ts';
import type { Store } from '../state/store.ts';
import { TourPanel } from './tour-panel.tsx';
import { movesOf, playerOf, readTour } from './tour-run.ts';

/** The tour on the page: an offer at the first visit, the panel while it runs; nothing where no application handed one over. */
export function TourDesk() {
  const scene = usePage();
  const { store } = scene;
  useEffect(() => void readTour().then((tour) => { store.tourOffer.value = tour; }), [store.city.value]);
  const run = store.tour.value;
  if (run !== null) return <TourPanel run={run} player={playerOf(scene)} />;
  return store.tourOffer.value === null ? null : <Welcome tour={store.tourOffer.value} />;
}

/** Asked once, at the first visit, while nobody was chosen yet. */
function Welcome({ tour }: { tour: Tour }) {
  const scene = usePage();
  const { store } = scene;
  if (!isFirstVisit(store)) return null;
  return (
    <section class="ride" aria-label={t('welcome')}>
      <p><b>{t('welcome')}</b>{t('welcomeText')}</p>
      <div class="ride-acts">
        <button type="button" class="btn btn-small btn-main" onClick={() => playerOf(scene).start(tour)}>{t('welcomeTour', { minutes: tour.minutes })}</button>
        <button type="button" class="btn btn-small" onClick={() => { store.welcomed.value = true; }}>{t('welcomeOwn')}</button>
      </div>
    </section>
  );
}

function isFirstVisit(store: Store): boolean {
  return !store.welcomed.value && store.columns.value.every((column) => column.person === null);
}

/** 「带我走一遍」 in the first line; at the first visit it stands in the offer below. */
export function TourButton() {
  const scene = usePage();
  const { store } = scene;
  const player = playerOf(scene);
  const tour = store.tourOffer.value;
  const [anchor, setAnchor] = useState<HTMLElement | null>(null);
  const left = store.tourLeft.value;
  const go = (way: () => void) => {
    setAnchor(null);
    way();
  };
  if (tour === null || store.tour.value !== null || isFirstVisit(store)) return null;
  return (
    <>
      <button type="button" class="btn btn-small btn-main tour-button" aria-label={t('tour')} title={t('tourAsk', { title: tour.title, minutes: tour.minutes })} aria-haspopup={left === null ? undefined : 'dialog'} onClick={(event) => (left === null ? player.start(tour) : setAnchor(event.currentTarget))}>
        <Icon name="flag" size={15} /> <span class="btn-words">{t('tour')}</span>
      </button>
      {anchor !== null && left !== null && (
        <Floating anchor={anchor} label={t('tour')} width={220} align="end" onClose={() => setAnchor(null)}>
          <button type="button" class="menu-item" onClick={() => go(player.resume)}>{t('tourResume', { step: (movesOf(left.tour)[left.at]?.step ?? 0) + 1 })}</button>
          <button type="button" class="menu-item" onClick={() => go(() => player.start(tour))}>{t('tourFresh')}</button>
        </Floating>
      )}
    </>
  );
}
