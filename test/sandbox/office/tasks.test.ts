import * as lark from '@larksuiteoapi/node-sdk';
import { afterAll, beforeAll, describe, expect, it } from 'vitest';
import { startTown, type Town } from '../city.ts';
import { listenTo, type Ear } from '../ear.ts';
import { logIn, officialClient } from '../login/agree.ts';

const due = { timestamp: String(Date.parse('2027-01-05T09:00:00+08:00')) };
const changed = 'task.task.updated_v1';
const commented = 'task.task.comment.updated_v1';

type NewTask = NonNullable<Parameters<lark.Client['task']['v2']['task']['create']>[0]>['data'];

describe('tasks', () => {
  let town: Town;
  let client: lark.Client;
  let ear: Ear;
  let now = Date.parse('2026-12-01T09:00:00+08:00');
  beforeAll(async () => {
    town = await startTown({ now: () => now });
    client = officialClient(town);
    ear = await listenTo(town, [changed, commented, 'task.task.update_user_access_v2']);
  });
  afterAll(async () => {
    ear.close();
    await town.sandbox.stop();
  });
  const person = (index: number): string => town.people[index] ?? '';
  const assignee = (index: number) => ({ id: person(index), type: 'user', role: 'assignee' });
  const make = async (data: Partial<NewTask> = {}, token?: string): Promise<string> => {
    now += 1000;
    const made = await client.task.v2.task.create(
      { params: { user_id_type: 'open_id' }, data: { summary: '核查', members: [assignee(0)], ...data } },
      ...(token === undefined ? [] : [lark.withUserAccessToken(token)]),
    );
    return made.data?.task?.guid ?? '';
  };
  const read = async (guid: string) => (await client.task.v2.task.get({ path: { task_guid: guid } })).data?.task;
  const patch = (guid: string, task: object, fields: string[]) =>
    client.task.v2.task.patch({ path: { task_guid: guid }, data: { task, update_fields: fields } });
  const refused = (code: number, status = 400) => ({ response: { status, data: { code } } });

  it('keeps what it was made with: origin, own way of completion, mode, a whole day as UTC midnight', async () => {
    const origin = { platform_i18n_name: { zh_cn: '协同监督' }, href: { url: 'https://example.cn/a', title: '事项' } };
    const guid = await make({
      due: { timestamp: String(Date.parse('2027-01-05T09:30:00Z')), is_all_day: true },
      origin,
      mode: 1,
      custom_complete: { pc: { href: 'https://example.cn/b', tip: { zh_cn: '去填表' } } },
    });
    expect(await read(guid)).toMatchObject({
      guid,
      status: 'todo',
      mode: 1,
      origin,
      due: { timestamp: String(Date.parse('2027-01-05T00:00:00Z')), is_all_day: true },
      creator: { type: 'app', role: 'creator' },
    });
  });

  it.each<[string, Partial<NewTask>]>([
    ['without summary', { summary: '' }],
    ['with a summary of more than 3000 characters', { summary: '长'.repeat(3001) }],
    ['due in seconds', { due: { timestamp: '1767574800' } }],
    ['with a reminder but no due time', { reminders: [{ relative_fire_minute: 30 }] }],
    ['with two reminders', { due, reminders: [{ relative_fire_minute: 30 }, { relative_fire_minute: 60 }] }],
    ['with a role nobody has', { members: [{ id: 'ou_x', type: 'user', role: 'boss' }] }],
    ['with 51 members', { members: Array.from({ length: 51 }, () => ({ id: 'ou_x', type: 'user', role: 'follower' })) }],
    ['with a client_token of nine characters', { client_token: '123456789' }],
    ['with a mode of three', { mode: 3 }],
    ['with an origin that has no name', { origin: { href: { url: 'https://example.cn' } } as NewTask['origin'] & object }],
  ])('refuses a task %s with 1470400', async (_what, data) => {
    await expect(make(data)).rejects.toMatchObject(refused(1470400));
  });

  it('one client_token makes one task; two at the same time are 1470422', async () => {
    const first = await make({ client_token: 'once-only-1' });
    expect(await make({ client_token: 'once-only-1' })).toBe(first);
    await town.client.settings({ taskTokenBusyMs: 60_000 });
    await expect(make({ client_token: 'once-only-1' })).rejects.toMatchObject(refused(1470422, 500));
    await town.client.settings({ taskTokenBusyMs: 0 });
  });

  it('has one reminder: a second is 1470613, and it goes with the due time', async () => {
    const guid = await make({ due, reminders: [{ relative_fire_minute: 30 }] });
    const add = () => client.task.v2.task.addReminders({ path: { task_guid: guid }, data: { reminders: [{ relative_fire_minute: 60 }] } });
    await expect(add()).rejects.toMatchObject(refused(1470613));
    const id = (await read(guid))?.reminders?.[0]?.id ?? '';
    await client.task.v2.task.removeReminders({ path: { task_guid: guid }, data: { reminder_ids: [id] } });
    expect((await add()).data?.task?.reminders).toMatchObject([{ relative_fire_minute: 60 }]);
    await patch(guid, {}, ['due']);
    expect((await read(guid))?.reminders).toEqual([]);
  });

  it('members and reminders cannot be patched, and completing twice is refused', async () => {
    const guid = await make();
    await expect(patch(guid, { members: [] }, ['members'])).rejects.toMatchObject(refused(1470400));
    await patch(guid, { completed_at: String(Date.now()) }, ['completed_at']);
    await expect(patch(guid, { completed_at: String(Date.now()) }, ['completed_at'])).rejects.toMatchObject(refused(1470400));
    await patch(guid, { completed_at: '0' }, ['completed_at']);
    expect(await read(guid)).toMatchObject({ status: 'todo', completed_at: '0' });
  });

  it('takes at most 50 assignees (1470610)', async () => {
    const people = Array.from({ length: 51 }, (_, index) => ({ userId: `crowd${index}`, name: `张${index}`, title: '科员' }));
    const city = await town.client.city({ tenant: '', departments: [{ code: 'crowd', name: '人多局', people }], apps: [] });
    const ids = city.people
      .filter((each) => each.userId.startsWith('crowd'))
      .map((each) => ({ id: each.id, type: 'user', role: 'assignee' }));
    const guid = await make({ members: ids.slice(0, 50) });
    const more = client.task.v2.task.addMembers({ path: { task_guid: guid }, data: { members: ids.slice(50) } });
    await expect(more).rejects.toMatchObject(refused(1470610));
  });

  it('a task of an app is its own: a person changes it only as an assignee', async () => {
    const guid = await make({ members: [assignee(0), { id: person(1), type: 'user', role: 'follower' }] });
    const change = async (index: number) =>
      client.task.v2.task.patch(
        { path: { task_guid: guid }, data: { task: { summary: '改' }, update_fields: ['summary'] } },
        lark.withUserAccessToken(await logIn(town, person(index), 'task:task:write')),
      );
    await expect(change(2)).rejects.toMatchObject(refused(1470403, 403));
    await expect(change(1)).rejects.toMatchObject(refused(1470403, 403));
    expect((await change(0)).data?.task?.summary).toBe('改');
    await expect(read('nothing')).rejects.toMatchObject(refused(1470404, 404));
  });

  it('a person lists what is assigned to him, done or not', async () => {
    const token = await logIn(town, person(2), 'task:task:read');
    const guid = await make({ members: [assignee(2)] });
    const list = async (completed: boolean) =>
      (await client.task.v2.task.list({ params: { completed } }, lark.withUserAccessToken(token))).data?.items?.map((each) => each.guid);
    expect([await list(false), await list(true)]).toEqual([[guid], []]);
    await town.client.act('task', { as: person(2), guid, done: true });
    expect([await list(false), await list(true)]).toEqual([[], [guid]]);
  });

  it('where all must act a task is done with the last one, and the app hears of it', async () => {
    const guid = await make({ mode: 1, members: [assignee(0), assignee(1)] });
    await town.client.act('task', { as: person(0), guid, done: true });
    expect((await read(guid))?.status).toBe('todo');
    await town.client.act('task', { as: person(1), guid, done: true });
    await ear.hears(changed, { task_id: guid, obj_type: 5 });
    expect((await read(guid))?.status).toBe('done');
    await town.client.act('task', { as: person(0), guid, done: false });
    await ear.hears(changed, { task_id: guid, obj_type: 6 });
  });

  it('a task with its own way of completion is not ticked off', async () => {
    const guid = await make({ custom_complete: { pc: { href: 'https://example.cn/b' } } });
    await expect(town.client.act('task', { as: person(0), guid, done: true })).rejects.toThrow('https://example.cn/b');
  });

  it('tells its app of comments of people: a new one, an answer; not of tasks made for a person', async () => {
    const guid = await make();
    const { comment } = await town.client.act('comment', { as: person(0), guid, text: '材料已收到' });
    await ear.hears(commented, { task_id: guid, comment_id: comment, obj_type: 1 });
    const list = await client.task.v2.comment.list({ params: { resource_type: 'task', resource_id: guid } });
    expect(list.data?.items?.map((each) => each.content)).toEqual(['材料已收到']);
    const answer = await client.task.v2.comment.create({
      data: { content: '好', resource_type: 'task', resource_id: guid, reply_to_comment_id: String(comment) },
    });
    await ear.hears(commented, { comment_id: answer.data?.comment?.id, parent_id: comment, obj_type: 2 });
    const before = ear.count(commented);
    const token = await logIn(town, person(1), 'task:task:write');
    const own = await make({ members: [assignee(1)] }, token);
    await town.client.act('comment', { as: person(1), guid: own, text: '自己的' });
    await town.client.act('comment', { as: person(0), guid, text: '再说一句' });
    await expect.poll(() => ear.count(commented)).toBe(before + 1);
  });

  it('an app that a person let watch his tasks hears of them', async () => {
    const token = await logIn(town, person(1), 'task:task:write');
    await client.task.v2.taskV2.taskSubscription({}, lark.withUserAccessToken(token));
    const guid = await make({ members: [assignee(1)] }, token);
    await town.client.act('task', { as: person(1), guid, done: true });
    expect(await ear.hears('task.task.update_user_access_v2', { task_guid: guid, event_types: ['task_completed_update'] })).toMatchObject({
      task_guid: guid,
    });
  });
});
