import { afterAll, beforeAll, describe, expect, it } from 'vitest';
import * as lark from '@larksuiteoapi/node-sdk';
import { fields, text } from '../../sandbox/json.ts';
import { app, startTown, town as plan, type Town } from './city.ts';

const other = { appId: 'cli_fedcba9876543210', appSecret: 'b', name: '旁人', encryptKey: '', verificationToken: 'v', menu: [] };
const png = Buffer.from('iVBORw0KGgoAAAANSUhEUgAAAAEAAAABCAYAAAAfFcSJAAAADUlEQVR42mNk+M9QDwADhgGAWjR9awAAAABJRU5ErkJggg==', 'base64');

async function bytesOf(stream: NodeJS.ReadableStream): Promise<Buffer> {
  const chunks: Buffer[] = [];
  for await (const chunk of stream) chunks.push(chunk as Buffer);
  return Buffer.concat(chunks);
}

async function codeOf(work: Promise<unknown>): Promise<unknown> {
  try {
    return await work;
  } catch (error) {
    return (error as { response: { data: { code: number } } }).response.data.code;
  }
}

describe('the rest of the platform through the official Node SDK', () => {
  let town: Town;
  let client: lark.Client;
  let stranger: lark.Client;
  beforeAll(async () => {
    town = await startTown({}, { ...plan, apps: [...plan.apps, other] });
    const connect = (appId: string, appSecret: string): lark.Client =>
      new lark.Client({
        appId,
        appSecret,
        domain: town.sandbox.url,
        loggerLevel: lark.LoggerLevel.fatal,
        logger: { error: () => undefined, warn: () => undefined, info: () => undefined, debug: () => undefined, trace: () => undefined },
      });
    client = connect(app.appId, app.appSecret);
    stranger = connect(other.appId, other.appSecret);
  });
  afterAll(() => town.sandbox.stop());
  const person = (index: number): string => town.people[index] ?? '';

  it('uploads an image and a file from buffers without filename and sends them', async () => {
    const image = await client.im.v1.image.create({ data: { image_type: 'message', image: png } });
    const file = await client.im.v1.file.create({ data: { file_type: 'pdf', file_name: '移送函.pdf', file: Buffer.from('%PDF-1.7') } });
    expect(image?.image_key).toMatch(/^img_v3_/);
    const sent = await client.im.v1.message.create({
      params: { receive_id_type: 'open_id' },
      data: { receive_id: person(0), msg_type: 'file', content: JSON.stringify({ file_key: file?.file_key }) },
    });
    expect(sent.code).toBe(0);
    expect((await town.client.messages(person(0))).at(-1)?.content).toEqual({
      file_key: file?.file_key,
      file_name: '移送函.pdf',
      file_size: 8,
    });
    const back = await client.im.v1.file.get({ path: { file_key: file?.file_key ?? '' } });
    expect((await bytesOf(back.getReadableStream())).toString()).toBe('%PDF-1.7');
    expect(await codeOf(client.im.v1.image.create({ data: { image_type: 'message', image: Buffer.from('no image') } }))).toBe(234011);
    expect(await codeOf(client.im.v1.file.create({ data: { file_type: 'pdf', file_name: 'x', file: Buffer.alloc(0) } }))).toBe(234010);
  });

  it('downloads a file a person sent, and only with its own message', async () => {
    const message = await town.client.sendFile({ as: person(0), to: app.appId, name: '证据.pdf', bytes: Buffer.from('证据内容') });
    const shown = (await town.client.messages(person(0))).at(-1);
    const key = text(fields(shown?.content)['file_key']);
    const file = await client.im.v1.messageResource.get({ path: { message_id: message, file_key: key }, params: { type: 'file' } });
    expect((await bytesOf(file.getReadableStream())).toString()).toBe('证据内容');
    const words = await town.client.say({ as: person(0), to: app.appId, text: '别的消息' });
    const answer = await fetch(`${town.sandbox.url}/open-apis/im/v1/messages/${words}/resources/${key}?type=file`, {
      headers: { Authorization: `Bearer ${await client.tokenManager.getTenantAccessToken()}` },
    });
    expect(await answer.json()).toMatchObject({ code: 234003 });
    const big = await town.client.sendFile({
      as: person(0),
      to: app.appId,
      name: '大.zip',
      bytes: Buffer.from('x'),
      size: 101 * 1024 * 1024,
    });
    const bigKey = text(fields((await town.client.messages(person(0))).find((each) => each.id === big)?.content)['file_key']);
    const refused = await fetch(`${town.sandbox.url}/open-apis/im/v1/messages/${big}/resources/${bigKey}?type=file`, {
      headers: { Authorization: `Bearer ${await client.tokenManager.getTenantAccessToken()}` },
    });
    expect(await refused.json()).toMatchObject({ code: 234037 });
  });

  it('creates a group once per uuid, changes its members and disbands it', async () => {
    const make = (): ReturnType<typeof client.im.v1.chat.create> =>
      client.im.v1.chat.create({
        params: { user_id_type: 'open_id', uuid: 'group-1' },
        data: { name: '会商 001', user_id_list: [person(0), person(1)] },
      });
    const chat = (await make()).data?.chat_id ?? '';
    expect((await make()).data?.chat_id).toBe(chat);
    const added = await client.im.v1.chatMembers.create({
      path: { chat_id: chat },
      params: { member_id_type: 'open_id', succeed_type: 1 },
      data: { id_list: [person(2), `ou_${'0'.repeat(32)}`] },
    });
    expect(added.data?.not_existed_id_list).toHaveLength(1);
    const members = await client.im.v1.chatMembers.get({ path: { chat_id: chat }, params: { member_id_type: 'open_id' } });
    expect(members.data?.items?.map((each) => each.name)).toEqual(['王磊', '李娜', '巴特尔']);
    expect(members.data?.member_total).toBe(3);
    expect((await town.client.chats(person(2)))[0]).toMatchObject({ id: chat, name: '会商 001', mode: 'group' });
    await client.im.v1.chatMembers.delete({
      path: { chat_id: chat },
      params: { member_id_type: 'open_id' },
      data: { id_list: [person(2)] },
    });
    expect((await town.client.chats(person(2))).some((each) => each.id === chat)).toBe(false);
    expect(await codeOf(stranger.im.v1.chat.get({ path: { chat_id: chat } }))).toBe(232011);
    expect(
      await codeOf(
        stranger.im.v1.message.create({
          params: { receive_id_type: 'chat_id' },
          data: { receive_id: chat, msg_type: 'text', content: '{"text":"x"}' },
        }),
      ),
    ).toBe(230002);
    await client.im.v1.chat.delete({ path: { chat_id: chat } });
    expect(
      await codeOf(
        client.im.v1.message.create({
          params: { receive_id_type: 'chat_id' },
          data: { receive_id: chat, msg_type: 'text', content: '{"text":"x"}' },
        }),
      ),
    ).toBe(232009);
  });

  it('replies in the thread of a message and shows mentions by name', async () => {
    const asked = await town.client.say({ as: person(0), to: app.appId, text: '进度如何' });
    const answer = await client.im.v1.message.reply({
      path: { message_id: asked },
      data: {
        msg_type: 'text',
        content: JSON.stringify({ text: `<at user_id="${person(0)}">王磊</at> 在办` }),
        reply_in_thread: true,
        uuid: 'r-1',
      },
    });
    expect(answer.data).toMatchObject({
      parent_id: asked,
      root_id: asked,
      thread_id: expect.stringMatching(/^omt_/) as string,
      mentions: [{ key: '@_user_1', id: person(0), name: '王磊' }],
    });
    expect((await town.client.messages(person(0))).at(-1)).toMatchObject({ parent: asked, content: { text: '@王磊 在办' } });
  });

  it('finds people and departments', async () => {
    const found = await client.contact.v3.user.batchGetId({
      params: { user_id_type: 'open_id' },
      data: { emails: ['wang@example.com', 'nobody@example.com'] },
    });
    expect(found.data?.user_list?.map((each) => each.user_id)).toEqual([person(0), undefined]);
    const one = await client.contact.v3.user.get({ path: { user_id: 'u2' }, params: { user_id_type: 'user_id' } });
    expect(one.data?.user).toMatchObject({ open_id: person(1), name: '李娜', job_title: '科长' });
    const children = await client.contact.v3.department.children({ path: { department_id: '0' }, params: { page_size: 50 } });
    expect(children.data?.items?.map((each) => each.name)).toEqual(['住建局', '交易中心']);
    const inside = await client.contact.v3.user.findByDepartment({
      params: { department_id: children.data?.items?.[0]?.open_department_id ?? '', page_size: 1 },
    });
    expect(inside.data).toMatchObject({ has_more: true, items: [{ name: '王磊' }] });
    expect(await codeOf(client.contact.v3.user.get({ path: { user_id: `ou_${'0'.repeat(32)}` } }))).toBe(99992351);
  });

  it('a card entity is sent once and changes only with a rising sequence', async () => {
    const data = (words: string): string => JSON.stringify({ schema: '2.0', body: { elements: [{ tag: 'markdown', content: words }] } });
    const made = await client.cardkit.v1.card.create({ data: { type: 'card_json', data: data('一') } });
    const id = made.data?.card_id ?? '';
    const send = (): ReturnType<typeof client.im.v1.message.create> =>
      client.im.v1.message.create({
        params: { receive_id_type: 'open_id' },
        data: { receive_id: person(2), msg_type: 'interactive', content: JSON.stringify({ type: 'card', data: { card_id: id } }) },
      });
    await send();
    expect(await codeOf(send())).toBe(230099);
    const change = (sequence: number): Promise<unknown> =>
      client.cardkit.v1.card.update({ path: { card_id: id }, data: { card: { type: 'card_json', data: data('二') }, sequence } });
    await change(1);
    expect(await codeOf(change(1))).toBe(300317);
    expect(JSON.stringify((await town.client.lastCard(person(2)))?.content)).toContain('二');
  });

  it('reacts, pins, urges and offers bubbles', async () => {
    const sent = await client.im.v1.message.create({
      params: { receive_id_type: 'open_id' },
      data: { receive_id: person(1), msg_type: 'text', content: '{"text":"请看"}' },
    });
    const id = sent.data?.message_id ?? '';
    const reaction = await client.im.v1.messageReaction.create({ path: { message_id: id }, data: { reaction_type: { emoji_type: 'OK' } } });
    await client.im.v1.pin.create({ data: { message_id: id } });
    const urgent = await client.im.v1.message.urgentApp({
      path: { message_id: id },
      params: { user_id_type: 'open_id' },
      data: { user_id_list: [person(1), person(2)] },
    });
    expect(urgent.data?.invalid_user_id_list).toEqual([person(2)]);
    await client.im.v1.message.pushFollowUp({ path: { message_id: id }, data: { follow_ups: [{ content: '好' }] } });
    const shown = (await town.client.messages(person(1))).at(-1);
    expect(shown).toMatchObject({ reactions: [{ emoji: 'OK' }], followUps: ['好'] });
    await client.im.v1.messageReaction.delete({ path: { message_id: id, reaction_id: reaction.data?.reaction_id ?? '' } });
    expect((await town.client.messages(person(1))).at(-1)?.reactions).toEqual([]);
  });
});
