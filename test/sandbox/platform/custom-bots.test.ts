import { createHmac } from 'node:crypto';
import { afterAll, beforeAll, describe, expect, it } from 'vitest';
import { fields, text, type Fields } from '../../../sandbox/json.ts';
import { startScene, type Scene } from './scene.ts';
import { under } from './ways.ts';

const hello = { msg_type: 'text', content: { text: '通知：开会' } };

describe('custom bots of a group', () => {
  let scene: Scene;
  let chat = '';
  beforeAll(async () => {
    scene = await startScene();
    chat = text((await scene.town.client.act('group', { as: scene.person(0), name: '群', people: [], apps: [] }))['chat']);
  });
  afterAll(() => scene.town.sandbox.stop());

  const add = async (guard: Fields = {}): Promise<string> =>
    text((await scene.town.client.act('custom-bot', { as: scene.person(0), chat, name: '播报', ...guard }))['token']);
  const say = async (token: string, body: Fields): Promise<Fields> => {
    const path = `${scene.town.sandbox.url}/open-apis/bot/v2/hook/${token}`;
    return fields(await (await fetch(path, { method: 'POST', body: JSON.stringify(body) })).json());
  };

  it('speak without any token of an app', async () => {
    expect(await say(await add(), hello)).toMatchObject({ code: 0, StatusCode: 0 });
    expect((await scene.town.client.messages(scene.person(0))).at(-1)).toMatchObject({
      from: { name: '播报', bot: true },
      content: { text: '通知：开会' },
    });
  });

  it('are signed, when they have a secret, over a time of this hour', async () => {
    const token = await add({ secret: 's' });
    const sign = (timestamp: string): Fields => ({ timestamp, sign: createHmac('sha256', `${timestamp}\ns`).digest('base64') });
    const now = Math.floor(Date.parse((await scene.town.client.clock()).now) / 1000);
    expect((await say(token, hello))['code']).toBe(19021);
    expect((await say(token, { ...hello, ...sign(String(now - 3700)) }))['code']).toBe(19021);
    expect((await say(token, { ...hello, ...sign(String(now)) }))['code']).toBe(0);
  });

  it.each([
    ['an unknown address', {}, 19001],
    ['a place that is not allowed', { ips: ['10.0.0.1'] }, 19022],
    ['a text without the word', { keywords: ['告警'] }, 19024],
  ])('refuse %s', async (what, guard, code) => {
    expect((await say(what.includes('address') ? 'nothing' : await add(guard), hello))['code']).toBe(code);
  });

  it('are refused above five a second, and when everybody speaks if so set', async () => {
    scene.run(false);
    const token = await add();
    const codes = await Promise.all(Array.from({ length: 6 }, async () => (await say(token, hello))['code']));
    expect(codes.filter((code) => code === 11232)).toHaveLength(1);
    scene.run(true);
    await scene.town.client.advance({ to: '2026-11-24T12:00:10+08:00' });
    expect((await under(scene, { customBotRush: true }, async () => say(await add(), hello)))['code']).toBe(11232);
  });

  it('refuse an illegal card and a body above 20 KB', async () => {
    const token = await add();
    expect((await say(token, { msg_type: 'interactive', card: { schema: '2.0', body: { elements: [{ tag: 'note' }] } } }))['code']).toBe(
      11246,
    );
    expect((await say(token, { ...hello, content: { text: 'x'.repeat(21_000) } }))['code']).toBe(9499);
    expect((await say(token, { msg_type: 'poem' }))['code']).toBe(19002);
  });
});
