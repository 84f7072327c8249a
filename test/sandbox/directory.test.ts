import { afterAll, beforeAll, beforeEach, describe, expect, it } from 'vitest';
import { app, startTown, town as plan, type Town } from './city.ts';
import { listenTo, type Ear } from './ear.ts';

const user = (what: string) => `contact.user.${what}_v3`;
const department = (what: string) => `contact.department.${what}_v3`;
const types = [...['created', 'updated', 'deleted'].flatMap((what) => [user(what), department(what)]), 'contact.scope.updated_v3'];

describe('changes of the directory reach the apps that may see it', () => {
  let town: Town;
  let ear: Ear;
  beforeAll(async () => {
    town = await startTown();
    ear = await listenTo(town, types);
  });
  afterAll(async () => {
    ear.close();
    await town.sandbox.stop();
  });
  beforeEach(() => void (ear.heard.length = 0));
  const set = (change: object) => town.client.act('console', { app: app.appId, ...change });

  it('somebody comes, changes and leaves; the old values are only those that changed', async () => {
    const { person } = await town.client.act('hire', { name: '苏和', title: '科员', department: 'house', mobile: '13900000000' });
    expect(await ear.hears(user('created'))).toMatchObject({ object: { open_id: person, name: '苏和', status: { is_resigned: false } } });
    await town.client.act('change-person', { person, title: '科长', department: 'centre' });
    const told = await ear.hears(user('updated'));
    const centre = (await town.client.city()).departments.find((each) => each.code === 'centre')?.id;
    expect(told['object']).toMatchObject({ job_title: '科长', department_ids: [centre] });
    expect(Object.keys(told['old_object'] as object).toSorted()).toEqual(['department_ids', 'job_title']);
    await town.client.act('resign', { person });
    const left = await ear.hears(user('deleted'));
    expect(left).toMatchObject({
      object: { open_id: person, status: { is_resigned: true } },
      old_object: { department_ids: [centre], open_id: person },
    });
    expect((await town.client.city()).people.find((each) => each.id === person)?.resigned).toBe(true);
    await expect(town.client.act('change-person', { person, title: '局长' })).rejects.toThrow('已离职');
  });

  it('what the app has no scope for is left out, and a change of that alone is not told', async () => {
    await set({ scopes: ['contact:contact.base:readonly'] });
    const { person } = await town.client.act('hire', { name: '其其格', title: '科员', department: 'house', mobile: '13900000001' });
    const { object } = await ear.hears(user('created'));
    expect(object).toMatchObject({ name: '其其格' });
    for (const hidden of ['user_id', 'mobile', 'email', 'job_title', 'department_ids']) expect(object).not.toHaveProperty(hidden);
    await town.client.act('change-person', { person, mobile: '13900000002' });
    await town.client.act('change-person', { person, name: '其其格玛' });
    await ear.hears(user('updated'), { old_object: { name: '其其格' } });
    expect(ear.count(user('updated'))).toBe(1);
    await set({ scopes: 'all' });
  });

  it('a department is made, renamed and, once empty, deleted', async () => {
    const made = await town.client.act('department', { do: 'create', code: 'water', name: '水利局', parent: 'house' });
    const house = (await town.client.city()).departments.find((each) => each.code === 'house')?.id;
    expect(await ear.hears(department('created'))).toMatchObject({ object: { name: '水利局', parent_department_id: house } });
    await town.client.act('department', { do: 'rename', department: 'water', name: '市水利局' });
    expect(await ear.hears(department('updated'))).toMatchObject({ object: { name: '市水利局' }, old_object: { name: '水利局' } });
    await expect(town.client.act('department', { do: 'delete', department: 'house' })).rejects.toThrow('部门里还有人');
    await town.client.act('department', { do: 'delete', department: 'water' });
    expect(await ear.hears(department('deleted'))).toMatchObject({
      object: { open_department_id: made['department'], status: { is_deleted: true } },
    });
  });

  it('an app hears only of people in its contact range, and of changes of that range', async () => {
    const { departments } = await town.client.city();
    const centre = departments.find((each) => each.code === 'centre')?.id ?? '';
    const house = departments.find((each) => each.code === 'house')?.id ?? '';
    await set({ contactRange: [centre] });
    const narrowed = await ear.hears('contact.scope.updated_v3');
    expect(narrowed).toMatchObject({ added: { departments: [] }, removed: { departments: [{ open_department_id: house }] } });
    await town.client.act('hire', { name: '外人', department: 'house' });
    const { person } = await town.client.act('hire', { name: '自己人', department: 'centre' });
    await ear.hears(user('created'));
    expect(ear.heard.filter((each) => each['heard_as'] === user('created'))).toMatchObject([{ object: { open_id: person } }]);
    await set({ contactRange: 'all' });
  });

  it('a city plan that adds somebody is told too, the same plan again is not', async () => {
    const newcomer = { code: 'house', name: '住建局', people: [{ userId: 'u9', name: '新人', title: '科员' }] };
    const grown = { ...plan, departments: [...plan.departments, newcomer] };
    await town.client.city(grown);
    await ear.hears(user('created'), {});
    const before = ear.heard.length;
    await town.client.city(grown);
    await town.client.act('department', { do: 'create', code: 'last', name: '末局' });
    await ear.hears(department('created'));
    expect(ear.heard.length).toBe(before + 1);
  });
});
