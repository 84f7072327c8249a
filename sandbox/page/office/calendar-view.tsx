import type { EventView } from '../../api/office.ts';
import { SkeletonLines } from '../kit/skeleton.tsx';
import { usePage } from '../state/context.ts';
import { dayKey, fullDay, wallTime } from '../kit/dates.ts';
import { Icon } from '../kit/icons.tsx';
import { safeHref } from '../chat/message-body.tsx';

const answers = [
  { id: 'accept', name: '接受' },
  { id: 'tentative', name: '待定' },
  { id: 'decline', name: '拒绝' },
] as const;

const stateNames: Record<EventView['attendees'][number]['rsvp'], string> = {
  needs_action: '未回复', accept: '已接受', tentative: '待定', decline: '已拒绝', removed: '已移除',
};

/** The person's calendar as a list by day, with the answer to each invitation. */
export function CalendarView({ person }: { person: string }) {
  const { store } = usePage();
  const events = store.events.value[person];
  if (events === undefined) return <SkeletonLines />;
  const sorted = events.toSorted((a, b) => a.start.localeCompare(b.start));
  return (
    <section class="agenda" aria-label="日历" tabIndex={0}>
      {sorted.length === 0 && <div class="empty"><span class="empty-mark"><Icon name="calendar" size={30} /></span><p>还没有日程</p></div>}
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
        <h4>{event.summary}{event.cancelled && <i class="state-tag">已取消</i>}</h4>
        {event.place !== '' && <p class="quiet"><Icon name="place" size={14} /> {event.place}</p>}
        {event.link !== undefined && <p><a href={safeHref(event.link)} target="_blank" rel="noopener noreferrer">会议链接</a></p>}
        {event.description !== '' && <p class="agenda-text">{event.description}</p>}
        <p class="quiet">{event.attendees.map((attendee) => `${attendee.name}（${stateNames[attendee.rsvp]}）`).join('、')}</p>
        {mine !== undefined && !event.cancelled && (
          <div class="segment" role="group" aria-label="回复邀请">
            {answers.map((answer) => (
              <button type="button" key={answer.id} aria-pressed={mine.rsvp === answer.id} onClick={() => void actions.act('rsvp', { as: person, event: event.id, rsvp: answer.id })}>{answer.name}</button>
            ))}
          </div>
        )}
      </div>
    </article>
  );
}
