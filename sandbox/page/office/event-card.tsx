import { useState } from 'preact/hooks';
import type { EventView } from '../../api/office.ts';
import { Avatar } from '../people/avatar.tsx';
import { wallTime } from '../kit/dates.ts';
import { Dialog } from '../kit/dialog.tsx';
import { Icon } from '../kit/icons.tsx';
import { t } from '../language/language.ts';
import { post } from '../state/api-client.ts';
import { usePage } from '../state/context.ts';

const answers = [
  { id: 'accept', name: 'accept' },
  { id: 'tentative', name: 'tentative' },
  { id: 'decline', name: 'decline' },
] as const;

const stateNames = {
  needs_action: 'rsvpNone', accept: 'rsvpAccept', tentative: 'rsvpTentative', decline: 'rsvpDecline', removed: 'rsvpRemoved',
} as const;

/** The person's own answer to an invitation. */
export function answerOf(event: EventView, person: string): keyof typeof stateNames | undefined {
  return event.attendees.find((attendee) => attendee.id === person)?.rsvp;
}

/** Whether an event takes the person's time: not called off, not declined. */
function takesTime(event: EventView, person: string): boolean {
  const answer = answerOf(event, person);
  return !event.cancelled && answer !== 'decline' && answer !== 'removed';
}

/** The other events of a person that overlap with one he has not declined. */
export function conflictsOf(event: EventView, all: readonly EventView[], person: string): EventView[] {
  if (!takesTime(event, person)) return [];
  return all.filter((other) => other.id !== event.id && takesTime(other, person) && other.start < event.end && event.start < other.end);
}

interface CardProps {
  event: EventView;
  all: readonly EventView[];
  person: string;
}

/** An event whole: time, place, meeting, who comes, what it collides with, and the answer to the invitation. */
export function EventCard({ event, all, person }: CardProps) {
  const { actions } = usePage();
  const [meeting, setMeeting] = useState(false);
  const mine = answerOf(event, person);
  const { link } = event;
  return (
    <article class={`agenda-item${event.cancelled ? ' is-cancelled' : ''}${mine === 'decline' ? ' is-declined' : ''}`}>
      <p class="agenda-time">{event.allDay ? t('allDay') : <>{wallTime(event.start).time}<span>{wallTime(event.end).time}</span></>}</p>
      <div>
        <h4>{event.summary}{event.cancelled && <i class="state-tag">{t('cancelled')}</i>}</h4>
        {conflictsOf(event, all, person).map((other) => <p key={other.id} class="conflict"><Icon name="warning" size={14} /> {t('conflictsWith', { name: other.summary })}</p>)}
        {event.place !== '' && <p class="quiet"><Icon name="place" size={14} /> {event.place}</p>}
        {event.description !== '' && <p class="agenda-text">{event.description}</p>}
        <People event={event} />
        <div class="agenda-acts">
          {mine !== undefined && !event.cancelled && (
            <div class="segment" role="group" aria-label={t('answerInvitation')}>
              {answers.map((answer) => (
                <button type="button" key={answer.id} aria-pressed={mine === answer.id} onClick={() => void actions.act('rsvp', { as: person, event: event.id, rsvp: answer.id })}>{t(answer.name)}</button>
              ))}
            </div>
          )}
          {link !== undefined && !event.cancelled && <button type="button" class="btn btn-small" onClick={() => setMeeting(true)}>{t('joinMeeting')}</button>}
        </div>
      </div>
      {meeting && link !== undefined && <MeetingDialog event={event} link={link} person={person} onClose={() => setMeeting(false)} />}
    </article>
  );
}

function People({ event }: { event: EventView }) {
  return (
    <details class="agenda-people">
      <summary>{t('inviteCount', { count: event.attendees.length, yes: event.attendees.filter((each) => each.rsvp === 'accept').length, organizer: event.organizer })}</summary>
      <ul>{event.attendees.map((each) => <li key={each.id}><Avatar id={each.id} name={each.name} kind="person" size={24} /> {each.name}<span class="quiet">{t(stateNames[each.rsvp])}</span></li>)}</ul>
    </details>
  );
}

/** No real meeting exists here: the link is shown and not followed; entering a reserved meeting is told to its app. */
function MeetingDialog({ event, link, person, onClose }: { event: EventView; link: string; person: string; onClose: () => void }) {
  const [state, setState] = useState<'outside' | 'inside' | 'unknown'>('outside');
  const enter = () => post('enter-meeting', { as: person, meeting: link }).then(() => setState('inside'), () => setState('unknown'));
  const leave = () => {
    if (state === 'inside') void post('leave-meeting', { as: person, meeting: link }).catch(() => undefined);
    onClose();
  };
  return (
    <Dialog title={event.summary} onClose={leave}>
      <p>{t('noRealMeeting')}</p>
      <p><code class="detail-path">{link}</code></p>
      <p role="status">{state === 'inside' ? t('insideMeeting') : state === 'unknown' ? t('unreservedMeeting') : ''}</p>
      <div class="dialog-acts">
        {state === 'outside' && <button type="button" class="btn" onClick={() => void enter()}>{t('enterMeeting')}</button>}
        <button type="button" class="btn btn-main" autofocus onClick={leave}>{t(state === 'inside' ? 'leaveMeeting' : 'gotIt')}</button>
      </div>
    </Dialog>
  );
}
