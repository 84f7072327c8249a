import type * as lark from '@larksuiteoapi/node-sdk';
import { afterAll, beforeAll, beforeEach, describe, expect, it } from 'vitest';
import { app, startTown, type Town } from '../city.ts';
import { listenTo, type Ear } from '../ear.ts';
import { officialClient } from '../login/agree.ts';

const form = (value = '水利工程') => JSON.stringify([{ id: 'widget1', type: 'input', value }]);

describe('native approval', () => {
  let town: Town;
  let client: lark.Client;
  let ear: Ear;
  let code = '';
  beforeAll(async () => {
    town = await startTown();
    client = officialClient(town);
    ear = await listenTo(town, ['approval_instance', 'approval_task']);
    code = await define([{ approvers: [person(1)] }, { type: 'AND', approvers: [person(1), person(2)] }]);
    await client.approval.v4.approval.subscribe({ path: { approval_code: code } });
  });
  beforeEach(() => void (ear.heard.length = 0));
  afterAll(async () => {
    ear.close();
    await town.sandbox.stop();
  });
  const person = (index: number): string => town.people[index] ?? '';
  const define = async (nodes: object[], more: object = {}): Promise<string> => {
    const widgets = [{ id: 'widget1', type: 'input', name: '项目', required: true }];
    return String((await town.client.act('define-approval', { name: '移送审批', widgets, nodes, ...more }))['approval']);
  };
  const create = async (data: object = {}): Promise<string> => {
    const made = await client.approval.v4.instance.create({ data: { approval_code: code, open_id: person(0), form: form(), ...data } });
    return made.data?.instance_code ?? '';
  };
  const get = async (instance: string) => (await client.approval.v4.instance.get({ path: { instance_id: instance } })).data;
  const refused = (expected: number) => ({ response: { status: 400, data: { code: expected } } });
  const decide = (index: number, instance: string, what: string, more: object = {}) =>
    town.client.act('decide', { as: person(index), instance, do: what, ...more });

  it.each<[string, object, number]>([
    ['an unknown definition', { approval_code: 'NONE' }, 1390002],
    ['a form that is no string', { form: [] }, 1390001],
    ['a form with a widget the definition lacks', { form: JSON.stringify([{ id: 'other', type: 'input', value: '' }]) }, 1390001],
    ['a form without what is required', { form: '[]' }, 1390001],
    ['an applicant nobody knows', { open_id: 'ou_nobody' }, 1390001],
  ])('refuses %s', async (_what, data, expected) => {
    await expect(create(data)).rejects.toMatchObject(refused(expected));
  });

  it('one uuid makes one instance, which can be asked for by it (60012)', async () => {
    const instance = await create({ uuid: 'matter-0001' });
    await expect(create({ uuid: 'matter-0001' })).rejects.toMatchObject(refused(60012));
    expect((await get('matter-0001'))?.serial_number).toBe((await get(instance))?.serial_number);
    await expect(get('nothing')).rejects.toMatchObject(refused(1390003));
  });

  it('goes step by step, by the page and by the API, and is approved by the last of all who must', async () => {
    const instance = await create({ title: '移送公安' });
    expect((await get(instance))?.task_list).toMatchObject([{ open_id: person(1), status: 'PENDING' }]);
    await decide(1, instance, 'approve', { comment: '同意' });
    const second = (await get(instance))?.task_list?.filter((task) => task.status === 'PENDING') ?? [];
    expect(second.map((task) => task.open_id)).toEqual([person(1), person(2)]);
    const data = { approval_code: code, instance_code: instance, user_id: person(2), task_id: second[1]?.id ?? '', comment: '可以' };
    await client.approval.v4.task.approve({ params: { user_id_type: 'open_id' }, data });
    await expect(client.approval.v4.task.approve({ params: { user_id_type: 'open_id' }, data })).rejects.toMatchObject(refused(1390001));
    expect((await get(instance))?.status).toBe('PENDING');
    await decide(1, instance, 'approve');
    const done = await get(instance);
    expect([done?.status, done?.timeline?.map((line) => line.type)]).toEqual(['APPROVED', ['START', 'PASS', 'PASS', 'PASS']]);
  });

  it('a rejection ends it for everybody, a transfer hands the task on', async () => {
    const own = await define([{ type: 'OR', approvers: [person(1), person(2)] }]);
    const instance = await create({ approval_code: own });
    await decide(1, instance, 'transfer', { to: person(0) });
    await decide(2, instance, 'reject', { comment: '材料不全' });
    const tasks = (await get(instance))?.task_list?.map((task) => [task.open_id, task.status]);
    expect(tasks).toEqual([
      [person(1), 'TRANSFERRED'],
      [person(2), 'REJECTED'],
      [person(0), 'DONE'],
    ]);
    expect((await get(instance))?.status).toBe('REJECTED');
    await expect(decide(0, instance, 'approve')).rejects.toThrow('没有等他审批的事');
  });

  it('the applicant takes it back, unless that was forbidden', async () => {
    const instance = await create();
    await expect(decide(1, instance, 'cancel')).rejects.toThrow('不能撤回');
    await decide(0, instance, 'cancel');
    expect((await get(instance))?.status).toBe('CANCELED');
    await expect(decide(0, await create({ forbid_revoke: true }), 'cancel')).rejects.toThrow('不能撤回');
  });

  it('steps without approvers need somebody named', async () => {
    const open = await define([{ id: 'head', approvers: [] }]);
    await expect(create({ approval_code: open })).rejects.toMatchObject(refused(1390001));
    const instance = await create({ approval_code: open, node_approver_open_id_list: [{ key: 'head', value: [person(2)] }] });
    expect((await get(instance))?.task_list).toMatchObject([{ open_id: person(2), node_id: 'head' }]);
  });

  it('pushes in the old envelope, and only to an app that subscribed', async () => {
    const quiet = await define([{ approvers: [person(1)] }]);
    await create({ approval_code: quiet });
    const instance = await create({ uuid: 'told-0001' });
    await decide(1, instance, 'reject');
    const told = await ear.hears('approval_instance', { instance_code: instance, status: 'REJECTED' });
    expect(told).toMatchObject({ app_id: app.appId, approval_code: code, operate_time: expect.stringMatching(/^\d{13}$/) as string });
    expect(told).not.toHaveProperty('schema');
    await ear.hears('approval_task', { instance_code: instance, status: 'REJECTED', open_id: person(1), user_id: 'u2' });
    expect(ear.heard.every((each) => each['approval_code'] === code)).toBe(true);
    await expect(client.approval.v4.approval.subscribe({ path: { approval_code: code } })).rejects.toMatchObject(refused(1390007));
    await client.approval.v4.approval.unsubscribe({ path: { approval_code: code } });
    await expect(client.approval.v4.approval.unsubscribe({ path: { approval_code: code } })).rejects.toMatchObject(refused(1390008));
    await client.approval.v4.approval.subscribe({ path: { approval_code: code } });
  });

  it('the events of the second version come to an app that names them', async () => {
    const named = ['approval.instance.status_changed_v4', 'approval.task.status_changed_v4'];
    const other = await startTown();
    const second = await listenTo(other, [...named, 'approval_instance']);
    const [zero, one] = other.people;
    const { approval } = await other.client.act('define-approval', { name: '移送', nodes: [{ approvers: [one] }] });
    await other.client.act('console', { app: app.appId, events: named });
    const { instance } = await other.client.act('apply', { as: zero, approval, form: [] });
    expect(await second.hears('approval.task.status_changed_v4')).toMatchObject({ instance_code: instance, status: 'PENDING' });
    expect(await second.hears('approval.instance.status_changed_v4')).toMatchObject({ start_user: { open_id: zero } });
    expect(second.count('approval_instance')).toBe(0);
    second.close();
    await other.sandbox.stop();
  });

  it('a definition that was switched off takes nothing (1390015), and shows its steps', async () => {
    const off = await define([{ id: 'a', name: '处长', approvers: [person(1)] }], { enabled: false });
    await expect(create({ approval_code: off })).rejects.toMatchObject(refused(1390015));
    const shown = await client.approval.v4.approval.get({ path: { approval_code: off } });
    expect(shown.data).toMatchObject({ approval_name: '移送审批', status: 'INACTIVE', node_list: [{ node_id: 'a', name: '处长' }] });
  });
});
