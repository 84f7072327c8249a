import { afterAll, beforeAll, beforeEach, describe, expect, it } from 'vitest';
import { fields, text, type Fields } from '../../../sandbox/json.ts';
import { app } from '../city.ts';
import { startScene, stranger, type Heard, type Scene } from './scene.ts';
import { whisper } from './ways.ts';

const base = '/cardkit/v1/cards';
const words = (content: string, id?: string): Fields => ({ tag: 'markdown', content, ...(id === undefined ? {} : { element_id: id }) });
const card = (...elements: Fields[]): Fields => ({ schema: '2.0', config: { streaming_mode: true }, body: { elements } });
const bound = (value: Fields): Fields => ({ type: 'card_json', data: JSON.stringify(value) });

describe('card entities', () => {
  let scene: Scene;
  let id = '';
  let message = '';
  let sequence = 0;
  beforeAll(async () => {
    scene = await startScene();
  });
  afterAll(() => scene.town.sandbox.stop());
  beforeEach(async () => {
    const made = await scene.api('POST', base, bound(card(words('开始', 'head'), { tag: 'hr', element_id: 'line' })));
    id = text(made.data['card_id']);
    message = await scene.sent(scene.person(0), {
      msg_type: 'interactive',
      content: JSON.stringify({ type: 'card', data: { card_id: id } }),
    });
    sequence = 0;
  });

  const change = (method: string, path: string, body: Fields = {}): Promise<Heard> => {
    sequence += 1;
    return scene.api(method, `${base}/${id}${path}`, { sequence, ...body });
  };
  const shown = async (): Promise<string> => JSON.stringify((await scene.town.client.lastCard(scene.person(0)))?.content);

  it('are written letter by letter while they stream', async () => {
    expect((await change('PUT', '/elements/head/content', { content: '开始办理' })).code).toBe(0);
    expect(await shown()).toContain('开始办理');
    expect((await change('PUT', '/elements/line/content', { content: 'x' })).code).toBe(300310);
    await change('PATCH', '/settings', { settings: JSON.stringify({ config: { streaming_mode: false } }) });
    expect((await change('PUT', '/elements/head/content', { content: 'x' })).code).toBe(300309);
  });

  it('close by themselves after ten minutes, and take no taps before', async () => {
    const button = { tag: 'button', text: { tag: 'plain_text', content: '好' }, behaviors: [{ type: 'callback', value: {} }] };
    await change('POST', '/elements', { type: 'append', elements: JSON.stringify([button]) });
    const tap = { as: scene.person(0), message, at: { text: '好' } };
    expect((await scene.town.client.tap(tap)).outcome).toBe('blocked');
    await scene.town.client.advance({ minutes: 11 });
    expect((await change('PUT', '/elements/head/content', { content: 'x' })).code).toBe(200850);
    expect((await scene.town.client.tap(tap)).outcome).toBe('failed');
  });

  it('change element by element', async () => {
    const insert = { type: 'insert_before', target_element_id: 'line', elements: JSON.stringify([words('中间', 'mid')]) };
    expect((await change('POST', '/elements', insert)).code).toBe(0);
    expect((await change('PATCH', '/elements/mid', { partial_element: JSON.stringify({ text_align: 'center' }) })).code).toBe(0);
    expect((await change('PUT', '/elements/head', { element: JSON.stringify(words('新的', 'head')) })).code).toBe(0);
    expect((await change('DELETE', '/elements/line')).code).toBe(0);
    const content = fields((await scene.town.client.lastCard(scene.person(0)))?.content);
    expect(fields(content['body'])['elements']).toEqual([words('新的', 'head'), { ...words('中间', 'mid'), text_align: 'center' }]);
  });

  it('change by a batch as a whole or not at all', async () => {
    const actions = (last: string): Fields => ({
      actions: JSON.stringify([
        { action: 'update_element', params: { element_id: 'head', element: words('批量', 'head') } },
        { action: 'delete_elements', params: { element_ids: [last] } },
      ]),
    });
    expect((await change('POST', '/batch_update', actions('nothing'))).code).toBe(300314);
    expect(await shown()).not.toContain('批量');
    expect((await change('POST', '/batch_update', actions('line'))).code).toBe(0);
    expect(await shown()).toContain('批量');
  });

  it.each([
    ['an element that is not there', 'PUT /elements/x', { element: JSON.stringify(words('x')) }, 300312],
    ['a part of what is not there', 'PATCH /elements/x', { partial_element: '{}' }, 300313],
    ['deleting what is not there', 'DELETE /elements/x', {}, 300314],
    ['a place that is not there', 'POST /elements', { type: 'insert_after', target_element_id: 'x', elements: '[]' }, 300315],
    ['an element_id that is taken', 'POST /elements', { elements: JSON.stringify([words('x', 'head')]) }, 300301],
    ['an illegal element', 'POST /elements', { elements: JSON.stringify([{ tag: 'note' }]) }, 200220],
    ['a card of 1.0', 'PUT ', { card: bound({ elements: [] }) }, 300303],
    ['an empty card', 'PUT ', { card: bound({}) }, 300307],
    ['a card that is not shared', 'PUT ', { card: bound({ ...card(), config: { update_multi: false } }) }, 300302],
    ['more than 200 elements', 'PUT ', { card: bound(card(...Array.from({ length: 201 }, () => ({ tag: 'hr' })))) }, 300305],
    ['more than 30 KB', 'PUT ', { card: bound(card(words('x'.repeat(31_000)))) }, 200860],
    ['an action without name', 'POST /batch_update', { actions: '[{}]' }, 10002],
  ])('refuse %s', async (_what, call, body, code) => {
    const [method = '', path = ''] = call.split(' ');
    expect(await change(method, path, body)).toMatchObject({ status: 400, code });
  });

  it('want a rising sequence and keep a uuid for one request', async () => {
    const body = { settings: '{"config":{"enable_forward":false}}', uuid: 'u' };
    await change('PATCH', '/settings', { ...body, sequence: 5 });
    expect((await change('PATCH', '/settings', { settings: '{}', sequence: 5 })).code).toBe(300317);
    expect((await change('PATCH', '/settings', { ...body, sequence: 5 })).code).toBe(0);
    expect((await change('PATCH', '/settings', { ...body, settings: '{}', sequence: 6 })).code).toBe(200770);
  });

  it('take ten changes a second, streamed text aside', async () => {
    scene.run(false);
    const settings = { settings: '{}' };
    const answers = await Promise.all(Array.from({ length: 11 }, () => change('PATCH', '/settings', settings)));
    expect(answers.map((answer) => answer.code).filter((code) => code === 99991400)).toHaveLength(1);
    expect((await change('PUT', '/elements/head/content', { content: '写' })).code).toBe(0);
    scene.run(true);
  });

  it('belong to one app, go into one message and live 14 days', async () => {
    const again = { msg_type: 'interactive', content: JSON.stringify({ type: 'card', data: { card_id: id } }) };
    expect((await scene.send(scene.person(1), again)).code).toBe(230099);
    expect((await scene.api('PATCH', `${base}/${id}/settings`, { settings: '{}', sequence: 1 }, stranger)).code).toBe(300311);
    expect((await scene.api('PATCH', `${base}/7/settings`, { settings: '{}', sequence: 1 })).code).toBe(200740);
    const found = await scene.api('POST', `${base}/id_convert`, { message_id: message });
    expect(found.data['card_id']).toBe(id);
    await scene.town.client.advance({ days: 15 });
    expect((await change('PATCH', '/settings', { settings: '{}' })).code).toBe(200750);
  });
});

