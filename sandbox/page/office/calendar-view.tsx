import type { EventView } from '../../api/office.ts';
import { SkeletonLines } from '../kit/skeleton.tsx';
import { usePage } from '../state/context.ts';
import { dayKey, fullDay, wallTime } from '../kit/dates.ts';
import { Icon } from '../kit/icons.tsx';
import { safeHref } from '../chat/message-body.tsx';
import { t } from '../language/language.ts';

const answers = [
  { id: 'accept', name: 'accept' },
  { id: 'tentative', name: 'tentative' },
  { id: 'decline', name: 'decline' },
] as const;

const stateNames = {
  needs_action: 'rsvpNone', accept: 'rsvpAccept', tentative: 'rsvpTentative', decline: 'rsvpDecline', removed: 'rsvpRemoved',
} as const;

/** The person's calendar as a list by day, with the answer to each invitation. */
export function CalendarView({ person }: { person: string }) {
  const { store } = usePage();
  const events = store.events.value[person];
  if (events === undefined) return <SkeletonLines />;
  const sorted = events.toSorted((a, b) => a.start.localeCompare(b.start));
  return (
    <section class="agenda" aria-label={t('calendar')} tabIndex={0}>
      {sorted.length === 0 && <div class="empty"><span class="empty-mark"><Icon name="calendar" size={30} /></span><p>{t('noEvents')}</p></div>}
      {sorted.map((event, at) => {
        const before = sorted[at - 1];
        const newDay = before === undefined || dayKey(before.start) !== dayKey(event.start);
        return (
          <div key={event.id}>
            {newDay && <h3 class="agenda-day">{fullDay(event.start)}</h3>}
            <EventCard event={event} person={person} />
          </div>
        );
      })}
    </section>
  );
}

function EventCard({ event, person }: { event: EventView; person: string }) {
  const { actions } = usePage();
  const mine = event.attendees.find((attendee) => attendee.id === person);
  return (
    <article class={`agenda-item${event.cancelled ? ' is-cancelled' : ''}`}>
      <p class="agenda-time">{wallTime(event.start).time}<span>{wallTime(event.end).time}</span></p>
      <div>
        <h4>{event.summary}{event.cancelled && <i class="state-tag">{t('cancelled')}</i>}</h4>
        {event.place !== '' && <p class="quiet"><Icon name="place" size={14} /> {event.place}</p>}
        {event.link !== undefined && <p><a href={safeHref(event.link)} target="_blank" rel="noopener noreferrer">{t('meetingLink')}</a></p>}
        {event.description !== '' && <p class="agenda-text">{event.description}</p>}
        <p class="quiet">{event.attendees.map((attendee) => t('attendee', { name: attendee.name, state: t(stateNames[attendee.rsvp]) })).join(t('comma'))}</p>
        {mine !== undefined && !event.cancelled && (
          <div class="segment" role="group" aria-label={t('answerInvitation')}>
            {answers.map((answer) => (
              <button type="button" key={answer.id} aria-pressed={mine.rsvp === answer.id} onClick={() => void actions.act('rsvp', { as: person, event: event.id, rsvp: answer.id })}>{t(answer.name)}</button>
            ))}
          </div>
        )}
      </div>
    </article>
  );
}
