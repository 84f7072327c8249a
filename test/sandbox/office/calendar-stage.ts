import * as lark from '@larksuiteoapi/node-sdk';
import { startTown, type Town } from '../city.ts';
import { officialClient } from '../login/agree.ts';

/** Seconds. */
export const hour = 3600;
/** The morning, in epoch seconds, before the days of the tests. */
export const nine = Date.parse('2027-01-05T09:00:00+08:00') / 1000;

/** What an event is made of. */
export type NewEvent = NonNullable<Parameters<lark.Client['calendar']['v4']['calendarEvent']['create']>[0]>['data'];

/** A town with the app's calendar open, each event on a day of its own. */
export interface CalendarStage {
  town: Town;
  client: lark.Client;
  calendar: string;
  person(index: number): string;
  /** When the events of the current test begin, in epoch seconds. */
  from(): number;
  /** Goes to the next day of the calendar, and a second ahead on the machine, so that no rate is met. */
  turn(): void;
  /** Moves the machine's clock ahead by ms. */
  pass(ms: number): void;
  /** Makes an event at nine, in the app's calendar or with a person's token in his; answers its id. */
  make(data?: Partial<NewEvent>, token?: string): Promise<string>;
  at(event: string): { calendar_id: string; event_id: string };
  invite(event: string, ...people: string[]): ReturnType<lark.Client['calendar']['v4']['calendarEventAttendee']['create']>;
}

/** What a refused call of the official client looks like. */
export function refused(code: number, status = 400): object {
  return { response: { status, data: { code } } };
}

/** Starts the stage. */
export async function openCalendar(): Promise<CalendarStage> {
  let now = Date.parse('2026-12-01T09:00:00+08:00');
  let from = nine;
  const town = await startTown({ now: () => now });
  const client = officialClient(town);
  const calendar = (await client.calendar.v4.calendar.primary({})).data?.calendars?.[0]?.calendar?.calendar_id ?? '';
  const at = (event: string) => ({ calendar_id: calendar, event_id: event });
  return {
    town,
    client,
    calendar,
    at,
    person: (index) => town.people[index] ?? '',
    from: () => from,
    turn: () => {
      from += 24 * hour;
      now += 1000;
    },
    pass: (ms) => void (now += ms),
    make: async (data = {}, token) => {
      const times = { start_time: { timestamp: String(from) }, end_time: { timestamp: String(from + hour) } };
      const made = await client.calendar.v4.calendarEvent.create(
        { path: { calendar_id: token === undefined ? calendar : 'primary' }, data: { summary: '会商', ...times, ...data } },
        ...(token === undefined ? [] : [lark.withUserAccessToken(token)]),
      );
      return made.data?.event?.event_id ?? '';
    },
    invite: (event, ...people) =>
      client.calendar.v4.calendarEventAttendee.create({
        path: at(event),
        params: { user_id_type: 'open_id' },
        data: { attendees: people.map((id) => ({ type: 'user' as const, user_id: id })) },
      }),
  };
}

/** The calls of a stage that is set up only before the first test. */
export function doors(stage: () => CalendarStage): Pick<CalendarStage, 'make' | 'invite' | 'at' | 'person'> {
  return {
    make: (...given) => stage().make(...given),
    invite: (...given) => stage().invite(...given),
    at: (event) => stage().at(event),
    person: (index) => stage().person(index),
  };
}
