import { useEffect, useLayoutEffect, useRef, useState } from 'preact/hooks';
import { t } from '../language/language.ts';
import { Icon } from '../kit/icons.tsx';
import { usePage, type PageScene } from '../state/context.ts';
import { movesOf, type TourPlayer, type TourRun } from './tour-run.ts';
import { TourEnd } from './tour-end.tsx';
import { elementOf, TourRing } from './tour-ring.tsx';

const lateAfterMs = 15_000;

/** The floating panel of the tour: who one is, the one thing to press, and the ways on. */
export function TourPanel({ run, player }: { run: TourRun; player: TourPlayer }) {
  const frame = useRef<HTMLElement>(null);
  const place = usePlace(frame, run);
  useHeight(frame);
  const heading = run.phase === 'ended' ? t('tourDone') : t('tour');
  return (
    <>
      {run.phase !== 'ended' && <TourRing run={run} />}
      <section ref={frame} role="dialog" class={`tour tour-at-${place.corner}`} style={place.style} aria-label={heading}>
        <header onPointerDown={place.grab} title={t('tourDrag')}>
          <h2>{heading}</h2>
          {run.phase !== 'ended' && <button type="button" class="btn btn-small wide-only" onClick={place.next}>{t('tourMove')}</button>}
          <button type="button" class="btn-icon" aria-label={t('tourLeave')} title={t('tourLeave')} onClick={player.leave}><Icon name="close" size={16} /></button>
        </header>
        {run.phase === 'ended' ? <TourEnd run={run} player={player} /> : <TourStepView run={run} player={player} />}
      </section>
    </>
  );
}

function TourStepView({ run, player }: { run: TourRun; player: TourPlayer }) {
  const scene = usePage();
  const [back, setBack] = useState(0);
  useEffect(() => setBack(0), [run.at]);
  const late = useLate(run);
  const moves = movesOf(run.tour);
  const shown = moves[run.at - back];
  if (shown === undefined) return null;
  const { move } = shown;
  const person = scene.store.city.value?.people.find((each) => each.userId === move.as);
  const steps = run.tour.steps.length;
  const ready = run.phase === 'ready';
  const filled = 'say' in move.press ? t('tourTyped') : move.press.form === undefined ? '' : t('tourFilled');
  return (
    <>
      <p class="tour-who"><b>{t('tourStep', { step: shown.step + 1, steps })}</b>{person !== undefined && <span>{t('tourYou', { who: `${person.name}　${person.title}` })}</span>}{person !== undefined && <i>{person.department}</i>}</p>
      <div role="status">
        <p class="tour-words">{move.words}</p>
        {back === 0 && ready && filled !== '' && <p class="quiet">{filled}</p>}
        {move.basis !== undefined && <p class="quiet">{move.basis}</p>}
        {back > 0 && <p class="tour-past"><Icon name="done" size={16} /> {t('tourPast')}</p>}
        {back === 0 && !ready && <p class="quiet">{late ? t('tourLate') : t('tourComing')}</p>}
      </div>
      <progress class="tour-bar" max={moves.length} value={run.at} aria-label={t('tourProgress', { step: shown.step + 1, steps })} />
      <div class="tour-acts">
        {back > 0 ? (
          <button type="button" class="btn btn-main" onClick={() => setBack(0)}>{t('tourNext')}</button>
        ) : (
          <>
            <button type="button" class="btn" disabled={!ready} onClick={() => handOver(scene, run)}>{t('tourByHand')}</button>
            <button type="button" class="btn btn-main" disabled={!ready} aria-busy={run.phase === 'pressing'} onClick={() => void player.press()}>{t('tourForMe')}</button>
          </>
        )}
        <button type="button" class="btn" disabled={run.at - back === 0} onClick={() => setBack(back + 1)}>{t('tourBack')}</button>
        <button type="button" class="btn" onClick={player.leave}>{t('tourLeave')}</button>
      </div>
    </>
  );
}

/** Puts the focus on the one thing to press. */
function handOver({ store }: PageScene, run: TourRun): void {
  store.active.value = run.column;
  const element = elementOf(run);
  element?.scrollIntoView({ block: 'center' });
  element?.focus({ preventScroll: true });
}

function useLate(run: TourRun): boolean {
  const [late, setLate] = useState(false);
  useEffect(() => {
    setLate(false);
    const timer = setTimeout(() => setLate(true), lateAfterMs);
    return () => clearTimeout(timer);
  }, [run.at, run.phase]);
  return late;
}

/** Tells the page how much of a phone's screen the panel takes. */
function useHeight(frame: { current: HTMLElement | null }): void {
  useLayoutEffect(() => {
    const box = frame.current;
    if (box === null) return;
    const watch = new ResizeObserver(() => document.documentElement.style.setProperty('--tour-height', `${box.offsetHeight}px`));
    watch.observe(box);
    return () => watch.disconnect();
  }, []);
}

const corners = ['end', 'start', 'top'] as const;

/** Where the panel stands: away from the column that is worked in, wherever it was dragged, or the next corner by button. */
function usePlace(frame: { current: HTMLElement | null }, run: TourRun) {
  const [corner, setCorner] = useState<(typeof corners)[number]>('end');
  const [offset, setOffset] = useState<{ x: number; y: number } | null>(null);
  useLayoutEffect(() => {
    setOffset(null);
    // At the end the other column shows what came of it.
    const ended = run.phase === 'ended';
    setCorner((run.column === 0) === ended ? 'start' : 'end');
  }, [run.column, run.phase === 'ended']);
  const grab = (event: PointerEvent) => {
    const box = frame.current;
    if (box === null || window.innerWidth < 720 || (event.target instanceof Element && event.target.closest('button') !== null)) return;
    const from = box.getBoundingClientRect();
    const drag = (move: PointerEvent) => setOffset({
      x: Math.max(0, Math.min(window.innerWidth - from.width, from.left + move.clientX - event.clientX)),
      y: Math.max(0, Math.min(window.innerHeight - from.height, from.top + move.clientY - event.clientY)),
    });
    const drop = () => window.removeEventListener('pointermove', drag);
    window.addEventListener('pointermove', drag);
    window.addEventListener('pointerup', drop, { once: true });
    event.preventDefault();
  };
  const next = () => {
    setOffset(null);
    setCorner(corners[(corners.indexOf(corner) + 1) % corners.length] ?? 'end');
  };
  return { corner, grab, next, style: offset === null ? {} : { inset: `${offset.y}px auto auto ${offset.x}px`, transform: 'none' } };
}
