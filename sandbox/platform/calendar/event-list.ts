import type { Fields } from '../../json.ts';
import type { CalendarEvent } from '../../state/office.ts';
import type { Call } from '../call.ts';
import { badField, fail } from '../errors.ts';
import { inCalendar, needCalendar } from './owners.ts';

const SYNC = 'ListEventsSyncToken_';
const PAGE = 'ListEventsPageToken_';

/** Where a listing stands: what changed after `since`, up to `until`, from the event number `from`. */
interface Place {
  since: number;
  until: number;
  from: number;
}

function numbers(token: string, prefix: string, count: number): number[] {
  const parts = token.startsWith(prefix) ? token.slice(prefix.length).split('_').map(Number) : [];
  if (parts.length !== count || parts.some((part) => !Number.isInteger(part) || part < 0)) throw fail(190008);
  return parts;
}

function place(call: Call): Place {
  const { query, world } = call;
  const until = world.state.revision;
  const sync = query.get('sync_token') ?? '';
  const page = query.get('page_token') ?? '';
  const narrowed = ['start_time', 'end_time', 'anchor_time'].some((name) => query.has(name));
  if (sync !== '' && narrowed) throw fail(190009);
  if (page !== '') {
    const [since = 0, upTo = until, from = 0] = numbers(page, PAGE, 3);
    return { since, until: upTo, from };
  }
  if (sync === '') return { since: 0, until, from: 0 };
  const [since = 0] = numbers(sync, SYNC, 1);
  if (since > until) throw fail(190008);
  return { since, until, from: 0 };
}

function sizeOf(call: Call): number {
  const size = Number(call.query.get('page_size') ?? '500');
  if (!Number.isInteger(size) || size < 50 || size > 1000) throw badField('page_size', 'must be 50 to 1000', String(size));
  return size;
}

function revisionOf(event: CalendarEvent): number {
  return event.revision ?? 0;
}

/** The events of the caller's calendar, all of them or what changed since a sync token (cancelled ones included), page by page (contract 9.4). */
export function listEvents(call: Call, view: (event: CalendarEvent) => Fields): Fields {
  needCalendar(call);
  const size = sizeOf(call);
  const { since, until, from } = place(call);
  const first = Number(call.query.get('start_time') ?? call.query.get('anchor_time') ?? '0');
  const last = Number(call.query.get('end_time') ?? '99999999999');
  const found = Object.values(call.world.state.events)
    .filter((event) => inCalendar(call, event) && event.end >= first && event.start <= last)
    .filter((event) => (since === 0 ? !event.cancelled : revisionOf(event) > since) && revisionOf(event) <= until)
    .toSorted((a, b) => revisionOf(a) - revisionOf(b));
  const more = from + size < found.length;
  return {
    items: found.slice(from, from + size).map(view),
    has_more: more,
    ...(more ? { page_token: `${PAGE}${since}_${until}_${from + size}` } : { sync_token: `${SYNC}${until}` }),
  };
}
