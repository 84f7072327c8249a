import { setTimeout as wait } from 'node:timers/promises';
import { afterAll, beforeAll, beforeEach, describe, expect, it } from 'vitest';
import { app, type Town } from './city.ts';
import { openHook, startHooked, type Hook, type Said } from './hook.ts';
import { callApi, sendCard } from './wire.ts';

type Fields = Record<string, unknown>;
interface Callback {
  event: { action: Fields; operator: Fields; token: string; context: Fields };
  header: Fields;
}

const words = (content: string): Fields => ({ tag: 'plain_text', content });
const callback = (value: Fields): Fields[] => [{ type: 'callback', value }];
const option = (value: string): Fields => ({ text: words(value), value });
const card = (...elements: Fields[]): Fields => ({ schema: '2.0', config: { update_multi: true }, body: { elements } });
const button = (text: string, more: Fields = {}): Fields => ({
  tag: 'button',
  text: words(text),
  behaviors: callback({ a: text }),
  ...more,
});
const form = card({
  tag: 'form',
  name: 'f',
  elements: [
    { tag: 'input', name: 'detail', required: true, max_length: 5 },
    { tag: 'input', name: 'remark' },
    { tag: 'select_static', name: 'kind', options: [option('a'), option('b')], initial_option: 'a' },
    { tag: 'select_static', name: 'stage', options: [option('s')] },
    { tag: 'multi_select_static', name: 'tags', options: [option('x'), option('y')] },
    { tag: 'picker_datetime', name: 'when', initial_datetime: '2026-11-24 09:00' },
    { tag: 'date_picker', name: 'day' },
    { tag: 'checker', name: 'secret', text: words('保密') },
    button('提交', { name: 'go', form_action_type: 'submit' }),
    button('重置', { name: 'again', form_action_type: 'reset', behaviors: [] }),
  ],
});

