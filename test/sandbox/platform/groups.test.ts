import { afterAll, beforeAll, describe, expect, it } from 'vitest';
import { fields, list, text, type Fields } from '../../../sandbox/json.ts';
import { app } from '../city.ts';
import { startListener, type Listener } from './listener.ts';
import { startScene, stranger, type Scene } from './scene.ts';
import { guestGroup, under } from './ways.ts';

const chats = '/im/v1/chats';

describe('groups', () => {
  let scene: Scene;
  let listener: Listener;
  beforeAll(async () => {
    listener = await startListener();
    scene = await startScene({ encryptKey: '', webhookUrl: listener.url });
  });
  afterAll(async () => {
    await scene.town.sandbox.stop();
    await listener.close();
  });

  it('tell their bots what was changed, and only that', async () => {
    const chat = await scene.group([scene.person(0)]);
    await scene.api('PUT', `${chats}/${chat}`, { name: '新名', at_all_permission: 'only_owner' });
    const { event } = await listener.hears('im.chat.updated_v1');
    expect(fields(event)).toMatchObject({
      before_change: { name: '专班', at_all_permission: 'all_members' },
      after_change: { name: '新名', at_all_permission: 'only_owner' },
    });
    expect(Object.keys(fields(fields(event)['after_change']))).not.toContain('edit_permission');
  });

  it.each([
    [
      'join',
      async (chat: string) => scene.town.client.act('withdraw', { as: scene.person(0), chat, person: scene.person(1) }),
      'withdrawn',
    ],
    ['leave', async (chat: string) => scene.town.client.act('leave', { as: scene.person(0), chat }), 'deleted'],
  ])('tell their bots who could not %s', async (_what, act, how) => {
    await act(await scene.group([scene.person(0), scene.person(1)]));
    const { event } = await listener.hears(`im.chat.member.user.${how}_v1`);
    expect(list(fields(event)['users'])).toHaveLength(1);
  });

  it('say who took a message back', async () => {
    const made = await scene.town.client.act('group', { as: scene.person(0), name: '群', people: [scene.person(1)], apps: [app.appId] });
    const said = await scene.town.client.say({ as: scene.person(1), to: text(made['chat']), text: '一' });
    await scene.town.client.act('recall', { as: scene.person(0), message: said });
    expect(fields((await listener.hears('im.message.recalled_v1'))['event'])['recall_type']).toBe('group_owner');
  });

  it('add what is possible, everything or nothing, as asked', async () => {
    const chat = await scene.group([scene.person(0)]);
    const ids = { id_list: [scene.person(1), `ou_${'0'.repeat(32)}`] };
    const add = (how: number): ReturnType<typeof scene.api> =>
      scene.api('POST', `${chats}/${chat}/members?member_id_type=open_id&succeed_type=${how}`, ids);
    expect((await add(0)).code).toBe(232043);
    expect((await add(2)).code).toBe(232043);
    expect((await add(1)).data).toMatchObject({ invalid_id_list: [], not_existed_id_list: [ids.id_list[1]] });
    expect((await scene.api('GET', `${chats}/${chat}/members`)).data['member_total']).toBe(2);
  });

  it('that ask for approval let nobody in at once', async () => {
    const chat = await guestGroup(scene, { membership_approval: 'approval_required' });
    const added = await scene.api('POST', `${chats}/${chat}/members?member_id_type=open_id`, { id_list: [scene.person(1)] });
    expect(added.data['pending_approval_id_list']).toEqual([scene.person(1)]);
  });

  it('are led by their managers too', async () => {
    const chat = await guestGroup(scene, {});
    const change = (): ReturnType<typeof scene.api> => scene.api('PUT', `${chats}/${chat}`, { at_all_permission: 'only_owner' });
    expect((await change()).code).toBe(232016);
    const body = { manager_ids: [app.appId] };
    const made = await scene.api('POST', `${chats}/${chat}/managers/add_managers?member_id_type=app_id`, body, stranger);
    expect(made.data['chat_bot_managers']).toEqual([app.appId]);
    expect((await change()).code).toBe(0);
    await scene.api('POST', `${chats}/${chat}/managers/delete_managers?member_id_type=app_id`, body, stranger);
    expect((await change()).code).toBe(232016);
  });

  it('may be written in by those named alone', async () => {
    const chat = await guestGroup(scene, {});
    const only = { moderation_setting: 'moderator_list', moderator_added_list: [scene.person(0)] };
    await scene.api('PUT', `${chats}/${chat}/moderation`, only, stranger);
    expect((await scene.send(chat)).code).toBe(230035);
    await scene.api('PUT', `${chats}/${chat}/moderation?member_id_type=app_id`, { moderator_added_list: [app.appId] }, stranger);
    expect((await scene.send(chat)).code).toBe(0);
  });

  it('are joined by a link while it holds, and by anybody when public', async () => {
    const chat = await scene.group([scene.person(0)]);
    const made = await scene.api('POST', `${chats}/${chat}/link`, { validity_period: 'week' });
    const link = made.data['share_link'];
    const late = scene.town.client.act('join', { as: scene.person(1), link: `${text(link)}0` });
    await expect(late).rejects.toThrow('没有这个群');
    expect(await scene.town.client.act('join', { as: scene.person(1), link })).toEqual({ chat });
    await scene.town.client.advance({ days: 8 });
    await expect(scene.town.client.act('join', { as: scene.person(2), link })).rejects.toThrow('链接已过期');
    await scene.api('PUT', `${chats}/${chat}`, { chat_type: 'public' });
    expect(await scene.town.client.act('join', { as: scene.person(2), chat })).toEqual({ chat });
  });

  it.each([
    ['without a name', { name: '', chat_type: 'public' }, 232042],
    ['with a name of one character', { name: '群', chat_type: 'public' }, 232020],
    ['with a setting that is not offered', { name: '群', edit_permission: 'nobody' }, 99992402],
    ['with a picture that is no avatar', { name: '群', avatar: 'img_v3_x' }, 232001],
  ])('are not made %s', async (_what, body, code) => {
    expect((await scene.api('POST', chats, body)).code).toBe(code);
  });

  it('have tabs, at most twenty', async () => {
    const chat = await scene.group([scene.person(0)]);
    const tab = { tab_name: '台账', tab_type: 'url', tab_content: { url: 'https://x' } };
    const made = await scene.api('POST', `${chats}/${chat}/chat_tabs`, { chat_tabs: [tab] });
    const id = text(fields(list(made.data['chat_tabs']).at(-1))['tab_id']);
    await scene.api('POST', `${chats}/${chat}/chat_tabs/update_tabs`, { chat_tabs: [{ tab_id: id, tab_name: '新台账' }] });
    const listed = await scene.api('GET', `${chats}/${chat}/chat_tabs/list_tabs`);
    expect(list(listed.data['chat_tabs']).at(-1)).toMatchObject({ tab_id: id, tab_name: '新台账', tab_content: { url: 'https://x' } });
    expect((await scene.api('POST', `${chats}/${chat}/chat_tabs`, { chat_tabs: Array.from({ length: 20 }, () => tab) })).code).toBe(232046);
    expect((await scene.api('DELETE', `${chats}/${chat}/chat_tabs/delete_tabs`, { tab_ids: ['1'] })).code).toBe(232047);
    expect((await scene.api('DELETE', `${chats}/${chat}/chat_tabs/delete_tabs`, { tab_ids: [id] })).code).toBe(0);
  });

  it('have an old announcement with revisions, or one that is a docx', async () => {
    const chat = await scene.group([scene.person(0)]);
    const path = `${chats}/${chat}/announcement`;
    expect((await scene.api('GET', path)).code).toBe(232097);
    await under(scene, { docxAnnouncements: false }, async () => {
      expect((await scene.api('PATCH', path, { revision: '0', requests: ['{"x":1}'] })).code).toBe(0);
      expect((await scene.api('PATCH', path, { revision: '0', requests: ['{"x":2}'] })).code).toBe(232001);
      expect((await scene.api('GET', path)).data).toMatchObject({ content: '{"x":1}', revision: '1' });
    });
  });

  it('have a menu of at most three entries', async () => {
    const chat = await scene.group([scene.person(0)]);
    const item = { chat_menu_item: { name: '帮助', action_type: 'NONE' } };
    const put = (count: number): ReturnType<typeof scene.api> =>
      scene.api('POST', `${chats}/${chat}/menu_tree`, { menu_tree: { chat_menu_top_levels: Array.from({ length: count }, () => item) } });
    expect((await put(4)).code).toBe(99992402);
    expect((await put(3)).code).toBe(0);
    expect((await put(1)).code).toBe(99992402);
  });

  it('are held on top for those who are in them', async () => {
    const chat = await scene.group([scene.person(0)]);
    const body = { time_sensitive: true, user_ids: [scene.person(0), scene.person(1)] };
    const answer = await scene.api('PATCH', `/im/v2/feed_cards/${chat}?user_id_type=open_id`, body);
    expect(answer.data['failed_user_reasons']).toHaveLength(1);
    expect((await scene.api('PATCH', '/im/v2/feed_cards/bot_time_sentive?user_id_type=open_id', body)).code).toBe(0);
  });
});

