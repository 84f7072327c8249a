import { useEffect, useState } from 'preact/hooks';
import type { Clock, ClockMove } from '../../api/clock.ts';
import { MonthPicker, TimePicker } from '../card/month-picker.tsx';
import { usePage } from '../state/context.ts';
import { addDays, dayKey, fullDay, wallTime } from '../kit/dates.ts';
import { Floating } from '../kit/floating.tsx';
import { Icon } from '../kit/icons.tsx';
import { t } from '../language/language.ts';

const rates = [0, 1, 60, 3600];

/** The sandbox's clock, running on in the browser between two readings, with 快进 and pace. */
export function ClockBar() {
  const { store } = usePage();
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
      <button type="button" class="btn btn-small" aria-haspopup="dialog" aria-expanded={anchor !== null} onClick={(event) => setAnchor(event.currentTarget)}>
        <Icon name="fast" size={15} /> <span class="btn-words">{t('forward')}{clock.rate === 1 ? '' : ` ${clock.rate}×`}</span>
      </button>
      {anchor !== null && <ClockMenu anchor={anchor} now={now} rate={clock.rate} onClose={() => setAnchor(null)} />}
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

interface MenuProps {
  anchor: HTMLElement;
  now: number;
  rate: number;
  onClose: () => void;
}

function ClockMenu({ anchor, now, rate, onClose }: MenuProps) {
  const { actions } = usePage();
  const [picking, setPicking] = useState(false);
  const move = (step: ClockMove) => {
    onClose();
    void actions.moveClock(step);
  };
  return (
    <Floating anchor={anchor} label={t('forward')} width={292} align="end" onClose={onClose}>
      <p class="menu-title">{t('forwardTo')}</p>
      <button type="button" class="menu-item" onClick={() => move({ hours: 1 })}>{t('hourLater')}</button>
      <button type="button" class="menu-item" onClick={() => move({ workingDays: 1 })}>{t('nextWorkingDay')}</button>
      <button type="button" class="menu-item" onClick={() => move({ workingDays: 3 })}>{t('thirdWorkingDay')}</button>
      <button type="button" class="menu-item" onClick={() => move({ days: 1 })}>{t('dayLater')}</button>
      <button type="button" class="menu-item" aria-expanded={picking} onClick={() => setPicking(!picking)}>{t('givenTime')} <Icon name={picking ? 'down' : 'right'} size={14} /></button>
      {picking && <MomentPicker now={now} onChoose={(to) => move({ to })} />}
      <p class="menu-title">{t('pace')}</p>
      <div class="menu-row" role="group" aria-label={t('pace')}>
        {rates.map((each) => (
          <button type="button" key={each} class="btn btn-small" aria-pressed={each === rate} onClick={() => move({ rate: each })}>{each === 0 ? t('stopped') : `${each}×`}</button>
        ))}
      </div>
      <p class="menu-note">{t('onlyForward')}</p>
    </Floating>
  );
}

function MomentPicker({ now, onChoose }: { now: number; onChoose: (moment: string) => void }) {
  const today = new Date(now).toISOString();
  const [date, setDate] = useState(addDays(dayKey(now), 1));
  const [time, setTime] = useState('09:00');
  return (
    <>
      <MonthPicker value={date} today={today} onChoose={setDate} />
      <TimePicker value={time} onChange={setTime} />
      <div class="menu-row"><button type="button" class="btn btn-small btn-main" onClick={() => onChoose(`${date}T${time}:00+08:00`)}>{t('forwardHere')}</button></div>
    </>
  );
}
