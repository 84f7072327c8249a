import { afterAll, beforeAll, describe, expect, it } from 'vitest';
import { startTown, type Town } from './city.ts';
import { callApi, sendCard } from './wire.ts';

const blank = { schema: '2.0', body: { elements: [{ tag: 'hr' }] } };

describe('messages', () => {
  let town: Town;
  let person = '';
  beforeAll(async () => {
    town = await startTown();
    person = town.people[1] ?? '';
  });
  afterAll(() => town.sandbox.stop());

  const send = (data: Record<string, unknown>, type = 'open_id'): ReturnType<typeof callApi> =>
    callApi(town, 'POST', `/im/v1/messages?receive_id_type=${type}`, {
      receive_id: person,
      msg_type: 'text',
      content: '{"text":"x"}',
      ...data,
    });

  it.each([
    ['content that is an object', { content: { text: 'x' } }, 230001],
    ['content that is no JSON', { content: 'x' }, 230001],
    ['an unknown msg_type', { msg_type: 'poem' }, 230001],
    ['an open_id of nobody', { receive_id: `ou_${'0'.repeat(32)}` }, 99992351],
    ['an id with a wrong prefix', { receive_id: 'on_1' }, 230034],
    [
      'a card over 30 KB',
      {
        msg_type: 'interactive',
        content: JSON.stringify({ ...blank, body: { elements: [{ tag: 'markdown', content: 'x'.repeat(31_000) }] } }),
      },
      230025,
    ],
    ['an image that nobody uploaded', { msg_type: 'image', content: '{"image_key":"img_v3_1"}' }, 230001],
  ])('refuses %s', async (_what, data, code) => {
    expect(await send(data)).toMatchObject({ status: 400, body: { code } });
  });

  it('an illegal card is 230099 with the inner code', async () => {
    const { body } = await send({ msg_type: 'interactive', content: JSON.stringify({ ...blank, body: { elements: [{ tag: 'note' }] } }) });
    expect(body).toMatchObject({ code: 230099, msg: expect.stringContaining('ErrCode: 200861') as string });
  });

  it('more than five a second to one person are refused without rate-limit headers', async () => {
    const other = { receive_id: town.people[2] };
    const answers = await Promise.all(Array.from({ length: 7 }, () => send(other)));
    expect(answers.filter((answer) => answer.body['code'] === 0)).toHaveLength(5);
    const refused = answers.find((answer) => answer.body['code'] === 230020);
    expect(refused?.headers.get('x-ogw-ratelimit-reset')).toBeNull();
  });

  it('the same uuid sends once within an hour of the sandbox clock and again after it', async () => {
    const first = await send({ uuid: 'u-1' });
    const again = await send({ uuid: 'u-1' });
    expect(again.body['data']).toEqual(first.body['data']);
    await town.client.advance({ minutes: 61 });
    const later = await send({ uuid: 'u-1' });
    expect(later.body['data']).not.toEqual(first.body['data']);
  });

  it('a card is read back as a stub unless the authored card is asked for', async () => {
    const id = await sendCard(town, person, blank);
    const stub = await callApi(town, 'GET', `/im/v1/messages/${id}`);
    expect(JSON.stringify(stub.body)).toContain('请升级');
    const full = await callApi(town, 'GET', `/im/v1/messages/${id}?card_msg_content_type=user_card_content`);
    expect(JSON.stringify(full.body)).toContain('schema');
  });

  it('a recalled message cannot be patched or answered', async () => {
    const id = await sendCard(town, person, blank);
    expect((await callApi(town, 'DELETE', `/im/v1/messages/${id}`, {})).body['code']).toBe(0);
    expect((await callApi(town, 'PATCH', `/im/v1/messages/${id}`, { content: JSON.stringify(blank) })).body['code']).toBe(230011);
    expect((await callApi(town, 'POST', `/im/v1/messages/${id}/reply`, { msg_type: 'text', content: '{"text":"x"}' })).body['code']).toBe(
      230011,
    );
  });

  it('a card cannot be patched after 14 days', async () => {
    const id = await sendCard(town, person, blank);
    await town.client.advance({ days: 15 });
    expect((await callApi(town, 'PATCH', `/im/v1/messages/${id}`, { content: JSON.stringify(blank) })).body['code']).toBe(230031);
  });

  it('reading marks unread ones and is seen by the sender', async () => {
    const id = await sendCard(town, person, blank);
    const [chat] = await town.client.chats(person);
    expect(chat?.unread).toBeGreaterThan(0);
    await town.client.act('read', { as: person, chat: chat?.id });
    expect((await town.client.chats(person))[0]?.unread).toBe(0);
    const readers = await callApi(town, 'GET', `/im/v1/messages/${id}/read_users?user_id_type=open_id&page_size=10`);
    expect(readers.body['data']).toMatchObject({ items: [{ user_id: person }], has_more: false });
  });

  it('a refused call is a breach, a missing uuid only a note', async () => {
    await send({ content: 'x' });
    const { count, entries } = await town.client.breaches();
    expect(count).toBeGreaterThan(0);
    expect(entries.at(-1)?.breaches[0]).toContain('230001');
    await send({ receive_id: town.people[0] });
    const [last] = await town.client.log({ limit: 1 });
    expect(last).toMatchObject({ title: '发消息', breaches: [], notes: ['没有 uuid：超时重发会变成两条'] });
  });
});
