import { useState } from 'preact/hooks';
import type { EventView } from '../../api/office.ts';
import { addDays, dayKey, fullDay, wallTime } from '../kit/dates.ts';
import { Icon } from '../kit/icons.tsx';
import { SkeletonLines } from '../kit/skeleton.tsx';
import { t } from '../language/language.ts';
import { usePage } from '../state/context.ts';
import { DayGrid } from './day-grid.tsx';
import { EventCard } from './event-card.tsx';

const modes = [{ id: 'day', name: 'byDay', step: 1 }, { id: 'week', name: 'byWeek', step: 7 }, { id: 'list', name: 'byList', step: 0 }] as const;

type Mode = (typeof modes)[number]['id'];

/** The person's calendar by day, by week, or as a list of all that lies ahead and behind. */
export function CalendarView({ person }: { person: string }) {
  const { store } = usePage();
  const now = store.clock.value?.now ?? new Date().toISOString();
  const today = dayKey(now);
  const [mode, setMode] = useState<Mode>('list');
  const [day, setDay] = useState(today);
  const events = store.events.value[person];
  const step = modes.find((each) => each.id === mode)?.step ?? 0;
  const days = mode === 'day' ? [day] : weekOf(day);
  const [hour = '0', minute = '0'] = wallTime(now).time.split(':');
  return (
    <section class="calendar" aria-label={t('calendar')}>
      <header class="office-bar">
        <div class="segment" role="group" aria-label={t('calendarBy')}>
          {modes.map((each) => <button type="button" key={each.id} aria-pressed={mode === each.id} onClick={() => setMode(each.id)}>{t(each.name)}</button>)}
        </div>
        {step > 0 && (
          <div class="office-nav">
            <button type="button" class="btn-icon" aria-label={t('before')} onClick={() => setDay(addDays(day, -step))}><Icon name="left" size={16} /></button>
            <b class="office-title">{mode === 'day' ? fullDay(`${day}T12:00:00+08:00`) : `${bareDay(days[0])} – ${bareDay(days[6])}`}</b>
            <button type="button" class="btn-icon" aria-label={t('after')} onClick={() => setDay(addDays(day, step))}><Icon name="right" size={16} /></button>
            <button type="button" class="btn btn-small" onClick={() => setDay(today)}>{t('today')}</button>
          </div>
        )}
      </header>
      {events === undefined ? <SkeletonLines /> : mode === 'list' ? <EventList events={events} now={now} person={person} /> : <DayGrid days={days} today={today} minute={Number(hour) * 60 + Number(minute)} events={events} person={person} />}
    </section>
  );
}

function bareDay(day = ''): string {
  return t('bareDay', { ...wallTime(`${day}T12:00:00+08:00`) });
}

/** Monday to Sunday around a day. */
function weekOf(day: string): string[] {
  const lead = (new Date(`${day}T00:00:00Z`).getUTCDay() + 6) % 7;
  return Array.from({ length: 7 }, (_, at) => addDays(day, at - lead));
}

function EventList({ events, now, person }: { events: readonly EventView[]; now: string; person: string }) {
  const [past, setPast] = useState(false);
  const sorted = events.toSorted((a, b) => a.start.localeCompare(b.start));
  const over = sorted.filter((event) => Date.parse(event.end) < Date.parse(now));
  const shown = past ? sorted : sorted.filter((event) => !over.includes(event));
  return (
    <div class="agenda" tabIndex={0} role="group" aria-label={t('byList')}>
      {over.length > 0 && <button type="button" class="btn btn-small" aria-expanded={past} onClick={() => setPast(!past)}>{t(past ? 'hidePast' : 'showPast', { count: over.length })}</button>}
      {shown.length === 0 && <div class="empty"><span class="empty-mark"><Icon name="calendar" size={30} /></span><p>{t('noEvents')}</p><p class="quiet">{t('noEventsHint')}</p></div>}
      {shown.map((event, at) => {
        const before = shown[at - 1];
        const newDay = before === undefined || dayKey(before.start) !== dayKey(event.start);
        return (
          <div key={event.id}>
            {newDay && <h3 class="agenda-day">{fullDay(event.start)}</h3>}
            <EventCard event={event} all={events} person={person} />
          </div>
        );
      })}
    </div>
  );
}