describe('tapping a card over the webhook', () => {
  let town: Town;
  let hook: Hook;
  let person = '';
  let answer: (call: Callback) => Promise<Said> | Said;
  const came = (): Callback[] => hook.came.map(({ plain }) => plain as unknown as Callback);

  beforeAll(async () => {
    hook = await openHook();
    hook.answers((came) => answer(came.plain as unknown as Callback));
    town = await startHooked(hook);
    person = town.people[0] ?? '';
  });
  afterAll(async () => {
    await town.sandbox.stop();
    await hook.close();
  });
  beforeEach(() => {
    hook.came.length = 0;
    answer = () => ({ body: '{}' });
  });
  const action = (): Fields | undefined => came().at(-1)?.event.action;

  it('the URL was verified and every push is signed', async () => {
    await expect.poll(async () => (await town.client.log()).map((entry) => entry.title)).toContain('请求地址已验证');
    const id = await sendCard(town, person, card(button('好')));
    expect(await town.client.tap({ as: person, message: id, at: { text: '好' } })).toMatchObject({ outcome: 'ok' });
    expect(hook.came.every((each) => each.signed)).toBe(true);
    expect(came()[0]?.header).toMatchObject({
      event_type: 'card.action.trigger',
      token: 'verify-me',
      app_id: app.appId,
      create_time: expect.stringMatching(/^\d{16}$/) as string,
    });
    expect(came()[0]?.event).toMatchObject({
      operator: { open_id: person },
      context: { open_message_id: id },
      host: 'im_message',
      token: expect.stringMatching(/^c-/) as string,
    });
  });

  it('a submit sends every field of the form in the forms of the platform', async () => {
    const id = await sendCard(town, person, form);
    const values = { detail: '详情', tags: ['x', 'y'], day: '2025-06-10', secret: true };
    await town.client.tap({ as: person, message: id, at: { name: 'go' }, form: values });
    expect(action()).toEqual({
      tag: 'button',
      name: 'go',
      value: { a: '提交' },
      timezone: 'Asia/Shanghai',
      form_value: {
        detail: '详情',
        remark: '',
        kind: 'a',
        tags: ['x', 'y'],
        when: '2026-11-24 09:00 +0800',
        day: '2025-06-10 +0800',
        secret: true,
      },
    });
  });

  it('a required field left empty, a text too long or an option that is not there stops in the client', async () => {
    const id = await sendCard(town, person, form);
    const tap = (values: Record<string, string>): ReturnType<typeof town.client.tap> =>
      town.client.tap({ as: person, message: id, at: { name: 'go' }, form: values });
    expect(await tap({})).toMatchObject({ outcome: 'blocked', missing: ['detail'] });
    expect(await tap({ detail: '123456' })).toMatchObject({ outcome: 'blocked' });
    expect(await tap({ detail: '1', kind: 'z' })).toMatchObject({ outcome: 'blocked' });
    expect(await town.client.tap({ as: person, message: id, at: { name: 'again' } })).toEqual({ outcome: 'ok' });
    expect(came()).toHaveLength(0);
  });

  it.each<[string, Fields, Fields, Fields]>([
    ['select_static', { tag: 'select_static', options: [option('a')] }, { option: 'a' }, { option: 'a' }],
    ['select_person', { tag: 'select_person' }, {}, {}],
    ['date_picker', { tag: 'date_picker' }, { option: '2025-06-10' }, { option: '2025-06-10 +0800', timezone: 'Asia/Shanghai' }],
    ['picker_time', { tag: 'picker_time' }, { option: '05:05' }, { option: '05:05 +0800', timezone: 'Asia/Shanghai' }],
    [
      'picker_datetime',
      { tag: 'picker_datetime' },
      { option: '2025-06-10 19:19' },
      { option: '2025-06-10 19:19 +0800', timezone: 'Asia/Shanghai' },
    ],
    ['overflow', { tag: 'overflow', options: [option('more')] }, { option: 'more' }, { option: 'more' }],
    ['input', { tag: 'input' }, { input: '请尽快' }, { input_value: '请尽快' }],
    ['checker', { tag: 'checker', text: words('办完') }, { checked: true }, { checked: true }],
  ])('%s outside a form sends its own callback', async (tag, node, tap, sent) => {
    const id = await sendCard(town, person, card({ ...node, behaviors: callback({ c: 1 }) }));
    const choice = tag === 'select_person' ? { option: person } : tap;
    expect(await town.client.tap({ as: person, message: id, at: ['body', 'elements', 0], ...choice })).toMatchObject({ outcome: 'ok' });
    expect(action()).toEqual({ tag, value: { c: 1 }, ...(tag === 'select_person' ? { option: person } : sent) });
  });

  it('a confirm dialog comes first, a disabled button never acts, a link calls nobody', async () => {
    const id = await sendCard(
      town,
      person,
      card(
        button('删', { confirm: { title: words('确定'), text: words('不可恢复') } }),
        button('灰', { disabled: true }),
        button('看', { behaviors: [{ type: 'open_url', default_url: 'https://example.com' }] }),
      ),
    );
    const tap = (text: string, more = {}): ReturnType<typeof town.client.tap> =>
      town.client.tap({ as: person, message: id, at: { text }, ...more });
    expect(await tap('删')).toEqual({ outcome: 'confirm', confirm: { title: '确定', text: '不可恢复' } });
    expect(await tap('灰')).toMatchObject({ outcome: 'blocked' });
    expect(await tap('看')).toEqual({ outcome: 'ok' });
    expect(came()).toHaveLength(0);
    expect(await tap('删', { confirmed: true })).toMatchObject({ outcome: 'ok' });
    expect(came()).toHaveLength(1);
  });

  it.each<[string, number, { status?: number; body: string }]>([
    ['a status other than 200', 200671, { status: 500, body: '{}' }],
    ['no JSON', 200672, { body: 'ok' }],
    ['a bare card', 200672, { body: JSON.stringify(card()) }],
    ['a card as a string', 200673, { body: JSON.stringify({ card: { type: 'raw', data: JSON.stringify(card()) } }) }],
    ['an illegal card', 200673, { body: JSON.stringify({ card: { type: 'raw', data: card({ tag: 'note' }) } }) }],
    ['a 1.0 card', 200830, { body: JSON.stringify({ card: { type: 'raw', data: { elements: [] } } }) }],
  ])('answering %s shows %i and is a breach', async (_what, code, said) => {
    const id = await sendCard(town, person, card(button('好')));
    answer = () => said;
    const before = (await town.client.breaches()).count;
    expect(await town.client.tap({ as: person, message: id, at: { text: '好' } })).toMatchObject({ outcome: 'failed', error: { code } });
    expect((await town.client.breaches()).count).toBe(before + 1);
  });

  it('a change of the card before the answer is lost: the client restores the card that was tapped', async () => {
    const id = await sendCard(town, person, card(button('好')));
    answer = async () => {
      await callApi(town, 'PATCH', `/im/v1/messages/${id}`, { content: JSON.stringify(card(button('早'))) });
      return { body: '{"toast":{"type":"info","content":"处理中"}}' };
    };
    expect(await town.client.tap({ as: person, message: id, at: { text: '好' } })).toMatchObject({
      outcome: 'ok',
      toast: { content: '处理中' },
    });
    expect((await town.client.lastCard(person))?.content).toEqual(card(button('好')));
    expect((await town.client.breaches()).entries.at(-1)?.breaches[0]).toContain('应答之前');
  });

  it('the c- token changes the card twice within half an hour', async () => {
    const id = await sendCard(town, person, card(button('好')));
    await town.client.tap({ as: person, message: id, at: { text: '好' } });
    const update = (): ReturnType<typeof callApi> =>
      callApi(town, 'POST', '/interactive/v1/card/update', { token: came()[0]?.event.token, card: card(button('新')) });
    expect((await update()).body).toMatchObject({ code: 0 });
    expect((await town.client.lastCard(person))?.content).toEqual(card(button('新')));
    expect((await update()).body).toMatchObject({ code: 0 });
    expect((await update()).body).toMatchObject({ code: 300040 });
    await town.client.advance({ minutes: 31 });
    expect((await update()).body).toMatchObject({ code: 300030 });
  });

  it('a card older than 14 days takes no tap', async () => {
    const id = await sendCard(town, person, card(button('好')));
    await town.client.advance({ days: 15 });
    expect(await town.client.tap({ as: person, message: id, at: { text: '好' } })).toMatchObject({
      outcome: 'failed',
      error: { code: 200080 },
    });
    expect(came()).toHaveLength(0);
  });

  it('an event that is not taken comes again after 15 s and 5 min of the sandbox clock; a tap never does', async () => {
    answer = () => ({ status: 500, body: '' });
    const id = await sendCard(town, person, card(button('好')));
    await town.client.tap({ as: person, message: id, at: { text: '好' } });
    await town.client.say({ as: person, to: app.appId, text: '再来' });
    const events = (): unknown[] =>
      came()
        .filter((call) => call.header['event_type'] === 'im.message.receive_v1')
        .map((call) => call.header['event_id']);
    await expect.poll(events).toHaveLength(1);
    await town.client.advance({ minutes: 1 });
    await expect.poll(events).toHaveLength(2);
    answer = () => ({ body: '' });
    await town.client.advance({ minutes: 6 });
    await expect.poll(events).toHaveLength(3);
    await town.client.advance({ days: 1 });
    await wait(400);
    expect(new Set(events()).size).toBe(1);
    expect(came().filter((call) => call.header['event_type'] === 'card.action.trigger')).toHaveLength(1);
  });
});
