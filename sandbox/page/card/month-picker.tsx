import { useLayoutEffect, useRef, useState } from 'preact/hooks';
import { addDays, addMonths, dayKey, fullDay, monthGrid } from '../kit/dates.ts';
import { Icon } from '../kit/icons.tsx';
import { t } from '../language/language.ts';

const steps: Record<string, number> = { ArrowLeft: -1, ArrowRight: 1, ArrowUp: -7, ArrowDown: 7 };

interface MonthProps {
  value: string;
  /** The sandbox's present moment. */
  today: string;
  onChoose: (date: string) => void;
}

/** A month on a grid; arrows move by day and week, PageUp and PageDown by month. */
export function MonthPicker({ value, today, onChoose }: MonthProps) {
  const [cursor, setCursor] = useState(value || dayKey(today));
  const grid = useRef<HTMLDivElement>(null);
  const month = cursor.slice(0, 7);
  const moved = useRef(false);
  const go = (date: string) => {
    moved.current = true;
    setCursor(date);
  };
  useLayoutEffect(() => {
    // In the same breath as the new month: the day that had the focus may be gone.
    if (moved.current) grid.current?.querySelector<HTMLElement>('[tabindex="0"]')?.focus();
    moved.current = false;
  }, [cursor]);
  const onKeyDown = (event: KeyboardEvent) => {
    const step = steps[event.key];
    const pages = { PageUp: -1, PageDown: 1 }[event.key];
    if (step !== undefined) go(addDays(cursor, step));
    else if (pages !== undefined) go(`${addMonths(month, pages)}-01`);
    else return;
    event.preventDefault();
  };
  return (
    <div class="month">
      <div class="month-head">
        <button type="button" class="btn-icon" aria-label={t('lastMonth')} onClick={() => setCursor(`${addMonths(month, -1)}-01`)}><Icon name="left" /></button>
        <b aria-live="polite">{t('yearMonth', { year: Number(month.slice(0, 4)), month: Number(month.slice(5)) })}</b>
        <button type="button" class="btn-icon" aria-label={t('nextMonth')} onClick={() => setCursor(`${addMonths(month, 1)}-01`)}><Icon name="right" /></button>
      </div>
      <div class="month-week" aria-hidden="true">{[...t('weekHeads')].map((head, at) => <span key={at}>{head}</span>)}</div>
      <div ref={grid} class="month-grid" role="group" aria-label={t('date')} onKeyDown={onKeyDown}>
        {monthGrid(month).map((day) => (
          <button type="button" key={day.date} class={`month-day${day.inMonth ? '' : ' is-other'}${day.date === dayKey(today) ? ' is-today' : ''}`} tabIndex={day.date === cursor ? 0 : -1} autofocus={day.date === cursor} aria-pressed={day.date === value} aria-label={fullDay(`${day.date}T00:00:00+08:00`)} onClick={() => onChoose(day.date)}>{day.day}</button>
        ))}
      </div>
    </div>
  );
}

/** Hours and minutes as `HH:mm`. */
export function TimePicker({ value, onChange }: { value: string; onChange: (time: string) => void }) {
  const [hour = '09', minute = '00'] = value.split(':');
  const two = (count: number) => Array.from({ length: count }, (_, at) => String(at).padStart(2, '0'));
  return (
    <div class="time-picker">
      <select class="field" aria-label={t('hour')} value={hour} onChange={(event) => onChange(`${event.currentTarget.value}:${minute}`)}>{two(24).map((each) => <option key={each}>{each}</option>)}</select>
      <span>:</span>
      <select class="field" aria-label={t('minute')} value={minute} onChange={(event) => onChange(`${hour}:${event.currentTarget.value}`)}>{two(60).map((each) => <option key={each}>{each}</option>)}</select>
    </div>
  );
}
