import * as lark from '@larksuiteoapi/node-sdk';
import { must, refusalOf, report, type Told } from './talk.ts';

/** Groups, people, calendar, meetings and tasks. */
export async function playOffice(told: Told, client: lark.Client): Promise<void> {
  await playGroup(told, client);
  await playAddressBook(client);
  await playCalendar(told, client);
  await playTask(told, client);
}

async function playGroup({ given, ids }: Told, client: lark.Client): Promise<void> {
  let chat = '';
  await report('group', async () => {
    const made = await client.im.v1.chat.create({ params: { user_id_type: 'open_id', uuid: 'group-1' }, data: { name: given.group, user_id_list: ids.slice(0, 2) } });
    return { chat: (chat = must(made.data?.chat_id)) };
  });
  await report('members', async () => {
    const added = await client.im.v1.chatMembers.create({
      path: { chat_id: chat }, params: { member_id_type: 'open_id', succeed_type: 1 }, data: { id_list: [ids[2], given.nobody] },
    });
    const members = await client.im.v1.chatMembers.get({ path: { chat_id: chat } });
    return { unknown: added.data?.not_existed_id_list, names: members.data?.items?.map((each) => each.name) };
  });
  await report('disband', async () => {
    await client.im.v1.chat.delete({ path: { chat_id: chat } });
    return refusalOf(client.im.v1.message.create({ params: { receive_id_type: 'chat_id' }, data: { receive_id: chat, msg_type: 'text', content: '{"text":"x"}' } }));
  });
}

async function playAddressBook(client: lark.Client): Promise<void> {
  await report('person', async () => {
    const user = (await client.contact.v3.user.get({ path: { user_id: 'u2' }, params: { user_id_type: 'user_id' } })).data?.user;
    return { name: user?.name, title: user?.job_title };
  });
  await report('departments', async () => {
    const below = await client.contact.v3.department.children({ path: { department_id: '0' }, params: { page_size: 50 } });
    return { names: below.data?.items?.map((each) => each.name) };
  });
  await report('by-mail', async () => {
    const data = { emails: ['wang@example.com', 'nobody@example.com'], mobiles: ['13800000000'] };
    const found = await client.contact.v3.user.batchGetId({ params: { user_id_type: 'open_id' }, data });
    return { found: found.data?.user_list?.map((each) => each.user_id ?? null) };
  });
  const { code = '', redirect = '' } = await report('scopes', async () => ({ departments: (await client.contact.v3.scope.list()).data?.department_ids?.length }));
  await report('login', async () => {
    const redeem = () => client.accessToken.retrieveByAuthorizationCode({ code, redirectUri: redirect });
    const { data } = await client.authen.v1.userInfo.get({}, lark.withUserAccessToken((await redeem()).accessToken));
    return { name: data?.name, again: await redeem().then(() => 0, (fault: lark.AccessTokenError) => fault.code) };
  });
}

async function playCalendar({ given, ids }: Told, client: lark.Client): Promise<void> {
  const { summary, start, end, day } = given.event;
  let calendar = '';
  let event = '';
  await report('event', async () => {
    calendar = must((await client.calendar.v4.calendar.primary()).data?.calendars?.[0]?.calendar?.calendar_id);
    const made = await client.calendar.v4.calendarEvent.create({ path: { calendar_id: calendar }, data: { summary, start_time: { timestamp: start }, end_time: { timestamp: end } } });
    event = must(made.data?.event?.event_id);
    const invited = await client.calendar.v4.calendarEventAttendee.create({
      path: { calendar_id: calendar, event_id: event }, params: { user_id_type: 'open_id' }, data: { attendees: [{ type: 'user', user_id: ids[2] }] },
    });
    return { event, rsvp: invited.data?.attendees?.[0]?.rsvp_status };
  });
  const slots = async () => {
    const [from = '', to = ''] = day;
    const found = await client.calendar.v4.freebusy.list({ params: { user_id_type: 'open_id' }, data: { time_min: from, time_max: to, user_id: ids[2] } });
    return { slots: found.data?.freebusy_list?.map((each) => ({ start: each.start_time, end: each.end_time })) };
  };
  await report('free-busy', slots);
  await report('event-gone', async () => {
    await client.calendar.v4.calendarEvent.delete({ path: { calendar_id: calendar, event_id: event } });
    return slots();
  });
  await report('meeting', async () => {
    const tomorrow = String(Math.floor(Date.now() / 1_000) + 86_400);
    const made = await client.vc.v1.reserve.apply({ params: { user_id_type: 'open_id' }, data: { end_time: tomorrow, owner_id: ids[0], meeting_settings: given.meeting } });
    return { number: made.data?.reserve?.meeting_no };
  });
}

async function playTask({ given, ids }: Told, client: lark.Client): Promise<void> {
  let guid = '';
  await report('task', async () => {
    const members = [{ id: ids[1], type: 'user', role: 'assignee' }];
    const data = { summary: given.task.summary, due: { timestamp: given.task.due }, members, client_token: 'task-token-1' };
    guid = must((await client.task.v2.task.create({ params: { user_id_type: 'open_id' }, data })).data?.task?.guid);
    return { guid };
  });
  await report('task-done', async () => {
    const done = () => client.task.v2.task.patch({ path: { task_guid: guid }, data: { task: { completed_at: String(Date.now()) }, update_fields: ['completed_at'] } });
    const { data } = await done();
    return { status: data?.task?.status, again: (await refusalOf(done())).code };
  });
}
