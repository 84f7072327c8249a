import type * as lark from '@larksuiteoapi/node-sdk';
import { afterAll, beforeAll, describe, expect, it } from 'vitest';
import { startTown, type Town } from '../city.ts';
import { officialClient } from '../login/agree.ts';

const noon = Date.parse('2027-01-05T12:00:00+08:00') / 1000;
const refused = (code: number) => ({ response: { status: 400, data: { code } } });

describe('free and busy', () => {
  let town: Town;
  let client: lark.Client;
  beforeAll(async () => {
    town = await startTown();
    client = officialClient(town);
  });
  afterAll(() => town.sandbox.stop());
  const person = (index: number): string => town.people[index] ?? '';
  const day = (offset: number): string => new Date((noon + offset * 86_400) * 1000).toISOString().replace('.000', '');
  const one = (days: number) => client.calendar.v4.freebusy.list({ data: { time_min: day(0), time_max: day(days), user_id: person(0) } });
  const many = (data: object) =>
    client.request<{ data: { freebusy_lists: { freebusy_items: { rsvp_status?: string }[] }[] } }>({
      method: 'POST',
      url: '/open-apis/calendar/v4/freebusy/batch',
      data: { time_min: day(0), time_max: day(1), need_rsvp_status: true, ...data },
    });

  it('counts what a person was invited to and did not decline, with his answer when asked for', async () => {
    const calendar = (await client.calendar.v4.calendar.primary({})).data?.calendars?.[0]?.calendar?.calendar_id ?? '';
    const made = await client.calendar.v4.calendarEvent.create({
      path: { calendar_id: calendar },
      data: { summary: '会商', start_time: { timestamp: String(noon) }, end_time: { timestamp: String(noon + 3600) } },
    });
    const event = made.data?.event?.event_id ?? '';
    await client.calendar.v4.calendarEventAttendee.create({
      path: { calendar_id: calendar, event_id: event },
      data: { attendees: [person(0), person(1)].map((id) => ({ type: 'user' as const, user_id: id })) },
    });
    await town.client.act('rsvp', { as: person(1), event, rsvp: 'decline' });
    const both = await many({ user_ids: [person(0), person(1)] });
    expect(both.data.freebusy_lists.map((each) => each.freebusy_items.map((item) => item.rsvp_status))).toEqual([['needs_action'], []]);
  });

  it('looks at most 90 days ahead for one person and 14 for several (198003)', async () => {
    expect((await one(90)).code).toBe(0);
    await expect(one(91)).rejects.toMatchObject(refused(198003));
    await expect(many({ user_ids: [person(0)], time_max: day(15) })).rejects.toMatchObject(refused(198003));
  });

  it('takes one to ten people at once (198001)', async () => {
    await expect(many({ user_ids: [] })).rejects.toMatchObject(refused(198001));
    await expect(many({ user_ids: Array.from({ length: 11 }, () => person(0)) })).rejects.toMatchObject(refused(198001));
  });
});
