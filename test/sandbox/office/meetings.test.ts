import type * as lark from '@larksuiteoapi/node-sdk';
import { afterAll, beforeAll, describe, expect, it } from 'vitest';
import { app, startTown, type Town } from '../city.ts';
import { listenTo, type Ear } from '../ear.ts';
import { officialClient } from '../login/agree.ts';

const day = 86_400;
const noon = Date.parse('2026-12-01T12:00:00+08:00') / 1000;
const names = [
  'meeting_started',
  'join_meeting',
  'leave_meeting',
  'meeting_ended',
  'recording_started',
  'recording_ended',
  'recording_ready',
];

type Wish = NonNullable<Parameters<lark.Client['vc']['v1']['reserve']['apply']>[0]>['data'];

const everywhere = 'vc.meeting.all_meeting_started_v1';

describe('reserved meetings', () => {
  let town: Town;
  let client: lark.Client;
  let ear: Ear;
  let now = noon * 1000;
  beforeAll(async () => {
    town = await startTown({ now: () => now });
    client = officialClient(town);
    ear = await listenTo(town, [...names.map((name) => `vc.meeting.${name}_v1`), 'minutes.minute.generated_v1', everywhere]);
  });
  afterAll(async () => {
    ear.close();
    await town.sandbox.stop();
  });
  const person = (index: number): string => town.people[index] ?? '';
  const reserve = async (data: Partial<Wish> = {}) => {
    const { meeting_settings: settings, ...rest } = data;
    const made = await client.vc.v1.reserve.apply({
      params: { user_id_type: 'open_id' },
      data: { end_time: String(noon + day), owner_id: person(0), meeting_settings: { topic: '会商', ...settings }, ...rest },
    });
    return made.data;
  };
  const refused = (code: number, status = 400) => ({ response: { status, data: { code } } });
  const act = (name: string, index: number, meeting: string, more: object = {}) =>
    town.client.act(name, { as: person(index), meeting, ...more });

  it.each<[string, Partial<Wish>]>([
    ['without owner', { owner_id: '' }],
    ['for more than 30 days', { end_time: String(noon + 31 * day) }],
    ['in the past', { end_time: String(noon - 1) }],
    ['with a password of three digits', { meeting_settings: { password: '123' } }],
    ['with a password of letters', { meeting_settings: { password: 'abcdef' } }],
    ['with eleven hosts', { meeting_settings: { assign_host_list: Array.from({ length: 11 }, () => ({ user_type: 1, id: 'ou_x' })) } }],
  ])('refuses a reservation %s with 121003', async (_what, data) => {
    await expect(reserve(data)).rejects.toMatchObject(refused(121003));
  });

  it('names hosts that do not exist and keeps the others', async () => {
    const hosts = [person(1), 'ou_nobody'].map((id) => ({ user_type: 1, id }));
    const made = await reserve({ meeting_settings: { assign_host_list: hosts } });
    expect(made?.reserve_correction_check_info?.invalid_host_id_list).toEqual(['ou_nobody']);
    const got = await client.vc.v1.reserve.get({ path: { reserve_id: made?.reserve?.id ?? '' } });
    expect(got.data?.reserve).toMatchObject({
      expire_status: 1,
      reserve_user_id: person(0),
      meeting_settings: { assign_host_list: [hosts[0]] },
    });
  });

  it('neither makes a calendar event nor tells anybody', async () => {
    const lines = (await town.client.messages(person(0), {})).length;
    await reserve();
    expect([await town.client.calendar(person(0)), (await town.client.messages(person(0), {})).length]).toEqual([[], lines]);
  });

  it('can be changed and taken back; then it is unknown (121004)', async () => {
    const id = (await reserve())?.reserve?.id ?? '';
    const path = { reserve_id: id };
    const moved = await client.vc.v1.reserve.update({ path, data: { end_time: String(noon + 2 * day) } });
    expect(moved.data?.reserve?.end_time).toBe(String(noon + 2 * day));
    await client.vc.v1.reserve.delete({ path });
    await expect(client.vc.v1.reserve.get({ path })).rejects.toMatchObject(refused(121004, 404));
  });

  it('starts with the first who comes and ends with the last who goes; times are seconds as strings', async () => {
    const made = await reserve({ meeting_settings: { password: '4321' } });
    const id = made?.reserve?.id ?? '';
    const no = made?.reserve?.meeting_no ?? '';
    await expect(client.vc.v1.reserve.getActiveMeeting({ path: { reserve_id: id } })).rejects.toMatchObject(refused(122002, 404));
    await expect(act('enter-meeting', 1, no)).rejects.toThrow('会议密码不对');
    await act('enter-meeting', 1, no, { password: '4321' });
    await ear.hears('vc.meeting.join_meeting_v1', {});
    const started = await ear.hears('vc.meeting.meeting_started_v1');
    expect(started).toMatchObject({
      meeting: { topic: '会商', meeting_no: no, start_time: String(noon) },
      operator: { id: { open_id: person(1) }, user_role: 2 },
    });
    await act('enter-meeting', 0, no);
    const active = await client.vc.v1.reserve.getActiveMeeting({ path: { reserve_id: id }, params: { with_participants: true } });
    expect(active.data?.meeting?.participants?.map((each) => each.id)).toEqual([person(1), person(0)]);
    await act('leave-meeting', 1, no);
    now += 60_000;
    await act('leave-meeting', 0, no);
    const ended = await ear.hears('vc.meeting.meeting_ended_v1');
    expect(ended).toMatchObject({ meeting: { end_time: String(noon + 60) } });
    expect(ear.count('vc.meeting.leave_meeting_v1')).toBe(2);
  });

  it('only its host ends and records it; the minutes are not ready until they are written down (2091003)', async () => {
    const no = (await reserve())?.reserve?.meeting_no ?? '';
    await act('enter-meeting', 0, no);
    await act('enter-meeting', 1, no);
    await expect(act('end-meeting', 1, no)).rejects.toThrow('只有主持人');
    await act('record-meeting', 0, no);
    now += 30_000;
    const minute = String((await act('record-meeting', 0, no, { on: false }))['minute']);
    expect(await ear.hears('vc.meeting.recording_ready_v1')).toMatchObject({
      url: expect.stringContaining(minute) as string,
      duration: '30000',
    });
    const path = { minute_token: minute };
    const media = () => client.minutes.v1.minuteMedia.get({ path });
    expect((await client.minutes.v1.minute.get({ path })).data?.minute).toMatchObject({ token: minute, title: '会商', duration: '30000' });
    await expect(media()).rejects.toMatchObject(refused(2091003));
    await town.client.act('transcribe', { as: person(0), minute, text: '王磊：材料齐了\n李娜：好' });
    await ear.hears('minutes.minute.generated_v1', { minute_token: minute });
    expect((await media()).data?.download_url).toContain(minute);
    const words = async (params: object): Promise<string> => {
      const file = await client.minutes.v1.minuteTranscript.get({ path, params });
      const chunks: Buffer[] = [];
      for await (const chunk of file.getReadableStream()) chunks.push(chunk as Buffer);
      return Buffer.concat(chunks).toString('utf8');
    };
    expect(await words({ need_speaker: false })).toBe('材料齐了\n好');
    expect(await words({ need_speaker: true, file_format: 'srt' })).toContain('00:00:00,000 --> 00:00:15,000\n王磊：材料齐了');
    await expect(client.minutes.v1.minute.get({ path: { minute_token: 'x' } })).rejects.toMatchObject(refused(2091001));
    await act('end-meeting', 0, no);
    expect(await ear.hears('vc.meeting.leave_meeting_v1')).toMatchObject({ leave_reason: 2 });
  });

  it('the events of the whole tenant come only to an app that names them', async () => {
    const meet = async () => act('enter-meeting', 0, (await reserve())?.reserve?.meeting_no ?? '');
    await meet();
    await town.client.act('console', { app: app.appId, events: [everywhere] });
    await meet();
    await ear.hears(everywhere);
    expect(ear.count(everywhere)).toBe(1);
  });
});
