import { createServer, type Server } from 'node:http';
import type { AddressInfo } from 'node:net';
import * as lark from '@larksuiteoapi/node-sdk';
import { afterAll, beforeAll, describe, expect, it } from 'vitest';
import { startTown, type Town } from '../city.ts';
import { officialClient } from '../login/agree.ts';
import { callApi } from '../wire.ts';

const texts = { '@i18n@1': '协同监督', '@i18n@2': '移送审批', '@i18n@3': '同意' };
const words = [{ locale: 'zh-CN', is_default: true, texts: Object.entries(texts).map(([key, value]) => ({ key, value })) }];
const stamp = (minute: number): string => String(Date.parse('2026-12-01T09:00:00+08:00') + minute * 60_000);

describe('third-party approval', () => {
  let town: Town;
  let client: lark.Client;
  let system: Server;
  let url = '';
  const calls: Record<string, unknown>[] = [];
  let answer = 200;
  beforeAll(async () => {
    town = await startTown();
    client = officialClient(town);
    system = createServer((request, response) => {
      const chunks: Buffer[] = [];
      request.on('data', (chunk: Buffer) => chunks.push(chunk));
      request.on('end', () => {
        calls.push(JSON.parse(Buffer.concat(chunks).toString()) as Record<string, unknown>);
        response.writeHead(answer).end('{}');
      });
    });
    await new Promise<void>((resolve) => system.listen(0, '127.0.0.1', resolve));
    url = `http://127.0.0.1:${(system.address() as AddressInfo).port}/quick`;
    await define('SUPERVISE', {});
    await define('SEALED', { action_callback_key: 'a key' });
  });
  afterAll(async () => {
    system.closeAllConnections();
    system.close();
    await town.sandbox.stop();
  });
  const person = (index: number): string => town.people[index] ?? '';
  const define = (code: string, more: object) =>
    callApi(town, 'POST', '/approval/v4/external_approvals', {
      approval_name: '@i18n@2',
      approval_code: code,
      group_code: 'supervise',
      external: { biz_name: '@i18n@1', support_pc: true, action_callback_url: url, action_callback_token: 'a-token', ...more },
      i18n_resources: words,
    });
  const task = (change: object = {}) => ({
    task_id: 't1',
    open_id: person(1),
    title: '@i18n@2',
    links: { pc_link: 'https://example.cn/t', mobile_link: 'https://example.cn/t' },
    status: 'PENDING',
    create_time: stamp(0),
    end_time: '0',
    update_time: stamp(0),
    action_context: 'context-1',
    action_configs: [
      { action_type: 'APPROVE', action_name: '@i18n@3' },
      { action_type: 'REJECT', is_need_reason: true },
    ],
    ...change,
  });
  const send = (change: object = {}) =>
    callApi(town, 'POST', '/approval/v4/external_instances', {
      approval_code: 'SUPERVISE',
      instance_id: 'm1',
      status: 'PENDING',
      links: { pc_link: 'https://example.cn/m1', mobile_link: 'https://example.cn/m1' },
      title: '@i18n@2',
      open_id: person(0),
      start_time: stamp(0),
      end_time: '0',
      update_time: stamp(0),
      update_mode: 'REPLACE',
      task_list: [task()],
      i18n_resources: words,
      ...change,
    });
  const quick = (change: object = {}) =>
    town.client.act('quick-approve', { as: person(1), approval: 'SUPERVISE', instance: 'm1', task: 't1', do: 'APPROVE', ...change });

  it.each<[string, object, number]>([
    ['a definition that was not registered', { approval_code: 'OTHER' }, 1390002],
    ['a status that does not exist', { status: 'OPEN' }, 1390001],
    ['a title that is no key', { title: '移送审批' }, 1390001],
    ['a title whose key has no text', { title: '@i18n@9' }, 1390001],
    ['a time in seconds', { update_time: '1764550800' }, 1390001],
    ['301 tasks', { task_list: Array.from({ length: 301 }, (_, index) => ({ task_id: `t${index}` })) }, 1390001],
    ['texts without a default language', { i18n_resources: [] }, 1390001],
  ])('refuses %s', async (_what, change, code) => {
    expect((await send(change)).body['code']).toBe(code);
  });

  it('an older version changes nothing, a newer one replaces or adds', async () => {
    const stored = async (change: object) => ((await send(change)).body['data'] as { data: { status: string; task_list: unknown[] } }).data;
    await send({ update_time: stamp(10) });
    expect((await stored({ update_time: stamp(5), status: 'APPROVED' })).status).toBe('PENDING');
    const added = await stored({ update_time: stamp(11), update_mode: 'UPDATE', task_list: [task({ task_id: 't2' })] });
    expect(added.task_list).toHaveLength(2);
    expect((await stored({ update_time: stamp(12) })).task_list).toHaveLength(1);
  });

  it('check names the instances whose version is another', async () => {
    await send({ instance_id: 'm2', update_time: stamp(1) });
    const check = async (update: string, taskUpdate: string) => {
      const data = { instances: [{ instance_id: 'm2', update_time: update, tasks: [{ task_id: 't1', update_time: taskUpdate }] }] };
      return (await client.approval.v4.externalInstance.check({ data })).data?.diff_instances?.length;
    };
    expect([await check(stamp(1), stamp(0)), await check(stamp(2), stamp(0)), await check(stamp(1), stamp(7))]).toEqual([0, 1, 1]);
  });

  it('a quick approval reaches the system with token and context, and changes nothing by itself', async () => {
    await quick();
    expect(calls.at(-1)).toMatchObject({
      action_type: 'APPROVE',
      action_context: 'context-1',
      user_id: 'u2',
      approval_code: 'SUPERVISE',
      instance_id: 'm1',
      task_id: 't1',
      token: 'a-token',
      attachments: [],
    });
    await quick();
    await send({ update_time: stamp(20), status: 'APPROVED', task_list: [task({ status: 'APPROVED' })] });
    await expect(quick()).rejects.toThrow('已处理');
  });

  it('is encrypted with the key of the definition', async () => {
    await send({ approval_code: 'SEALED', instance_id: 'm3' });
    await quick({ approval: 'SEALED', instance: 'm3' });
    const sealed = calls.at(-1) as { encrypt: string };
    expect(Object.keys(sealed)).toEqual(['encrypt']);
    expect(JSON.parse(new lark.AESCipher('a key').decrypt(sealed.encrypt))).toMatchObject({ instance_id: 'm3', action_type: 'APPROVE' });
  });

  it('needs a reason where one is asked for, and says when the system does not take it', async () => {
    await send({ instance_id: 'm4' });
    await expect(quick({ instance: 'm4', do: 'REJECT' })).rejects.toThrow('请写理由');
    await expect(quick({ instance: 'm4', as: person(2) })).rejects.toThrow('没有这个待办');
    answer = 500;
    await expect(quick({ instance: 'm4', do: 'REJECT', reason: '材料不全' })).rejects.toThrow('没有成功');
    expect((await town.client.breaches()).entries.at(-1)?.title).toBe('推 快捷审批');
    answer = 200;
  });
});

