import { useEffect, useState } from 'preact/hooks';
import type { Clock } from '../../api/clock.ts';
import { usePage } from '../state/context.ts';
import { fullDay, wallTime } from '../kit/dates.ts';
import { Floating } from '../kit/floating.tsx';
import { Icon } from '../kit/icons.tsx';
import { t } from '../language/language.ts';
import { ClockMenu, goToNow, paceWords, rates } from './clock-menu.tsx';

/** The sandbox's clock, running on in the browser between two readings, with 快进 and pace. */
export function ClockBar() {
  const { store, actions } = usePage();
  const clock = store.clock.value;
  const now = useRunningClock(clock, store.clockReadAt.value);
  const [anchor, setAnchor] = useState<HTMLElement | null>(null);
  if (clock === null) return <div class="clock skeleton-line" aria-hidden="true" />;
  return (
    <div class="clock">
      <span class="clock-now" title={t('clock')}>
        <span class="wide-only clock-label">{t('clock')}</span>
        <span class="wide-only">{fullDay(now)}</span>
        <span class="phone-only">{t('bareDay', { ...wallTime(now) })}</span>
        <b>{wallTime(now).time}</b>
        <span class={`day-kind wide-only${clock.workingDay ? '' : ' day-off'}`}>{clock.workingDay ? t('workingDay') : t('restDay')}</span>
      </span>
      <button type="button" class="btn btn-small roomy-only" title={t('clockNowHint')} onClick={() => void goToNow(actions, now)}>{t('clockNow')}</button>
      <button type="button" class="btn btn-small" aria-haspopup="dialog" aria-expanded={anchor !== null} onClick={(event) => setAnchor(event.currentTarget)}>
        <Icon name="fast" size={15} /> <span class="btn-words">{t('forward')}</span>
      </button>
      <PaceButton rate={clock.rate} />
      {anchor !== null && <ClockMenu anchor={anchor} now={now} onClose={() => setAnchor(null)} />}
    </div>
  );
}

/** The sandbox's present moment in epoch milliseconds, renewed each second. */
export function useRunningClock(clock: Clock | null, readAt: number): number {
  const [, beat] = useState(0);
  useEffect(() => {
    const timer = setInterval(() => beat((count) => count + 1), 1000);
    return () => clearInterval(timer);
  }, []);
  if (clock === null) return readAt;
  return new Date(clock.now).getTime() + Math.max(0, Date.now() - readAt) * clock.rate;
}

function PaceButton({ rate }: { rate: number }) {
  const { actions } = usePage();
  const [anchor, setAnchor] = useState<HTMLElement | null>(null);
  return (
    <>
      <button type="button" class={`btn btn-small pace${rate === 1 ? '' : ' is-odd'}`} aria-haspopup="dialog" aria-expanded={anchor !== null} aria-label={`${t('pace')}${t('colon')}${paceWords(rate)}`} title={t('pace')} onClick={(event) => setAnchor(event.currentTarget)}>{paceWords(rate)}</button>
      {anchor !== null && (
        <Floating anchor={anchor} label={t('pace')} width={216} align="end" onClose={() => setAnchor(null)}>
          <p class="menu-title">{t('pace')}</p>
          {rates.map((each) => (
            <button type="button" key={each} class="menu-item" aria-pressed={each === rate} onClick={() => { setAnchor(null); void actions.moveClock({ rate: each }); }}>
              {paceWords(each)}<span class="quiet">{t(`pace${each}`)}</span>
            </button>
          ))}
        </Floating>
      )}
    </>
  );
}