describe('messages of other kinds', () => {
  let scene: Scene;
  beforeAll(async () => {
    scene = await startScene();
  });
  afterAll(() => scene.town.sandbox.stop());
  const post = (...content: Fields[][]): Fields => ({ msg_type: 'post', content: JSON.stringify({ zh_cn: { title: '题', content } }) });

  it.each([
    [
      'markdown beside something else',
      post([
        { tag: 'md', text: 'x' },
        { tag: 'text', text: 'y' },
      ]),
    ],
    ['an unknown tag', post([{ tag: 'button', text: 'x' }])],
    ['an unknown style', post([{ tag: 'text', text: 'x', style: ['blink'] }])],
    ['a post without language', { msg_type: 'post', content: '{"title":"x","content":[]}' }],
    ['a divider in a group', { msg_type: 'system', content: '{"type":"divider","params":{"divider_text":{"text":"昨天"}}}' }],
    ['a sticker nobody sent', { msg_type: 'sticker', content: '{"file_key":"x"}' }],
  ])('refuse %s', async (what, change) => {
    const to = what.includes('group') ? await scene.group([scene.person(0)]) : scene.person(0);
    expect((await scene.send(to, change)).code).toBe(230001);
  });

  it('a post is read back without language and with places for names', async () => {
    const id = await scene.sent(
      scene.person(0),
      post(
        [
          { tag: 'text', text: '请' },
          { tag: 'at', user_id: scene.person(0) },
        ],
        [{ tag: 'md', text: '**办**' }],
      ),
    );
    const read = await scene.api('GET', `/im/v1/messages/${id}`);
    const [item] = list(read.data['items']).map(fields);
    expect(JSON.parse(text(fields(item?.['body'])['content']))).toEqual({
      title: '题',
      content: [
        [
          { tag: 'text', text: '请' },
          { tag: 'at', user_id: '@_user_1', user_name: '王磊', style: [] },
        ],
        [{ tag: 'md', text: '**办**' }],
      ],
    });
    expect(item?.['mentions']).toMatchObject([{ key: '@_user_1', id: scene.person(0) }]);
  });

  it('a divider goes to one person', async () => {
    const divider = { msg_type: 'system', content: '{"type":"divider","params":{"divider_text":{"text":"昨天"}}}' };
    expect((await scene.send(scene.person(0), divider)).code).toBe(0);
  });

  it('one message goes to many, tells its progress and is taken back', async () => {
    const city = await scene.town.client.city();
    const body = {
      msg_type: 'text',
      content: { text: '通知' },
      department_ids: [city.departments[0]?.id],
      open_ids: [`ou_${'0'.repeat(32)}`],
    };
    const sent = await scene.api('POST', '/message/v4/batch_send/', body);
    expect(sent.data).toMatchObject({ message_id: expect.stringMatching(/^bm-/) as string, invalid_open_ids: body.open_ids });
    const path = `/im/v1/batch_messages/${text(sent.data['message_id'])}`;
    const progress = async (): Promise<unknown> => (await scene.api('GET', `${path}/get_progress`)).data;
    expect(await progress()).toMatchObject({ batch_message_send_progress: { success_user_ids_count: 2 } });
    expect((await scene.api('DELETE', path)).code).toBe(0);
    expect(await progress()).toMatchObject({ batch_message_recall_progress: { recall_count: 2 } });
    expect((await scene.town.client.messages(scene.person(0))).at(-1)?.recalled).toBe(true);
  });

  it('a text message that urges is counted down', async () => {
    const id = await scene.sent(scene.person(0));
    const before = (await scene.town.client.settings()).urgentSms;
    await scene.api('PATCH', `/im/v1/messages/${id}/urgent_sms?user_id_type=open_id`, { user_id_list: [scene.person(0)] });
    expect((await scene.town.client.settings()).urgentSms).toBe(before - 1);
  });
});
