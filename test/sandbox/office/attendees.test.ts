import type * as lark from '@larksuiteoapi/node-sdk';
import { afterAll, beforeAll, beforeEach, describe, expect, it } from 'vitest';
import type { Town } from '../city.ts';
import { doors, hour, openCalendar, refused, type CalendarStage } from './calendar-stage.ts';

describe('who is invited to an event', () => {
  let stage: CalendarStage;
  let town: Town;
  let client: lark.Client;
  beforeAll(async () => {
    stage = await openCalendar();
    ({ town, client } = stage);
  });
  afterAll(() => town.sandbox.stop());
  beforeEach(() => stage.turn());
  const { make, invite, at, person } = doors(() => stage);
  const lines = async (index: number): Promise<string[]> => {
    const chat = (await town.client.chats(person(index))).find((each) => each.name === '日历助手')?.id;
    if (chat === undefined) return [];
    return (await town.client.messages(person(index), { chat })).map((each) => (each.content as { text: string }).text);
  };

  it('invitations, moves and cancellations are told in a chat of their own, unless silence is asked for', async () => {
    const event = await make({ summary: '碰头' });
    await invite(event, person(1));
    await client.calendar.v4.calendarEvent.patch({
      path: at(event),
      data: {
        start_time: { timestamp: String(stage.from() + hour) },
        end_time: { timestamp: String(stage.from() + 2 * hour) },
        need_notification: false,
      },
    });
    expect(await lines(1)).toEqual([expect.stringMatching(/^邀请参加日程“碰头”，1月\d+日 09:00$/)]);
    await client.calendar.v4.calendarEvent.delete({ path: at(event), params: { need_notification: 'true' } });
    expect((await lines(1)).at(-1)).toContain('已取消');
  });

  it('a move asks everybody anew', async () => {
    const event = await make();
    await invite(event, person(0));
    await town.client.act('rsvp', { as: person(0), event, rsvp: 'accept' });
    await client.calendar.v4.calendarEvent.patch({ path: at(event), data: { end_time: { timestamp: String(stage.from() + 2 * hour) } } });
    const guests = await client.calendar.v4.calendarEventAttendee.list({ path: at(event) });
    expect(guests.data?.items?.map((each) => each.rsvp_status)).toEqual(['needs_action']);
  });

  it('takes at most 1000 invitations at once, knows rooms and mail addresses, and lets attendees go by their id', async () => {
    const event = await make();
    const add = (attendees: object[]) => client.calendar.v4.calendarEventAttendee.create({ path: at(event), data: { attendees } });
    await expect(add(Array.from({ length: 1001 }, () => ({ type: 'user', user_id: person(0) })))).rejects.toMatchObject(refused(190002));
    await expect(add([{ type: 'resource', room_id: 'room' }])).rejects.toMatchObject(refused(190002));
    const added = await add([
      { type: 'user', user_id: person(0), is_optional: true },
      { type: 'resource', room_id: 'omm_1' },
      { type: 'third_party', third_party_email: 'a@b.cn' },
    ]);
    expect(added.data?.attendees?.map((each) => [each.type, each.rsvp_status])).toEqual([
      ['user', 'needs_action'],
      ['resource', 'accept'],
      ['third_party', 'needs_action'],
    ]);
    const gone = added.data?.attendees?.[0]?.attendee_id ?? '';
    await client.calendar.v4.calendarEventAttendee.batchDelete({ path: at(event), data: { attendee_ids: [gone] } });
    await expect(
      client.calendar.v4.calendarEventAttendee.batchDelete({ path: at(event), data: { attendee_ids: [gone] } }),
    ).rejects.toMatchObject(refused(194000, 404));
  });

  it('a change that comes while the platform is busy with the last one is 190010', async () => {
    await town.client.settings({ calendarBusyMs: 500 });
    const event = await make();
    await expect(invite(event, person(0))).rejects.toMatchObject(refused(190010, 429));
    stage.pass(500);
    expect((await invite(event, person(0))).code).toBe(0);
    await town.client.settings({ calendarBusyMs: 0 });
  });

  it('an event has at most 3000 attendees (194003)', async () => {
    const event = await make();
    const mails = (turn: number, count: number) =>
      Array.from({ length: count }, (_, index) => ({ type: 'third_party' as const, third_party_email: `g${turn}-${index}@example.cn` }));
    const add = (turn: number, count: number) =>
      client.calendar.v4.calendarEventAttendee.create({ path: at(event), data: { attendees: mails(turn, count) } });
    for (let turn = 0; turn < 3; turn += 1) await add(turn, 1000);
    await expect(add(3, 1)).rejects.toMatchObject(refused(194003));
  });
});
