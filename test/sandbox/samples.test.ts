import { afterAll, beforeAll, describe, expect, it } from 'vitest';
import { fields, isFields, parse, type Fields } from '../../sandbox/json.ts';
import { app } from './city.ts';
import { startListener, type Listener } from './platform/listener.ts';
import { smallCard, startScene, type Scene } from './platform/scene.ts';
import { consoled } from './platform/ways.ts';
import { actions, furtherFields, intake, menu, oldEnvelope, received, refusals, sending, submit, submitAnswer } from './samples-data.ts';

/** A payload with every text replaced by its kind: a prefix with its length, digits with their count, JSON looked into. */
function shapeOf(value: unknown, key = ''): unknown {
  if (Array.isArray(value)) return value.map((each) => shapeOf(each));
  if (isFields(value)) return Object.fromEntries(Object.entries(value).map(([name, each]) => [name, shapeOf(each, name)]));
  if (typeof value !== 'string') return typeof value;
  if (key === 'content') return shapeOf(parse(value));
  const prefix = /^(om|oc|ou|on|cli|file_v3|c)[_-]/.exec(value)?.[1];
  if (prefix !== undefined) return prefix;
  return /^\d+$/.test(value) ? `${value.length} digits` : 'text';
}

describe('the sample payloads of the contract', () => {
  let scene: Scene;
  let listener: Listener;
  let person = '';
  beforeAll(async () => {
    listener = await startListener();
    scene = await startScene({ encryptKey: '', webhookUrl: listener.url });
    person = scene.person(0);
  });
  afterAll(async () => {
    await scene.town.sandbox.stop();
    await listener.close();
  });

  it('16.2 a text said to the bot', async () => {
    await scene.town.client.say({ as: person, to: app.appId, text: '我要投诉' });
    expect(shapeOf(await listener.hears('im.message.receive_v1'))).toEqual(shapeOf(received.privateText));
  });

  it('16.3 an answer in a group that mentions the bot; without the scope nobody has a user_id', async () => {
    const chat = await scene.group([person]);
    const said = await scene.sent(chat);
    listener.heard.length = 0;
    await consoled(scene, { scopes: ['im:message', 'im:message.group_msg'] }, () =>
      scene.town.client.say({ as: person, to: chat, text: '查进度 20251009-003', mention: [app.appId], reply: said }),
    );
    const heard = await listener.hears('im.message.receive_v1');
    expect(shapeOf(heard)).toMatchObject(fields(shapeOf(received.groupReply)));
    expect(JSON.stringify(heard)).not.toContain('"user_id"');
  });

  it('16.4 a file', async () => {
    listener.heard.length = 0;
    const file = { as: person, to: app.appId, name: '证据.pdf', bytes: Buffer.from('x') };
    await consoled(scene, { scopes: ['im:message'] }, () => scene.town.client.sendFile(file));
    expect(shapeOf(await listener.hears('im.message.receive_v1'))).toEqual(shapeOf(received.file));
  });

  it('16.5 and 16.11 the intake form is accepted, submitted and answered', async () => {
    const send = { msg_type: 'interactive', content: JSON.stringify(intake()) };
    expect((await scene.send(person, send)).code).toBe(0);
    const id = await scene.sent(person, { ...send, content: JSON.stringify(intake(furtherFields)) });
    listener.answer = submitAnswer;
    const form = { ...submit.event.action.form_value, against: person, happened_at: '2025-10-08 19:19' };
    const answer = await consoled(scene, { scopes: ['im:message'] }, () =>
      scene.town.client.tap({ as: person, message: id, at: { name: 'btn_submit' }, form, confirmed: true }),
    );
    expect(answer).toMatchObject({ outcome: 'ok', toast: { type: 'success', content: '已提交' } });
    const heard = await listener.hears('card.action.trigger');
    expect(shapeOf(heard)).toEqual(shapeOf(submit));
    const expected = { ...submit.event.action, form_value: { ...submit.event.action.form_value, against: person } };
    expect(fields(heard['event'])['action']).toEqual(expected);
    expect((await scene.town.client.lastCard(person))?.content).toEqual(submitAnswer.card.data);
    listener.answer = {};
  });

  it.each([
    ['button', { tag: 'button', text: { tag: 'plain_text', content: '同意' } }, {}],
    [
      'overflow',
      { tag: 'overflow', options: [{ text: { tag: 'plain_text', content: '转办' }, value: 'transfer' }] },
      { option: 'transfer' },
    ],
    ['select_person', { tag: 'select_person', options: [] }, {}],
    ['picker_datetime', { tag: 'picker_datetime' }, { option: '2025-10-12 18:00' }],
    ['checker', { tag: 'checker', text: { tag: 'plain_text', content: '办了' } }, { checked: true }],
    ['input', { tag: 'input' }, { input: '请尽快处理' }],
  ] as const)('16.6 a %s sends its action', async (kind, node, given) => {
    const sample: Fields = { ...actions[kind] };
    if (kind === 'select_person') sample['option'] = person;
    const element = { ...node, behaviors: [{ type: 'callback', value: sample['value'] }] };
    const id = await scene.sent(person, {
      msg_type: 'interactive',
      content: JSON.stringify({ schema: '2.0', body: { elements: [element] } }),
    });
    const choice = kind === 'select_person' ? { option: person } : given;
    await scene.town.client.tap({ as: person, message: id, at: ['body', 'elements', 0], ...choice });
    expect(fields((await listener.hears('card.action.trigger'))['event'])['action']).toEqual(sample);
  });

  it('16.7 a press on the menu', async () => {
    await scene.town.client.menu(person, app.appId, 'menu_new_complaint');
    expect(shapeOf(await listener.hears('application.bot.menu_v6'))).toEqual(shapeOf(menu));
  });

  it('16.8 an event of the old envelope', async () => {
    await scene.town.client.settings({ firstChatEvent: true });
    await scene.sent(scene.person(2));
    const { event, ...outer } = await listener.hears('p2p_chat_create');
    expect(shapeOf(outer)).toEqual(shapeOf(oldEnvelope));
    expect(event).toMatchObject({ type: 'p2p_chat_create', app_id: app.appId, user: { open_id: scene.person(2) } });
  });

  it('16.9 a token', async () => {
    const answer = await fetch(`${scene.town.sandbox.url}/open-apis/auth/v3/tenant_access_token/internal`, {
      method: 'POST',
      body: JSON.stringify({ app_id: app.appId, app_secret: app.appSecret }),
    });
    expect(await answer.json()).toEqual({
      code: 0,
      msg: 'ok',
      tenant_access_token: expect.stringMatching(/^t-g1/) as string,
      expire: expect.any(Number) as number,
    });
  });

  it('16.10 a card is sent and answered', async () => {
    const { body } = await scene.send(person, { ...sending.request, receive_id: person });
    expect(shapeOf(body)).toEqual(shapeOf(sending.answer));
    expect(fields(fields(body['data'])['body'])['content']).toBe(sending.answer.data.body.content);
  });

  it('16.12 refusals of the gateway tell when to come back, those of a resource do not', async () => {
    scene.run(false);
    const answers = await Promise.all(Array.from({ length: 52 }, () => scene.api('GET', '/bot/v3/info')));
    const [first, second] = answers.filter((answer) => answer.code === 99991400);
    expect(first?.body).toEqual(refusals.gateway);
    expect(new Set([first?.status, second?.status])).toEqual(new Set([400, 429]));
    expect(first?.headers.get('x-ogw-ratelimit-limit')).toBe('50');
    expect(first?.headers.get('x-ogw-ratelimit-reset')).toBe('1');
    scene.run(true);
    await scene.api('GET', '/contact/v3/scopes');
    scene.run(false);
    const busy = (await Promise.all(Array.from({ length: 6 }, () => scene.send(person)))).find((answer) => answer.code !== 0);
    scene.run(true);
    expect(busy?.body).toMatchObject(refusals.resource);
    expect(Object.keys(fields(busy?.body['error'])).toSorted()).toEqual(['log_id', 'troubleshooter']);
    expect(busy?.headers.get('x-ogw-ratelimit-reset')).toBeNull();
  });

  it('16.12 a card that is wrong, and a scope that is missing', async () => {
    const content = JSON.stringify({ schema: '2.0', body: { elements: [{ tag: 'action', actions: [] }] } });
    expect((await scene.send(person, { ...smallCard, content })).body).toEqual({
      ...refusals.card,
      error: { log_id: expect.stringMatching(/^[0-9A-F]{32}$/) as string },
    });
    const lacking = await consoled(scene, { scopes: [] }, () => scene.send(person));
    expect(lacking).toMatchObject({ code: 99991672, msg: expect.stringContaining(refusals.scope.msg) as string });
    expect(lacking.body['error']).toMatchObject({
      permission_violations: [
        { type: 'action_scope_required', subject: 'im:message' },
        { subject: 'im:message:send_as_bot' },
        { subject: 'im:message:send' },
      ],
      helps: [{ url: expect.stringContaining(`/app/${app.appId}/auth?q=`) as string }],
    });
  });
});
