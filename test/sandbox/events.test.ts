import { afterEach, beforeEach, describe, expect, it } from 'vitest';
import * as lark from '@larksuiteoapi/node-sdk';
import { fields } from '../../sandbox/json.ts';
import { app, startTown, type Town } from './city.ts';
import { callApi } from './wire.ts';

type Heard = Record<string, unknown>;
const types = [
  'im.message.receive_v1',
  'im.message.recalled_v1',
  'im.message.message_read_v1',
  'im.message.reaction.created_v1',
  'im.message.reaction.deleted_v1',
  'im.chat.member.bot.added_v1',
  'im.chat.member.bot.deleted_v1',
  'im.chat.member.user.added_v1',
  'im.chat.member.user.deleted_v1',
  'im.chat.disbanded_v1',
  'im.chat.access_event.bot_p2p_chat_entered_v1',
  'application.bot.menu_v6',
];

describe('what people do reaches the bot as events', () => {
  let town: Town;
  let socket: lark.WSClient;
  let person = '';
  const heard: Heard[] = [];
  beforeEach(async () => {
    heard.length = 0;
    town = await startTown();
    person = town.people[0] ?? '';
    const handlers = Object.fromEntries(types.map((type) => [type, (data: Heard) => void heard.push(data)]));
    const dispatcher = new lark.EventDispatcher({ loggerLevel: lark.LoggerLevel.fatal }).register(handlers);
    await new Promise<void>((resolve) => {
      socket = new lark.WSClient({ ...app, domain: town.sandbox.url, loggerLevel: lark.LoggerLevel.fatal, onReady: () => resolve() });
      void socket.start({ eventDispatcher: dispatcher });
    });
  });
  afterEach(async () => {
    socket.close({ force: true });
    await town.sandbox.stop();
  });

  const hears = async (type: string): Promise<Heard> => {
    await expect.poll(() => heard.map((data) => data['event_type'])).toContain(type);
    return heard.findLast((data) => data['event_type'] === type) ?? {};
  };

  it('entering the chat and pressing the menu', async () => {
    const chat = await town.client.open(person, app.appId);
    expect(await hears('im.chat.access_event.bot_p2p_chat_entered_v1')).toMatchObject({ chat_id: chat, operator_id: { open_id: person } });
    await town.client.menu(person, app.appId, 'mine');
    const menu = await hears('application.bot.menu_v6');
    expect(menu).toMatchObject({ event_key: 'mine', operator: { operator_id: { open_id: person, user_id: 'u1' } } });
    expect(Number.isInteger(menu['timestamp'])).toBe(true);
    expect(String(menu['timestamp'])).toHaveLength(10);
  });

  it('a message in a group, with a mention of the bot', async () => {
    const { chat } = await town.client.act('group', { as: person, name: '值班群', people: [town.people[1]], apps: [app.appId] });
    expect(await hears('im.chat.member.bot.added_v1')).toMatchObject({ chat_id: chat, operator_id: { open_id: person } });
    await town.client.say({ as: person, to: String(chat), text: '查进度', mention: [app.appId] });
    const bot = (await town.client.city()).apps[0]?.botId;
    const { message } = await hears('im.message.receive_v1');
    expect(message).toMatchObject({
      chat_type: 'group',
      content: '{"text":"查进度 @_user_1"}',
      mentions: [{ key: '@_user_1', id: { open_id: bot }, name: '助手' }],
    });
    expect((await town.client.messages(town.people[1] ?? '')).at(-1)?.content).toEqual({ text: '查进度 @助手' });
  });

  it('leaving, sending the bot away, dissolving', async () => {
    const make = async (): Promise<unknown> =>
      (await town.client.act('group', { as: person, name: '群', people: [town.people[1]], apps: [app.appId] }))['chat'];
    const chat = await make();
    await town.client.act('leave', { as: town.people[1], chat });
    expect(await hears('im.chat.member.user.deleted_v1')).toMatchObject({ users: [{ user_id: { open_id: town.people[1] } }] });
    await town.client.act('kick', { as: person, chat, app: app.appId });
    expect(await hears('im.chat.member.bot.deleted_v1')).toMatchObject({ chat_id: chat });
    await town.client.act('disband', { as: person, chat: await make() });
    await hears('im.chat.disbanded_v1');
  });

  it('reading, reacting, recalling', async () => {
    const sent = await callApi(town, 'POST', '/im/v1/messages?receive_id_type=open_id', {
      receive_id: person,
      msg_type: 'text',
      content: '{"text":"x"}',
    });
    const id = fields(sent.body['data'])['message_id'];
    const [chat] = await town.client.chats(person);
    await town.client.act('read', { as: person, chat: chat?.id });
    expect(await hears('im.message.message_read_v1')).toMatchObject({ message_id_list: [id], reader: { reader_id: { open_id: person } } });
    await town.client.act('react', { as: person, message: id, emoji: 'OK' });
    expect(await hears('im.message.reaction.created_v1')).toMatchObject({
      message_id: id,
      reaction_type: { emoji_type: 'OK' },
      operator_type: 'user',
    });
    await town.client.act('react', { as: person, message: id, emoji: 'OK' });
    await hears('im.message.reaction.deleted_v1');
    const said = await town.client.say({ as: person, to: app.appId, text: '说错了' });
    await town.client.act('recall', { as: person, message: said });
    expect(await hears('im.message.recalled_v1')).toMatchObject({ message_id: said, recall_type: 'message_owner' });
  });

  it('every type of message, and a forwarded bundle whose parts can be read', async () => {
    const contents: Record<string, unknown> = {
      sticker: { file_key: 'x' },
      location: { name: '二楼', longitude: '1', latitude: '2' },
      share_user: { user_id: person },
      post: { title: 't', content: [[{ tag: 'text', text: 'x' }]] },
    };
    for (const [type, content] of Object.entries(contents)) await town.client.send({ as: person, to: app.appId, type, content });
    await town.client.sendFile({ as: person, to: app.appId, kind: 'audio', name: 'a.opus', bytes: Buffer.from('x') });
    await expect
      .poll(() => heard.map((data) => fields(data['message'])['message_type']))
      .toEqual(['sticker', 'location', 'share_user', 'post', 'audio']);
    const parts = (await town.client.messages(person)).map((message) => message.id);
    const { messages } = await town.client.act('forward', { as: person, to: app.appId, messages: parts, merged: true });
    await expect.poll(() => fields(heard.at(-1)?.['message'])['content']).toBe('{"content":"Merged and Forwarded Message"}');
    const [bundle] = messages as string[];
    const { body } = await callApi(town, 'GET', `/im/v1/messages/${bundle}`);
    const items = fields(body['data'])['items'] as Heard[];
    expect(items.map((item) => item['msg_type'])).toEqual(['merge_forward', 'sticker', 'location', 'share_user', 'post', 'audio']);
    expect(items.slice(1).every((item) => item['upper_message_id'] === bundle)).toBe(true);
  });
});
