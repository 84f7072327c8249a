import * as lark from '@larksuiteoapi/node-sdk';
import { afterAll, beforeAll, beforeEach, describe, expect, it } from 'vitest';
import type { Town } from '../city.ts';
import { listenTo } from '../ear.ts';
import { logIn } from '../login/agree.ts';
import { doors, hour, nine, openCalendar, refused, type CalendarStage, type NewEvent } from './calendar-stage.ts';

describe('the calendar', () => {
  let stage: CalendarStage;
  let town: Town;
  let client: lark.Client;
  let calendar = '';
  beforeAll(async () => {
    stage = await openCalendar();
    ({ town, client, calendar } = stage);
  });
  afterAll(() => town.sandbox.stop());
  beforeEach(() => stage.turn());
  const { make, invite, at, person } = doors(() => stage);

  it('gives back what it took: whole days, recurrence, reminders', async () => {
    const event = await make({
      start_time: { date: '2027-03-01' },
      end_time: { date: '2027-03-02' },
      recurrence: 'FREQ=WEEKLY;INTERVAL=1;BYDAY=MO',
      reminders: [{ minutes: 15 }],
    });
    const got = await client.calendar.v4.calendarEvent.get({ path: at(event) });
    expect(got.data?.event).toMatchObject({
      start_time: { date: '2027-03-01' },
      recurrence: 'FREQ=WEEKLY;INTERVAL=1;BYDAY=MO',
      reminders: [{ minutes: 15 }],
      status: 'confirmed',
    });
    await invite(event, person(2));
    const busy = await client.calendar.v4.freebusy.list({
      data: { time_min: '2027-03-02T12:00:00+08:00', time_max: '2027-03-02T13:00:00+08:00', user_id: person(2) },
    });
    expect(busy.data?.freebusy_list).toEqual([{ start_time: '2027-03-01T00:00:00+08:00', end_time: '2027-03-03T00:00:00+08:00' }]);
  });

  it.each<[string, Partial<NewEvent>]>([
    ['ends before it starts', { end_time: { timestamp: String(nine) } }],
    ['starts on a day and ends at a moment', { start_time: { date: '2027-03-01' } }],
    ['has a title of more than 1000 characters', { summary: '长'.repeat(1001) }],
    ['has a reminder of no number', { reminders: [{ minutes: 1.5 }] }],
    ['repeats by no rule', { recurrence: 'every day' }],
    ['is visible to nobody known', { visibility: 'friends' as 'public' }],
  ])('refuses an event that %s with 190002', async (_what, data) => {
    await expect(make(data)).rejects.toMatchObject(refused(190002));
  });

  it('the same idempotency key makes one event, and a short key is refused', async () => {
    const create = (key: string) =>
      client.calendar.v4.calendarEvent.create({
        path: { calendar_id: calendar },
        params: { idempotency_key: key },
        data: { summary: '一次', start_time: { timestamp: String(stage.from()) }, end_time: { timestamp: String(stage.from() + hour) } },
      });
    const [first, second] = [await create('i'.repeat(32)), await create('i'.repeat(32))];
    expect(second.data?.event?.event_id).toBe(first.data?.event?.event_id);
    await expect(create('short')).rejects.toMatchObject(refused(99992402));
  });

  it('a cancelled event can be read but neither changed nor cancelled again (193003)', async () => {
    const event = await make();
    await client.calendar.v4.calendarEvent.delete({ path: at(event) });
    expect((await client.calendar.v4.calendarEvent.get({ path: at(event) })).data?.event?.status).toBe('cancelled');
    await expect(client.calendar.v4.calendarEvent.delete({ path: at(event) })).rejects.toMatchObject(refused(193003, 403));
    await expect(client.calendar.v4.calendarEvent.patch({ path: at(event), data: { summary: '再来' } })).rejects.toMatchObject(
      refused(193003, 403),
    );
  });

  it('tells no event id, an unknown event, and calendars of others or of nobody apart', async () => {
    const get = (event: string, owner = calendar) =>
      client.calendar.v4.calendarEvent.get({ path: { calendar_id: owner, event_id: event } });
    await expect(get('what')).rejects.toMatchObject(refused(193001));
    await expect(get('0123_0')).rejects.toMatchObject(refused(193000, 404));
    await expect(get('0123_0', 'mine')).rejects.toMatchObject(refused(191001));
    await expect(get('0123_0', 'feishu.cn_x@group.calendar.feishu.cn')).rejects.toMatchObject(refused(191000, 404));
    const token = await logIn(town, person(0), 'calendar:calendar');
    const hers = await client.calendar.v4.calendar.primary({}, lark.withUserAccessToken(token));
    await expect(get('0123_0', hers.data?.calendars?.[0]?.calendar?.calendar_id)).rejects.toMatchObject(refused(191002, 403));
  });

  it('a sync token brings what changed since, the cancelled included, and goes with no other restriction', async () => {
    const list = (params: object) => client.calendar.v4.calendarEvent.list({ path: { calendar_id: calendar }, params });
    const first = await list({});
    const token = first.data?.sync_token ?? '';
    expect((await list({ sync_token: token })).data?.items).toEqual([]);
    const [kept, gone] = [await make({ summary: '改期' }), await make({ summary: '取消' })];
    await client.calendar.v4.calendarEvent.delete({ path: at(gone) });
    const next = await list({ sync_token: token });
    expect(next.data?.items?.map((each) => [each.event_id, each.status])).toEqual([
      [kept, 'confirmed'],
      [gone, 'cancelled'],
    ]);
    await expect(list({ sync_token: token, start_time: '1' })).rejects.toMatchObject(refused(190009));
    await expect(list({ sync_token: 'nonsense' })).rejects.toMatchObject(refused(190008));
  });

  it('lists page by page, 50 at least', async () => {
    const list = async (params: object) => (await client.calendar.v4.calendarEvent.list({ path: { calendar_id: calendar }, params })).data;
    for (let made = 0; made < 51; made += 1) {
      stage.pass(100);
      await make({ summary: `第 ${made} 场` });
    }
    const first = await list({ page_size: 50 });
    expect([first?.items?.length, first?.has_more, first?.sync_token]).toEqual([50, true, undefined]);
    const rest = await list({ page_size: 50, page_token: first?.page_token });
    expect([rest?.has_more, typeof rest?.sync_token]).toEqual([false, 'string']);
    await expect(list({ page_size: 49 })).rejects.toMatchObject(refused(99992402));
  });

  it('an app hears of changes in a calendar only after a person has subscribed with his own token', async () => {
    const type = 'calendar.calendar.event.changed_v4';
    const ear = await listenTo(town, [type]);
    const event = await make();
    await invite(event, person(2));
    const path = { calendar_id: 'primary' };
    await expect(client.calendar.v4.calendarEvent.subscription({ path: { calendar_id: calendar } })).rejects.toMatchObject(
      refused(99991668),
    );
    const token = await logIn(town, person(2), 'calendar:calendar');
    await client.calendar.v4.calendarEvent.subscription({ path }, lark.withUserAccessToken(token));
    expect(ear.count(type)).toBe(0);
    await town.client.act('rsvp', { as: person(2), event, rsvp: 'tentative' });
    const told = await ear.hears(type, { calendar_event_id: event });
    expect(told).toMatchObject({
      change_type: 'update',
      user_id_list: [{ open_id: person(2) }],
      rsvp_infos: [{ rsvp_status: 'tentative' }],
    });
    expect(ear.count(type)).toBe(1);
    ear.close();
  });

  it('a person calls for himself only what he granted: his events, his answers', async () => {
    const event = await make();
    await invite(event, person(1));
    const narrow = await logIn(town, person(1));
    const list = (token: string) =>
      client.calendar.v4.calendarEvent.list({ path: { calendar_id: 'primary' } }, lark.withUserAccessToken(token));
    await expect(list(narrow)).rejects.toMatchObject(refused(99991679));
    const token = await logIn(town, person(1), 'calendar:calendar');
    expect((await list(token)).data?.items?.map((each) => each.event_id)).toContain(event);
    const own = await make({ summary: '自己的' }, token);
    await expect(client.calendar.v4.calendarEvent.get({ path: at(own) })).rejects.toMatchObject(refused(193000, 404));
    const reply = { path: { calendar_id: 'primary', event_id: event }, data: { rsvp_status: 'decline' as const } };
    await client.calendar.v4.calendarEvent.reply(reply, lark.withUserAccessToken(token));
    const mine = (await town.client.calendar(person(1))).find((each) => each.id === event);
    expect(mine?.attendees).toMatchObject([{ id: person(1), rsvp: 'decline' }]);
    await expect(
      client.calendar.v4.calendarEvent.patch(
        { path: { calendar_id: 'primary', event_id: event }, data: { summary: '改' } },
        lark.withUserAccessToken(token),
      ),
    ).rejects.toMatchObject(refused(193002, 403));
  });
});