describe('cards of other kinds', () => {
  let scene: Scene;
  beforeAll(async () => {
    scene = await startScene();
  });
  afterAll(() => scene.town.sandbox.stop());

  it('a template fills in what it is given, and only for its apps', async () => {
    const body = { schema: '2.0', header: { title: { tag: 'plain_text', content: '${no} 已受理' } }, body: { elements: '${rows}' } };
    const made = await scene.town.client.act('template', { apps: [app.appId], card: body });
    const use = (data: Fields): Fields => ({ msg_type: 'interactive', content: JSON.stringify({ type: 'template', data }) });
    const data = { template_id: made['template_id'], template_variable: { no: '一号', rows: [{ tag: 'hr' }] } };
    expect((await scene.send(scene.person(0), use(data))).code).toBe(0);
    expect((await scene.town.client.lastCard(scene.person(0)))?.content).toMatchObject({ header: { title: { content: '一号 已受理' } } });
    const msg = async (change: Fields, as?: typeof stranger): Promise<string> =>
      (await scene.send(scene.person(1), use({ ...data, ...change }), as)).msg;
    expect(await msg({ template_id: 'AAq0' })).toContain('ErrCode: 200380');
    expect(await msg({}, stranger)).toContain('ErrCode: 200381');
    expect(await msg({ template_variable: {} })).toContain('ErrCode: 200732');
  });

  it('a card of JSON 1.0 is drawn and tapped like one of 2.0, and changed only when it is shared', async () => {
    const old = (config: Fields): Fields => ({
      config,
      elements: [
        { tag: 'div', text: { tag: 'lark_md', content: '旧' } },
        { tag: 'action', actions: [{ tag: 'button', text: { tag: 'plain_text', content: '办' }, value: { a: 1 } }] },
      ],
    });
    const send = (config: Fields): Promise<string> =>
      scene.sent(scene.person(0), { msg_type: 'interactive', content: JSON.stringify(old(config)) });
    const id = await send({ update_multi: true });
    expect((await scene.town.client.lastCard(scene.person(0)))?.content).toMatchObject({ schema: '2.0' });
    expect((await scene.town.client.tap({ as: scene.person(0), message: id, at: { text: '办' } })).outcome).toBe('failed');
    const patch = (message: string): Promise<Heard> =>
      scene.api('PATCH', `/im/v1/messages/${message}`, { content: JSON.stringify(old({ update_multi: true })) });
    expect((await patch(id)).code).toBe(0);
    expect((await patch(await send({}))).code).toBe(230001);
  });

  it('a card for one person is seen by him alone and deleted once', async () => {
    const id = await whisper(scene);
    expect((await scene.town.client.messages(scene.person(0))).some((message) => message.id === id)).toBe(true);
    expect((await scene.town.client.messages(scene.person(1))).some((message) => message.id === id)).toBe(false);
    expect((await scene.api('POST', '/ephemeral/v1/delete', { message_id: id })).body).toEqual({ code: 0, msg: 'ok' });
    expect((await scene.api('POST', '/ephemeral/v1/delete', { message_id: id })).body).toMatchObject({ code: 18051 });
  });
});
