import { useEffect, useMemo, useState } from 'preact/hooks';
import type { Tour } from '../../api/tour.ts';
import { Floating } from '../kit/floating.tsx';
import { Icon } from '../kit/icons.tsx';
import { t } from '../language/language.ts';
import { usePage } from '../state/context.ts';
import { TourPanel } from './tour-panel.tsx';
import { createTourPlayer, movesOf, readTour, type TourPlayer } from './tour-run.ts';

/** 「带我走一遍」 in the banner, with the panel while a tour runs; nothing where no application handed one over. */
export function TourDesk() {
  const scene = usePage();
  const { store } = scene;
  const [tour, setTour] = useState<Tour | null>(null);
  const player = useMemo(() => createTourPlayer(scene), [scene]);
  useEffect(() => void readTour().then(setTour), [store.city.value]);
  const run = store.tour.value;
  if (tour === null) return null;
  return (
    <>
      <TourButton tour={tour} player={player} />
      {run !== null && <TourPanel run={run} player={player} />}
    </>
  );
}

function TourButton({ tour, player }: { tour: Tour; player: TourPlayer }) {
  const { store } = usePage();
  const [anchor, setAnchor] = useState<HTMLElement | null>(null);
  const left = store.tourLeft.value;
  const go = (way: () => void) => {
    setAnchor(null);
    way();
  };
  if (store.tour.value !== null) return null;
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
