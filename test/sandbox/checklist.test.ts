import { describe, expect, it } from 'vitest';
import { fields, list, type Fields } from '../../sandbox/json.ts';
import { app } from './city.ts';
import type { Hook } from './hook.ts';
import { endpoint } from './line.ts';
import { answerLogin, home } from './login/agree.ts';
import { anyone, button, card, code, form, hooked, line, login, open, raw, send, submit, tap } from './scene.ts';
import { callApi, sendCard } from './wire.ts';

const heard = async (hook: Hook, type: string): Promise<Fields> => {
  await expect.poll(() => hook.of(type).length, { message: type }).toBeGreaterThan(0);
  return fields(hook.of(type).at(-1)?.plain['event']);
};

describe('the conformance list of a Feishu stand-in', () => {
  it('1 the token: flat, the same until 30 minutes remain, early expiry, wrong secret', async () => {
    const town = await open();
    const first = await login(town);
    expect(first.body).toEqual({ code: 0, msg: 'ok', expire: 7200, tenant_access_token: expect.stringMatching(/^t-/) as string });
    expect((await login(town)).body['tenant_access_token']).toBe(first.body['tenant_access_token']);
    await town.client.faults({ tokenExpired: { times: 1 } });
    expect(await code(callApi(town, 'GET', '/bot/v3/info'))).toBe(99991663);
    expect(await login(town, 'wrong')).toMatchObject({ status: 200, body: { code: 10014, msg: 'app secret invalid' } });
  });

  it('2 every other path: no token, a wrong one, an unknown path, slowness, a log id', async () => {
    const town = await open();
    const none = await raw(town, '/bot/v3/info');
    expect(none).toMatchObject({ status: 400, body: { code: 99991661, error: { log_id: none.headers.get('x-tt-logid') } } });
    expect((await raw(town, '/bot/v3/info', { headers: { Authorization: 'Bearer t-no' } })).body['code']).toBe(99991663);
    expect(await raw(town, '/no/such')).toMatchObject({ status: 404, body: { code: 99991201 } });
    await town.client.faults({ apiSlow: { ms: 250, only: '/bot/*' } });
    const started = Date.now();
    await callApi(town, 'GET', '/bot/v3/info');
    expect(Date.now() - started).toBeGreaterThanOrEqual(250);
  });

  it('3 a GET with a JSON body, repeated arrays, files without filename, a content type without charset', async () => {
    const town = await open();
    const { tenant_access_token: token } = (await login(town)).body;
    const auth = { Authorization: `Bearer ${String(token)}` };
    const people = town.people.map((id) => `user_ids=${id}`).join('&');
    expect(list(fields((await raw(town, `/contact/v3/users/batch?${people}`, { headers: { ...auth, 'Content-Type': 'application/json' } })).body['data'])['items'])).toHaveLength(3);
    const body = '--b\r\nContent-Disposition: form-data; name="file_type"\r\n\r\nstream\r\n--b\r\nContent-Disposition: form-data; name="file_name"\r\n\r\na.txt\r\n--b\r\nContent-Disposition: form-data; name="file"\r\nContent-Type: application/octet-stream\r\n\r\nhi\r\n--b--\r\n';
    const upload = await raw(town, '/im/v1/files', { method: 'POST', headers: { ...auth, 'Content-Type': 'multipart/form-data; boundary=b' }, body });
    expect(upload.body).toMatchObject({ code: 0, data: { file_key: expect.stringMatching(/^file_v/) as string } });
    expect(await code(callApi(town, 'DELETE', '/im/v1/pins/om_none', {}))).toBe(99992354);
  });

  it('4 strict content, ids, membership, recalled, 14 days, 5 a second, 30 KB, uuid', async () => {
    const town = await open();
    expect(await code(send(town, { content: { text: 'x' } }))).toBe(230001);
    expect(await code(send(town, { receive_id: 'on_x' }))).toBe(230034);
    const { chat } = await town.client.act('group', { as: anyone(town), name: '群', people: [], apps: [] });
    expect(await code(send(town, { receive_id: chat }, 'chat_id'))).toBe(230002);
    const id = await sendCard(town, anyone(town), card(button('好')));
    const patch = (): Promise<unknown> => code(callApi(town, 'PATCH', `/im/v1/messages/${id}`, { content: JSON.stringify(card(button('新'))) }));
    await town.client.passes('15 天');
    expect(await patch()).toBe(230031);
    const gone = await sendCard(town, anyone(town), card());
    await callApi(town, 'DELETE', `/im/v1/messages/${gone}`);
    expect(await code(callApi(town, 'PATCH', `/im/v1/messages/${gone}`, { content: JSON.stringify(card()) }))).toBe(230011);
    expect(await code(send(town, { msg_type: 'interactive', content: JSON.stringify(card({ tag: 'markdown', content: '字'.repeat(11_000) })) }))).toBe(230025);
    const same = [await send(town, { uuid: 'u' }), await send(town, { uuid: 'u' })].map(({ body }) => fields(body['data'])['message_id']);
    expect(same[0]).toBe(same[1]);
    const rush = await Promise.all(Array.from({ length: 9 }, () => code(send(town, { receive_id: town.people[1] }))));
    expect(rush.filter((each) => each === 230020)).toHaveLength(4);
  });

  it.each<[string, Fields, string]>([
    ['an unknown property', { ...card(), config: { wide_screen_mode: true } }, '200621'],
    ['the tags of 1.0', card({ tag: 'note', elements: [] }), '200861'],
    ['a form without submit', card(form({ tag: 'input', name: 'a' })), '200621'],
    ['a field without name', card(form({ tag: 'input' }, submit)), '200530'],
    ['a name given twice', card(form({ tag: 'input', name: 'go' }, submit)), '200530'],
    ['more than 200 elements', card(...Array.from({ length: 201 }, () => ({ tag: 'hr' }))), '11310'],
    ['update_multi false', { ...card(), config: { update_multi: false } }, '300302'],
    ['an element_id that begins with a digit', card({ tag: 'hr', element_id: '1a' }), '200621'],
    ['a table that is not at the root', card({ tag: 'column_set', columns: [{ tag: 'column', elements: [{ tag: 'table', columns: [{ name: 'a', data_type: 'text' }], rows: [{ a: 'x' }] }] }] }), '200914'],
  ])('5 the card validator refuses %s', async (_what, bad, inner) => {
    const { body } = await send(await open(), { msg_type: 'interactive', content: JSON.stringify(bad) });
    expect(body).toMatchObject({ code: 230099, msg: expect.stringContaining(`Failed to create card content, ext=ErrCode: ${inner};`) as string });
  });

  it('6 the webhook: sealed and signed, 3 s, retries on the scaled clock, duplicates under another event_id, the challenge', async () => {
    const { town, hook } = await hooked();
    await expect.poll(async () => (await town.client.log()).map((entry) => entry.title)).toContain('请求地址已验证');
    await town.client.faults({ eventDuplicate: { times: 1 } });
    hook.answers(() => ({ status: 500 }));
    await town.client.say({ as: anyone(town), to: app.appId, text: '甲' });
    for (const [wait, times] of [['0 秒', 2], ['15 秒', 4], ['5 分钟', 6], ['1 小时', 8], ['6 小时', 10], ['3 天', 10]] as const) {
      await town.client.passes(wait);
      await expect.poll(() => hook.came.length).toBe(times);
      await expect.poll(async () => (await town.client.log({ limit: 999 })).filter((entry) => entry.title.startsWith('推 消息')).length).toBe(times);
    }
    expect(hook.came.every((came) => came.signed)).toBe(true);
    expect(new Set(hook.came.map(({ plain }) => fields(plain['header'])['event_id'])).size).toBe(2);
  });

  it('7 the long connection: endpoint errors, pings, fragments, one of many connections, redelivery', async () => {
    const town = await open({ fragmentBytes: 200 });
    for (const wrong of [1, 403, 514, 1000040343, 1000040350]) {
      await town.client.faults({ endpoint: { code: wrong, times: 1 } });
      expect((await endpoint(town)).code).toBe(wrong);
    }
    const lines = [await line(town, () => undefined), await line(town, () => undefined), await line(town, () => undefined)];
    expect(JSON.parse(String(lines[0]?.pongs[0]?.payload))).toMatchObject({ PingInterval: expect.any(Number) as number, ReconnectCount: -1 });
    await town.client.say({ as: anyone(town), to: app.appId, text: '长'.repeat(300) });
    const got = (): number[] => lines.map((each) => each.frames.length).filter((count) => count > 0);
    await expect.poll(() => got().length).toBe(1);
    const first = lines.find((each) => each.frames.length > 0);
    await expect.poll(() => first?.frames.length).toBe(Number(first?.frames[0]?.headers['sum']));
    expect(first?.frames.map((frame) => frame.headers['seq'])).toEqual(first?.frames.map((_frame, index) => String(index)));
    const before = lines.flatMap((each) => each.frames).length;
    await expect.poll(async () => (await town.client.breaches()).count, { timeout: 5000 }).toBe(1);
    await town.client.passes('15 秒');
    await expect.poll(() => lines.flatMap((each) => each.frames).length).toBe(before * 2);
  });

  it('8 a click: built as the client builds it, required fields, 3 s, the answer judged, the token, the race, 14 days', async () => {
    const { town, hook } = await hooked();
    const asked = card(form({ tag: 'date_picker', name: 'day', required: true }, submit));
    expect(await tap(town, asked, { at: { name: 'go' } })).toMatchObject({ outcome: 'blocked', missing: ['day'] });
    await tap(town, asked, { at: { name: 'go' }, form: { day: '2025-06-10' } });
    const action = fields(fields(hook.came[0]?.plain['event'])['action']);
    expect(action).toMatchObject({ tag: 'button', timezone: 'Asia/Shanghai', form_value: { day: '2025-06-10 +0800' } });
    const verdicts = [['{"code":0}', 200672], ['{"card":{"type":"raw","data":"{}"}}', 200673], ['{"card":{"type":"raw","data":{"elements":[]}}}', 200830]] as const;
    for (const [body, wrong] of verdicts) {
      hook.answers(() => ({ body }));
      expect((await tap(town, card(button('好')))).error?.code, body).toBe(wrong);
    }
    hook.answers(() => ({ after: 3400 }));
    expect((await tap(town, card(button('好')))).error?.code).toBe(200341);
    const raced = await sendCard(town, anyone(town), card(button('好')));
    hook.answers(() => ({ after: 400 }));
    const answer = town.client.tap({ as: anyone(town), message: raced, at: { text: '好' } });
    await callApi(town, 'PATCH', `/im/v1/messages/${raced}`, { content: JSON.stringify(card(button('先到'))) });
    await answer;
    expect(JSON.stringify((await town.client.lastCard(anyone(town)))?.content)).not.toContain('先到');
    hook.answers(() => ({}));
    const message = await sendCard(town, anyone(town), card(button('好')));
    await town.client.passes('15 天');
    expect((await town.client.tap({ as: anyone(town), message, at: { text: '好' } })).outcome).toBe('failed');
  });

  it('9 the token, PATCH and cardkit change one card, and sequence must grow', async () => {
    const { town, hook } = await hooked();
    const id = await sendCard(town, anyone(town), card(button('好')));
    const shown = async (): Promise<string> => JSON.stringify((await town.client.lastCard(anyone(town)))?.content);
    await town.client.tap({ as: anyone(town), message: id, at: { text: '好' } });
    const token = fields(hook.came[0]?.plain['event'])['token'];
    const update = (text: string): Promise<unknown> => code(callApi(town, 'POST', '/interactive/v1/card/update', { token, card: card(button(text)) }));
    expect([await update('一'), await shown()]).toEqual([0, expect.stringContaining('一')]);
    await callApi(town, 'PATCH', `/im/v1/messages/${id}`, { content: JSON.stringify(card(button('二'))) });
    expect(await shown()).toContain('二');
    expect([await update('三'), await update('四')]).toEqual([0, 300040]);
    const entity = fields((await callApi(town, 'POST', '/cardkit/v1/cards/id_convert', { message_id: id })).body['data'])['card_id'];
    const put = (sequence: number): Promise<unknown> => code(callApi(town, 'PUT', `/cardkit/v1/cards/${String(entity)}`, { sequence, card: { type: 'card_json', data: JSON.stringify(card(button('五'))) } }));
    expect([await put(2), await put(2)]).toEqual([0, 300317]);
    expect(await shown()).toContain('五');
  });

  it('10 ephemeral, urgent, read receipts, recall, members, the bot pulled in', async () => {
    const { town, hook } = await hooked();
    const { chat } = await town.client.act('group', { as: anyone(town), name: '群', people: [town.people[1]], apps: [app.appId] });
    expect(await heard(hook, 'im.chat.member.bot.added_v1')).toMatchObject({ chat_id: chat });
    await callApi(town, 'POST', `/im/v1/chats/${String(chat)}/members?member_id_type=open_id`, { id_list: [town.people[2]] });
    expect(await heard(hook, 'im.chat.member.user.added_v1')).toMatchObject({ users: [{ name: '巴特尔' }] });
    expect(await code(callApi(town, 'POST', '/ephemeral/v1/send', { chat_id: chat, open_id: anyone(town), msg_type: 'interactive', card: card(button('只你')) }))).toBe(0);
    expect(JSON.stringify(await town.client.messages(town.people[1] ?? ''))).not.toContain('只你');
    const id = await sendCard(town, anyone(town), card(button('好')));
    expect(await code(callApi(town, 'PATCH', `/im/v1/messages/${id}/urgent_app?user_id_type=open_id`, { user_id_list: [anyone(town)] }))).toBe(0);
    const mine = (await town.client.chats(anyone(town))).find((each) => each.mode === 'p2p');
    await town.client.act('read', { as: anyone(town), chat: mine?.id });
    expect(await heard(hook, 'im.message.message_read_v1')).toMatchObject({ message_id_list: [id] });
    const said = await town.client.say({ as: anyone(town), to: app.appId, text: '错' });
    await town.client.act('recall', { as: anyone(town), message: said });
    expect(await heard(hook, 'im.message.recalled_v1')).toMatchObject({ message_id: said });
  });

  it('11 limits come as 429 and 400 in turn, with headers at the gateway and without on a resource', async () => {
    const town = await open();
    await town.client.faults({ api429: { only: '/bot/*' } });
    const gateway = [await callApi(town, 'GET', '/bot/v3/info'), await callApi(town, 'GET', '/bot/v3/info')];
    expect(gateway.map(({ status, headers }) => [status, headers.has('x-ogw-ratelimit-reset')])).toEqual([[429, true], [400, true]]);
    const rush = await Promise.all(Array.from({ length: 7 }, () => send(town, {})));
    const refused = rush.filter(({ body }) => body['code'] === 230020);
    expect(refused.map(({ status, headers }) => [status, headers.has('x-ogw-ratelimit-reset')])).toEqual([[400, false], [400, false]]);
  });

  it('12 a file comes down only with its own message, and only where the bot is', async () => {
    const town = await open();
    const message = await town.client.sendFile({ as: anyone(town), to: app.appId, name: 'a.txt', bytes: Buffer.from('hi') });
    const other = await town.client.say({ as: anyone(town), to: app.appId, text: 'x' });
    const key = String(fields((await town.client.messages(anyone(town)))[0]?.content)['file_key']);
    const { tenant_access_token: token } = (await login(town)).body;
    const get = (path: string): Promise<Response> => fetch(`${town.sandbox.url}/open-apis/im/v1${path}`, { headers: { Authorization: `Bearer ${String(token)}` } });
    expect(await (await get(`/messages/${message}/resources/${key}?type=file`)).text()).toBe('hi');
    expect(await (await get(`/messages/${other}/resources/${key}?type=file`)).json()).toMatchObject({ code: 234003 });
    const { chat } = await town.client.act('group', { as: anyone(town), name: '群', people: [], apps: [] });
    const outside = await town.client.sendFile({ as: anyone(town), to: String(chat), name: 'b.txt', bytes: Buffer.from('hi') });
    expect(fields(await (await get(`/messages/${outside}/resources/${key}?type=file`)).json())['code']).toBe(234004);
    expect((await get(`/files/${key}`)).status).toBe(400);
  });

  it('13 logging in: choose who one is, a code for once, user_info, rotating refresh', async () => {
    const town = await open();
    const back = await answerLogin(town, anyone(town), { scope: 'offline_access' });
    const exchange = (more: Fields): ReturnType<typeof raw> =>
      raw(town, '/authen/v2/oauth/token', { method: 'POST', headers: { 'Content-Type': 'application/json' }, body: JSON.stringify({ client_id: app.appId, client_secret: app.appSecret, ...more }) });
    const grant = { grant_type: 'authorization_code', code: back.searchParams.get('code'), redirect_uri: home };
    const { body } = await exchange(grant);
    expect((await exchange(grant)).body['code']).not.toBe(0);
    const info = await raw(town, '/authen/v1/user_info', { headers: { Authorization: `Bearer ${String(body['access_token'])}` } });
    expect(info.body).toMatchObject({ code: 0, data: { name: '王磊', open_id: anyone(town) } });
    const refresh = { grant_type: 'refresh_token', refresh_token: body['refresh_token'] };
    expect((await exchange(refresh)).body['code']).toBe(0);
    expect((await exchange(refresh)).body['code']).not.toBe(0);
  });

  it('14 a card callback is never pushed twice', async () => {
    const { town, hook } = await hooked();
    hook.answers(() => ({ status: 500 }));
    expect((await tap(town, card(button('好')))).error?.code).toBe(200671);
    for (const wait of ['15 秒', '5 分钟', '1 小时', '6 小时']) await town.client.passes(wait);
    await town.client.say({ as: anyone(town), to: app.appId, text: '后来' });
    await heard(hook, 'im.message.receive_v1');
    expect(hook.of('card.action.trigger')).toHaveLength(1);
  });
});