describe('messages of the approval bot', () => {
  let town: Town;
  beforeAll(async () => void (town = await startTown()));
  afterAll(() => town.sandbox.stop());
  const person = (): string => town.people[0] ?? '';
  const send = async (change: object = {}) =>
    (
      await callApi(town, 'POST', '/approval/v1/message/send', {
        template_id: '1008',
        open_id: person(),
        approval_name: '移送审批',
        ...change,
      })
    ).body;
  const update = async (message: unknown, status: string) =>
    (await callApi(town, 'POST', '/approval/v1/message/update', { message_id: message, status })).body['code'];
  const idOf = (body: Record<string, unknown>) => (body['data'] as { message_id: string }).message_id;

  it('one uuid sends one message within the hour', async () => {
    const first = idOf(await send({ uuid: 'a-uuid' }));
    expect(idOf(await send({ uuid: 'a-uuid' }))).toBe(first);
    await town.client.advance({ hours: 1 });
    expect(idOf(await send({ uuid: 'a-uuid' }))).not.toBe(first);
  });

  it('only template 1008 can be updated, for 30 days', async () => {
    expect(await update(idOf(await send({ template_id: '1001' })), 'APPROVED')).toBe(1390001);
    const message = idOf(await send());
    expect([await update(message, 'APPROVED'), await update(message, 'MAYBE')]).toEqual([0, 1390001]);
    await town.client.advance({ days: 31 });
    expect(await update(message, 'REJECTED')).toBe(1390001);
  });
});
