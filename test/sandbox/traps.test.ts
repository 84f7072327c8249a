import * as lark from '@larksuiteoapi/node-sdk';
import { buffer } from 'node:stream/consumers';
import { inspect } from 'node:util';
import { describe, expect, it } from 'vitest';
import { fields, parse, text, type Fields } from '../../sandbox/json.ts';
import { signature } from '../../sandbox/wire/crypto.ts';
import { adapter, client } from './careless.ts';
import { app } from './city.ts';
import { mute } from './login/agree.ts';
import { anyone, blamed, button, card, code, foreignId, form, hooked, line, open, send, submit, tap } from './scene.ts';
import { callApi, sendCard } from './wire.ts';

const receive = 'im.message.receive_v1';

describe('the mistakes that bots make show here as they would on the platform', () => {
  it('1 trusting the SDK adapter: the probe finds that it takes forged pushes', async () => {
    const dispatcher = new lark.EventDispatcher({ encryptKey: 'test key', logger: mute }).register({ [receive]: () => undefined });
    const bot = await adapter(dispatcher);
    const { town, hook } = await hooked({ webhookUrl: bot.url });
    const taken = (await town.client.probe(app.appId)).filter((each) => !each.refused).map((each) => each.name);
    expect(taken).toEqual(expect.arrayContaining(['没有签名的推送', '签名不对的推送', '令牌不对的推送']));
    expect(await blamed(town)).toContain('接受了令牌不对的推送');
    hook.answers(() => ({ status: 401 }));
    await town.client.act('console', { app: app.appId, webhookUrl: hook.url });
    expect((await town.client.probe(app.appId)).every((each) => each.refused)).toBe(true);
    await bot.stop();
  });

  it('2 signing what was parsed and written again: one space and nothing fits', async () => {
    const { town, hook } = await hooked();
    await town.client.faults({ spacedBody: 1 });
    await town.client.say({ as: anyone(town), to: app.appId, text: '空格' });
    await expect.poll(() => hook.came.length).toBe(1);
    const { raw = '', headers = {} } = hook.came[0] ?? {};
    const header = (name: string): string => String(headers[`x-lark-${name}`]);
    const part = { timestamp: header('request-timestamp'), nonce: header('request-nonce'), encryptKey: 'test key' };
    expect(signature({ ...part, body: JSON.stringify(parse(raw)) })).not.toBe(header('signature'));
    expect(signature({ ...part, body: raw })).toBe(header('signature'));
  });

  it.each([['not given back', {}], ['given back after 1 s', { after: 1300 }], ['refused for want of a signature', { status: 401 }]])('3 a challenge %s is blamed', async (_how, said) => {
    const { town } = await hooked({}, () => said);
    await expect.poll(() => blamed(town), { timeout: 3000 }).toMatch(/challenge|401/);
  });

  it('4 telling messages apart by event_id: a duplicate has another one', async () => {
    const { town, hook } = await hooked();
    await town.client.faults({ eventDuplicate: { times: 1 } });
    await town.client.say({ as: anyone(town), to: app.appId, text: '一次' });
    await expect.poll(() => hook.came.length).toBe(2);
    const parts = hook.came.map(({ plain }) => [fields(plain['header'])['event_id'], fields(fields(plain['event'])['message'])['message_id']]);
    expect([0, 1].map((part) => new Set(parts.map((each) => each[part])).size)).toEqual([2, 1]);
  });

  it('5 working before the answer: after 3 s it is blamed and comes again', async () => {
    const { town, hook } = await hooked();
    hook.answers(() => ({ after: 3300 }));
    await town.client.say({ as: anyone(town), to: app.appId, text: '慢' });
    await expect.poll(() => blamed(town), { timeout: 5000 }).toContain('事件未被接收：3 秒内没有应答');
    await town.client.passes('15 秒');
    await expect.poll(() => hook.came.length).toBe(2);
  });

  it('6 seen before stored: what crashed between the two is dropped when it comes again', async () => {
    const { town, hook } = await hooked();
    const [seen, stored] = [new Set<unknown>(), [] as unknown[]];
    let crashes = 1;
    hook.answers(({ plain }) => {
      const id = fields(fields(plain['event'])['message'])['message_id'];
      const fresh = !seen.has(id);
      seen.add(id);
      if (fresh && (crashes -= 1) >= 0) return { status: 500 };
      if (fresh) stored.push(id);
      return {};
    });
    await town.client.say({ as: anyone(town), to: app.appId, text: '投诉' });
    await expect.poll(() => blamed(town)).toContain('500');
    await town.client.passes('8 小时');
    await expect.poll(() => hook.came.length).toBe(2);
    expect(stored).toEqual([]);
  });

  it('7 waiting for a click to come again: it does not', async () => {
    const { town, hook } = await hooked();
    hook.answers(() => ({ status: 503 }));
    expect((await tap(town)).error?.code).toBe(200671);
    await town.client.passes('7 小时');
    await town.client.menu(anyone(town), app.appId, 'mine');
    await expect.poll(() => hook.came.length).toBe(2);
    expect(hook.of('card.action.trigger')).toHaveLength(1);
  });

  it('8 changing the card before the answer: it jumps back and is blamed', async () => {
    const { town, hook } = await hooked();
    const message = await sendCard(town, anyone(town), card(button('好')));
    hook.answers(() => ({ after: 300 }));
    const answer = town.client.tap({ as: anyone(town), message, at: { text: '好' } });
    await callApi(town, 'PATCH', `/im/v1/messages/${message}`, { content: JSON.stringify(card(button('抢先'))) });
    await answer;
    expect(JSON.stringify((await town.client.lastCard(anyone(town)))?.content)).not.toContain('抢先');
    expect(await blamed(town)).toContain('恢复了点按前的卡片');
  });

  it('9 nothing, a bare card or {code:0} as the answer to a click', async () => {
    const { town, hook } = await hooked();
    for (const body of ['', JSON.stringify(card()), '{"code":0}']) {
      hook.answers(() => ({ body }));
      expect((await tap(town)).error?.code, body).toBe(200672);
    }
    const overSocket = await open();
    await line(overSocket);
    expect((await tap(overSocket)).error?.code).toBe(108002);
  });

  it('10 mixing 1.0 and 2.0: in the answer and in the card', async () => {
    const { town, hook } = await hooked();
    hook.answers(() => ({ body: '{"card":{"type":"raw","data":{"config":{},"elements":[]}}}' }));
    expect((await tap(town)).error?.code).toBe(200830);
    const sent = async (what: unknown): Promise<string> => text((await send(town, { msg_type: 'interactive', content: JSON.stringify(what) })).body['msg']);
    expect([await sent(card({ tag: 'action', actions: [] })), await sent({ ...card(), config: { wide_screen_mode: true } })]).toEqual([expect.stringContaining('ErrCode: 200861'), expect.stringContaining('ErrCode: 200621')]);
  });

  it.each([['no submit button', form({ tag: 'input', name: 'a' })], ['a field without name', form({ tag: 'input' }, submit)], ['a name given twice', form({ tag: 'input', name: 'go' }, submit)], ['a form inside a form', form(form(submit), submit)]])('11 a form with %s is not sent', async (_what, bad) => {
    expect(await code(send(await open(), { msg_type: 'interactive', content: JSON.stringify(card(bad)) }))).toBe(230099);
  });

  it('12 looking for a form in action.option: it stands in form_value, lists as lists, days with their offset', async () => {
    const { town, hook } = await hooked();
    const tags = { tag: 'multi_select_static', name: 'tags', options: [{ text: { tag: 'plain_text', content: '甲' }, value: 'a' }] };
    await tap(town, card(form(tags, { tag: 'date_picker', name: 'day' }, submit)), { at: { name: 'go' }, form: { tags: ['a'], day: '2025-06-10' } });
    const action = fields(fields(hook.came[0]?.plain['event'])['action']);
    expect(action).toMatchObject({ tag: 'button', form_value: { tags: ['a'], day: '2025-06-10 +0800' } });
    expect(action['option']).toBeUndefined();
  });

  it('13 taking one token for the other: header.token does not update a card', async () => {
    const { town, hook } = await hooked();
    await tap(town);
    const { header, event } = hook.came[0]?.plain ?? {};
    const update = (token: unknown): Promise<unknown> => code(callApi(town, 'POST', '/interactive/v1/card/update', { token, card: card() }));
    expect([await update(fields(header)['token']), await update(fields(event)['token'])]).toEqual([300020, 0]);
  });

  it('14 trusting what stands in the button: anybody in the group can tap it, and only operator says who', async () => {
    const { town, hook } = await hooked();
    const { chat } = await town.client.act('group', { as: anyone(town), name: '群', people: [town.people[1]], apps: [app.appId] });
    const content = JSON.stringify(card({ ...button('批准'), behaviors: [{ type: 'callback', value: { approver: anyone(town) } }] }));
    const message = text(fields((await send(town, { receive_id: chat, msg_type: 'interactive', content }, 'chat_id')).body['data'])['message_id']);
    await town.client.tap({ as: town.people[1] ?? '', message, at: { text: '批准' } });
    expect(hook.of('card.action.trigger')[0]?.plain['event']).toMatchObject({ operator: { open_id: town.people[1] }, action: { value: { approver: anyone(town) } } });
  });

  it('15 an open_id that this app does not know is refused, one of another app by a code of its own', async () => {
    const town = await open();
    for (const [id, refused] of [[await foreignId(town), 99992361], [`ou_${'0'.repeat(32)}`, 99992351]]) expect(await code(send(town, { receive_id: id }))).toBe(refused);
  });

  it('16 sending again without uuid: two messages, and a note; with it one', async () => {
    const town = await open();
    await town.client.faults({ seed: 2, apiReset: { only: 'POST /im/*' } });
    for (let tries = 0; tries < 6 && (await town.client.messages(anyone(town))).length === 0; tries += 1) await send(town, {}).catch(() => undefined);
    await town.client.faults({});
    await send(town, {});
    expect(await town.client.messages(anyone(town))).toHaveLength(2);
    expect((await town.client.log()).flatMap((entry) => entry.notes ?? []).join()).toContain('没有 uuid');
    for (const uuid of ['u', 'u']) await send(town, { receive_id: town.people[1], uuid });
    expect(await town.client.messages(town.people[1] ?? '')).toHaveLength(1);
  });

  it('17 one limiter for everything: far below 50 a second one person is full, and no header says for how long', async () => {
    const town = await open();
    const full = (await Promise.all(Array.from({ length: 7 }, () => send(town, {})))).filter(({ body }) => body['code'] === 230020);
    expect(full.map(({ headers }) => headers.get('x-ogw-ratelimit-reset'))).toEqual([null, null]);
  });

  it('18 one unit for all times: seconds in the menu, ms in messages, µs in clicks', async () => {
    const { town, hook } = await hooked();
    await town.client.menu(anyone(town), app.appId, 'mine');
    await town.client.say({ as: anyone(town), to: app.appId, text: 'x' });
    await tap(town);
    await expect.poll(() => hook.came.length).toBe(3);
    const part = (type: string, name: 'event' | 'header'): Fields => fields(hook.of(type)[0]?.plain[name]);
    const times = [part('application.bot.menu_v6', 'event')['timestamp'], fields(part(receive, 'event')['message'])['create_time'], part('card.action.trigger', 'header')['create_time']];
    expect(times.map((each) => String(each).length)).toEqual([10, 13, 16]);
  });

  it('19 PUT on a card, PATCH after 14 days', async () => {
    const town = await open();
    const id = await sendCard(town, anyone(town), card());
    expect([230001, 230054]).toContain(await code(callApi(town, 'PUT', `/im/v1/messages/${id}`, { msg_type: 'interactive', content: JSON.stringify(card()) })));
    await town.client.passes('15 天');
    expect(await code(callApi(town, 'PATCH', `/im/v1/messages/${id}`, { content: JSON.stringify(card()) }))).toBe(230031);
  });

  it('20 content as an object is refused and blamed', async () => {
    const town = await open();
    expect(await code(send(town, { content: { text: 'x' } }))).toBe(230001);
    expect(await blamed(town)).toContain('content');
  });

  it('21 file.get for what a person sent is refused, messageResource.get gives it', async () => {
    const town = await open();
    const message = await town.client.sendFile({ as: anyone(town), to: app.appId, name: 'a.txt', bytes: Buffer.from('hi') });
    const key = text(fields((await town.client.messages(anyone(town)))[0]?.content)['file_key']);
    expect(await code(callApi(town, 'GET', `/im/v1/files/${key}`))).not.toBe(0);
    const { getReadableStream } = await client(town.sandbox.url).im.v1.messageResource.get({ path: { message_id: message, file_key: key }, params: { type: 'file' } });
    expect(await buffer(getReadableStream())).toEqual(Buffer.from('hi'));
  });

  it('22 logging what the SDK hands over: a failing token endpoint puts the secret into it', async () => {
    const town = await open();
    await town.client.faults({ api5xx: { only: '/auth/*' } });
    const logged: unknown[] = [];
    await client(town.sandbox.url, { ...mute, error: ((...words: unknown[]) => void logged.push(words)) as typeof mute.error }).im.v1.chat.list({}).catch(() => undefined);
    expect(inspect(logged, { depth: 9 })).toContain(app.appSecret);
    expect(JSON.stringify(await town.client.log())).not.toContain(app.appSecret);
  });

  it('23 several replicas expecting every event: each goes to one', async () => {
    const town = await open();
    const lines = [await line(town), await line(town), await line(town)];
    for (const words of '一二三四五六') await town.client.say({ as: anyone(town), to: app.appId, text: words });
    await expect.poll(() => lines.flatMap((each) => each.frames).length).toBe(6);
    expect(lines.filter((each) => each.frames.length > 0).length).toBeGreaterThan(1);
  });

  it('24 the iterators of the SDK: a page that failed is a list that ends', async () => {
    const town = await open();
    await town.client.faults({ api5xx: { times: 1, only: 'GET /contact/v3/users/find_by_department' } });
    const found: unknown[] = [];
    for await (const page of await client(town.sandbox.url).contact.v3.user.findByDepartmentWithIterator({ params: { department_id: '0' } })) found.push(page);
    expect(found.flatMap((page) => fields(page)['items'] ?? [])).toEqual([]);
    expect((await town.client.log()).some((entry) => entry.status === 500)).toBe(true);
  });

  it('25 a console that was not published: no events, no scope, nobody in range', async () => {
    const { town, hook } = await hooked();
    const set = (more: object): Promise<unknown> => town.client.act('console', { app: app.appId, ...more });
    await set({ events: [], scopes: [], availability: [], version: 'draft' });
    expect(await code(send(town, {}))).toBe(0);
    await set({ version: 'publish' });
    expect(await code(send(town, {}))).toBe(99991672);
    await set({ scopes: 'all' });
    expect(await code(send(town, {}))).toBe(230013);
    await set({ availability: 'all' });
    await town.client.say({ as: anyone(town), to: app.appId, text: '听不到' });
    expect((await town.client.log()).flatMap((entry) => entry.notes ?? []).join()).toContain(`没有订阅 ${receive}`);
    expect(hook.of(receive)).toEqual([]);
  });
});
