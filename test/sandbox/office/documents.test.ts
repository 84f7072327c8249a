import type * as lark from '@larksuiteoapi/node-sdk';
import { afterAll, beforeAll, describe, expect, it } from 'vitest';
import { app, startTown, type Town } from '../city.ts';
import { listenTo } from '../ear.ts';
import { officialClient } from '../login/agree.ts';
import { callApi } from '../wire.ts';

describe('documents and what an app knows of itself', () => {
  let town: Town;
  let client: lark.Client;
  let now = Date.parse('2026-12-01T09:00:00+08:00');
  beforeAll(async () => {
    town = await startTown({ now: () => now });
    client = officialClient(town);
  });
  afterAll(() => town.sandbox.stop());

  const bytes = Buffer.from('Wikipedia');
  const upload = (change: object = {}) => {
    now += 1000;
    return client.drive.v1.media.uploadAll({
      data: { file_name: 'a.docx', parent_type: 'docx_file', parent_node: 'doxcn1', size: bytes.length, file: bytes, ...change },
    });
  };

  it('takes an upload whose size and Adler-32 checksum are right', async () => {
    expect((await upload({ checksum: '300286872' }))?.file_token).toMatch(/^boxcn[0-9a-f]{32}$/);
  });

  it.each<[string, object, number]>([
    ['the size is not that of the bytes', { size: 8 }, 1061002],
    ['the checksum is not theirs', { checksum: '300286873' }, 1061002],
    ['the place is none', { parent_type: 'wall' }, 1061002],
    ['the name is longer than 250', { file_name: 'a'.repeat(251) }, 1061002],
    ['it is larger than 20 MB', { size: 20 * 1024 * 1024 + 1 }, 1061043],
  ])('refuses an upload when %s', async (_what, change, code) => {
    await expect(upload(change)).rejects.toMatchObject({ response: { data: { code } } });
  });

  it('takes five uploads a second', async () => {
    now += 1000;
    const burst = () => callApi(town, 'POST', '/drive/v1/medias/upload_all', {});
    for (let turn = 0; turn < 5; turn += 1) expect((await burst()).body['code']).toBe(1061002);
    expect((await burst()).body['code']).toBe(99991400);
  });

  it('makes three documents a second and no title of more than 800 characters', async () => {
    now += 1000;
    const make = (title: string) => client.docx.v1.document.create({ data: { title } });
    expect((await make('函')).data?.document).toMatchObject({ title: '函', revision_id: 1 });
    await expect(make('长'.repeat(801))).rejects.toMatchObject({ response: { data: { code: 1770001 } } });
    await make('三');
    for (const title of ['四', '五'])
      await expect(make(title)).rejects.toMatchObject({ response: { status: 400, data: { code: 99991400 } } });
  });

  it('tells the bot all that it tells: beside the code, not under data', async () => {
    const { body } = await callApi(town, 'GET', '/bot/v3/info');
    expect(Object.keys(body['bot'] as object).toSorted()).toEqual([
      'activate_status',
      'app_name',
      'avatar_url',
      'ip_white_list',
      'open_id',
    ]);
    expect(body).toMatchObject({
      code: 0,
      bot: { activate_status: 2, app_name: '助手', open_id: expect.stringMatching(/^ou_/) as string },
    });
  });

  it('counts its long connections and names where events come from', async () => {
    const ear = await listenTo(town, ['im.message.receive_v1']);
    expect((await client.event.v1.connection.get({})).data?.online_instance_cnt).toBe(1);
    ear.close();
    expect((await client.event.v1.outboundIp.list({})).data?.ip_list).toEqual(['127.0.0.1']);
  });

  it('puts a red dot on the workbench by version', async () => {
    const set = (version: string) =>
      client.application.v6.appBadge.set({
        params: { user_id_type: 'open_id' },
        data: { user_id: town.people[0] ?? '', version, pc: { web_app: 3 } },
      });
    expect((await set('2')).code).toBe(0);
    await set('1');
    expect((await town.client.log({ limit: 1 }))[0]?.notes).toEqual(['版本不比上次新，红点不变']);
    await expect(set('two')).rejects.toMatchObject({ response: { data: { code: 99992402 } } });
    expect(app.appId).toMatch(/^cli_/);
  });
});
