import { afterAll, beforeAll, describe, expect, it } from 'vitest';
import * as lark from '@larksuiteoapi/node-sdk';
import { app, startTown, type Town } from './city.ts';
import { callApi } from './wire.ts';

describe('calendar, meetings and tasks through the official Node SDK', () => {
  let town: Town;
  let client: lark.Client;
  beforeAll(async () => {
    town = await startTown();
    client = new lark.Client({ ...app, domain: town.sandbox.url, loggerLevel: lark.LoggerLevel.fatal });
  });
  afterAll(() => town.sandbox.stop());
  const person = (index: number): string => town.people[index] ?? '';

  it('makes a calendar event with attendees who answer, and shows who is busy', async () => {
    const primary = await client.calendar.v4.calendar.primary({});
    const calendar = primary.data?.calendars?.[0]?.calendar?.calendar_id ?? '';
    const hour = Date.parse('2027-01-05T09:00:00+08:00') / 1000;
    const made = await client.calendar.v4.calendarEvent.create({
      path: { calendar_id: calendar },
      params: { idempotency_key: 'k'.repeat(32) },
      data: {
        summary: '会商',
        start_time: { timestamp: String(hour) },
        end_time: { timestamp: String(hour + 3600) },
        location: { name: '二楼' },
      },
    });
    const event = made.data?.event?.event_id ?? '';
    const invited = await client.calendar.v4.calendarEventAttendee.create({
      path: { calendar_id: calendar, event_id: event },
      params: { user_id_type: 'open_id' },
      data: { attendees: [{ type: 'user', user_id: person(0) }] },
    });
    expect(invited.data?.attendees?.[0]).toMatchObject({ user_id: person(0), rsvp_status: 'needs_action' });
    await town.client.act('rsvp', { as: person(0), event, rsvp: 'accept' });
    expect((await town.client.calendar(person(0)))[0]).toMatchObject({
      summary: '会商',
      place: '二楼',
      start: '2027-01-05T09:00:00.000+08:00',
      attendees: [{ rsvp: 'accept' }],
    });
    const busy = await client.calendar.v4.freebusy.list({
      data: { time_min: '2027-01-05T00:00:00+08:00', time_max: '2027-01-06T00:00:00+08:00', user_id: person(0) },
    });
    expect(busy.data?.freebusy_list).toEqual([{ start_time: '2027-01-05T09:00:00+08:00', end_time: '2027-01-05T10:00:00+08:00' }]);
    await client.calendar.v4.calendarEvent.delete({ path: { calendar_id: calendar, event_id: event } });
    expect((await town.client.calendar(person(0)))[0]?.cancelled).toBe(true);
  });

  it('reserves a meeting and makes a task', async () => {
    const end = String(Math.floor(Date.now() / 1000) + 86_400);
    const reserve = await client.vc.v1.reserve.apply({
      params: { user_id_type: 'open_id' },
      data: { end_time: end, owner_id: person(0), meeting_settings: { topic: '会商' } },
    });
    expect(reserve.data?.reserve?.meeting_no).toMatch(/^\d{9}$/);
    const due = String(Date.parse('2027-01-05T09:00:00+08:00'));
    const task = await client.task.v2.task.create({
      params: { user_id_type: 'open_id' },
      data: {
        summary: '核查',
        due: { timestamp: due },
        members: [{ id: person(1), type: 'user', role: 'assignee' }],
        client_token: 'token-00001',
      },
    });
    const guid = task.data?.task?.guid ?? '';
    expect(await town.client.tasks(person(1))).toMatchObject([
      { guid, summary: '核查', due: '2027-01-05T09:00:00.000+08:00', done: false, assignees: [person(1)] },
    ]);
    await client.task.v2.task.patch({
      path: { task_guid: guid },
      data: { task: { completed_at: String(Date.now()) }, update_fields: ['completed_at'] },
    });
    expect((await town.client.tasks(person(1)))[0]?.done).toBe(true);
  });

  it('takes the times of a task as numbers too, as the Python SDK writes them', async () => {
    const due = Date.parse('2027-01-06T09:00:00+08:00');
    const { body } = await callApi(town, 'POST', '/task/v2/tasks', { summary: '补查', due: { timestamp: due }, members: [{ id: person(2), role: 'assignee' }] });
    const { guid } = (body['data'] as { task: { guid: string } }).task;
    expect(await town.client.tasks(person(2))).toMatchObject([{ guid, due: '2027-01-06T09:00:00.000+08:00' }]);
    await callApi(town, 'PATCH', `/task/v2/tasks/${guid}`, { task: { completed_at: due }, update_fields: ['completed_at'] });
    expect((await town.client.tasks(person(2)))[0]?.done).toBe(true);
  });
});
