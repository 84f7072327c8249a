import { useState } from 'preact/hooks';
import type { EventView } from '../../api/office.ts';
import { dayKey, wallTime } from '../kit/dates.ts';
import { Floating } from '../kit/floating.tsx';
import { t } from '../language/language.ts';
import { answerOf, conflictsOf, EventCard } from './event-card.tsx';

const firstHour = 8;
const lastHour = 20;
const hourHeight = 44;

interface GridProps {
  /** `yyyy-MM-dd`, one day or the seven of a week. */
  days: string[];
  today: string;
  /** Minutes since midnight, for the line of the present. */
  minute: number;
  events: readonly EventView[];
  person: string;
}

interface Placed {
  event: EventView;
  from: number;
  to: number;
  lane: number;
  lanes: number;
}

function minuteOf(moment: string, day: string): number {
  if (dayKey(moment) !== day) return dayKey(moment) < day ? 0 : 24 * 60;
  const [hour = '0', minute = '0'] = wallTime(moment).time.split(':');
  return Number(hour) * 60 + Number(minute);
}

/** The events of a day side by side where they overlap. */
export function placed(events: readonly EventView[], day: string): Placed[] {
  const slots: Placed[] = events
    .filter((event) => !event.allDay && dayKey(event.start) <= day && dayKey(event.end) >= day)
    .toSorted((a, b) => a.start.localeCompare(b.start))
    .map((event) => ({ event, from: minuteOf(event.start, day), to: Math.max(minuteOf(event.end, day), minuteOf(event.start, day) + 30), lane: 0, lanes: 1 }));
  for (const slot of slots) {
    const taken = slots.filter((other) => other !== slot && slots.indexOf(other) < slots.indexOf(slot) && other.to > slot.from).map((other) => other.lane);
    while (taken.includes(slot.lane)) slot.lane += 1;
  }
  return slots.map((slot) => ({ ...slot, lanes: 1 + Math.max(...slots.filter((other) => other.from < slot.to && slot.from < other.to).map((other) => other.lane)) }));
}

/** Days as columns over the hours, with a line at the present moment. */
export function DayGrid({ days, today, minute, events, person }: GridProps) {
  const early = Math.min(firstHour, ...days.flatMap((day) => placed(events, day).map((slot) => Math.floor(slot.from / 60))));
  const late = Math.max(lastHour, ...days.flatMap((day) => placed(events, day).map((slot) => Math.ceil(slot.to / 60))));
  const hours = Array.from({ length: late - early }, (_, at) => early + at);
  const top = (at: number) => ((at / 60 - early) * hourHeight);
  return (
    <div class="grid" tabIndex={0} role="group" aria-label={t('calendar')}>
      <div class="grid-heads" style={{ '--days': String(days.length) }}>
        <span />
        {days.map((day) => <DayHead key={day} day={day} today={today} events={events} />)}
      </div>
      <div class="grid-body" style={{ '--days': String(days.length), height: `${hours.length * hourHeight}px` }}>
        <div class="grid-hours">{hours.map((hour) => <span key={hour} style={{ height: `${hourHeight}px` }}>{hour}:00</span>)}</div>
        {days.map((day) => (
          <div key={day} class={`grid-day${day === today ? ' is-today' : ''}`} style={{ backgroundSize: `100% ${hourHeight}px` }}>
            {day === today && minute >= early * 60 && minute <= late * 60 && <i class="grid-now" style={{ top: `${top(minute)}px` }} />}
            {placed(events, day).map((slot) => <EventBlock key={slot.event.id} slot={slot} top={top(slot.from)} height={top(slot.to) - top(slot.from)} events={events} person={person} />)}
          </div>
        ))}
      </div>
    </div>
  );
}

function DayHead({ day, today, events }: { day: string; today: string; events: readonly EventView[] }) {
  const at = wallTime(`${day}T12:00:00+08:00`);
  const whole = events.filter((event) => event.allDay && dayKey(event.start) <= day && dayKey(event.end) > day);
  return (
    <div class={`grid-head${day === today ? ' is-today' : ''}`}>
      <span>{at.weekday}</span><b>{at.day}</b>
      {whole.map((event) => <i key={event.id} class="grid-whole" title={event.summary}>{event.summary}</i>)}
    </div>
  );
}

interface BlockProps {
  slot: Placed;
  top: number;
  height: number;
  events: readonly EventView[];
  person: string;
}

function EventBlock({ slot, top, height, events, person }: BlockProps) {
  const [anchor, setAnchor] = useState<HTMLElement | null>(null);
  const { event } = slot;
  const answer = answerOf(event, person) ?? 'accept';
  const bad = conflictsOf(event, events, person).length > 0;
  const style = { top: `${top}px`, height: `${height - 2}px`, left: `${(slot.lane / slot.lanes) * 100}%`, width: `${100 / slot.lanes}%` };
  return (
    <>
      <button type="button" class={`event-block rsvp-${answer}${event.cancelled ? ' is-cancelled' : ''}${bad ? ' is-conflict' : ''}`} style={style} aria-haspopup="dialog" onClick={(click) => setAnchor(click.currentTarget)}>
        <b>{event.summary}</b><span>{wallTime(event.start).time}–{wallTime(event.end).time}{event.place === '' ? '' : `　${event.place}`}</span>
      </button>
      {anchor !== null && <Floating anchor={anchor} label={event.summary} width={360} onClose={() => setAnchor(null)}><EventCard event={event} all={events} person={person} /></Floating>}
    </>
  );
}
